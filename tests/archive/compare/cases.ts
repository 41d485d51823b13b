/** Hand-marked pairs of texts: how they are read, and how a comparison is judged by them. */
import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import {
  compareTexts,
  type Comparison,
  type Fact,
  type Spellings,
} from '../../../archive/compare/index.ts';
import { BLOCK_BREAK, type TextDocument } from '../../../archive/model/index.ts';

const Side = z.strictObject({
  language: z.string(),
  published: z.string().nullable(),
  paragraphs: z.array(z.string().min(1)),
});
const Place = z.tuple([z.int().min(0), z.string().min(1)]);

/** Paragraphs are numbered from 0. A fact is told by its paragraph and its words there. */
export const Case = z.strictObject({
  id: z.string(),
  kind: z.enum(['versions', 'accounts']),
  crossScript: z.boolean(),
  names: z.array(
    z.strictObject({
      kind: z.enum(['person', 'organisation', 'place']),
      spellings: z.array(z.string()).min(1),
    }),
  ),
  a: Side,
  b: Side,
  matches: z.array(z.tuple([z.int().min(0), z.int().min(0)])),
  /** Without them only the passages were marked. */
  facts: z
    .array(
      z.strictObject({
        kind: z.enum(['number', 'date', 'place', 'name']),
        a: Place,
        b: Place,
        verdict: z.enum(['same', 'differs']),
      }),
    )
    .optional(),
});
export type Case = z.infer<typeof Case>;
type GoldFact = NonNullable<Case['facts']>[number];

const sets = ['judged', 'held', 'tuning'] as const;
export type CaseSet = (typeof sets)[number];
export const isCaseSet = (word: string): word is CaseSet => sets.some((set) => set === word);

const folder = new URL('../../fixtures/compare/', import.meta.url);

/** The pairs of one set. `judged` and `held` are only looked at to judge; what is tuned is tuned on `tuning`. */
export function casesOf(set: CaseSet): Case[] {
  const place = new URL(`${set}/`, folder);
  return readdirSync(place)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => Case.parse(JSON.parse(readFileSync(new URL(name, place), 'utf8'))));
}

export function documentOf(paragraphs: readonly string[], language: string): TextDocument {
  let text = '';
  const blocks = paragraphs.map((paragraph) => {
    if (text !== '') text += BLOCK_BREAK;
    const start = text.length;
    text += paragraph;
    return { kind: 'paragraph' as const, start, end: text.length };
  });
  return {
    version: 1,
    text,
    blocks,
    spans: [],
    language,
    direction: language === 'ar' ? 'rtl' : 'ltr',
  };
}

export function compareCase(example: Case): Comparison {
  return compareTexts(
    documentOf(example.a.paragraphs, example.a.language),
    documentOf(example.b.paragraphs, example.b.language),
    {
      published: [example.a.published, example.b.published],
      names: example.names satisfies readonly Spellings[],
    },
  );
}

/** How many were right of those found and of those there are. */
export interface Tally {
  readonly right: number;
  readonly found: number;
  readonly gold: number;
  /** What was wrong and what was missed, for people. */
  readonly wrong: readonly string[];
  readonly missed: readonly string[];
}

export const precisionOf = ({ right, found }: Tally) => (found === 0 ? 1 : right / found);
export const recallOf = ({ right, gold }: Tally) => (gold === 0 ? 1 : right / gold);

export const addTallies = (tallies: readonly Tally[]): Tally => ({
  right: tallies.reduce((sum, tally) => sum + tally.right, 0),
  found: tallies.reduce((sum, tally) => sum + tally.found, 0),
  gold: tallies.reduce((sum, tally) => sum + tally.gold, 0),
  wrong: tallies.flatMap((tally) => tally.wrong),
  missed: tallies.flatMap((tally) => tally.missed),
});

export function judgeMatches(example: Case, comparison: Comparison): Tally {
  const gold = new Set(example.matches.map(([a, b]) => `${a}-${b}`));
  const found = new Set(
    comparison.matches.flatMap((match) =>
      match.a.flatMap((i) =>
        match.b.map((j) => {
          const a = (comparison.a[i]?.paragraph ?? 0) - 1;
          const b = (comparison.b[j]?.paragraph ?? 0) - 1;
          return `${a}-${b}`;
        }),
      ),
    ),
  );
  return {
    right: [...found].filter((pair) => gold.has(pair)).length,
    found: found.size,
    gold: gold.size,
    wrong: [...found].filter((pair) => !gold.has(pair)),
    missed: [...gold].filter((pair) => !found.has(pair)),
  };
}

/** Where `[paragraph, words]` stands in the text of a side; throws when it does not, for then the gold is wrong. */
export function placeOf(
  side: Case['a'],
  [paragraph, words]: readonly [number, string],
): [number, number] {
  const document = documentOf(side.paragraphs, side.language);
  const block = document.blocks[paragraph];
  const at = document.text.indexOf(words, block?.start);
  if (block === undefined || at < 0 || at + words.length > block.end)
    throw new Error(`the marked words are not in their paragraph: ${paragraph}, ${words}`);
  return [at, at + words.length];
}

const overlaps = (a: readonly [number, number], b: readonly [number, number]) =>
  a[0] < b[1] && b[0] < a[1];

const standsAt = (fact: Fact, place: [number, number]) =>
  [[fact.start, fact.end] as const, ...fact.mentions].some((range) => overlaps(range, place));

export function judgeFacts(example: Case, comparison: Pick<Comparison, 'facts'>): Tally {
  const marked = example.facts;
  if (marked === undefined) return addTallies([]);
  const found = comparison.facts.flatMap(({ kind, a, b, verdict }) =>
    a !== null && b !== null ? [{ kind, a, b, verdict }] : [],
  );
  const isGold = (pair: (typeof found)[number], gold: GoldFact) =>
    pair.kind === gold.kind &&
    pair.verdict === gold.verdict &&
    standsAt(pair.a, placeOf(example.a, gold.a)) &&
    standsAt(pair.b, placeOf(example.b, gold.b));
  const right = found.filter((pair) => marked.some((gold) => isGold(pair, gold)));
  const met = marked.filter((gold) => found.some((pair) => isGold(pair, gold)));
  return {
    right: met.length,
    found: found.length - right.length + met.length,
    gold: marked.length,
    wrong: found
      .filter((pair) => !right.includes(pair))
      .map((pair) => `${pair.kind} ${pair.a.text} | ${pair.b.text} (${pair.verdict})`),
    missed: marked
      .filter((gold) => !met.includes(gold))
      .map((gold) => `${gold.kind} ${gold.a[1]} | ${gold.b[1]} (${gold.verdict})`),
  };
}
