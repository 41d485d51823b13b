/** How long a comparison takes, by the number of paragraphs. The texts are made by rule, the same at every run. */
import { compareTexts } from '../../archive/compare/index.ts';
import { documentOf } from '../../tests/archive/compare/cases.ts';

const WORDS_A_PARAGRAPH = 100;
const VOCABULARY = 6_000;
const RUNS = 5;

/** A small linear congruential generator: numbers from 0 to 1, the same for a seed everywhere. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const SYLLABLES = 'ba da ko ri men to la vi sor une pra sti el or chi ga nu wen tra si'.split(' ');
const COMMON =
  'the of and to in a was that for on with by from at were had it said as his their'.split(' ');

function makeWord(number: number): string {
  let word = '';
  for (let rest = number + 1; rest > 0; rest = Math.floor(rest / SYLLABLES.length))
    word += SYLLABLES[rest % SYLLABLES.length] ?? '';
  return word;
}

const paragraphOf = (random: () => number): string[] => wordsOf(WORDS_A_PARAGRAPH, random);

export function wordsOf(count: number, random: () => number): string[] {
  return Array.from({ length: count }, (_, at) => {
    if (at % 13 === 12) return `${makeWord(Math.floor(random() * VOCABULARY))}.`;
    if (random() < 0.4) return COMMON[Math.floor(random() * COMMON.length)] ?? 'the';
    if (random() < 0.03) return String(Math.floor(random() * 500));
    // Rare words are rarer than common ones, as in life.
    return makeWord(Math.floor(VOCABULARY * random() ** 3));
  });
}

/** Two texts of `paragraphs` paragraphs: half are taken over with some words changed, every ninth of these elsewhere. */
export function twoTexts(paragraphs: number, seed = 7): [string[], string[]] {
  const random = randomOf(seed);
  const a = Array.from({ length: paragraphs }, () => paragraphOf(random));
  const b = a.map((paragraph, at) => {
    if (at % 2 === 1) return paragraphOf(random);
    const from = at % 18 === 0 ? (a[(at * 7 + 2) % paragraphs] ?? paragraph) : paragraph;
    return from.map((word) =>
      random() < 0.1 ? makeWord(Math.floor(random() * VOCABULARY)) : word,
    );
  });
  return [a.map((words) => words.join(' ')), b.map((words) => words.join(' '))];
}

export function* timeCurve(): Generator<string> {
  yield '\ntime, best of five (one from 10,000 on); two texts, 100 words a paragraph';
  for (const size of [100, 200, 1_000, 2_000, 10_000]) {
    const [a, b] = twoTexts(size).map((paragraphs) => documentOf(paragraphs, 'en'));
    if (a === undefined || b === undefined) return;
    for (const kind of ['accounts', 'versions'] as const) {
      let wall = Infinity;
      let processor = Infinity;
      for (let run = 0; run < (size > 2_000 ? 1 : RUNS); run++) {
        const began = performance.now();
        const spent = process.cpuUsage();
        compareTexts(a, b, { kind });
        wall = Math.min(wall, performance.now() - began);
        const { user, system } = process.cpuUsage(spent);
        processor = Math.min(processor, (user + system) / 1_000);
      }
      yield `  ${String(size).padStart(6)} paragraphs, as ${kind}: ${Math.round(wall)} ms, ${Math.round(processor)} ms of processor time (all threads)`;
    }
  }
}
