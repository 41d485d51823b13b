/** Reads a bibliography in CSL JSON, as Zotero and others write it: each item is a reference. */
import { z } from 'zod';
import type { Hint, SourceDraft } from '../draft.ts';
import { itemSpans, jsonStart, memberStart } from '../json/spans.ts';
import type { Part, Unpacked } from '../parts.ts';
import { Readings } from '../readings.ts';
import { makeReference } from '../reference.ts';
import { cleanLine, withoutMarks } from '../title.ts';
import { keepAsFile } from './file.ts';

export function readCsl(bytes: Uint8Array, hint: Hint, mediaType: string): Unpacked {
  const json = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { draft: keepAsFile(hint, mediaType, []), parts: itemsOf(json) };
}

function* itemsOf(json: Buffer): Generator<Part> {
  const start = jsonStart(json);
  const items = memberStart(json, start, 'items');
  let number = 0;
  for (const span of itemSpans(json, items === -1 ? start : items)) {
    const bytes = new Uint8Array(json.subarray(span.start, span.end));
    yield { name: `item ${++number}`, bytes, hint: { as: 'csl-item' } };
  }
}

const Words = z.union([z.string(), z.number()]).transform(String).optional().catch(undefined);
const Name = z.looseObject({
  family: Words,
  given: Words,
  literal: Words,
  'non-dropping-particle': Words,
  'dropping-particle': Words,
});
const When = z.looseObject({
  'date-parts': z
    .array(z.array(z.union([z.string(), z.number()])))
    .optional()
    .catch(undefined),
  raw: Words,
  literal: Words,
});
const Item = z.looseObject({
  type: Words,
  title: Words,
  author: z.array(Name).max(1_000).catch([]),
  publisher: Words,
  'container-title': Words,
  issued: When.optional().catch(undefined),
  accessed: When.optional().catch(undefined),
  URL: Words,
  DOI: Words,
  abstract: Words,
  note: Words,
  language: Words,
});

export function readCslItem(bytes: Uint8Array, hint: Hint, mediaType: string): SourceDraft {
  const item = Item.parse(JSON.parse(new TextDecoder().decode(bytes)));
  const authors = item.author.map(nameOf).filter((name) => name !== '');
  const published = dateOf(item.issued);
  const address = item.URL ?? (item.DOI === undefined ? undefined : `https://doi.org/${item.DOI}`);
  const title = item.title === undefined ? null : withoutMarks(item.title);
  const readings = new Readings();
  readings.add('title', title, 'csl:title');
  for (const author of authors) readings.add('author', author, 'csl:author');
  readings.add('publisher', item['container-title'], 'csl:container-title');
  readings.add('publisher', item.publisher, 'csl:publisher');
  readings.add('published', published, 'csl:issued');
  readings.add('captured', dateOf(item.accessed), 'csl:accessed');
  readings.add('address', address, item.URL === undefined ? 'csl:DOI' : 'csl:URL');
  readings.add('identifier', item.DOI, 'csl:DOI');
  readings.add('language', item.language, 'csl:language');
  readings.add('description', item.abstract, 'csl:abstract');
  const lines = [
    authors.join('; '),
    [item['container-title'], item.publisher, published].filter(Boolean).join(', '),
    address,
    item.abstract,
    item.note,
  ].filter((line): line is string => line !== undefined && line !== '');
  return makeReference(
    {
      title,
      lines,
      authors: [...new Set(authors)],
      readings,
      method: 'kuferak-csl',
    },
    hint,
    mediaType,
  );
}

function nameOf(name: z.infer<typeof Name>): string {
  const parts = [name.given, name['dropping-particle'], name['non-dropping-particle'], name.family];
  return cleanLine(name.literal ?? parts.filter(Boolean).join(' '), 200);
}

/** `{"date-parts": [[2026, 4, 9]]}` → `2026-04-09`. */
function dateOf(when: z.infer<typeof When> | undefined): string | undefined {
  const parts = when?.['date-parts']?.[0]?.slice(0, 3).map((part) => String(part).padStart(2, '0'));
  return parts === undefined || parts.length === 0 ? (when?.raw ?? when?.literal) : parts.join('-');
}
