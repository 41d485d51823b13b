/** Puts two texts side by side: what they share, which passages answer to each other, which facts agree. */
import { quietJob, type Job } from '../lib/job.ts';
import { FailureError } from '../lib/result.ts';
import type { TextDocument } from '../model/index.ts';
import { accountOf, type Account } from './account.ts';
import { align, type Alignment } from './align.ts';
import type { Comparison, Match, Range, Reason, SentencePair, Spellings } from './comparison.ts';
import type { Nearness } from './fact-mentions.ts';
import { pairFacts } from './facts.ts';
import { vectorsOf, type BothVectors } from './features.ts';
import { sharesWording, toldAnew } from './kind.ts';
import { linkKey } from './links.ts';
import { entitiesOf, type NamedEntity } from './names.ts';
import { reasonsFor } from './reasons.ts';
import { sharedPassages, type SharedWords } from './shared.ts';
import { wordDiff } from './word-diff.ts';
import { Vocabulary } from './words.ts';

export interface CompareOptions {
  /** Days of publication as `PartialDate`; "yesterday" is resolved against them. */
  readonly published?: readonly [string | null, string | null];
  /** The entities of the archive. */
  readonly names?: readonly Spellings[];
  /** Chosen by hand; else told by how much wording is shared. */
  readonly kind?: Comparison['kind'];
  readonly job?: Job;
}

interface Group {
  a: number[];
  b: number[];
  score: number;
  moved: boolean;
}

/** Links of one passage to two or more that follow each other become one match. */
function groupsOf(links: Alignment['links']): Group[] {
  const degreeA = new Map<number, number>();
  const degreeB = new Map<number, number>();
  for (const { a, b } of links) {
    degreeA.set(a, (degreeA.get(a) ?? 0) + 1);
    degreeB.set(b, (degreeB.get(b) ?? 0) + 1);
  }
  const groups: Group[] = [];
  const lastByA = new Map<number, Group>();
  const lastByB = new Map<number, Group>();
  for (const { a, b, score, moved } of links) {
    const ofA = lastByA.get(a);
    const ofB = lastByB.get(b);
    const goesOnInB = ofA?.a.length === 1 && ofA.b.at(-1) === b - 1 && degreeB.get(b) === 1;
    const goesOnInA = ofB?.b.length === 1 && ofB.a.at(-1) === a - 1 && degreeA.get(a) === 1;
    const group = goesOnInB ? ofA : goesOnInA ? ofB : undefined;
    if (group !== undefined) {
      if (goesOnInB) group.b.push(b);
      else group.a.push(a);
      group.score = Math.max(group.score, score);
      group.moved &&= moved;
      lastByA.set(a, group);
      lastByB.set(b, group);
      continue;
    }
    const begun = { a: [a], b: [b], score, moved };
    groups.push(begun);
    lastByA.set(a, begun);
    lastByB.set(b, begun);
  }
  return groups;
}

const wholeRange = (account: Account, passages: readonly number[]): Range => [
  account.passages.units[passages[0] ?? -1]?.start ?? 0,
  account.passages.units[passages.at(-1) ?? -1]?.end ?? 0,
];

function uniqueReasons(reasons: readonly Reason[]): Reason[] {
  return [
    ...new Map(
      reasons.map((reason) => [`${reason.kind}|${reason.a}|${reason.b}`, reason]),
    ).values(),
  ];
}

function matchOf(
  group: Group,
  a: Account,
  b: Account,
  vectors: BothVectors,
  alignment: Alignment,
  kind: Comparison['kind'],
): Match {
  const pairs = group.a.flatMap((i) => group.b.map((j): [number, number] => [i, j]));
  const sentencesOf = (i: number, j: number): readonly SentencePair[] =>
    alignment.sentences.get(linkKey(i, j)) ?? [];
  const match = {
    a: group.a,
    b: group.b,
    score: group.score,
    moved: group.moved,
    reasons: uniqueReasons(pairs.flatMap(([i, j]) => reasonsFor(a, b, vectors, i, j))),
    sentences: pairs.flatMap(([i, j]) => sentencesOf(i, j)),
  };
  if (kind === 'accounts') return match;
  return {
    ...match,
    diff: wordDiff(a.text, wholeRange(a, group.a), b.text, wholeRange(b, group.b)),
  };
}

/** Passages without a match, from 0 up to `count`. */
function unmatched(count: number, matched: ReadonlySet<number>): number[] {
  const left: number[] = [];
  for (let passage = 0; passage < count; passage++) if (!matched.has(passage)) left.push(passage);
  return left;
}

/** Two facts are as near as the sentences they stand in; in matched passages without matched sentences, half as near. */
function nearnessOf(a: Account, b: Account, alignment: Alignment): Nearness {
  const byLink = new Map(alignment.links.map((link) => [linkKey(link.a, link.b), link.score]));
  const bySentence = new Map<number, number>();
  for (const link of alignment.links)
    for (const pair of alignment.sentences.get(linkKey(link.a, link.b)) ?? [])
      bySentence.set(linkKey(pair.a[0], pair.b[0]), pair.score);
  const sentenceStart = (account: Account, word: number) =>
    account.passages.sentences[account.sentenceOf[word] ?? -1]?.[0] ?? -1;
  return (wordA, wordB) => {
    const link = byLink.get(linkKey(a.passageOf[wordA] ?? -1, b.passageOf[wordB] ?? -1));
    if (link === undefined) return 0;
    const sentence = bySentence.get(linkKey(sentenceStart(a, wordA), sentenceStart(b, wordB)));
    return Math.max(sentence ?? 0, link * 0.6);
  };
}

const STEPS = 100;

/** Two texts with what was found before their facts are held against each other. */
export interface Aligned {
  readonly a: Account;
  readonly b: Account;
  readonly entities: readonly NamedEntity[];
  readonly kind: Comparison['kind'];
  readonly shared: readonly SharedWords[];
  readonly alignment: Alignment;
  readonly matches: readonly Match[];
  /** Per passage of A, the passages of B that it was matched with. */
  readonly matched: ReadonlyMap<number, readonly number[]>;
  readonly nearness: Nearness;
}

/** `step` is told how far it is, from 0 to 95 in a hundred. */
export function alignTexts(
  documentA: TextDocument,
  documentB: TextDocument,
  options: CompareOptions,
  step: (done: number) => void,
): Aligned {
  const entities = entitiesOf(options.names ?? []);
  const vocabulary = new Vocabulary();
  const a = accountOf(documentA, vocabulary, options.published?.[0] ?? null, entities);
  step(15);
  const b = accountOf(documentB, vocabulary, options.published?.[1] ?? null, entities);
  step(30);
  const shared = sharedPassages(a.words, b.words);
  const wording = sharesWording(a, b, shared);
  const kind = options.kind ?? (wording || toldAnew(a, b) ? 'versions' : 'accounts');
  step(40);
  const vectors = vectorsOf(a, b, kind);
  step(50);
  const links = kind === 'versions' && !wording ? 'told-anew' : kind;
  const alignment = align(a, b, vectors, shared, links, (share) => {
    step(50 + 30 * share);
  });
  const groups = groupsOf(alignment.links);
  const matches = groups.map((group, at) => {
    if (at % 256 === 0) step(80 + (15 * at) / groups.length);
    return matchOf(group, a, b, vectors, alignment, kind);
  });
  step(95);
  const matched = new Map<number, number[]>();
  for (const link of alignment.links) matched.set(link.a, [...(matched.get(link.a) ?? []), link.b]);
  const nearness = nearnessOf(a, b, alignment);
  return { a, b, entities, kind, shared, alignment, matches, matched, nearness };
}

/**
 * Compares two texts. Pure: the same texts and options give the same comparison. Never fails on any text; throws a
 * `FailureError` with the code `cancelled` once `job.signal` is aborted.
 */
export function compareTexts(
  documentA: TextDocument,
  documentB: TextDocument,
  options: CompareOptions = {},
): Comparison {
  const job = options.job ?? quietJob;
  const step = (done: number) => {
    if (job.signal.aborted) throw new FailureError({ code: 'cancelled' });
    job.progress(Math.round(done), STEPS);
  };
  step(0);
  const aligned = alignTexts(documentA, documentB, options, step);
  const { a, b, kind, alignment, matches, shared } = aligned;
  const facts = pairFacts(aligned);
  step(STEPS);
  return {
    kind,
    a: a.passages.units,
    b: b.passages.units,
    matches,
    onlyA: unmatched(a.passages.units.length, new Set(alignment.links.map((link) => link.a))),
    onlyB: unmatched(b.passages.units.length, new Set(alignment.links.map((link) => link.b))),
    shared: shared.map(({ passage }) => passage),
    facts,
  };
}
