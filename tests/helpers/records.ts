/** Believable records for tests: invented material in three scripts, with valid identifiers and digests. */
import { createHash } from 'node:crypto';
import type {
  BlobId,
  Entity,
  Quote,
  Source,
  Tag,
  TextDocument,
} from '../../archive/model/index.ts';
import {
  newEntityId,
  newQuoteId,
  newSourceId,
  newTagId,
  unknown,
  withheld,
} from '../../archive/model/index.ts';

const NOW = '2026-03-12T08:30:00.000Z';

export const sha256 = (data: string | Uint8Array) =>
  createHash('sha256').update(data).digest('hex');
export const sha512 = (data: string | Uint8Array) =>
  createHash('sha512').update(data).digest('hex');

/** Paragraphs parted by an empty line. */
export function documentOf(
  text: string,
  language = 'en',
  direction: 'ltr' | 'rtl' = 'ltr',
): TextDocument {
  const blocks: TextDocument['blocks'] = [];
  let start = 0;
  for (const part of text.split('\n\n')) {
    blocks.push({ kind: 'paragraph', start, end: start + part.length });
    start += part.length + 2;
  }
  return { version: 1, text, blocks, spans: [], language, direction };
}

export function makeSource(
  number: number,
  title: string,
  bytes: Uint8Array,
  document: TextDocument | null,
): Source {
  return {
    id: newSourceId(),
    shelfmark: `K-${String(number).padStart(4, '0')}`,
    kind: document ? 'page' : 'image',
    title,
    original: {
      blob: sha256(`blob ${number}`) as BlobId,
      name: document ? `page ${number}.html` : `picture ${number}.png`,
      mediaType: document ? 'text/html' : 'image/png',
      size: bytes.length,
      sha256: sha256(bytes),
      sha512: sha512(bytes),
    },
    text: document && {
      blob: sha256(`text ${number}`) as BlobId,
      sha256: sha256(document.text),
      length: document.text.length,
      words: document.text.split(/\s+/).length,
      language: document.language,
      direction: document.direction,
      encoding: { label: 'utf-8', guessed: false },
      method: { name: 'kuferak-html', version: '1' },
      madeAt: NOW,
    },
    image: document ? null : { width: 800, height: 600, orientation: 1 },
    metadata: {
      authors: [],
      publisher: 'The Harbour Bell',
      published: '2026-03-10',
      modified: null,
      event: null,
      address: `https://harbour-bell.example/${number}`,
      licence: null,
      readings: [],
    },
    capture: {
      collectedBy: withheld,
      collectedAt: unknown,
      place: unknown,
      method: unknown,
      device: unknown,
      consent: unknown,
    },
    versionOf: null,
    tags: [],
    note: '',
    graphic: false,
    addedAt: NOW,
    changedAt: NOW,
  };
}

export function makeQuote(
  source: Source,
  document: TextDocument,
  exact: string,
  more: Partial<Quote> = {},
): Quote {
  const start = document.text.indexOf(exact);
  if (start < 0) throw new Error('the passage stands in the document');
  return {
    id: newQuoteId(),
    source: source.id,
    anchor: {
      kind: 'text',
      exact,
      prefix: document.text.slice(Math.max(0, start - 20), start),
      suffix: document.text.slice(start + exact.length, start + exact.length + 20),
      start,
      end: start + exact.length,
      textSha256: sha256(document.text),
    },
    language: document.language,
    speaker: null,
    attribution: null,
    saidOn: null,
    translation: null,
    note: '',
    tags: [],
    check: 'unchecked',
    createdAt: NOW,
    changedAt: NOW,
    ...more,
  };
}

export function makeTag(name: string, more: Partial<Tag> = {}): Tag {
  return { id: newTagId(), name, colour: 1, definition: '', parent: null, ...more };
}

export function makePerson(name: string, more: Partial<Entity> = {}): Entity {
  return {
    id: newEntityId(),
    kind: 'person',
    name,
    spellings: [],
    role: '',
    protection: 'public',
    note: '',
    ...more,
  };
}
