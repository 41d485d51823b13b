/**
 * Reads texts by machine in a worker of its own: one after the other, bounded, ended at once when it is not wanted any
 * more. Pictures come to it as shades of grey, decoded elsewhere.
 */
import type { Job } from '../../lib/job.ts';
import { Queue } from '../../lib/queue.ts';
import { fail, type Result } from '../../lib/result.ts';
import { limits, type OcrLanguage } from '../../model/index.ts';
import { measure } from '../image/measures.ts';
import { createPictures, type PictureFailure, type Pictures } from '../picture/pictures.ts';
import { QuietThread, type ThreadFailure } from '../quiet-thread.ts';
import type { FromOcr } from './ocr-worker.ts';
import type { Known, ReadByMachine, ReadingFailure, ReadRequest } from './read.ts';

export interface ToRecognise {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** As EXIF has it. */
  readonly orientation: number;
  readonly languages: readonly OcrLanguage[];
  /** Of a PDF: what its own letters say, as far as they say anything. */
  readonly known: Known | null;
  /** A folder with models that a person named. */
  readonly models?: string | null;
}

export type OcrFailure = ReadingFailure | PictureFailure;

export interface Recogniser {
  /** Progress is told in pages. When the job is stopped, the worker is ended and nothing is left of it. */
  read(request: ToRecognise, job: Job): Promise<Result<ReadByMachine, OcrFailure>>;
  /** Ends the worker; what is being read answers `closed`. */
  close(): Promise<void>;
}

export interface RecogniserLimits {
  /** For one page. */
  readonly milliseconds: number;
  readonly heapMegabytes: number;
}

const extname = import.meta.url.endsWith('.ts') ? '.ts' : '.js';

export function createRecogniser(
  bounds: RecogniserLimits = {
    milliseconds: limits.ocrMilliseconds,
    heapMegabytes: limits.importHeapMegabytes,
  },
): Recogniser {
  return new WorkerRecogniser(bounds);
}

type Answer<T = ReadByMachine> = Result<T, OcrFailure>;

type OcrThread = QuietThread<ReadRequest, FromOcr>;

class WorkerRecogniser implements Recogniser {
  readonly #queue = new Queue();
  readonly #bounds: RecogniserLimits;
  readonly #pictures: Pictures;
  #thread: OcrThread | null = null;
  #closed = false;

  constructor(bounds: RecogniserLimits) {
    this.#bounds = bounds;
    this.#pictures = createPictures(bounds);
  }

  read(asked: ToRecognise, job: Job): Promise<Answer> {
    return this.#queue.run(async () => {
      if (this.#closed) return fail('closed');
      if (job.signal.aborted) return fail('cancelled');
      const { mediaType, bytes } = asked;
      if (mediaType === 'application/pdf') return this.#readPdf(asked, job);
      const pages = measure(bytes, mediaType)?.pages ?? 1;
      return pages > 1 ? this.#readPages(asked, pages, job) : this.#readPicture(asked, job);
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#pictures.close();
    await this.#end();
    await this.#queue.idle();
  }

  #readPdf({ bytes, languages, known, models = null }: ToRecognise, job: Job): Promise<Answer> {
    return this.#ask({ kind: 'pdf', bytes, languages, models, known }, job);
  }

  async #readPicture(
    { bytes, mediaType, orientation, languages, models = null }: ToRecognise,
    job: Job,
  ): Promise<Answer> {
    const picture = await this.#pictures.grey({ bytes, mediaType, orientation }, job.signal);
    if (!picture.ok) return picture;
    return this.#ask({ kind: 'picture', picture: picture.value, languages, models }, job);
  }

  /** One page after the other: one that cannot be read does not stop the others. */
  async #readPages(
    { bytes, mediaType, orientation, languages, models = null }: ToRecognise,
    count: number,
    job: Job,
  ): Promise<Answer> {
    const wanted = Math.min(count, limits.ocrPages);
    let first = true;
    let last: Answer<null> = fail('ocr-nothing');
    for (let page = 1; page <= wanted; page++) {
      job.progress(page - 1, wanted);
      const picture = await this.#pictures.grey(
        { bytes, mediaType, orientation, page },
        job.signal,
      );
      last = picture.ok
        ? await this.#ask<null>(
            { kind: 'page', number: page, first, picture: picture.value, languages, models },
            job,
          )
        : picture;
      if (!last.ok && ENDING.has(last.error.code)) return last;
      if (last.ok) first = false;
    }
    job.progress(wanted, wanted);
    return first ? (last as Answer<never>) : this.#ask({ kind: 'together', count }, job);
  }

  async #ask<T = ReadByMachine>(request: ReadRequest, job: Job): Promise<Answer<T>> {
    if (job.signal.aborted) return fail('cancelled');
    const thread = (this.#thread ??= await this.#start());
    const stop = () => void thread.end();
    job.signal.addEventListener('abort', stop);
    const heard = await thread.ask(request, {
      milliseconds: this.#bounds.milliseconds,
      give: buffersOf(request),
      isProgress: (message) => {
        if (message.kind === 'progress') job.progress(message.done, message.total);
        return message.kind !== 'answer';
      },
    });
    job.signal.removeEventListener('abort', stop);
    const answer: Answer<T> =
      typeof heard !== 'string' && heard.kind === 'answer'
        ? (heard.result as Answer<T>)
        : fail(this.#failureOf(heard));
    // Failures of the picture leave the thread as it was; after others it may be in any state.
    if (!answer.ok && BROKEN.has(answer.error.code)) await this.#end();
    return answer;
  }

  #failureOf(heard: FromOcr | ThreadFailure): OcrFailure {
    if (heard === 'closed') return this.#closed ? 'closed' : 'cancelled';
    return typeof heard !== 'string' || heard === 'reading-failed' ? 'ocr-failed' : heard;
  }

  #start(): Promise<OcrThread> {
    const script = new URL(`./ocr-worker${extname}`, import.meta.url);
    return QuietThread.start(script, this.#bounds);
  }

  async #end(): Promise<void> {
    const thread = this.#thread;
    this.#thread = null;
    await thread?.end();
  }
}

const BROKEN: ReadonlySet<OcrFailure> = new Set([
  'ocr-failed',
  'reading-timed-out',
  'reading-out-of-memory',
  'cancelled',
  'closed',
]);

/** After these no other page is read: what was read of the pages before it is gone with the worker, or nobody wants it. */
const ENDING: ReadonlySet<OcrFailure> = new Set([...BROKEN, 'ocr-language-missing']);

function buffersOf(request: ReadRequest): ArrayBuffer[] {
  if (!('picture' in request)) return [];
  const { buffer } = request.picture.shades;
  return buffer instanceof ArrayBuffer ? [buffer] : [];
}
