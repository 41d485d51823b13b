/** Reads a library that Zotero exported as RDF: each item is a reference; what is attached to it is named in it. */
import type { Hint, SourceDraft } from '../draft.ts';
import { decode } from '../encoding.ts';
import { parseXml } from '../html/parse.ts';
import type { Part, Unpacked } from '../parts.ts';
import { Readings } from '../readings.ts';
import { makeReference } from '../reference.ts';
import { cleanLine, withoutMarks } from '../title.ts';
import { childTexts } from '../xml/child-texts.ts';
import { keepAsFile } from './file.ts';

const Z = 'http://www.zotero.org/namespaces/export#';
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const DC = 'http://purl.org/dc/elements/1.1/';
const FOAF = 'http://xmlns.com/foaf/0.1/';
const TERMS = 'http://purl.org/dc/terms/';

/** Kinds that are no items of a library but stand beside them. */
const NO_ITEM = new Set(['attachment', 'note', 'annotation']);

export function readZotero(bytes: Uint8Array, hint: Hint, mediaType: string): Unpacked {
  const { text } = decode(bytes, hint.encoding, true);
  const document = parseXml(text);
  const root = document?.documentElement;
  if (root?.namespaceURI !== RDF)
    return { draft: keepAsFile(hint, mediaType, ['container-damaged']), parts: null };
  return { draft: keepAsFile(hint, mediaType, []), parts: itemsOf(root, text) };
}

/** An item's own markup, inside the head of its file, which says what the names in it mean. */
function* itemsOf(root: Element, text: string): Generator<Part> {
  const head = /<rdf:RDF\b[^>]*>/.exec(text)?.[0];
  if (head === undefined) return;
  const children = [...root.children];
  const texts = new Map(childTexts(text).map((own, at) => [children[at], own]));
  const beside = besideItems(children);
  let number = 0;
  for (const item of children) {
    if (!isItem(item)) continue;
    const about = item.getAttributeNS(RDF, 'about') ?? '';
    const own = [item, ...linkedTo(item, beside)].map((one) => texts.get(one) ?? '').join('\n');
    const bytes = new TextEncoder().encode(`${head}\n${own}\n</rdf:RDF>\n`);
    const name = cleanLine(about, 200) || `item ${number + 1}`;
    number += 1;
    yield { name, bytes, hint: { as: 'zotero-item' } };
  }
}

function isItem(element: Element): boolean {
  const kind = ownText(element, Z, 'itemType');
  return kind !== null && !NO_ITEM.has(kind);
}

/** Attachments, and journals that several items came out in. */
function besideItems(children: readonly Element[]): ReadonlyMap<string, Element> {
  const others = children.filter((child) => !isItem(child));
  return new Map(others.map((one) => [one.getAttributeNS(RDF, 'about') ?? '', one]));
}

/** `<link:link rdf:resource="#item_7"/>`, `<dcterms:isPartOf rdf:resource="urn:issn:1234-5678"/>` */
function linkedTo(item: Element, beside: ReadonlyMap<string, Element>): Element[] {
  return [...item.children].flatMap((child) => {
    const links = child.localName === 'link' || child.localName === 'isPartOf';
    const target = links ? child.getAttributeNS(RDF, 'resource') : null;
    return target === null ? [] : (beside.get(target) ?? []);
  });
}

/** What it came out in: a journal, a newspaper, a site. It stands inside of the item, or beside it. */
function wholeOf(item: Element, document: Document): Element | null {
  const part = childrenOf(item, TERMS, 'isPartOf')[0];
  if (part === undefined) return null;
  const target = part.getAttributeNS(RDF, 'resource');
  if (target === null) return part.firstElementChild;
  const all = [...document.documentElement.children];
  return all.find((one) => one.getAttributeNS(RDF, 'about') === target) ?? null;
}

export function readZoteroItem(bytes: Uint8Array, hint: Hint, mediaType: string): SourceDraft {
  const document = parseXml(new TextDecoder().decode(bytes));
  const item = [...(document?.documentElement.children ?? [])].find(isItem);
  if (!document || !item) return keepAsFile(hint, mediaType, ['reading-failed']);
  const readings = new Readings();
  const titled = ownText(item, DC, 'title');
  const title = titled === null ? null : withoutMarks(titled);
  const published = ownText(item, DC, 'date');
  const told = ownText(item, TERMS, 'abstract');
  const authors = peopleOf(item);
  const whole = wholeOf(item, document);
  const within = whole && ownText(whole, DC, 'title');
  const addresses = [...new Set([item, whole].flatMap(identifiersOf))];
  readings.add('title', title, 'dc:title');
  for (const author of authors) readings.add('author', author, 'bib:authors');
  readings.add('publisher', within, 'dcterms:isPartOf');
  readings.add('publisher', textOf(item, FOAF, 'name'), 'foaf:name');
  readings.add('published', published, 'dc:date');
  readings.add('captured', ownText(item, TERMS, 'dateSubmitted'), 'dcterms');
  for (const address of addresses)
    readings.add(/^https?:/.test(address) ? 'address' : 'identifier', address, 'dc:identifier');
  readings.add('language', ownText(item, Z, 'language'), 'z:language');
  readings.add('description', told, 'dcterms:abstract');
  const files = [...document.getElementsByTagNameNS(Z, 'Attachment')].flatMap(fileOf);
  for (const file of files) readings.add('attachment', file, 'z:Attachment');
  const lines = [authors.join('; '), within, published, ...addresses, told, ...files];
  return makeReference(
    {
      title,
      lines: lines.filter((line): line is string => line !== null && line !== ''),
      authors,
      readings,
      method: 'kuferak-zotero',
    },
    hint,
    mediaType,
  );
}

function childrenOf(element: Element, namespace: string, name: string): Element[] {
  return [...element.children].filter(
    ({ localName, namespaceURI }) => namespaceURI === namespace && localName === name,
  );
}

/** Of the element itself: what it came out in has a title and numbers of its own, and may stand before them. */
function ownText(element: Element, namespace: string, name: string): string | null {
  const text = cleanLine(childrenOf(element, namespace, name)[0]?.textContent ?? '', 1_000);
  return text === '' ? null : text;
}

function identifiersOf(element: Element | null): string[] {
  const found = element === null ? [] : childrenOf(element, DC, 'identifier');
  return found.map((one) => cleanLine(one.textContent, 4_000)).filter((one) => one !== '');
}

function textOf(element: Element, namespace: string, name: string): string | null {
  const found = element.getElementsByTagNameNS(namespace, name)[0];
  const text = found === undefined ? '' : cleanLine(found.textContent, 1_000);
  return text === '' ? null : text;
}

function peopleOf(item: Element): string[] {
  const authors = [...item.getElementsByTagName('bib:authors')];
  const people = authors.flatMap((list) => [...list.getElementsByTagNameNS(FOAF, 'Person')]);
  const names = people.map((person) => {
    const given = textOf(person, FOAF, 'givenName') ?? textOf(person, FOAF, 'givenname');
    return [given, textOf(person, FOAF, 'surname')].filter((part) => part !== null).join(' ');
  });
  return [...new Set(names.filter((name) => name !== ''))].slice(0, 100);
}

/** `<rdf:resource rdf:resource="files/12/report.pdf"/>` */
function fileOf(attachment: Element): string[] {
  const resources = [...attachment.getElementsByTagNameNS(RDF, 'resource')];
  return resources.flatMap((one) => {
    const path = cleanLine(one.getAttributeNS(RDF, 'resource') ?? '', 500);
    return path === '' ? [] : [path];
  });
}
