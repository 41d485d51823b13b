/** Why two passages were matched: what they share, as data. */
import type { Account } from './account.ts';
import type { Range, Reason, ReasonKind, SentencePair } from './comparison.ts';
import type { BothVectors, FeatureSort, Vector } from './features.ts';
import type { SharedWords } from './shared.ts';

const QUOTATION = /[«“„"]([^«»“”„"]{12,}?)[»”“"]/gu;
const MOST_OF_A_KIND = 4;
const MOST_WORDS = 5;
/** Sentences this much alike that both quote are taken to quote the same. */
const SAME_QUOTE_SENTENCE = 0.4;
/** Words of a quotation that must be shared. */
const SHARED_QUOTE_WORDS = 4;

const KINDS: Readonly<Record<FeatureSort, ReasonKind>> = {
  number: 'same-number',
  date: 'same-date',
  name: 'same-name',
  concept: 'same-words',
  word: 'same-words',
};

/** Quotations inside a range, without their marks. */
export function quotationsIn(text: string, [start, end]: Range): Range[] {
  return [...text.slice(start, end).matchAll(QUOTATION)].map((found) => {
    const from = start + found.index + 1;
    return [from, from + (found[1] ?? '').length];
  });
}

const overlaps = (a: Range, b: Range) => a[0] < b[1] && b[0] < a[1];

/** Finds shared passages by the passage of A in which they begin or go on. */
export class SharedByPassage {
  readonly #of = new Map<number, SharedWords[]>();

  constructor(account: Account, shared: readonly SharedWords[]) {
    for (const run of shared) {
      const passages = new Set<number>();
      for (let at = run.a[0]; at < run.a[1]; at++) passages.add(account.passageOf[at] ?? -1);
      for (const passage of passages) {
        const list = this.#of.get(passage);
        if (list === undefined) this.#of.set(passage, [run]);
        else list.push(run);
      }
    }
  }

  in(passage: number): readonly SharedWords[] {
    return this.#of.get(passage) ?? [];
  }
}

function quoteReasons(
  a: Account,
  b: Account,
  i: number,
  j: number,
  shared: SharedByPassage,
  sentences: readonly SentencePair[],
): Reason[] {
  const unitA = a.passages.units[i];
  const unitB = b.passages.units[j];
  if (unitA === undefined || unitB === undefined) return [];
  const quotesA = quotationsIn(a.text, [unitA.start, unitA.end]);
  if (quotesA.length === 0) return [];
  const quotesB = quotationsIn(b.text, [unitB.start, unitB.end]);
  const reasons: Reason[] = [];
  for (const quoteA of quotesA) {
    const same = quotesB.find(
      (quoteB) =>
        shared
          .in(i)
          .some(
            ({ passage }) =>
              passage.words >= SHARED_QUOTE_WORDS &&
              overlaps(passage.a, quoteA) &&
              overlaps(passage.b, quoteB),
          ) ||
        sentences.some(
          (pair) =>
            pair.score >= SAME_QUOTE_SENTENCE &&
            overlaps(pair.a, quoteA) &&
            overlaps(pair.b, quoteB),
        ),
    );
    if (same !== undefined)
      reasons.push({
        kind: 'same-quote',
        a: a.text.slice(quoteA[0], quoteA[1]),
        b: b.text.slice(same[0], same[1]),
      });
  }
  return reasons;
}

function sharedFeatures(a: Vector, b: Vector): { feature: number; weight: number }[] {
  const weights = new Map<number, number>();
  a.features.forEach((feature, at) => weights.set(feature, a.weights[at] ?? 0));
  const found: { feature: number; weight: number }[] = [];
  b.features.forEach((feature) => {
    const weight = weights.get(feature);
    if (weight !== undefined) found.push({ feature, weight });
  });
  return found.sort((x, y) => y.weight - x.weight || x.feature - y.feature);
}

/** What passages `i` of A and `j` of B share, heaviest first within each kind; quotes first. */
export function reasonsFor(
  a: Account,
  b: Account,
  vectors: BothVectors,
  i: number,
  j: number,
  shared: SharedByPassage,
  sentences: readonly SentencePair[],
): Reason[] {
  const reasons = quoteReasons(a, b, i, j, shared, sentences);
  const left = vectors.a.passages[i];
  const right = vectors.b.passages[j];
  if (left === undefined || right === undefined) return reasons;
  const counts = new Map<ReasonKind, number>();
  const told = new Set<string>();
  const placesA = vectors.a.placesIn(i);
  const placesB = vectors.b.placesIn(j);
  for (const { feature } of sharedFeatures(left, right)) {
    const kind = KINDS[vectors.sorts[feature] ?? 'word'];
    const count = counts.get(kind) ?? 0;
    if (count >= (kind === 'same-words' ? MOST_WORDS : MOST_OF_A_KIND)) continue;
    const rangeA = placesA.get(feature);
    const rangeB = placesB.get(feature);
    if (rangeA === undefined || rangeB === undefined) continue;
    // One word is one reason, although it may be met as a word and as a concept.
    const key = `${rangeA[0]}:${rangeB[0]}`;
    if (told.has(key)) continue;
    told.add(key);
    counts.set(kind, count + 1);
    reasons.push({
      kind,
      a: a.text.slice(rangeA[0], rangeA[1]),
      b: b.text.slice(rangeB[0], rangeB[1]),
    });
  }
  return reasons;
}
