/** Where a tag stands, and records with other tags: what merging, splitting, deleting and tagging of many share. */
import { fail, ok, type Result } from '../../lib/result.ts';
import {
  type Change,
  limits,
  type Put,
  type Quote,
  type Source,
  type TagId,
} from '../../model/index.ts';
import type { TaggedItems } from '../../requests.ts';
import type { Reading } from '../state.ts';

export type Tagged =
  | { readonly collection: 'sources'; readonly record: Source }
  | { readonly collection: 'quotes'; readonly record: Quote };

export function usesOf(reading: Reading, tag: TagId): Tagged[] {
  return [...allTagged(reading)].filter(({ record }) => record.tags.includes(tag));
}

function* allTagged(reading: Reading): Generator<Tagged> {
  for (const record of reading.all('sources')) yield { collection: 'sources', record };
  for (const record of reading.all('quotes')) yield { collection: 'quotes', record };
}

export function taggedItems(
  reading: Reading,
  { sources, quotes }: TaggedItems,
): Result<Tagged[], 'source-missing' | 'quote-missing'> {
  const found: Tagged[] = [];
  for (const id of new Set(sources)) {
    const record = reading.get('sources', id);
    if (!record) return fail('source-missing');
    found.push({ collection: 'sources', record });
  }
  for (const id of new Set(quotes)) {
    const record = reading.get('quotes', id);
    if (!record) return fail('quote-missing');
    found.push({ collection: 'quotes', record });
  }
  return ok(found);
}

/** The records whose tags become others by `change`, with these. */
export function retagged(
  items: readonly Tagged[],
  change: (tags: readonly TagId[]) => readonly TagId[],
  now: string,
): Tagged[] {
  return items.flatMap((item): Tagged[] => {
    const tags = [...new Set(change(item.record.tags))];
    if (tags.join() === item.record.tags.join()) return [];
    return item.collection === 'sources'
      ? [{ ...item, record: { ...item.record, tags, changedAt: now } }]
      : [{ ...item, record: { ...item.record, tags, changedAt: now } }];
  });
}

/** The tag stands where the other stood; once, when both did. */
export const inPlaceOf =
  (from: TagId, into: TagId) =>
  (tags: readonly TagId[]): readonly TagId[] =>
    tags.map((tag) => (tag === from ? into : tag));

export const without =
  (gone: readonly TagId[]) =>
  (tags: readonly TagId[]): readonly TagId[] =>
    tags.filter((tag) => !gone.includes(tag));

/** How many of each sort: for the log, whose lines name no more subjects than a list may have. */
export function countsOf(items: readonly Tagged[]): { sources: number; quotes: number } {
  const sources = items.filter(({ collection }) => collection === 'sources').length;
  return { sources, quotes: items.length - sources };
}

const encoder = new TextEncoder();

/** A change of many records: refused where a frame could not hold it, or a record not all of its tags. */
export function manyPut(
  action: Change['activity']['action'],
  { puts, deletes = [] }: { readonly puts: readonly Put[]; readonly deletes?: Change['deletes'] },
  subjects: readonly string[],
  facts: Change['activity']['facts'],
): Result<Change, 'change-too-large' | 'too-large'> {
  let bytes = 0;
  for (const { collection, record } of puts) {
    const tagged = collection === 'sources' || collection === 'quotes';
    if (tagged && record.tags.length > limits.listLength) return fail('too-large');
    bytes += encoder.encode(JSON.stringify(record)).length;
    if (bytes > limits.changeBytes) return fail('change-too-large');
  }
  const named = [...new Set([...subjects, ...puts.map(({ record }) => record.id)])];
  return ok({
    puts,
    deletes,
    activity: { action, subjects: named.slice(0, limits.listLength), facts },
  });
}
