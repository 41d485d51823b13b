/** A claim as a table: its rows in order of time, what is least and most of them, and how many origins they go back to. */
import {
  type Claim,
  type ClaimNumber,
  type ClaimRow,
  type ClaimRowId,
  evenSpaces,
  type OriginId,
  type PartialDate,
  type Period,
  proves,
  type Quote,
  type Source,
} from '../model/index.ts';
import type { z } from 'zod';

/** Why a row does not count as certain. */
export type DoubtReason = 'by-hand' | 'quote-doubtful' | 'words-gone';

type Date = z.infer<typeof PartialDate>;

export interface TableRow {
  readonly row: ClaimRow;
  readonly quote: Quote;
  readonly source: Source;
  /** Its own, or else that of the claim. */
  readonly unit: string;
  readonly period: Period | null;
  /** When it was said; else when the source was published. */
  readonly told: Date | null;
  /** `A`, `B` …: rows with the same letter go back to one origin. `null` when nothing is said of that. */
  readonly origin: { readonly letter: string; readonly id: OriginId; readonly name: string } | null;
  /** Empty for a certain row. */
  readonly doubts: readonly DoubtReason[];
}

/** Rows of one unit: only these can be held against each other. */
export interface UnitRange {
  readonly unit: string;
  /** Certain rows with a number. */
  readonly rows: number;
  /** The rows that say the least and the most; more than one when they say the same. */
  readonly least: readonly ClaimRowId[];
  readonly most: readonly ClaimRowId[];
}

export interface ClaimTable {
  readonly claim: Claim;
  /** Certain rows, in order of time; those without any date come last. */
  readonly rows: readonly TableRow[];
  /** Rows in doubt, in the same order. They count nowhere. */
  readonly doubted: readonly TableRow[];
  readonly ranges: readonly UnitRange[];
  /** Origins that the certain rows go back to, when each of which nothing is said is one of its own. */
  readonly origins: number;
}

/** A row whose quote or source is gone is left out: a check of the archive tells of it. */
export function claimTable(
  claim: Claim,
  quoteOf: (id: string) => Quote | undefined,
  sourceOf: (id: string) => Source | undefined,
): ClaimTable {
  const letters = new Map(claim.origins.map(({ id }, index) => [id, letterOf(index)]));
  const all = claim.rows.flatMap((row): TableRow[] => {
    const quote = quoteOf(row.quote);
    const source = quote && sourceOf(quote.source);
    if (!quote || !source) return [];
    const origin = claim.origins.find(({ id }) => id === row.origin);
    return [
      {
        row,
        quote,
        source,
        unit: row.unit === '' ? claim.unit : row.unit,
        period: row.period ?? claim.period,
        told: quote.saidOn ?? source.metadata.published,
        origin: origin ? { ...origin, letter: letters.get(origin.id) ?? '' } : null,
        doubts: doubtsOf(row, quote),
      },
    ];
  });
  const ordered = all
    .map((row, index) => ({ row, index, key: timeKey(row) }))
    .sort((one, other) => compared(one.key, other.key) || one.index - other.index)
    .map(({ row }) => row);
  const rows = ordered.filter(({ doubts }) => doubts.length === 0);
  return {
    claim,
    rows,
    doubted: ordered.filter(({ doubts }) => doubts.length > 0),
    ranges: rangesOf(rows),
    origins: originsOf(rows),
  };
}

function doubtsOf(row: ClaimRow, quote: Quote): DoubtReason[] {
  return [
    ...(row.doubt === null ? [] : ['by-hand' as const]),
    ...(quote.check === 'doubtful' ? ['quote-doubtful' as const] : []),
    ...(proves(quote, row.written) ? [] : ['words-gone' as const]),
  ];
}

/** `A` to `Z`, then `AA`. */
export function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
}

/** When the row holds: the end of what it speaks of, or else when it was told. */
function timeKey({ row, told, period }: TableRow): string | null {
  const date = row.period?.to ?? row.period?.from ?? told ?? period?.to ?? period?.from ?? null;
  return date === null ? null : instantOf(date);
}

/** A time with its zone in UTC, so that two of them are compared as they follow each other. */
function instantOf(date: Date): string {
  if (!/T.*(?:Z|[+-]\d\d:\d\d)$/.test(date)) return date;
  const at = globalThis.Date.parse(date);
  return Number.isNaN(at) ? date : new globalThis.Date(at).toISOString();
}

function compared(one: string | null, other: string | null): number {
  if (one === other) return 0;
  if (one === null || other === null) return one === null ? 1 : -1;
  return one < other ? -1 : 1;
}

/** The least and the most that a number says; of “at least” and “at most” what it names. */
export function boundsOf(number: ClaimNumber): readonly [least: number, most: number] {
  return number.kind === 'range' ? [number.from, number.to] : [number.value, number.value];
}

function rangesOf(rows: readonly TableRow[]): UnitRange[] {
  const units = new Map<
    string,
    { unit: string; rows: { id: ClaimRowId; number: ClaimNumber }[] }
  >();
  for (const { row, unit } of rows) {
    if (row.number === null) continue;
    const key = evenSpaces(unit).toLocaleLowerCase('und');
    const known = units.get(key) ?? { unit, rows: [] };
    known.rows.push({ id: row.id, number: row.number });
    units.set(key, known);
  }
  return [...units.values()].map(({ unit, rows: counted }) => {
    const least = Math.min(...counted.map(({ number }) => boundsOf(number)[0]));
    const most = Math.max(...counted.map(({ number }) => boundsOf(number)[1]));
    const saying = (at: 0 | 1, value: number) =>
      counted.filter(({ number }) => boundsOf(number)[at] === value).map(({ id }) => id);
    return { unit, rows: counted.length, least: saying(0, least), most: saying(1, most) };
  });
}

function originsOf(rows: readonly TableRow[]): number {
  const groups = new Set(rows.flatMap(({ origin }) => (origin ? [origin.id] : [])));
  return groups.size + rows.filter(({ origin }) => origin === null).length;
}
