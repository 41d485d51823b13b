/** One thread that reads originals: bounded in time and memory, ended when it exceeds either. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { ReaderAnswer, ReaderRequest } from './reader-worker.ts';

export interface ReaderLimits {
  readonly milliseconds: number;
  /** For a PDF, which may have thousands of pages; `milliseconds` when it is left out. */
  readonly pdfMilliseconds?: number;
  readonly heapMegabytes: number;
}

/** Room for what lives shortly, in megabytes: the usual room takes more memory than it saves time. */
const YOUNG_MEGABYTES = 24;

/** Why a thread gave no answer. It is ended then. */
export type ThreadFailure =
  'reading-timed-out' | 'reading-out-of-memory' | 'reading-failed' | 'closed';

const extname = import.meta.url.endsWith('.ts') ? '.ts' : '.js';

export class ReadingThread {
  readonly #worker: Worker;
  readonly #milliseconds: number;
  #ended: 'no' | 'asked' | 'failed' = 'no';

  private constructor(worker: Worker, milliseconds: number) {
    this.#worker = worker;
    this.#milliseconds = milliseconds;
    worker.once('exit', () => {
      if (this.#ended === 'no') this.#ended = 'failed';
    });
  }

  /** Resolves when the thread listens. That it cannot start is a fault of the program, not of any file. */
  static async start({ milliseconds, heapMegabytes }: ReaderLimits): Promise<ReadingThread> {
    const worker = new Worker(new URL(`./reader-worker${extname}`, import.meta.url), {
      resourceLimits: {
        maxOldGenerationSizeMb: heapMegabytes,
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
    return new ReadingThread(worker, milliseconds);
  }

  get alive(): boolean {
    return this.#ended === 'no';
  }

  /** One question at a time. `give` hands the request's bytes over: they are gone here. */
  async ask(
    request: ReaderRequest,
    give = false,
    milliseconds = this.#milliseconds,
  ): Promise<ReaderAnswer | ThreadFailure> {
    if (this.#ended !== 'no') return this.#ended === 'asked' ? 'closed' : 'reading-failed';
    const answer = await this.#answer(request, give, milliseconds);
    if (typeof answer === 'string') await this.#end('failed');
    return answer;
  }

  async end(): Promise<void> {
    await this.#end('asked');
  }

  #answer(
    request: ReaderRequest,
    give: boolean,
    milliseconds: number,
  ): Promise<ReaderAnswer | ThreadFailure> {
    const worker = this.#worker;
    return new Promise((resolve) => {
      const settle = (outcome: ReaderAnswer | ThreadFailure) => {
        clearTimeout(timer);
        worker.off('message', settle).off('error', failed).off('exit', ended);
        resolve(outcome);
      };
      const failed = ({ code }: Error & { readonly code?: string }) => {
        settle(code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'reading-out-of-memory' : 'reading-failed');
      };
      const ended = () => {
        settle(this.#ended === 'asked' ? 'closed' : 'reading-failed');
      };
      const timer = setTimeout(() => {
        settle('reading-timed-out');
      }, milliseconds);
      worker.on('message', settle).on('error', failed).on('exit', ended);
      worker.postMessage(request, give ? ownBuffer(request) : []);
    });
  }

  async #end(why: 'asked' | 'failed'): Promise<void> {
    if (this.#ended === 'no') this.#ended = why;
    await this.#worker.terminate();
  }
}

/** Only a buffer that holds nothing else can be handed over. */
function ownBuffer(request: ReaderRequest): ArrayBuffer[] {
  if (request.ask !== 'read') return [];
  const { buffer, byteLength } = request.bytes;
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [];
}
