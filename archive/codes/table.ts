/** Tables of the codebook: the tags used most, where they meet, and in which sources they stand. */
import { limits, type Quote, type Source, type Tag, type TagId } from '../model/index.ts';
import { meetingsOf } from './meetings.ts';
import { countUses } from './uses.ts';

export interface CountedTag {
  readonly tag: TagId;
  readonly name: string;
  readonly colour: number;
  /** On sources as a whole, and on quotes. */
  readonly sources: number;
  readonly quotes: number;
}

export interface SourceRow {
  readonly source: Source['id'];
  readonly shelfmark: string;
  readonly title: string;
  /** For each tag, how many quotes of the source have it. */
  readonly quotes: readonly number[];
  /** The places of those tags that the source itself has. */
  readonly own: readonly number[];
}

interface Columns {
  /** Most used first. */
  readonly tags: readonly CountedTag[];
  /** Tags that are used and left out. */
  readonly tagsLeft: number;
}

export type CodeTable =
  | (Columns & { readonly kind: 'counts' })
  /** `meetings`: for each tag how often it meets each; with itself, how many quotes have it. */
  | (Columns & { readonly kind: 'matrix'; readonly meetings: readonly (readonly number[])[] })
  | (Columns & {
      readonly kind: 'by-source';
      /** Those with most quotes first; sources with none of the tags are left out. */
      readonly rows: readonly SourceRow[];
      /** Sources with any of the tags that are left out: there are too many. */
      readonly rowsLeft: number;
    });

export interface Coded {
  readonly tags: readonly Tag[];
  readonly sources: readonly Pick<Source, 'id' | 'shelfmark' | 'title' | 'tags'>[];
  readonly quotes: readonly Pick<Quote, 'source' | 'anchor' | 'tags'>[];
}

/** `most`: so many tags at the most, those that are used most. */
export function codeTable(kind: CodeTable['kind'], most: number, coded: Coded): CodeTable {
  const columns = mostUsed(coded, most);
  const ids = columns.tags.map(({ tag }) => tag);
  switch (kind) {
    case 'counts':
      return { kind, ...columns };
    case 'matrix':
      return { kind, ...columns, meetings: meetingsOf(ids, coded.quotes) };
    case 'by-source':
      return { kind, ...columns, ...sourceRows(ids, coded) };
  }
}

function mostUsed({ tags, sources, quotes }: Coded, most: number): Columns {
  const known = new Map(tags.map((tag) => [tag.id, tag]));
  const counted = countUses(sources, quotes).flatMap((use): CountedTag[] => {
    const tag = known.get(use.tag);
    return tag ? [{ ...use, name: tag.name, colour: tag.colour }] : [];
  });
  counted.sort(
    (a, b) => b.quotes + b.sources - (a.quotes + a.sources) || (a.name < b.name ? -1 : 1),
  );
  return { tags: counted.slice(0, most), tagsLeft: Math.max(0, counted.length - most) };
}

function sourceRows(ids: readonly TagId[], { sources, quotes }: Coded) {
  const numbers = new Map(ids.map((tag, number) => [tag, number]));
  const numbersOf = (tags: readonly TagId[]) =>
    [...new Set(tags)].flatMap((tag) => numbers.get(tag) ?? []);
  const counts = new Map<string, number[]>();
  for (const { source, tags } of quotes)
    for (const number of numbersOf(tags)) {
      const row = counts.get(source) ?? ids.map(() => 0);
      row[number] = (row[number] ?? 0) + 1;
      counts.set(source, row);
    }
  const rows = sources.flatMap(({ id, shelfmark, title, tags }): SourceRow[] => {
    const [counted, own] = [counts.get(id), numbersOf(tags)];
    if (!counted && own.length === 0) return [];
    return [{ source: id, shelfmark, title, quotes: counted ?? ids.map(() => 0), own }];
  });
  rows.sort((a, b) => sum(b.quotes) - sum(a.quotes) || (a.shelfmark < b.shelfmark ? -1 : 1));
  const { codeTableSources: bound } = limits;
  return { rows: rows.slice(0, bound), rowsLeft: Math.max(0, rows.length - bound) };
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
