/**
 * Measures extraction on pages with segments that must and must not be in the text.
 *
 *     npx node bench/import/extract.ts --set DIR [--json FILE] [--only TEXT] [--every N] [--alone]
 *
 * `--every 3` takes each third page, `--alone` leaves Readability out.
 *
 * DIR is the folder `tests/` of adbar/trafilatura, which is not part of this project: `evaldata.json` beside the
 * folders `cache/` and `eval/`. Beside ours, plain Readability reads the same parsed pages. Segments are compared
 * as trafilatura compares them: as substrings, every run of blanks being one space.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { Readability } from '@mozilla/readability';
import { decode } from '../../archive/import/encoding.ts';
import { parsePage } from '../../archive/import/html/parse.ts';
import { read } from '../../archive/import/read.ts';
import type { TextDocument } from '../../archive/model/index.ts';

interface Item {
  readonly file: string;
  readonly with: readonly string[];
  readonly without: readonly string[];
}

interface Page extends Item {
  readonly path: string;
  readonly url: string;
}

/** Segments of one page: found, wrongly found, by their text. */
interface Score {
  readonly url: string;
  readonly file: string;
  readonly lost: readonly string[];
  readonly kept: readonly string[];
  readonly wanted: number;
  readonly unwanted: number;
  readonly milliseconds: number;
  readonly length: number;
}

interface Scores {
  /** The whole text as it is kept. */
  readonly ours: Score;
  /** Without the blocks that are captions: the set counts captions as clutter, an archive of evidence does not. */
  readonly body: Score;
  readonly readability: Score | null;
}

interface Task {
  readonly pages: readonly Page[];
  readonly alone: boolean;
}

/** Soft hyphens show nothing: they are no difference. */
const normal = (text: string) => text.replaceAll('\u00ad', '').replaceAll(/\s+/gu, ' ').trim();

function score(page: Page, text: string, milliseconds: number): Score {
  const plain = normal(text);
  return {
    url: page.url,
    file: page.file,
    lost: page.with.filter((segment) => !plain.includes(normal(segment))),
    kept: page.without.filter((segment) => plain.includes(normal(segment))),
    wanted: page.with.length,
    unwanted: page.without.length,
    milliseconds,
    length: plain.length,
  };
}

function withoutCaptions(document: TextDocument | null): string {
  const blocks = document?.blocks.filter(({ kind }) => kind !== 'caption') ?? [];
  return blocks.map(({ start, end }) => document?.text.slice(start, end)).join('\n\n');
}

async function measurePage(page: Page, alone: boolean): Promise<Scores> {
  const bytes = readFileSync(page.path);
  const start = performance.now();
  const draft = await read(bytes, { name: 'page.html' });
  const milliseconds = performance.now() - start;
  const ours = score(page, draft.text?.text ?? '', milliseconds);
  const body = score(page, withoutCaptions(draft.text), milliseconds);
  if (alone) return { ours, body, readability: null };
  const second = performance.now();
  const document = parsePage(decode(bytes, undefined, true).text);
  const plain = new Readability(document).parse()?.textContent ?? '';
  return { ours, body, readability: score(page, plain, performance.now() - second) };
}

interface Total {
  readonly precision: number;
  readonly recall: number;
  readonly accuracy: number;
  readonly f: number;
  /** Pages that lose more than a fifth of their wanted segments. */
  readonly poor: number;
  readonly empty: number;
  readonly millisecondsMean: number;
  readonly millisecondsMost: number;
}

function total(scores: readonly Score[]): Total {
  const sum = (of: (score: Score) => number) => scores.reduce((all, one) => all + of(one), 0);
  const lost = sum(({ lost }) => lost.length);
  const found = sum(({ wanted }) => wanted) - lost;
  const wrong = sum(({ kept }) => kept.length);
  const right = sum(({ unwanted }) => unwanted) - wrong;
  return {
    precision: found / (found + wrong),
    recall: found / (found + lost),
    accuracy: (found + right) / (found + right + wrong + lost),
    f: (2 * found) / (2 * found + wrong + lost),
    poor: scores.filter(({ lost, wanted }) => lost.length > wanted / 5).length,
    empty: scores.filter(({ length }) => length === 0).length,
    millisecondsMean: sum(({ milliseconds }) => milliseconds) / scores.length,
    millisecondsMost: Math.max(...scores.map(({ milliseconds }) => milliseconds)),
  };
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      set: { type: 'string' },
      json: { type: 'string' },
      only: { type: 'string', default: '' },
      every: { type: 'string', default: '1' },
      alone: { type: 'boolean', default: false },
    },
  });
  if (values.set === undefined) throw new Error('--set names the folder with the pages');
  const folder = values.set;
  const data = JSON.parse(readFileSync(join(folder, 'evaldata.json'), 'utf8')) as Record<
    string,
    Item
  >;
  const pages = Object.entries(data)
    .filter(([url, { file }]) => `${url} ${file}`.includes(values.only))
    .filter((_, index) => index % Number(values.every) === 0)
    .map(([url, item]): Page => {
      const path = [join(folder, 'cache', item.file), join(folder, 'eval', item.file)].find(
        existsSync,
      );
      if (path === undefined) throw new Error('a page of the set is missing');
      return { ...item, url, path };
    });
  const threads = Math.min(2, availableParallelism());
  const parts = await Promise.all(
    Array.from({ length: threads }, (_, thread) =>
      inThread(
        pages.filter((_, index) => index % threads === thread),
        values.alone,
      ),
    ),
  );
  const scores = parts.flat();
  const report = {
    pages: scores.length,
    ours: total(scores.map(({ ours }) => ours)),
    oursWithoutCaptions: total(scores.map(({ body }) => body)),
    readability: values.alone
      ? null
      : total(scores.flatMap(({ readability }) => readability ?? [])),
  };
  process.stdout.write(`${JSON.stringify(report, rounded, 2)}\n`);
  if (values.json !== undefined) writeFileSync(values.json, JSON.stringify(scores, null, 1));
}

const rounded = (_: string, value: unknown) =>
  typeof value === 'number' ? Math.round(value * 10_000) / 10_000 : value;

function inThread(pages: readonly Page[], alone: boolean): Promise<readonly Scores[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), {
      workerData: { pages, alone } satisfies Task,
    });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

if (isMainThread) await main();
else {
  const { pages, alone } = workerData as Task;
  const scores: Scores[] = [];
  for (const page of pages) scores.push(await measurePage(page, alone));
  parentPort?.postMessage(scores);
}
