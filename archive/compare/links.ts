/** Every link of two passages that is worth a look, with how alike they are. */
import type { Account } from './account.ts';
import { candidateFinder } from './candidates.ts';
import type { Link } from './chain.ts';
import type { SentencePair } from './comparison.ts';
import { likeness, type Vectors } from './features.ts';
import type { SharedWords } from './shared.ts';
import { unlikeIn } from './unlike.ts';

type Kind = 'versions' | 'accounts';

/** Passages that are less alike are no candidates: of accounts almost anything is, until what speaks for it was weighed. */
const LEAST_ALIKE: Readonly<Record<Kind, number>> = { versions: 0.075, accounts: 0.00005 };

/** A single like sentence in two longer passages makes them alike to this share. */
const SENTENCE_SHARE = 0.85;
/** Sentences of a passage that are compared one by one. */
const MOST_SENTENCES = 24;
/** Sentences less alike than this are no pair. */
const LEAST_SENTENCE = 0.15;

/** A shorter passage is counted as so many words, so that a shared phrase alone does not match it. */
const SHORTEST_COVERED = 6;
const PROGRESS_EVERY = 128;
const LONGEST_HEADLINE = 160;
const HEADLINE_SCORE = 0.35;
const LONGEST_FRAME = 12;
const LEAST_FRAME = 2;
const FRAME_SCORE = 0.5;
/** The passage in which a byline stands. */
const BYLINE = 1;
const SENTENCE_END = /[.!?؟…]$/;

/** Two indexes or offsets as one number: both are below 2²⁴. */
const KEY_BASE = 2 ** 24;
export const linkKey = (a: number, b: number): number => a * KEY_BASE + b;

/** Share of the words of the shorter passage that stand in shared passages of both; by pair. */
function coverage(
  a: Account,
  b: Account,
  shared: readonly SharedWords[],
): Map<number, { a: number; b: number; words: number }> {
  const covered = new Map<number, { a: number; b: number; words: number }>();
  // After words that only one side has, the same words stand at other distances from the beginning of the run.
  for (const run of shared.flatMap(({ same }) => same)) {
    for (let step = 0; step < run.words; step++) {
      const i = a.passageOf[run.a + step] ?? -1;
      const j = b.passageOf[run.b + step] ?? -1;
      if (i < 0 || j < 0) continue;
      const key = linkKey(i, j);
      const known = covered.get(key);
      if (known === undefined) covered.set(key, { a: i, b: j, words: 1 });
      else known.words++;
    }
  }
  return covered;
}

function wordCounts(account: Account): Int32Array {
  const counts = new Int32Array(account.passages.units.length);
  for (const passage of account.passageOf)
    if (passage >= 0) counts[passage] = (counts[passage] ?? 0) + 1;
  return counts;
}

type KeysOf = (account: Account) => string[];

const wordings: KeysOf = (account) => {
  const keys = account.passages.units.map(() => '');
  account.passageOf.forEach((passage, at) => {
    if (passage >= 0) keys[passage] = `${keys[passage] ?? ''}${account.words.word[at] ?? -1} `;
  });
  return keys;
};

/** A byline ("Updated 18 June at 9:00") has the same words around other figures. Empty of longer passages, and of figures alone. */
const frames: KeysOf = (account) => {
  const counts = wordCounts(account);
  const keys = account.passages.units.map(() => '');
  const plain = keys.map(() => 0);
  account.passageOf.forEach((passage, at) => {
    if (passage < 0 || (counts[passage] ?? 0) > LONGEST_FRAME) return;
    const { digits } = account.meanings.at(account.words, at);
    keys[passage] = `${keys[passage] ?? ''}${digits ? '#' : (account.words.word[at] ?? -1)} `;
    if (!digits) plain[passage] = (plain[passage] ?? 0) + 1;
  });
  return keys.map((key, passage) => ((plain[passage] ?? 0) >= LEAST_FRAME ? key : ''));
};

/** Equal passages: the k-th of a wording in A with the k-th in B. */
function equalPassages(a: Account, b: Account, keysOf: KeysOf, score: number): Link[] {
  const places = new Map<string, number[]>();
  keysOf(b).forEach((key, passage) => {
    const list = places.get(key);
    if (list === undefined) places.set(key, [passage]);
    else list.push(passage);
  });
  const turns = new Map<string, number>();
  const links: Link[] = [];
  keysOf(a).forEach((key, passage) => {
    const turn = turns.get(key) ?? 0;
    const place = places.get(key)?.[turn];
    if (key === '' || place === undefined) return;
    turns.set(key, turn + 1);
    links.push({ a: passage, b: place, score });
  });
  return links;
}

function sentencePairs(
  a: Account,
  b: Account,
  vectorsA: Vectors,
  vectorsB: Vectors,
  i: number,
  j: number,
): SentencePair[] {
  const firstA = a.passages.firstSentence[i] ?? 0;
  const firstB = b.passages.firstSentence[j] ?? 0;
  const lastA = Math.min(firstA + MOST_SENTENCES, a.passages.firstSentence[i + 1] ?? firstA);
  const lastB = Math.min(firstB + MOST_SENTENCES, b.passages.firstSentence[j + 1] ?? firstB);
  const pairs: SentencePair[] = [];
  for (let x = firstA; x < lastA; x++) {
    const vectorA = vectorsA.sentence(x);
    const rangeA = a.passages.sentences[x];
    for (let y = firstB; y < lastB; y++) {
      const vectorB = vectorsB.sentence(y);
      const rangeB = b.passages.sentences[y];
      if (rangeA === undefined || rangeB === undefined) continue;
      const score = likeness(vectorA, vectorB);
      if (score >= LEAST_SENTENCE) pairs.push({ a: rangeA, b: rangeB, score });
    }
  }
  return onePerSentence(pairs);
}

/** Best first, each sentence once on either side; then in order of A. */
function onePerSentence(pairs: SentencePair[]): SentencePair[] {
  const usedA = new Set<number>();
  const usedB = new Set<number>();
  return pairs
    .sort((x, y) => y.score - x.score)
    .filter(({ a, b }) => {
      if (usedA.has(a[0]) || usedB.has(b[0])) return false;
      usedA.add(a[0]);
      usedB.add(b[0]);
      return true;
    })
    .sort((x, y) => x.a[0] - y.a[0]);
}

/** A text's own headline: a heading, or a short first passage without a full stop. */
export function headlines(account: Account): Uint8Array {
  const { units } = account.passages;
  return Uint8Array.from(units, (unit, at) => {
    if (at > 0 || unit.end - unit.start > LONGEST_HEADLINE) return 0;
    return SENTENCE_END.test(account.text.slice(unit.start, unit.end)) ? 0 : 1;
  });
}

/** Under the headline, without a full stop, with the day of the page. */
function hasByline(account: Account): boolean {
  const unit = account.passages.units[BYLINE];
  if (unit === undefined || headlines(account)[0] !== 1) return false;
  if (unit.end - unit.start > LONGEST_HEADLINE) return false;
  if (SENTENCE_END.test(account.text.slice(unit.start, unit.end))) return false;
  return account.dates.some(({ start, end }) => start >= unit.start && end <= unit.end);
}

export interface ScoredLinks {
  readonly links: readonly Link[];
  /** The `linkKey` of those whose passages have the same words. */
  readonly equal: ReadonlySet<number>;
  readonly sentences: ReadonlyMap<number, readonly SentencePair[]>;
}

/** `progress` is called from 0 to 1; it may throw to stop. */
export function scoredLinks(
  a: Account,
  b: Account,
  vectors: { readonly a: Vectors; readonly b: Vectors },
  shared: readonly SharedWords[],
  kind: Kind,
  progress: (share: number) => void,
): ScoredLinks {
  const scores = new Map<number, Link>();
  const sentences = new Map<number, readonly SentencePair[]>();
  const raise = (link: Link) => {
    const key = linkKey(link.a, link.b);
    if ((scores.get(key)?.score ?? 0) < link.score) scores.set(key, link);
  };
  // Two versions of one text have a headline in the same place, however it was reworded.
  if (kind === 'versions' && headlines(a)[0] === 1 && headlines(b)[0] === 1)
    raise({ a: 0, b: 0, score: HEADLINE_SCORE });
  if (kind === 'versions' && hasByline(a) && hasByline(b))
    raise({ a: BYLINE, b: BYLINE, score: FRAME_SCORE });
  if (kind === 'versions') for (const link of equalPassages(a, b, frames, FRAME_SCORE)) raise(link);
  const equal = equalPassages(a, b, wordings, 1);
  const settled = new Set(equal.map((link) => link.a));
  for (const link of equal) raise(link);
  const countsA = wordCounts(a);
  const countsB = wordCounts(b);
  for (const { a: i, b: j, words } of coverage(a, b, shared).values()) {
    const shorter = Math.max(1, Math.min(countsA[i] ?? 1, countsB[j] ?? 1));
    raise({ a: i, b: j, score: Math.min(1, words / Math.max(SHORTEST_COVERED, shorter)) });
  }
  const candidatesOf = candidateFinder(vectors.b.passages);
  vectors.a.passages.forEach((left, i) => {
    if (i % PROGRESS_EVERY === 0) progress(i / vectors.a.passages.length);
    if (settled.has(i) && kind === 'versions') return;
    for (const j of candidatesOf(left)) {
      const right = vectors.b.passages[j];
      if (right === undefined) continue;
      const whole = likeness(left, right);
      if (whole < LEAST_ALIKE[kind]) continue;
      const pairs = sentencePairs(a, b, vectors.a, vectors.b, i, j);
      const best = pairs.reduce((most, pair) => Math.max(most, pair.score), 0);
      sentences.set(linkKey(i, j), pairs);
      raise({ a: i, b: j, score: Math.max(whole, SENTENCE_SHARE * best) });
    }
  });
  const links = [...scores.values()];
  const isUnlike = kind === 'versions' ? unlikeIn(a, b) : () => false;
  return {
    links: links.filter((link) => !isUnlike(link)),
    equal: new Set(equal.map((link) => linkKey(link.a, link.b))),
    sentences,
  };
}
