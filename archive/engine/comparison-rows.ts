/** A comparison as rows for a two-column table. Reasons are signs and words of the sources alone, so they need no translation. */
import type { Comparison, Fact, FactPair, Match, Reason } from '../compare/index.ts';
import { BY_HAND, type ComparedRow } from '../dossier/index.ts';
import { type MarkedWords, sidesOf } from './marked-words.ts';

export function comparisonRows(
  comparison: Comparison,
  textA: string,
  textB: string,
): ComparedRow[] {
  const { matches, onlyA, onlyB, facts } = comparison;
  const { inA, inB } = sidesOf(comparison, textA, textB);
  const places: { place: number; row: ComparedRow }[] = [];
  for (const match of matches) {
    const about = facts.filter((pair) => standsIn(pair.a, match.a) || standsIn(pair.b, match.b));
    const verdict = verdictOf(match, about);
    places.push({
      place: match.a[0] ?? 0,
      row: {
        ...beside(inA(match.a, match), inB(match.b, match)),
        verdict,
        moved: match.moved,
        // Where every word is the same, none needs to be named.
        reasons: [
          ...(verdict === 'same' ? [] : match.reasons.map(reasonText)),
          ...about.flatMap(saidOf),
        ],
      },
    });
  }
  for (const at of onlyA) {
    places.push({
      place: at,
      row: {
        ...beside(inA([at]), NOTHING),
        verdict: 'only-a',
        moved: false,
        reasons: madeOf(facts.filter(({ a }) => standsIn(a, [at]))),
      },
    });
  }
  for (const at of onlyB) {
    const row: ComparedRow = {
      ...beside(NOTHING, inB([at])),
      verdict: 'only-b',
      moved: false,
      reasons: madeOf(facts.filter(({ b }) => standsIn(b, [at]))),
    };
    places.push({ place: placeBefore(matches, at), row });
  }
  return places.sort((x, y) => x.place - y.place).map(({ row }) => row);
}

const NOTHING: MarkedWords = { text: '', marks: [] };

function beside(a: MarkedWords, b: MarkedWords): Pick<ComparedRow, 'a' | 'b' | 'marks'> {
  return { a: a.text, b: b.text, marks: { a: a.marks, b: b.marks } };
}

function standsIn(fact: Fact | null, passages: readonly number[]): boolean {
  return fact !== null && passages.includes(fact.passage);
}

function differs({ verdict }: FactPair): boolean {
  return verdict === 'differs';
}

function verdictOf(match: Match, about: readonly FactPair[]): ComparedRow['verdict'] {
  if (about.some(differs)) return 'differs';
  if (!match.diff) return 'match';
  return match.diff.every(({ kind }) => kind === 'same') ? 'same' : 'differs';
}

function reasonText({ a, b }: Reason): string {
  return a === b ? a : `${a} = ${b}`;
}

/** Facts that differ, and those that a person paired, with a sign that she did. */
function saidOf(pair: FactPair): string[] {
  const made = pair.byHand?.decision === 'made';
  if (!made && !differs(pair)) return [];
  // The passages stand beside each other in whole.
  if (pair.kind === 'words') return [`= ${BY_HAND}`];
  const sign = differs(pair) ? '≠' : '=';
  return [`${pair.a?.text ?? '–'} ${sign} ${pair.b?.text ?? '–'}${made ? ` ${BY_HAND}` : ''}`];
}

function madeOf(pairs: readonly FactPair[]): string[] {
  return pairs.filter(({ byHand }) => byHand?.decision === 'made').flatMap(saidOf);
}

/** What stands only in B comes after the passage of A whose answer stands before it in B. */
function placeBefore(matches: readonly Match[], at: number): number {
  let place = -0.5;
  for (const match of matches) {
    if ((match.b[0] ?? 0) < at) place = Math.max(place, (match.a.at(-1) ?? 0) + 0.5);
  }
  return place;
}
