/** An index in a thread of its own, as it is seen from outside. */
import { Worker } from 'node:worker_threads';
import { fail, type Result } from '../lib/result.ts';
import type {
  Alike,
  SearchAnswer,
  SearchDocument,
  SearchFailure,
  SearchOptions,
} from './document.ts';
import type { Asking, FromIndex, ToIndex } from './index-worker.ts';
import type { AskedWording, Candidates } from './wording.ts';

/** Questions that can be taken back at a time. */
const CANCELLABLE = 256;
const extname = import.meta.url.endsWith('.ts') ? '.ts' : '.js';

interface Waiting {
  readonly done: (value: unknown) => void;
  readonly failed: (error: Error) => void;
}

/** What is asked is answered in the order of asking. After `close`, or when the thread is lost, every call rejects. */
export class IndexThread {
  readonly #worker: Worker;
  readonly #cancelled = new Int32Array(
    new SharedArrayBuffer(CANCELLABLE * Int32Array.BYTES_PER_ELEMENT),
  );
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;
  #ended = false;

  constructor() {
    this.#worker = new Worker(new URL(`./index-worker${extname}`, import.meta.url), {
      workerData: this.#cancelled.buffer,
      // What goes wrong in there could name what it was holding: nothing of it is printed.
      stdout: true,
      stderr: true,
      env: {},
    });
    this.#worker.stdout.resume();
    this.#worker.stderr.resume();
    this.#worker.on('message', ({ number, value, bug }: FromIndex) => {
      const waiting = this.#waiting.get(number);
      this.#waiting.delete(number);
      if (this.#waiting.size === 0) this.#worker.unref();
      if (bug) waiting?.failed(new Error('the index failed'));
      else waiting?.done(value);
    });
    this.#worker.on('error', () => undefined);
    this.#worker.once('exit', () => {
      this.#ended = true;
      for (const { failed } of this.#waiting.values()) failed(new Error('the index ended'));
      this.#waiting.clear();
    });
    this.#worker.unref();
  }

  /** The thread is no more. */
  get ended(): boolean {
    return this.#ended;
  }

  async add(documents: readonly SearchDocument[]): Promise<void> {
    await this.#ask({ what: 'add', documents });
  }

  async remove(ids: readonly string[]): Promise<void> {
    await this.#ask({ what: 'remove', ids });
  }

  async compact(): Promise<void> {
    await this.#ask({ what: 'compact' });
  }

  /** See `SearchIndex.search`. A signal that comes late is heeded at the next opportunity. */
  async search(
    query: string,
    options: Omit<SearchOptions, 'signal'>,
    signal?: AbortSignal,
  ): Promise<Result<SearchAnswer, SearchFailure['code']>> {
    if (signal?.aborted) return fail('cancelled');
    const number = this.#last + 1;
    const cancel = () => {
      Atomics.store(this.#cancelled, number % CANCELLABLE, number);
    };
    signal?.addEventListener('abort', cancel);
    try {
      const answer = await this.#ask({ what: 'search', query, options });
      return answer as Result<SearchAnswer, SearchFailure['code']>;
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  }

  async alike(id: string, limit: number): Promise<readonly Alike[]> {
    return (await this.#ask({ what: 'alike', id, limit })) as readonly Alike[];
  }

  async wordingCandidates(asked: AskedWording): Promise<Candidates> {
    return (await this.#ask({ what: 'wording', asked })) as Candidates;
  }

  async withWording(asked: AskedWording, ids: readonly string[]): Promise<readonly string[]> {
    return (await this.#ask({ what: 'withWording', asked, ids })) as readonly string[];
  }

  /** See `SearchIndex.save`. In the clear: to be sealed before it leaves memory. */
  async save(): Promise<Uint8Array> {
    return (await this.#ask({ what: 'save' })) as Uint8Array;
  }

  /** Takes the place of the index by one that was saved; answers the marks of its documents. `bytes` are gone afterwards. */
  async load(bytes: Uint8Array): Promise<Result<readonly (readonly [id: string, mark: string])[]>> {
    const answer = await this.#ask({ what: 'load', bytes }, [bytes.buffer as ArrayBuffer]);
    return answer as Result<readonly (readonly [id: string, mark: string])[]>;
  }

  async close(): Promise<void> {
    this.#ended = true;
    await this.#worker.terminate();
  }

  #ask(asking: Asking, moved: ArrayBuffer[] = []): Promise<unknown> {
    if (this.#ended) return Promise.reject(new Error('the index ended'));
    const number = ++this.#last;
    return new Promise((done, failed) => {
      this.#waiting.set(number, { done, failed });
      // The program goes on as long as an answer is waited for.
      this.#worker.ref();
      this.#worker.postMessage({ ...asking, number } satisfies ToIndex, moved);
    });
  }
}
