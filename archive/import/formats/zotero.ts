/** Reads a library that Zotero exported as RDF: each item is a reference; what is attached to it is named in it. */
import type { Hint, SourceDraft } from '../draft.ts';
import { decode } from '../encoding.ts';
import { parseXml } from '../html/parse.ts';
import type { Part, Unpacked } from '../parts.ts';
import { Readings } from '../readings.ts';
import { makeReference } from '../reference.ts';
import { cleanLine } from '../title.ts';
import { childTexts } from '../xml/child-texts.ts';
import { keepAsFile } from './file.ts';

const Z = 'http://www.zotero.org/namespaces/export#';
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const DC = 'http://purl.org/dc/elements/1.1/';
const FOAF = 'http://xmlns.com/foaf/0.1/';

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
  const attached = attachmentsOf(children);
  let number = 0;
  for (const item of children) {
    if (!isItem(item)) continue;
    const about = item.getAttributeNS(RDF, 'about') ?? '';
    const own = [item, ...linkedTo(item, attached)].map((one) => texts.get(one) ?? '').join('\n');
    const bytes = new TextEncoder().encode(`${head}\n${own}\n</rdf:RDF>\n`);
    const name = cleanLine(about, 200) || `item ${number + 1}`;
    number += 1;
    yield { name, bytes, hint: { as: 'zotero-item' } };
  }
}

function isItem(element: Element): boolean {
  const kind = textOf(element, Z, 'itemType');
  return kind !== null && !NO_ITEM.has(kind);
}

function attachmentsOf(children: readonly Element[]): ReadonlyMap<string, Element> {
  const attachments = children.filter(({ localName, namespaceURI }) => {
    return namespaceURI === Z && localName === 'Attachment';
  });
  return new Map(attachments.map((one) => [one.getAttributeNS(RDF, 'about') ?? '', one]));
}

/** `<link:link rdf:resource="#item_7"/>` */
function linkedTo(item: Element, attached: ReadonlyMap<string, Element>): Element[] {
  return [...item.children].flatMap((child) => {
    const target = child.localName === 'link' ? child.getAttributeNS(RDF, 'resource') : null;
    return target === null ? [] : (attached.get(target) ?? []);
  });
}

export function readZoteroItem(bytes: Uint8Array, hint: Hint, mediaType: string): SourceDraft {
  const document = parseXml(new TextDecoder().decode(bytes));
  const item = [...(document?.documentElement.children ?? [])].find(isItem);
  if (!item) return keepAsFile(hint, mediaType, ['reading-failed']);
  const readings = new Readings();
  const title = textOf(item, DC, 'title');
  const published = textOf(item, DC, 'date');
  const told = textOf(item, 'http://purl.org/dc/terms/', 'abstract');
  const authors = peopleOf(item);
  const addresses = [...item.getElementsByTagNameNS(DC, 'identifier')].map((one) =>
    one.textContent.trim(),
  );
  readings.add('title', title, 'dc:title');
  for (const author of authors) readings.add('author', author, 'bib:authors');
  readings.add('publisher', textOf(item, FOAF, 'name'), 'foaf:name');
  readings.add('published', published, 'dc:date');
  readings.add('captured', textOf(item, 'http://purl.org/dc/terms/', 'dateSubmitted'), 'dcterms');
  for (const address of addresses)
    readings.add(/^https?:/.test(address) ? 'address' : 'identifier', address, 'dc:identifier');
  readings.add('language', textOf(item, Z, 'language'), 'z:language');
  readings.add('description', told, 'dcterms:abstract');
  const files = [...(document?.getElementsByTagNameNS(Z, 'Attachment') ?? [])].flatMap(fileOf);
  for (const file of files) readings.add('attachment', file, 'z:Attachment');
  const lines = [authors.join('; '), published, ...addresses, told, ...files];
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
