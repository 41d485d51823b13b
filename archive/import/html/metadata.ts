/** Readings out of a page, the strongest first: JSON-LD, citation tags, OpenGraph, Dublin Core, microdata, the text. */
import type { Field, Readings } from '../readings.ts';
import { readJsonLd } from './json-ld.ts';

/** Names and properties of `<meta>` by the field that they tell, in order of belief. */
const META: readonly (readonly [field: Field, names: readonly string[]])[] = [
  ['title', ['citation_title', 'og:title', 'dc.title', 'dcterms.title', 'twitter:title']],
  [
    'author',
    [
      'citation_author',
      'article:author',
      'dc.creator',
      'dcterms.creator',
      'author',
      'parsely-author',
      'sailthru.author',
      'byl',
    ],
  ],
  [
    'publisher',
    [
      'citation_journal_title',
      'og:site_name',
      'dc.publisher',
      'dcterms.publisher',
      'publisher',
      'application-name',
    ],
  ],
  [
    'published',
    [
      'article:published_time',
      'citation_publication_date',
      'citation_online_date',
      'citation_date',
      'og:article:published_time',
      'dcterms.issued',
      'dcterms.created',
      'dc.date.issued',
      'dc.date.created',
      'dcterms.date',
      'dc.date',
      'parsely-pub-date',
      'sailthru.date',
      'pubdate',
      'publishdate',
      'publish-date',
      'publication_date',
      'date',
      'dc.created',
    ],
  ],
  [
    'modified',
    [
      'article:modified_time',
      'og:updated_time',
      'dcterms.modified',
      'dc.date.modified',
      'last-modified',
      'revised',
    ],
  ],
  ['language', ['og:locale', 'dc.language', 'dcterms.language', 'content-language', 'language']],
  ['address', ['og:url', 'citation_public_url', 'dc.identifier', 'twitter:url']],
  ['licence', ['dcterms.license', 'dc.rights', 'dcterms.rights', 'copyright']],
  ['description', ['og:description', 'description', 'dc.description', 'twitter:description']],
];

/** Meta tags looked at. */
const TAGS = 1_000;

/** Adds every candidate. What is a link where a name should stand is passed over as a name. */
export function readMetadata(document: Document, readings: Readings): void {
  readJsonLd(document, readings);
  readMeta(document, readings);
  readLinks(document, readings);
  readMicrodata(document, readings);
  readElements(document, readings);
}

function readMeta(document: Document, readings: Readings): void {
  const byName = new Map<string, { readonly name: string; readonly content: string }[]>();
  for (const meta of [...document.getElementsByTagName('meta')].slice(0, TAGS)) {
    const content = meta.getAttribute('content');
    if (content === null) continue;
    for (const attribute of ['property', 'name', 'http-equiv', 'itemprop']) {
      const name = meta.getAttribute(attribute);
      if (name === null || name === '') continue;
      const key = name
        .trim()
        .toLowerCase()
        .replace(/^dc[:_]/, 'dc.')
        .replace(/^dcterms[:_]/, 'dcterms.');
      const list = byName.get(key) ?? [];
      list.push({ name: attribute === 'itemprop' ? `itemprop:${name}` : name.trim(), content });
      byName.set(key, list);
    }
  }
  for (const [field, names] of META)
    for (const name of names)
      for (const { name: from, content } of byName.get(name) ?? []) {
        if (field === 'author' && isLink(content)) continue;
        readings.add(field, content, from.includes(':') ? from : `meta:${from}`);
      }
  for (const { content } of byName.get('datepublished') ?? [])
    readings.add('published', content, 'itemprop:datePublished');
  for (const { content } of byName.get('datemodified') ?? [])
    readings.add('modified', content, 'itemprop:dateModified');
}

function readLinks(document: Document, readings: Readings): void {
  for (const link of document.querySelectorAll('link[rel~="canonical" i][href]'))
    readings.add('address', link.getAttribute('href'), 'link:canonical');
  for (const link of document.querySelectorAll('link[rel~="license" i], a[rel~="license" i]'))
    readings.add('licence', link.getAttribute('href'), 'rel:license');
}

function readMicrodata(document: Document, readings: Readings): void {
  const props: readonly (readonly [Field, string])[] = [
    ['published', 'datePublished'],
    ['modified', 'dateModified'],
    ['author', 'author'],
    ['title', 'headline'],
  ];
  for (const [field, prop] of props) {
    for (const element of [...document.querySelectorAll(`[itemprop~="${prop}"]:not(meta)`)].slice(
      0,
      5,
    )) {
      const inner = field === 'author' ? element.querySelector('[itemprop~="name"]') : null;
      readings.add(field, valueOf(inner ?? element), `itemprop:${prop}`);
    }
  }
}

function readElements(document: Document, readings: Readings): void {
  for (const element of [...document.querySelectorAll('[rel~="author" i]')].slice(0, 5))
    readings.add('author', shortText(element), 'rel:author');
  for (const element of [
    ...document.querySelectorAll('time[pubdate], article time[datetime], header time[datetime]'),
  ].slice(0, 3))
    readings.add('published', element.getAttribute('datetime') ?? shortText(element), 'time');
  for (const element of [...document.getElementsByTagName('h1')].slice(0, 3))
    readings.add('title', shortText(element), 'h1');
  readings.add('title', document.querySelector('title')?.textContent, 'title');
  readings.add('language', document.documentElement.getAttribute('lang'), 'html:lang');
}

function valueOf(element: Element): string | null {
  return element.getAttribute('content') ?? element.getAttribute('datetime') ?? shortText(element);
}

function shortText(element: Element): string | null {
  const text = element.textContent.replaceAll(/\s+/g, ' ').trim();
  return text.length > 300 ? null : text;
}

function isLink(value: string): boolean {
  return /^(?:https?:)?\/\/|^www\./i.test(value.trim());
}
