/** Where else wording stands, as a table: a row for each passage, with the words on both sides. */
import type { SharedPassage } from '../compare/index.ts';
import type { SourceId } from '../model/index.ts';
import { tableBytes } from './table.ts';

/** A passage of the source that was asked for, and of another one. */
export interface WordingRow {
  /** Counted from 1: sources of one number are one text in the main. */
  readonly group: number;
  readonly withAsked: boolean;
  readonly earliest: boolean;
  readonly source: SourceId;
  readonly shelfmark: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly language: string;
  readonly relation: string | null;
  readonly share: number;
  readonly shareOfOther: number;
  readonly passage: SharedPassage;
  readonly words: string;
  readonly wordsThere: string;
}

const head = [
  'group',
  'with_asked_source',
  'among_earliest',
  'shelfmark',
  'title',
  'publisher',
  'published',
  'language',
  'relation',
  'share_of_asked',
  'share_of_this',
  'passage_words',
  'passage_kind',
  'passage_similarity',
  'words_asked',
  'words_here',
  'start_asked',
  'end_asked',
  'start_here',
  'end_here',
  'source',
];

export function wordingTable(rows: readonly WordingRow[]): Uint8Array {
  return tableBytes(
    head,
    rows.map(({ passage, ...row }) => [
      ...[row.group, row.withAsked ? 'yes' : 'no', row.earliest ? 'yes' : 'no'],
      ...[row.shelfmark, row.title, row.publisher, row.published, row.language, row.relation],
      ...[rounded(row.share), rounded(row.shareOfOther)],
      ...[passage.words, passage.kind, rounded(passage.similarity), row.words, row.wordsThere],
      ...[...passage.a, ...passage.b, row.source],
    ]),
  );
}

const rounded = (share: number): number => Math.round(share * 1_000) / 1_000;
