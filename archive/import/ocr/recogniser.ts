/**
 * Reads texts by machine in a worker of its own: one after the other, bounded, ended at once when it is not wanted any
 * more. Pictures come to it as shades of grey, decoded elsewhere.
 */
import type { Worker } from 'node:worker_threads';
import type { Job } from '../../lib/job.ts';
import { Queue } from '../../lib/queue.ts';
import { fail, ok, type Result } from '../../lib/result.ts';
import { limits, type OcrLanguage } from '../../model/index.ts';
import { createPictures, type PictureFailure, type Pictures } from '../picture/pictures.ts';
import { startQuietThread } from '../quiet-thread.ts';
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

type Answer = Result<ReadByMachine, OcrFailure>;

class WorkerRecogniser implements Recogniser {
  readonly #queue = new Queue();
  readonly #bounds: RecogniserLimits;
  readonly #pictures: Pictures;
  #worker: Worker | null = null;
  #closed = false;

  constructor(bounds: RecogniserLimits) {
    this.#bounds = bounds;
    this.#pictures = createPictures(bounds);
  }

  read(asked: ToRecognise, job: Job): Promise<Answer> {
    return this.#queue.run(async () => {
      if (this.#closed) return fail('closed');
      if (job.signal.aborted) return fail('cancelled');
      const prepared = await this.#prepare(asked, job);
      if (!prepared.ok) return prepared;
      const request = prepared.value;
      const worker = (this.#worker ??= await this.#start());
      const answer = await this.#answer(worker, request, job);
      // Failures of the picture leave the worker as it was; after others it may be in any state.
      if (!answer.ok && BROKEN.has(answer.error.code)) await this.#end();
      return answer;
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#pictures.close();
    await this.#end();
    await this.#queue.idle();
  }

  async #prepare(
    { bytes, mediaType, orientation, languages, known, models = null }: ToRecognise,
    job: Job,
  ): Promise<Result<ReadRequest, PictureFailure>> {
    if (mediaType === 'application/pdf')
      return ok({ kind: 'pdf', bytes, languages, models, known });
    const picture = await this.#pictures.grey({ bytes, mediaType, orientation }, job.signal);
    return picture.ok
      ? ok({ kind: 'picture', picture: picture.value, languages, models })
      : picture;
  }

  #answer(worker: Worker, request: ReadRequest, job: Job): Promise<Answer> {
    return new Promise((resolve) => {
      const settle = (answer: Answer) => {
        clearTimeout(timer);
        worker.off('message', heard).off('error', failed).off('exit', ended);
        job.signal.removeEventListener('abort', stopped);
        resolve(answer);
      };
      const late = () => {
        settle(fail('reading-timed-out'));
      };
      const heard = (message: FromOcr) => {
        if (message.kind === 'answer') settle(message.result);
        if (message.kind !== 'progress') return;
        clearTimeout(timer);
        timer = setTimeout(late, this.#bounds.milliseconds);
        job.progress(message.done, message.total);
      };
      const failed = ({ code }: Error & { readonly code?: string }) => {
        settle(fail(code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'reading-out-of-memory' : 'ocr-failed'));
      };
      const ended = () => {
        settle(fail(this.#closed ? 'closed' : 'ocr-failed'));
      };
      const stopped = () => {
        settle(fail('cancelled'));
      };
      let timer = setTimeout(late, this.#bounds.milliseconds);
      worker.on('message', heard).on('error', failed).on('exit', ended);
      job.signal.addEventListener('abort', stopped);
      worker.postMessage(request, buffersOf(request));
    });
  }

  #start(): Promise<Worker> {
    const script = new URL(`./ocr-worker${extname}`, import.meta.url);
    return startQuietThread(script, this.#bounds.heapMegabytes);
  }

  async #end(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }
}

const BROKEN: ReadonlySet<OcrFailure> = new Set([
  'ocr-failed',
  'reading-timed-out',
  'reading-out-of-memory',
  'cancelled',
  'closed',
]);

function buffersOf(request: ReadRequest): ArrayBuffer[] {
  if (request.kind === 'pdf') return [];
  const { buffer } = request.picture.shades;
  return buffer instanceof ArrayBuffer ? [buffer] : [];
}
