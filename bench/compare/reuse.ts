/**
 * Where else wording stands, in an archive of many sources: how long it takes, how much memory, and how much of planted
 * copies is found, beside reading every text and comparing it.
 *
 *     node bench/compare/reuse.ts [--sources 1000,10000] [--words 500]
 */
import { mkdtempSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Archive, createArchive, openArchive, type ReuseReport } from '../../archive/index.ts';
import { findReuse } from '../../archive/compare/index.ts';
import { assert } from '../../archive/lib/assert.ts';
import type { SourceId, TextDocument } from '../../archive/model/index.ts';
import { unknown } from '../../archive/model/index.ts';
import { randomOf, wordsOf } from './time.ts';

const { values } = parseArgs({
  options: {
    sources: { type: 'string', default: '1000,10000' },
    words: { type: 'string', default: '500' },
  },
});
const WORDS = Number(values.words);
const TIMES = 5;
const SENTENCE = 18;
const print = (line: string) => writeSync(1, `${line}\n`);

/** How a report stands in another source: what was done to it, and how many such sources there are. */
const copies: Readonly<
  Record<string, (report: readonly string[], random: () => number) => string[]>
> = {
  'word for word': (report) => [...report],
  'set otherwise': (report) =>
    report.map((word, at) => (at % 9 === 8 ? `${word.toUpperCase()}\r\n` : `«${word}»`)),
  'one word in twenty changed': (report, random) =>
    report.map((word) => (random() < 0.05 ? wordsOf(1, random).join(' ') : word)),
  'one word in eight changed': (report, random) =>
    report.map((word) => (random() < 0.125 ? wordsOf(1, random).join(' ') : word)),
  'one sentence of it': (report) => report.slice(60, 60 + SENTENCE),
};
const EACH = 5;

interface Planted {
  readonly kind: string;
  readonly words: number;
}

async function measure(size: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'reuse-'));
  try {
    const [place, passphrase] = [join(folder, 'archive'), 'nine reeds by a slow river'];
    const options = { anchors: join(folder, 'anchors') };
    const created = await createArchive(place, 'Case', passphrase, options);
    assert(created.ok, 'an archive can be made in an empty folder');
    const { asked, ids, planted } = await fill(created.value, size);
    // Asked of an archive that was opened, with its search made ready, as a person finds it.
    await created.value.prepareSearch();
    await created.value.close();
    const opened = await openArchive(place, passphrase, options);
    assert(opened.ok, 'what was closed can be opened');
    const archive = opened.value;
    await archive.prepareSearch();
    const text = (await archive.text(asked)).ok ? await textOf(archive, asked) : null;
    assert(text, 'the text that was taken in can be read');
    const start = wordStart(text.text, 60);
    const sentence = { start, end: wordStart(text.text, 60 + SENTENCE) - 1 };
    for (const part of [sentence, null])
      await ask(archive, asked, part, { ids, text, planted, size });
    await archive.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Given {
  readonly size: number;
  readonly ids: readonly SourceId[];
  readonly text: TextDocument;
  readonly planted: ReadonlyMap<SourceId, Planted>;
}

async function ask(
  archive: Archive,
  source: SourceId,
  part: { readonly start: number; readonly end: number } | null,
  { size, ids, text, planted }: Given,
): Promise<void> {
  const times: Took[] = [];
  let report: ReuseReport | null = null;
  const memory = watchMemory();
  for (let time = 0; time < TIMES; time++) {
    const stop = watchTime();
    const answer = await archive.findReuse({ source, part });
    assert(answer.ok, 'the source is there');
    report = answer.value;
    times.push(stop());
  }
  const took = memory();
  const found = new Map(
    (report?.groups ?? []).flatMap(({ sources }) =>
      sources.map(({ source: id, words }) => [id, words] as const),
    ),
  );

  const naiveMemory = watchMemory();
  const naiveTime = watchTime();
  const corpus: { readonly id: SourceId; readonly document: TextDocument }[] = [];
  for (const id of ids) {
    if (id === source) continue;
    const document = await textOf(archive, id);
    if (document) corpus.push({ id, document });
  }
  const whole = part ?? { start: 0, end: text.text.length };
  const naive = findReuse({ ...text, text: text.text.slice(whole.start, whole.end) }, corpus);
  const naiveTook = naiveTime();
  const naiveMegabytes = naiveMemory();
  const both = naive.filter(({ id }) => found.has(id)).length;

  const [first, ...again] = times;
  const best = again.sort((a, b) => a.processor - b.processor)[0];
  print(
    `| ${[
      size,
      part ? 'a sentence' : 'a whole source',
      told(first),
      told(best),
      told(naiveTook),
      took.toFixed(0),
      naiveMegabytes.toFixed(0),
      found.size,
      `${both} of ${naive.length}`,
      part ? '' : sharesOf(planted, found),
    ].join(' | ')} |`,
  );
}

/** By the way they were planted: the share of their words that was found. */
function sharesOf(
  planted: ReadonlyMap<SourceId, Planted>,
  found: ReadonlyMap<SourceId, number>,
): string {
  return Object.keys(copies)
    .map((kind) => {
      const own = [...planted].filter(([, copy]) => copy.kind === kind);
      const words = own.reduce((sum, [, copy]) => sum + copy.words, 0);
      const met = own.reduce(
        (sum, [id, copy]) => sum + Math.min(copy.words, found.get(id) ?? 0),
        0,
      );
      return `${kind} ${(met / words).toFixed(2)}`;
    })
    .join(', ');
}

async function fill(archive: Archive, size: number) {
  const random = randomOf(11);
  const report = wordsOf(WORDS, random);
  const ids: SourceId[] = [];
  const planted = new Map<SourceId, Planted>();
  const asked = await takeIn(archive, report.join(' '));
  ids.push(asked);
  const kinds = Object.entries(copies).flatMap((entry) =>
    Array.from({ length: EACH }, () => entry),
  );
  for (let at = 1; at < size; at++) {
    // Spread over the whole, so that none of it is in the first texts alone.
    const every = Math.floor((size - 1) / kinds.length);
    const plant = at % every === 0 ? kinds[at / every - 1] : undefined;
    const copy = plant?.[1](report, random) ?? [];
    const words = [...copy, ...wordsOf(WORDS - copy.length + 20, random)];
    const id = await takeIn(archive, words.join(' '));
    if (plant) planted.set(id, { kind: plant[0], words: copy.length });
    ids.push(id);
  }
  return { asked, ids, planted };
}

let taken = 0;
async function takeIn(archive: Archive, text: string): Promise<SourceId> {
  const bytes = new TextEncoder().encode(`Report ${++taken}\n\n${text}`);
  const outcome = await archive.importFile({ name: `${taken}.txt`, bytes }, capture);
  assert(outcome.ok && outcome.value.result.state === 'taken', 'a new text is taken in');
  return outcome.value.result.source;
}

const capture = {
  collectedBy: unknown,
  collectedAt: unknown,
  place: unknown,
  method: unknown,
  device: unknown,
  consent: unknown,
};

async function textOf(archive: Archive, id: SourceId): Promise<TextDocument | null> {
  const text = await archive.text(id);
  return text.ok ? text.value : null;
}

function wordStart(text: string, word: number): number {
  let at = 0;
  for (let left = word; left > 0; left--) at = text.indexOf(' ', at) + 1;
  return at;
}

/** Milliseconds by the clock, and of all processors together. */
interface Took {
  readonly wall: number;
  readonly processor: number;
}

function watchTime(): () => Took {
  const [from, before] = [performance.now(), process.cpuUsage()];
  return () => {
    const { user, system } = process.cpuUsage(before);
    return { wall: performance.now() - from, processor: (user + system) / 1_000 };
  };
}

const told = (took: Took | undefined) =>
  took ? `${took.processor.toFixed(0)} (${took.wall.toFixed(0)})` : '';

/** Answers by how many megabytes of memory the process, with its threads, grew at the most. */
function watchMemory(): () => number {
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 20);
  return () => {
    clearInterval(timer);
    return (Math.max(most, process.memoryUsage.rss()) - before) / 1e6;
  };
}

print(
  '| sources | asked | first, processor ms (clock) | again | reading all | memory MB | reading all MB | sources found | of those that reading finds | words of planted copies |',
);
print('|---|---|---|---|---|---|---|---|---|---|');
for (const size of values.sources.split(',').map(Number)) await measure(size);
