/**
 * `node bench/compare/calibrate-facts.ts [--why]`: the weights by which a fact of one version is paired with one of the other,
 * fitted on the tuning set, and how right they are on each quarter of the files when they are fitted on the other three.
 */
import { stdout } from 'node:process';
import { alignTexts, type Aligned } from '../../archive/compare/compare-texts.ts';
import { weigh, type Evidence } from '../../archive/compare/evidence.ts';
import { factsOfVersions, pairFacts, type FactWeights } from '../../archive/compare/facts.ts';
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

const ROUNDS = 2_000;
const STEP = 4;
/** Weights are pulled to nothing a little, but the one of any pair. */
const PULL = 0.5;

/** Logistic regression by plain descent. */
function fit<Name extends string>(
  seen: readonly Seen[],
  start: Readonly<Record<Name, number>>,
): Record<Name, number> {
  const weights: Record<string, number> = Object.fromEntries(
    Object.keys(start).map((name) => [name, 0]),
  );
  for (let round = 0; round < ROUNDS; round++) {
    const slope: Record<string, number> = {};
    for (const name in weights) slope[name] = name === 'any' ? 0 : PULL * (weights[name] ?? 0);
    for (const { evidence, right } of seen) {
      const error = 1 / (1 + Math.exp(-weigh(evidence, weights))) - (right ? 1 : 0);
      for (const name in weights) slope[name] = (slope[name] ?? 0) + error * (evidence[name] ?? 0);
    }
    for (const name in weights)
      weights[name] = (weights[name] ?? 0) - (STEP * (slope[name] ?? 0)) / seen.length;
  }
  return weights;
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
if (process.argv.includes('--why'))
  tallies.forEach(({ wrong, missed }, at) => {
    if (wrong.length + missed.length > 0) say(examples[at]?.example.id ?? '');
    for (const line of wrong) say(`    wrong   ${line}`);
    for (const line of missed) say(`    missed  ${line}`);
  });
