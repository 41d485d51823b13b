/**
 * `node bench/compare/calibrate.ts`: the weights by which a link between two accounts is believed, fitted on the tuning set,
 * and how right they are on each pair of texts when they are fitted on all the others. `--common`: how many passages of the
 * set each concept stands in.
 */
import { stdout } from 'node:process';
import { accountOf, type Account } from '../../archive/compare/account.ts';
import { ofHeadline } from '../../archive/compare/align.ts';
import { beliefBy, evidenceFor, type Evidence } from '../../archive/compare/belief.ts';
import { vectorsOf } from '../../archive/compare/features.ts';
import { sharesWording } from '../../archive/compare/kind.ts';
import { scoredLinks } from '../../archive/compare/links.ts';
import { entitiesOf } from '../../archive/compare/names.ts';
import { sharedPassages } from '../../archive/compare/shared.ts';
import { Vocabulary } from '../../archive/compare/words.ts';
import { casesOf, documentOf, type Case } from '../../tests/archive/compare/cases.ts';

interface Seen {
  readonly evidence: Evidence;
  readonly right: boolean;
}

interface Example {
  readonly seen: readonly Seen[];
  /** How many links are marked, also those that were never candidates. */
  readonly marked: number;
}

function accountsOf(example: Case): readonly [Account, Account] {
  const vocabulary = new Vocabulary();
  const entities = entitiesOf(example.names);
  const read = (side: Case['a']) =>
    accountOf(documentOf(side.paragraphs, side.language), vocabulary, side.published, entities);
  return [read(example.a), read(example.b)];
}

function exampleOf(example: Case): Example {
  const [a, b] = accountsOf(example);
  const { kind } = example;
  const vectors = vectorsOf(a, b, kind);
  const shared = sharedPassages(a.words, b.words);
  const { links } = scoredLinks(a, b, vectors, shared, kind, () => undefined);
  const evidence = evidenceFor(links, ofHeadline(a, b), vectors);
  const seen = links.map((link) => {
    const right = example.matches.some(([i, j]) => i === link.a && j === link.b);
    return { evidence: evidence(link), right };
  });
  return { seen, marked: example.matches.length };
}

const ROUNDS = 4_000;
const STEP = 1;
/** Weights are pulled to nothing a little, but the one that stands alone. */
const PULL = 2;

/** Logistic regression by plain descent. */
function fit(examples: readonly Example[]): readonly number[] {
  const seen = examples.flatMap((example) => example.seen);
  const weights = [0, 0, 0, 0, 0, 0, 0];
  for (let round = 0; round < ROUNDS; round++) {
    const slope = weights.map((weight, at) => (at === 0 ? 0 : PULL * weight));
    for (const { evidence, right } of seen) {
      const error = beliefBy(weights, evidence) - (right ? 1 : 0);
      for (let at = 0; at < slope.length; at++)
        slope[at] = (slope[at] ?? 0) + error * (evidence[at] ?? 0);
    }
    for (let at = 0; at < slope.length; at++)
      weights[at] = (weights[at] ?? 0) - (STEP * (slope[at] ?? 0)) / seen.length;
  }
  return weights;
}

function calibrate(examples: readonly Example[]): void {
  const names = ['base', 'lead', 'otherLead', 'shared', 'numbers', 'names', 'place'];
  const weights = fit(examples).map((weight, at) => `${names[at] ?? ''}: ${weight.toFixed(2)}`);
  stdout.write(`  ${weights.join(', ')}\n`);
  const judged = examples.flatMap((example) => {
    const others = fit(examples.filter((other) => other !== example));
    return example.seen.map(({ evidence, right }) => {
      return { belief: beliefBy(others, evidence), right };
    });
  });
  const marked = examples.reduce((sum, example) => sum + example.marked, 0);
  for (const least of [0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8]) {
    const found = judged.filter((one) => one.belief >= least);
    const right = found.filter((one) => one.right).length;
    stdout.write(
      `  believed from ${least} on: precision ${(right / found.length).toFixed(2)}, recall ${(right / marked).toFixed(2)}\n`,
    );
  }
}

/** How many passages each concept stands in; of two versions one is looked at. */
function countConcepts(examples: readonly Case[]): void {
  const counts = new Map<string, number>();
  let passages = 0;
  for (const example of examples)
    for (const account of accountsOf(example).slice(0, example.kind === 'versions' ? 1 : 2)) {
      const met = account.passages.units.map(() => new Set<string>());
      passages += met.length;
      account.passageOf.forEach((passage, at) => {
        const name = account.meanings.at(account.words, at).concept?.name;
        if (name !== undefined) met[passage]?.add(name);
      });
      for (const names of met)
        for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  const common = [...counts].filter(([, count]) => count >= 8).sort((x, y) => y[1] - x[1]);
  stdout.write(`${passages} passages\n${common.map((entry) => entry.join(':')).join(' ')}\n`);
}

function isCross(example: Case): boolean {
  const [a, b] = accountsOf(example);
  return a.meanings.language !== b.meanings.language;
}

function isToldAnew(example: Case): boolean {
  const [a, b] = accountsOf(example);
  return !sharesWording(a, b, sharedPassages(a.words, b.words));
}

const tuning = casesOf('tuning');
if (process.argv.includes('--common')) countConcepts(tuning);
else {
  const all = tuning.map((example) => ({ kind: example.kind, anew: isToldAnew(example), example }));
  const groups = {
    'accounts in one language': all.filter(
      ({ kind, example }) => kind === 'accounts' && !isCross(example),
    ),
    'accounts in two languages': all.filter(
      ({ kind, example }) => kind === 'accounts' && isCross(example),
    ),
    'versions told anew': all.filter(({ kind, anew }) => kind === 'versions' && anew),
  };
  for (const [name, examples] of Object.entries(groups)) {
    stdout.write(`${name}: ${examples.length} pairs of texts\n`);
    calibrate(examples.map(({ example }) => exampleOf(example)));
  }
}
