/**
 * `node bench/compare/calibrate-facts.ts [--why]`: the weights by which a fact of one version is paired with one of the other,
 * fitted on the tuning set, and how right they are on each quarter of the files when they are fitted on the other three.
 */
import { stdout } from 'node:process';
import { alignTexts, type Aligned } from '../../archive/compare/compare-texts.ts';
import type { Evidence } from '../../archive/compare/evidence.ts';
import { factsOfVersions, pairFacts, type FactWeights } from '../../archive/compare/facts.ts';
import { sharesWording } from '../../archive/compare/kind.ts';
import { datePlaces, dateWeights } from '../../archive/compare/version-dates.ts';
import { numberPlaces, numberWeights } from '../../archive/compare/version-numbers.ts';
import { candidates, type Place } from '../../archive/compare/version-pairs.ts';
import {
  addTallies,
  casesOf,
  documentOf,
  judgeFacts,
  placeOf,
  precisionOf,
  recallOf,
  type Case,
  type Tally,
} from '../../tests/archive/compare/cases.ts';

interface Seen {
  readonly evidence: Evidence<string>;
  readonly right: boolean;
}

interface Example {
  readonly example: Case;
  readonly aligned: Aligned;
  readonly numbers: readonly Seen[];
  readonly dates: readonly Seen[];
}

function seenOf<T extends Place>(
  example: Case,
  kind: 'number' | 'date',
  aligned: Aligned,
  a: readonly T[],
  b: readonly T[],
  evidenceOf: (a: T, b: T) => Evidence<string> | null,
): Seen[] {
  const marked = (example.facts ?? [])
    .filter((fact) => fact.kind === kind)
    .map((fact) => [placeOf(example.a, fact.a), placeOf(example.b, fact.b)] as const);
  const standsAt = ({ start, end }: Place, range: readonly [number, number]) =>
    start < range[1] && range[0] < end;
  return [...candidates(a, b, aligned.matched)].flatMap(([one, other]) => {
    const evidence = evidenceOf(one, other);
    const right = marked.some(([left, there]) => standsAt(one, left) && standsAt(other, there));
    return evidence === null ? [] : [{ evidence, right }];
  });
}

function exampleOf(example: Case): Example {
  const [a, b] = [example.a, example.b];
  const aligned = alignTexts(
    documentOf(a.paragraphs, a.language),
    documentOf(b.paragraphs, b.language),
    { published: [a.published, b.published], names: example.names, kind: 'versions' },
    () => undefined,
  );
  const { numbers, dates } = factsOfVersions(aligned);
  const [numbersA, numbersB] = [numberPlaces(numbers.a), numberPlaces(numbers.b)];
  const [datesA, datesB] = [datePlaces(dates.a), datePlaces(dates.b)];
  return {
    example,
    aligned,
    numbers: seenOf(example, 'number', aligned, numbersA, numbersB, numbers.evidence),
    dates: seenOf(example, 'date', aligned, datesA, datesB, dates.evidence),
  };
}

const ROUNDS = 12;
/** Weights are pulled to nothing a little, but the one of any pair. */
const PULL = 0.5;

/** Logistic regression by Newton's method. */
function fit<Name extends string>(
  seen: readonly Seen[],
  start: Readonly<Record<Name, number>>,
): Record<Name, number> {
  const names = Object.keys(start);
  const rows = seen.map(({ evidence }) => names.map((name) => evidence[name] ?? 0));
  const weights = names.map(() => 0);
  for (let round = 0; round < ROUNDS; round++) {
    const pull = names.map((name): number => (name === 'any' ? 0 : PULL));
    const slope = names.map((_, at) => -(pull[at] ?? 0) * (weights[at] ?? 0));
    const bend = names.map((_, at) => names.map((__, to) => (at === to ? (pull[at] ?? 0) : 0)));
    rows.forEach((row, of) => {
      const belief =
        1 / (1 + Math.exp(-row.reduce((sum, x, at) => sum + x * (weights[at] ?? 0), 0)));
      const error = (seen[of]?.right === true ? 1 : 0) - belief;
      row.forEach((x, at) => {
        if (x === 0) return;
        slope[at] = (slope[at] ?? 0) + error * x;
        const line = bend[at] ?? [];
        row.forEach((y, to) => (line[to] = (line[to] ?? 0) + belief * (1 - belief) * x * y));
      });
    });
    solved(bend, slope).forEach((step, at) => (weights[at] = (weights[at] ?? 0) + step));
  }
  return Object.fromEntries(names.map((name, at) => [name, weights[at] ?? 0])) as Record<
    Name,
    number
  >;
}

/** The solution of linear equations whose matrix is positive. */
function solved(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  rows.forEach((pivot, at) => {
    rows.forEach((row, other) => {
      if (other === at) return;
      const times = (row[at] ?? 0) / (pivot[at] ?? 1);
      pivot.forEach((value, to) => (row[to] = (row[to] ?? 0) - times * value));
    });
  });
  return rows.map((row, at) => (row.at(-1) ?? 0) / (row[at] ?? 1));
}

const weightsFrom = (examples: readonly Example[]): FactWeights => ({
  numbers: fit(
    examples.flatMap(({ numbers }) => numbers),
    numberWeights,
  ),
  dates: fit(
    examples.flatMap(({ dates }) => dates),
    dateWeights,
  ),
});

const judged = ({ example, aligned }: Example, weights: FactWeights): Tally =>
  judgeFacts(example, { facts: pairFacts(aligned, weights) });

const FOLDS = 4;
const say = (line: string) => stdout.write(`${line}\n`);
const shares = (tally: Tally) =>
  `precision ${precisionOf(tally).toFixed(3)}, recall ${recallOf(tally).toFixed(3)} (${tally.right} right of ${tally.found} found, ${tally.gold} marked)`;

const examples = casesOf('tuning')
  .filter(({ kind, facts }) => kind === 'versions' && (facts ?? []).length > 0)
  .map(exampleOf);
const all = weightsFrom(examples);
for (const [kind, weights] of Object.entries<Record<string, number>>({ ...all }))
  say(
    `${kind}: ${Object.entries(weights)
      .map(([name, weight]) => `${name}: ${weight.toFixed(2)}`)
      .join(', ')}`,
  );
say(`${examples.length} pairs of versions`);
say(`fitted on all:           ${shares(addTallies(examples.map((one) => judged(one, all))))}`);
const folds = Array.from({ length: FOLDS }, (_, fold) =>
  weightsFrom(examples.filter((__, at) => at % FOLDS !== fold)),
);
const tallies = examples.map((one, at) => judged(one, folds[at % FOLDS] ?? all));
say(`each by the other three: ${shares(addTallies(tallies))}`);
const isAnew = ({ aligned }: Example) => !sharesWording(aligned.a, aligned.b, aligned.shared);
const isShort = ({ example }: Example) => example.id.includes('-short-');
const groups: readonly (readonly [name: string, holds: (one: Example) => boolean])[] = [
  ['of these told anew:    ', isAnew],
  ['sharing much, long:    ', (one) => !isAnew(one) && !isShort(one)],
  ['sharing much, short:   ', (one) => !isAnew(one) && isShort(one)],
];
for (const [name, holds] of groups) {
  const inGroup = tallies.filter((_, at) => examples.slice(at, at + 1).some(holds));
  say(`  ${name}${shares(addTallies(inGroup))}`);
}
if (process.argv.includes('--why'))
  tallies.forEach(({ wrong, missed }, at) => {
    if (wrong.length + missed.length > 0) say(examples[at]?.example.id ?? '');
    for (const line of wrong) say(`    wrong   ${line}`);
    for (const line of missed) say(`    missed  ${line}`);
  });
