/** The exhibits as records of Dublin Core terms: as JSON, and as a table. They say what the PDF prints of each, and no more. */
import { regionsOf, type Source, type SourceKind, type Stated } from '../../model/index.ts';
import type { Cell } from '../table.ts';
import type { Withheld } from './originals.ts';

/** What lies in the package of an exhibit. */
export interface PackedFiles {
  /** Its original, or its pixels, below `data/`. */
  readonly file: string | null;
  readonly withheld: Withheld | null;
  readonly text: string | null;
}

export interface PackedItem extends PackedFiles {
  readonly exhibit: number;
  readonly source: Source;
}

const NOTHING = /^0+$/;
const TYPES: Readonly<Record<SourceKind, string>> = {
  page: 'Text',
  text: 'Text',
  image: 'StillImage',
  file: 'Dataset',
  mail: 'Text',
  chat: 'Text',
  reference: 'Text',
};

export function itemsDocument(items: readonly PackedItem[]): object {
  return {
    '@context': { dcterms: 'http://purl.org/dc/terms/' },
    items: items.map(({ exhibit, source, file, text, withheld }) => ({
      exhibit,
      '@id': `urn:kuferak:${source.id}`,
      ...Object.fromEntries(termsOf(source).filter(([, value]) => value !== null)),
      capture: captureOf(source),
      original: originalOf(source),
      file,
      ...(regionsOf(source).length > 0 && {
        covered: regionsOf(source).map(({ x, y, width, height, page, reason }) => {
          return { ...(page !== undefined && { page }), x, y, width, height, reason };
        }),
      }),
      withheld,
      text,
    })),
  };
}

type Term = readonly [name: string, value: string | readonly string[] | null];

/** `null` is not known. */
function termsOf(source: Source): readonly Term[] {
  const { shelfmark, kind, title, metadata, original, text, note } = source;
  const { authors, publisher, published, modified, event, address, licence } = metadata;
  return [
    ['dcterms:identifier', shelfmark],
    ['dcterms:title', title],
    ['dcterms:type', TYPES[kind]],
    ['dcterms:creator', authors.length > 0 ? authors : null],
    ['dcterms:publisher', publisher],
    ['dcterms:issued', published],
    ['dcterms:modified', modified],
    ['dcterms:temporal', event],
    ['dcterms:language', text?.language ?? null],
    ['dcterms:source', address],
    ['dcterms:rights', licence],
    ['dcterms:format', original.mediaType],
    ['dcterms:extent', `${original.size} bytes`],
    ['dcterms:description', note.trim() === '' ? null : note],
  ];
}

/** How sensitive it is was noted for those who have the archive. */
function captureOf({ capture, addedAt }: Source) {
  return {
    collectedBy: statedText(capture.collectedBy),
    collectedAt: statedText(capture.collectedAt),
    place: statedText(capture.place),
    method: statedText(capture.method),
    device: statedText(capture.device),
    consent: statedText(capture.consent),
    addedAt,
  };
}

function originalOf({ original: { name, size, sha256, sha512 } }: Source) {
  return { name, size, sha256: digestText(sha256), sha512: digestText(sha512) };
}

/** One by which a hidden name could be guessed and checked is all zeros. */
function digestText(digest: string): string | null {
  return NOTHING.test(digest) ? null : digest;
}

function statedText(stated: Stated): string {
  return stated.state === 'value' ? stated.value : stated.state;
}

function joined(values: readonly string[] | null): string | null {
  return values?.join('; ') ?? null;
}

export const itemsHead = [
  'exhibit',
  ...['identifier', 'title', 'type', 'creator', 'publisher', 'issued', 'modified'].map(term),
  ...['temporal', 'language', 'source', 'rights', 'format', 'extent', 'description'].map(term),
  ...['collected_by', 'collected_at', 'place', 'method', 'device', 'consent', 'added'],
  ...['original_name', 'original_bytes', 'sha256', 'sha512', 'file', 'withheld', 'text'],
  'covered',
];

function term(name: string): string {
  return `dcterms:${name}`;
}

export function itemsRow({ exhibit, source, file, withheld, text }: PackedItem): Cell[] {
  return [
    exhibit,
    ...termsOf(source).map(([, value]) => (typeof value === 'string' ? value : joined(value))),
    ...Object.values(captureOf(source)),
    ...Object.values(originalOf(source)),
    file,
    withheld,
    text,
    regionsOf(source).length,
  ];
}
