/**
 * `node bench/compare/calibrate.ts`: the weights by which a link between two accounts is believed, fitted on the tuning set,
 * and how right they are on each pair of texts when they are fitted on all the others.
 */
import { stdout } from 'node:process';
import { accountOf, type Account } from '../../archive/compare/account.ts';
import { evidenceFor } from '../../archive/compare/belief.ts';
import type { Link } from '../../archive/compare/chain.ts';
import { likeness, vectorsOf, type BothVectors } from '../../archive/compare/features.ts';
import { entitiesOf } from '../../archive/compare/names.ts';
import { Vocabulary } from '../../archive/compare/words.ts';
import { casesOf, documentOf, type Case } from '../../tests/archive/compare/cases.ts';

interface Seen {
  readonly id: string;
  /** A one, for the weight that stands alone, and the evidence. */
  readonly evidence: readonly number[];
  readonly right: boolean;
}

const SENTENCE_SHARE = 0.85;
const ROUNDS = 1_500;
const PULL = 0.3;

const sentencesOf = ({ passages: { firstSentence } }: Account, passage: number): number[] => {
  const first = firstSentence[passage] ?? 0;
  return Array.from(
    { length: (firstSentence[passage + 1] ?? first) - first },
    (_, at) => first + at,
  );
};

function scoreOf(a: Account, b: Account, vectors: BothVectors, i: number, j: number): number {
  const [left, right] = [vectors.a.passages[i], vectors.b.passages[j]];
  const whole = left && right ? likeness(left, right) : 0;
  const best = sentencesOf(a, i).flatMap((x) =>
    sentencesOf(b, j).map((y) => likeness(vectors.a.sentence(x), vectors.b.sentence(y))),
  );
  return Math.max(whole, SENTENCE_SHARE * Math.max(0, ...best));
}

/** Every pair of passages but those of a headline and a passage, which are told by other rules. */
function seenIn(example: Case): { readonly cross: boolean; readonly seen: readonly Seen[] } {
  const vocabulary = new Vocabulary();
  const entities = entitiesOf(example.names);
  const [a, b] = [example.a, example.b].map((side) =>
    accountOf(documentOf(side.paragraphs, side.language), vocabulary, side.published, entities),
  );
  if (!a || !b) throw new Error('two texts');
  const vectors = vectorsOf(a, b, 'accounts');
  const links = a.passages.units.flatMap((_, i) =>
    b.passages.units
      .map((_unit, j): Link => ({ a: i, b: j, score: scoreOf(a, b, vectors, i, j) }))
      .filter((link) => (link.a === 0) === (link.b === 0) && link.score > 0),
  );
  const evidence = evidenceFor(links);
  const isRight = (link: Link) => example.matches.some(([i, j]) => i === link.a && j === link.b);
  const seen = links.map((link) => {
    return { id: example.id, evidence: [1, ...evidence(link)], right: isRight(link) };
  });
  return { cross: a.meanings.language !== b.meanings.language, seen };
}

const belief = (weights: readonly number[], evidence: readonly number[]) =>
  1 / (1 + Math.exp(-evidence.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0)));

/** Logistic regression by plain descent; weights but the first are pulled to nothing a little. */
function fit(seen: readonly Seen[]): readonly number[] {
  let weights = [0, 0, 0, 0];
  for (let round = 0; round < ROUNDS; round++) {
    const slope = weights.map((weight, at) => (at === 0 ? 0 : (PULL * weight) / seen.length));
    for (const { evidence, right } of seen) {
      const error = (belief(weights, evidence) - (right ? 1 : 0)) / seen.length;
      evidence.forEach((value, at) => (slope[at] = (slope[at] ?? 0) + error * value));
    }
    weights = weights.map((weight, at) => weight - 1.5 * (slope[at] ?? 0));
  }
  return weights;
}

const all = casesOf('tuning')
  .filter(({ kind }) => kind === 'accounts')
  .map(seenIn);
for (const cross of [false, true]) {
  const seen = all.filter((one) => one.cross === cross).flatMap((one) => one.seen);
  const ids = [...new Set(seen.map(({ id }) => id))];
  const judged = ids.flatMap((id) => {
    const weights = fit(seen.filter((one) => one.id !== id));
    return seen
      .filter((one) => one.id === id)
      .map(({ evidence, right }) => ({ belief: belief(weights, evidence), right }));
  });
  const there = judged.filter(({ right }) => right).length;
  stdout.write(`${cross ? 'two languages' : 'one language'}: ${ids.length} pairs of texts\n`);
  const [base = 0, alike = 0, rivalled = 0, other = 0] = fit(seen);
  stdout.write(
    `  base ${base.toFixed(2)}, alike ${alike.toFixed(2)}, rivalled ${rivalled.toFixed(2)}, other ${other.toFixed(2)}\n`,
  );
  for (const least of [0.5, 0.6, 0.7, 0.8]) {
    const found = judged.filter((one) => one.belief >= least);
    const right = found.filter((one) => one.right).length;
    stdout.write(
      `  believed from ${least} on: precision ${(right / found.length).toFixed(2)}, recall ${(right / there).toFixed(2)}\n`,
    );
  }
}
