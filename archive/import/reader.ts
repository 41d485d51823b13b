/** Reads originals in a worker: bounded in time and memory, ended when it exceeds either, and then replaced. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { Queue } from '../lib/queue.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import { limits } from '../model/index.ts';
import type { Hint, NoteCode, SourceDraft } from './draft.ts';
import { keepAsFile } from './formats/file.ts';
import { isKeptUnread, keep } from './keep.ts';
import type { ReadRequest } from './reader-worker.ts';
import { sniff } from './sniff.ts';

export type ReadFailure = 'empty' | 'too-large' | 'closed';

export interface SourceReader {
  /**
   * Answers a draft for any bytes: what cannot be read is a draft of kind `file` with a note. Fails with `empty`
   * for no bytes, `too-large` above `limits.originalBytes`, `closed` after `close`. Reads one after the other.
   */
  read(bytes: Uint8Array, hint: Hint): Promise<Result<SourceDraft, ReadFailure>>;
  /** Ends the worker; what is being read answers `closed`. */
  close(): Promise<void>;
}

export interface ReaderLimits {
  readonly milliseconds: number;
  /** For a PDF, which may have thousands of pages; `milliseconds` when it is left out. */
  readonly pdfMilliseconds?: number;
  readonly heapMegabytes: number;
}

const extname = import.meta.url.endsWith('.ts') ? '.ts' : '.js';

/** A reader that keeps one warm worker, for a batch. */
export function createReader(
  bounds: ReaderLimits = {
    milliseconds: limits.importMilliseconds,
    pdfMilliseconds: limits.pdfMilliseconds,
    heapMegabytes: limits.importHeapMegabytes,
  },
): SourceReader {
  return new WorkerReader(bounds);
}

/** Reads one original with a worker of its own; see `SourceReader.read`. */
export async function readOriginal(
  bytes: Uint8Array,
  hint: Hint,
): Promise<Result<SourceDraft, ReadFailure>> {
  const reader = createReader();
  try {
    return await reader.read(bytes, hint);
  } finally {
    await reader.close();
  }
}

/** Room for what lives shortly, in megabytes: the usual room takes more memory than it saves time. */
const YOUNG_MEGABYTES = 24;

type Outcome = SourceDraft | NoteCode | 'closed';

class WorkerReader implements SourceReader {
  readonly #queue = new Queue();
  readonly #bounds: ReaderLimits;
  #worker: Worker | null = null;
  #closed = false;

  constructor(bounds: ReaderLimits) {
    this.#bounds = bounds;
  }

  async read(bytes: Uint8Array, hint: Hint): Promise<Result<SourceDraft, ReadFailure>> {
    if (bytes.length === 0) return fail('empty');
    if (bytes.length > limits.originalBytes) return fail('too-large');
    const sniffed = sniff(bytes, hint.name);
    return this.#queue.run(async () => {
      if (this.#closed) return fail('closed');
      if (isKeptUnread(bytes.length, sniffed)) return ok(keep(bytes.length, hint, sniffed));
      const { milliseconds, pdfMilliseconds = milliseconds } = this.#bounds;
      const patience = sniffed.format === 'pdf' ? pdfMilliseconds : milliseconds;
      let outcome = await this.#ask({ bytes, hint, plainly: false }, patience);
      // Markdown that is made to be parsed for ever is still a text.
      if (outcome === 'reading-timed-out' && sniffed.format === 'markdown')
        outcome = await this.#ask({ bytes, hint, plainly: true }, milliseconds);
      if (outcome === 'closed') return fail('closed');
      if (typeof outcome !== 'string') return ok(outcome);
      return ok(keepAsFile(hint, sniffed.mediaType, [outcome]));
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#end();
    await this.#queue.idle();
  }

  /** Answers what the worker answers, or the note that says why it was ended. */
  async #ask(request: ReadRequest, patience: number): Promise<Outcome> {
    const worker = (this.#worker ??= await this.#start());
    if (this.#closed) {
      await this.#end();
      return 'closed';
    }
    const outcome = await this.#answer(worker, request, patience);
    if (typeof outcome === 'string') await this.#end();
    return outcome;
  }

  #answer(worker: Worker, request: ReadRequest, patience: number): Promise<Outcome> {
    return new Promise((resolve) => {
      const settle = (outcome: Outcome) => {
        clearTimeout(timer);
        worker.off('message', answered).off('error', failed).off('exit', ended);
        resolve(outcome);
      };
      const answered = (draft: SourceDraft) => settle(draft);
      const failed = ({ code }: Error & { readonly code?: string }) =>
        settle(code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'reading-out-of-memory' : 'reading-failed');
      const ended = () => settle(this.#closed ? 'closed' : 'reading-failed');
      const timer = setTimeout(() => settle('reading-timed-out'), patience);
      worker.on('message', answered).on('error', failed).on('exit', ended);
      worker.postMessage(request);
    });
  }

  /** Resolves when the worker listens. That it cannot start is a fault of the program, not of any file. */
  async #start(): Promise<Worker> {
    const worker = new Worker(new URL(`./reader-worker${extname}`, import.meta.url), {
      resourceLimits: {
        maxOldGenerationSizeMb: this.#bounds.heapMegabytes,
        maxYoungGenerationSizeMb: YOUNG_MEGABYTES,
      },
      // Whatever a library prints about a file stays out of the program's output.
      stdout: true,
      stderr: true,
      env: {},
    });
    worker.stdout.resume();
    worker.stderr.resume();
    await once(worker, 'message');
    // A fault between two requests is met by the next one.
    worker.on('error', () => undefined);
    worker.unref();
    return worker;
  }

  async #end(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }
}
