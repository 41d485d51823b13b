/** A timeline as a table: each date as far as it is known, of what it is the date, and what it is of. */
import type { Entity, Source, Tag } from '../model/index.ts';
import type { TimelineEntry } from '../timeline/index.ts';
import { tableBytes } from './table.ts';

interface View {
  readonly sources: readonly Source[];
  readonly entities: readonly Entity[];
  readonly tags: readonly Tag[];
}

const head = [
  'from',
  'to',
  'date_of',
  'shelfmark',
  'title',
  'words',
  'question',
  'who',
  'tags',
  'source',
  'quote',
  'claim',
  'claim_row',
];

export function timelineTable(
  entries: readonly TimelineEntry[],
  { sources, entities, tags }: View,
): Uint8Array {
  const shelf = new Map(sources.map((source) => [source.id, source]));
  const named = new Map(entities.map(({ id, name }) => [id, name]));
  const tagged = new Map(tags.map(({ id, name }) => [id, name]));
  return tableBytes(
    head,
    entries.map((entry) => {
      const source = shelf.get(entry.source);
      return [
        ...[entry.from, entry.to, entry.role, source?.shelfmark ?? '', source?.title ?? ''],
        ...[entry.words, entry.question, entry.who === null ? '' : (named.get(entry.who) ?? '')],
        ...[entry.tags.flatMap((tag) => tagged.get(tag) ?? []).join('; ')],
        ...[entry.source, entry.quote, entry.claim, entry.row],
      ];
    }),
  );
}
