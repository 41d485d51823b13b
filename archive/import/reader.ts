/**
 * Reads originals in threads of their own. A container keeps its thread as long as its parts are asked for; what
 * comes out of it is read by another one, so that a bad part never takes the container along.
 */
import { assert } from '../lib/assert.ts';
import type { Job } from '../lib/job.ts';
import { Queue } from '../lib/queue.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import {
  type FileChecks,
  type FolderFile,
  limits,
  type ListedPart,
  type StampReading,
} from '../model/index.ts';
import type { StampFailure } from '../proof/read-stamp.ts';
import type { Hint, SourceDraft } from './draft.ts';
import { keepAsFile } from './formats/file.ts';
import type { ShownBeside } from './html/page-files.ts';
import { isKeptUnread, keep } from './keep.ts';
import { type Listed, lostPart, type Opened, type Part, type Parts } from './parts.ts';
import type { ReaderAnswer, ReaderRequest } from './reader-worker.ts';
import { QuietThread, type ThreadFailure } from './quiet-thread.ts';
import { isContainer, sniff } from './sniff.ts';

export interface ReaderLimits {
  readonly milliseconds: number;
  /** For a PDF, which may have thousands of pages; `milliseconds` when it is left out. */
  readonly pdfMilliseconds?: number;
  readonly heapMegabytes: number;
}

type ReadingThread = QuietThread<ReaderRequest, ReaderAnswer>;

const extname = import.meta.url.endsWith('.ts') ? '.ts' : '.js';
/** The usual room for what lives shortly takes more memory than it saves time. */
const YOUNG_MEGABYTES = 24;

export type ReadFailure = 'empty' | 'too-large' | 'closed';

export interface SourceReader {
  /**
   * Answers a draft for any bytes: what cannot be read is a draft of kind `file` with a note. Fails with `empty`
   * for no bytes, `too-large` above `limits.originalBytes`, `closed` after `close`. Reads one after the other.
   */
  read(bytes: Uint8Array, hint: Hint): Promise<Result<SourceDraft, ReadFailure>>;
  /**
   * The same, and the parts of a container, which must be iterated or ended; of some only those with the numbers in
   * `only`. `give` hands the bytes over to the reader: a large container is then held once, and the caller's bytes may
   * be gone afterwards.
   */
  open(
    bytes: Uint8Array,
    hint: Hint,
    give?: boolean,
    only?: readonly number[],
  ): Promise<Result<Opened, ReadFailure>>;
  /**
   * What the parts of a container are, without their bytes; `null` for what is none. Bounded as taking in is: what
   * cannot be read to its end says so as its last part. The caller's bytes may be gone afterwards.
   */
  list(
    bytes: Uint8Array,
    hint: Hint,
    job: Job,
  ): Promise<Result<Listed | null, ReadFailure | 'cancelled'>>;
  /** What stands in a time stamp, checked as far as that goes without a network. */
  stamp(bytes: Uint8Array): Promise<Result<StampReading, StampFailure | 'closed'>>;
  /**
   * What files that lie beside one another say of each other, each with the digest of the bytes that were looked at.
   * Runs beside what is being read; fails as `checks-not-made` when it takes too long, or too much.
   */
  checkFolder(
    files: readonly FolderFile[],
    signal: AbortSignal,
  ): Promise<Result<readonly FileChecks[], 'checks-not-made' | 'cancelled' | 'closed'>>;
  /**
   * A saved page as it looked, as markup with nothing alive in it. Fails with `no-page` for anything else, and where it
   * cannot be parsed within the limits. `beside` is what was kept of the folder beside it.
   */
  appearance(
    bytes: Uint8Array,
    hint: Hint,
    beside?: readonly ShownBeside[],
  ): Promise<Result<string, 'no-page' | 'closed'>>;
  /** Ends the threads; what is being read answers `closed`. */
  close(): Promise<void>;
}

/** Whether the bytes hold parts, as far as can be told without reading them. */
export function mayHoldParts(bytes: Uint8Array, hint: Hint): boolean {
  const sniffed = sniff(bytes, hint.name, hint.as);
  return isContainer(sniffed.format) && !isKeptUnread(bytes.length, sniffed);
}

/** A reader that keeps its threads warm, for a batch. */
export function createReader(
  bounds: ReaderLimits = {
    milliseconds: limits.importMilliseconds,
    pdfMilliseconds: limits.pdfMilliseconds,
    heapMegabytes: limits.importHeapMegabytes,
  },
): SourceReader {
  return new ThreadedReader(bounds);
}

/** Reads one original with a thread of its own; see `SourceReader.read`. */
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

interface Asked {
  readonly thread: ReadingThread;
  readonly answer: ReaderAnswer | ThreadFailure;
}

class ThreadedReader implements SourceReader {
  readonly #queue = new Queue();
  readonly #bounds: ReaderLimits;
  readonly #threads = new Set<ReadingThread>();
  readonly #idle: ReadingThread[] = [];
  #closed = false;

  constructor(bounds: ReaderLimits) {
    this.#bounds = bounds;
  }

  async read(bytes: Uint8Array, hint: Hint): Promise<Result<SourceDraft, ReadFailure>> {
    const opened = await this.open(bytes, hint);
    if (!opened.ok) return opened;
    await opened.value.parts?.[Symbol.asyncIterator]().return?.();
    return ok(opened.value.draft);
  }

  async open(
    bytes: Uint8Array,
    hint: Hint,
    give = false,
    only?: readonly number[],
  ): Promise<Result<Opened, ReadFailure>> {
    if (bytes.length === 0) return fail('empty');
    if (bytes.length > limits.originalBytes) return fail('too-large');
    const size = bytes.length;
    const sniffed = sniff(bytes, hint.name, hint.as);
    return this.#queue.run(async () => {
      if (this.#closed) return fail('closed');
      if (isKeptUnread(size, sniffed)) return ok({ draft: keep(size, hint, sniffed), parts: null });
      const gone = give && isContainer(sniffed.format);
      const { milliseconds, pdfMilliseconds = milliseconds } = this.#bounds;
      const patience = sniffed.format === 'pdf' ? pdfMilliseconds : milliseconds;
      const request = { ask: 'read', bytes, hint, plainly: false, ...(only && { only }) } as const;
      let asked = await this.#ask(request, gone, patience);
      // Markdown that is made to be parsed for ever is still a text.
      if (asked.answer === 'reading-timed-out' && sniffed.format === 'markdown')
        asked = await this.#ask({ ask: 'read', bytes, hint, plainly: true }, false, patience);
      const { thread, answer } = asked;
      if (answer === 'closed') return fail('closed');
      if (typeof answer === 'string')
        return ok({ draft: keepAsFile(hint, sniffed.mediaType, [answer]), parts: null });
      assert('draft' in answer, 'a draft answers the question for one');
      const { draft, container } = answer;
      if (!container) {
        this.#release(thread);
        return ok({ draft, parts: null });
      }
      const parts = new PartsOf(thread, milliseconds, () => this.#release(thread));
      await parts.fetch(limits.partsAhead);
      return ok({ draft, parts });
    });
  }

  async list(
    bytes: Uint8Array,
    hint: Hint,
    { signal, progress }: Job,
  ): Promise<Result<Listed | null, ReadFailure | 'cancelled'>> {
    if (bytes.length === 0) return fail('empty');
    if (bytes.length > limits.originalBytes) return fail('too-large');
    if (!mayHoldParts(bytes, hint)) return ok(null);
    const { mediaType } = sniff(bytes, hint.name, hint.as);
    return this.#queue.run(async () => {
      if (this.#closed) return fail('closed');
      const { milliseconds } = this.#bounds;
      const request = { ask: 'read', bytes, hint, plainly: false } as const;
      const { thread, answer } = await this.#ask(request, true, milliseconds);
      if (answer === 'closed') return fail('closed');
      if (typeof answer === 'string')
        return ok({ draft: keepAsFile(hint, mediaType, [answer]), parts: [], cut: false });
      assert('draft' in answer, 'a draft answers the question for one');
      const parts: ListedPart[] = [];
      const held = new PartsOf(thread, milliseconds, () => this.#release(thread));
      try {
        while (answer.container && parts.length < limits.containerParts) {
          if (signal.aborted) return fail('cancelled');
          const listed = await held.list();
          if (listed === null) return fail('closed');
          if (listed.length === 0) return ok({ draft: answer.draft, parts, cut: false });
          parts.push(...listed);
          progress(parts.length);
        }
        return ok({ draft: answer.draft, parts, cut: answer.container });
      } finally {
        await held.return();
      }
    });
  }

  async stamp(bytes: Uint8Array): Promise<Result<StampReading, StampFailure | 'closed'>> {
    return this.#queue.run(async () => {
      if (this.#closed) return fail('closed');
      const { milliseconds } = this.#bounds;
      const { thread, answer } = await this.#ask({ ask: 'stamp', bytes }, false, milliseconds);
      if (answer === 'closed') return fail('closed');
      // One that takes too long, or too much, is made to do so.
      if (typeof answer === 'string') return fail('stamp-unreadable');
      assert('stamp' in answer, 'a reading answers the question for one');
      this.#release(thread);
      return typeof answer.stamp === 'string' ? fail(answer.stamp) : ok(answer.stamp);
    });
  }

  async checkFolder(
    files: readonly FolderFile[],
    signal: AbortSignal,
  ): Promise<Result<readonly FileChecks[], 'checks-not-made' | 'cancelled' | 'closed'>> {
    const thread = await this.#take();
    if (this.#closed) await thread.end();
    const stop = () => void thread.end();
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();
    const asked = { ask: 'check', files } as const;
    const answer = await thread.ask(asked, { milliseconds: limits.packageMilliseconds });
    signal.removeEventListener('abort', stop);
    this.#release(thread);
    if (signal.aborted) return fail('cancelled');
    if (answer === 'closed') return fail('closed');
    if (typeof answer === 'string') return fail('checks-not-made');
    assert('checked' in answer, 'checks answer the question for them');
    return ok(answer.checked);
  }

  async appearance(
    bytes: Uint8Array,
    hint: Hint,
    beside: readonly ShownBeside[] = [],
  ): Promise<Result<string, 'no-page' | 'closed'>> {
    const sniffed = sniff(bytes, hint.name, hint.as);
    const mhtml = sniffed.format === 'mhtml';
    if ((!mhtml && sniffed.format !== 'html') || isKeptUnread(bytes.length, sniffed))
      return fail('no-page');
    return this.#queue.run(async () => {
      if (this.#closed) return fail('closed');
      const request = { ask: 'appearance', bytes, hint, mhtml, beside } as const;
      const { thread, answer } = await this.#ask(request, false, this.#bounds.milliseconds);
      if (answer === 'closed') return fail('closed');
      this.#release(thread);
      const markup = typeof answer !== 'string' && 'markup' in answer ? answer.markup : null;
      return markup === null ? fail('no-page') : ok(markup);
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#threads].map((thread) => thread.end()));
    await this.#queue.idle();
    // One may have been started meanwhile.
    await Promise.all([...this.#threads].map((thread) => thread.end()));
    this.#threads.clear();
  }

  async #ask(request: ReaderRequest, give: boolean, milliseconds: number): Promise<Asked> {
    const thread = await this.#take();
    if (this.#closed) await thread.end();
    const asking = { milliseconds, give: give ? ownBuffer(request) : [] };
    return { thread, answer: await thread.ask(request, asking) };
  }

  async #take(): Promise<ReadingThread> {
    for (let idle = this.#idle.pop(); idle; idle = this.#idle.pop()) {
      if (idle.alive) return idle;
      this.#threads.delete(idle);
    }
    const script = new URL(`./reader-worker${extname}`, import.meta.url);
    const { heapMegabytes } = this.#bounds;
    const thread = await QuietThread.start<ReaderRequest, ReaderAnswer>(script, {
      heapMegabytes,
      youngMegabytes: YOUNG_MEGABYTES,
    });
    this.#threads.add(thread);
    return thread;
  }

  #release(thread: ReadingThread): void {
    if (thread.alive) this.#idle.push(thread);
    else this.#threads.delete(thread);
  }
}

/**
 * The parts of one container. The first of them are fetched ahead: a small container then needs no thread of its
 * own while its parts are taken in. One that cannot be read to its end says so last.
 */
class PartsOf implements AsyncIterableIterator<Part>, Parts {
  readonly #thread: ReadingThread;
  readonly #milliseconds: number;
  readonly #release: () => void;
  readonly #ahead: Part[] = [];
  #listed = 0;
  #count: number | null = null;
  #done = false;

  constructor(thread: ReadingThread, milliseconds: number, release: () => void) {
    this.#thread = thread;
    this.#milliseconds = milliseconds;
    this.#release = release;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  get count(): number | null {
    return this.#count;
  }

  /** Fetches parts until they hold so many bytes. */
  async fetch(most: number): Promise<void> {
    for (let held = 0; held < most && !this.#done;) {
      const part = await this.#ask();
      if (part === null) return;
      // What has no bytes is held too.
      held += 1_024 + ('bytes' in part ? part.bytes.length : 0);
      this.#ahead.push(part);
    }
  }

  async next(): Promise<IteratorResult<Part>> {
    const part = this.#ahead.shift() ?? (await this.#ask());
    return part === null ? { done: true, value: undefined } : { done: false, value: part };
  }

  async return(): Promise<IteratorResult<Part>> {
    this.#ahead.length = 0;
    if (!this.#done) {
      await this.#thread.ask({ ask: 'close' }, { milliseconds: this.#milliseconds });
      this.#end();
    }
    return { done: true, value: undefined };
  }

  /** What the next parts are: none at the end, and `null` when the reader was closed. */
  async list(): Promise<readonly ListedPart[] | null> {
    if (this.#done) return [];
    const answer = await this.#thread.ask({ ask: 'list' }, { milliseconds: this.#milliseconds });
    if (typeof answer !== 'string' && 'listed' in answer) {
      this.#listed += answer.listed.length;
      return answer.listed;
    }
    this.#end();
    if (typeof answer !== 'string' || answer === 'closed') return null;
    return [lostPart('', answer, this.#listed + 1)];
  }

  async #ask(): Promise<Part | null> {
    if (this.#done) return null;
    const answer = await this.#thread.ask(
      { ask: 'next' },
      { milliseconds: this.#milliseconds, isProgress: (message) => 'passed' in message },
    );
    if (typeof answer !== 'string' && 'part' in answer) {
      if (answer.part !== null) return answer.part;
      this.#count = answer.met;
    }
    this.#end();
    if (typeof answer !== 'string' || answer === 'closed') return null;
    return { name: '', failure: answer };
  }

  #end(): void {
    this.#done = true;
    this.#release();
  }
}

/** Only a buffer that holds nothing else can be handed over. */
function ownBuffer(request: ReaderRequest): ArrayBuffer[] {
  if (request.ask !== 'read') return [];
  const { buffer, byteLength } = request.bytes;
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [];
}
