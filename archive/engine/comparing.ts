/** Puts two texts side by side: short ones at once, long ones in a thread that ends when nobody waits any more. */
import { Worker } from 'node:worker_threads';
import { type Comparison, compareTexts, type Spellings } from '../compare/index.ts';
import type { Job } from '../lib/job.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import type { TextDocument } from '../model/index.ts';
import type { FromWorker } from './compare-worker.ts';

export interface ToCompare {
  readonly a: TextDocument;
  readonly b: TextDocument;
  /** Days of publication. */
  readonly published: readonly [string | null, string | null];
  readonly names: readonly Spellings[];
  /** Known from elsewhere; else told by the texts. */
  readonly kind?: Comparison['kind'];
}

/** UTF-16 units of both texts up to which a thread takes longer to start than the work. */
const AT_ONCE = 40_000;

const extname = import.meta.url.endsWith('.ts') ? '.ts' : '.js';

export async function compareDocuments(
  pair: ToCompare,
  job: Job,
): Promise<Result<Comparison, 'cancelled'>> {
  if (job.signal.aborted) return fail('cancelled');
  const { a, b, ...options } = pair;
  if (a.text.length + b.text.length <= AT_ONCE) return ok(compareTexts(a, b, options));
  const worker = new Worker(new URL(`./compare-worker${extname}`, import.meta.url), {
    workerData: pair,
  });
  try {
    return await answerOf(worker, job);
  } finally {
    await worker.terminate();
  }
}

function answerOf(worker: Worker, job: Job): Promise<Result<Comparison, 'cancelled'>> {
  return new Promise((resolve, reject) => {
    job.signal.addEventListener(
      'abort',
      () => {
        resolve(fail('cancelled'));
      },
      { once: true },
    );
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'progress') job.progress(message.done, message.total);
      else resolve(ok(message.comparison));
    });
    worker.once('error', reject);
    worker.once('exit', () => {
      reject(new Error('the thread ended'));
    });
  });
}
