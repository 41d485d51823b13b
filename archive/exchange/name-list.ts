/** The names of an archive as a table: what each is, how else it is written, and how often it speaks and is named. */
import type { Entity } from '../model/index.ts';
import { tableBytes } from './table.ts';

export interface CountedName {
  readonly entity: Entity;
  readonly quotes: number;
  readonly rows: number;
  readonly mentions: number;
  readonly sources: number;
}

const head = [
  'id',
  'kind',
  'name',
  'spellings',
  'role',
  'protection',
  'quotes',
  'claim_rows',
  'mentions',
  'sources',
];

export function nameListTable(names: readonly CountedName[]): Uint8Array {
  return tableBytes(
    head,
    names.map(({ entity: { id, kind, name, spellings, role, protection }, ...counts }) => [
      ...[id, kind, name, spellings.join('; '), role, protection],
      ...[counts.quotes, counts.rows, counts.mentions, counts.sources],
    ]),
  );
}
