/** What a comparison found, as one list: each row has a stretch of one text, of the other, or of both. */
import type { Comparison, Range, Reason, Unit } from '../compare/index.ts';

export interface ComparedRow {
  /** A passage and its answer, a passage without one, words that both share, or a fact. */
  readonly part: 'passage' | 'shared' | 'fact';
  /**
   * Of passages: `same`, `changed`, `moved`, `answers` (of accounts, which tell one thing in their own words), `only-a`,
   * `only-b`. Of shared words: `verbatim`, `near`. Of facts: `same`, `differs`, `only-a`, `only-b`.
   */
  readonly verdict: string;
  /** Of facts what is counted, and which kind of fact it is; else empty. */
  readonly about: string;
  /** 0 to 1; `null` where nothing is scored. */
  readonly score: number | null;
  /** A person paired them, or said that they are no pair. */
  readonly byHand: 'made' | 'broken' | null;
  readonly reasons: readonly Reason[];
  readonly a: Range | null;
  readonly b: Range | null;
}

export function comparedRows(comparison: Comparison): ComparedRow[] {
  return [...passageRows(comparison), ...sharedRows(comparison), ...factRows(comparison)];
}

/** Passages of A in their order, then those that only B has. */
function passageRows({ kind, a, b, matches, onlyA, onlyB }: Comparison): ComparedRow[] {
  const alone = { part: 'passage', about: '', score: null, byHand: null, reasons: [] } as const;
  const rows = [
    ...matches.map((match): ComparedRow => {
      const { diff, moved, score, reasons } = match;
      const changed = diff?.some((part) => part.kind !== 'same') ?? false;
      const same = kind === 'versions' ? 'same' : 'answers';
      const verdict = changed ? 'changed' : moved ? 'moved' : same;
      const [left, right] = [around(a, match.a), around(b, match.b)];
      const byHand = match.byHand?.decision ?? null;
      return { ...alone, verdict, score, byHand, reasons, a: left, b: right };
    }),
    ...onlyA.map((at) => ({ ...alone, verdict: 'only-a', a: around(a, [at]), b: null })),
  ];
  const begin = (row: ComparedRow) => row.a?.[0] ?? 0;
  return [
    ...rows.sort((one, other) => begin(one) - begin(other)),
    ...onlyB.map((at) => ({ ...alone, verdict: 'only-b', a: null, b: around(b, [at]) })),
  ];
}

/** From the beginning of the first to the end of the last. */
function around(units: readonly Unit[], indices: readonly number[]): Range | null {
  const first = units[indices[0] ?? -1];
  const last = units[indices.at(-1) ?? -1];
  return first && last ? [first.start, last.end] : null;
}

function sharedRows({ shared }: Comparison): ComparedRow[] {
  return shared.map(({ a, b, kind, similarity }) => {
    const row = { part: 'shared', verdict: kind, about: '', score: similarity } as const;
    return { ...row, byHand: null, reasons: [], a, b };
  });
}

function factRows({ facts }: Comparison): ComparedRow[] {
  return facts.map(({ kind, a, b, verdict, label, reasons, byHand }) => {
    const about = label === '' ? kind : `${kind}: ${label}`;
    const [left, right] = [a && ([a.start, a.end] as const), b && ([b.start, b.end] as const)];
    const row = { part: 'fact', verdict, about, score: null } as const;
    return { ...row, byHand: byHand?.decision ?? null, reasons, a: left, b: right };
  });
}
