/** Decodes pictures in a thread of its own: one after the other, bounded, ended when one of them exceeds its bounds. */
import type { Worker } from 'node:worker_threads';
import { Queue } from '../../lib/queue.ts';
import { fail, type Result } from '../../lib/result.ts';
import { limits } from '../../model/index.ts';
import { measure } from '../image/measures.ts';
import type { Grey } from '../ocr/pixels.ts';
import { startQuietThread } from '../quiet-thread.ts';
import type { DerivedPictures, MadePicture } from './derive.ts';
import type { DecodeFailure, EncodedPicture } from './magick.ts';
import type { PictureRequest } from './picture-worker.ts';

export type PictureFailure =
  DecodeFailure | 'reading-timed-out' | 'reading-out-of-memory' | 'cancelled' | 'closed';

export interface Pictures {
  /** Shades of grey, upright. When `signal` is aborted the thread is ended at once. */
  grey(picture: EncodedPicture, signal?: AbortSignal): Promise<Result<Grey, PictureFailure>>;
  /** Smaller pictures, and what it looks like. */
  derive(
    picture: EncodedPicture,
    signal?: AbortSignal,
  ): Promise<Result<DerivedPictures, PictureFailure>>;
  /** One page of several, to be looked at. */
  page(picture: EncodedPicture): Promise<Result<MadePicture, PictureFailure>>;
  /** What a small picture looks like when it is cut a little, or when what was cut off is put back. */
  hashesWhenCut(picture: EncodedPicture): Promise<Result<readonly string[], PictureFailure>>;
  /** Ends the thread; what is being decoded answers `closed`. */
  close(): Promise<void>;
}

export interface PictureLimits {
  readonly milliseconds: number;
  readonly heapMegabytes: number;
}

const extname = import.meta.url.endsWith('.ts') ? '.ts' : '.js';
/** The memory of WebAssembly never shrinks: after a picture of more pixels than this the thread is ended. */
const LARGE = 24_000_000;

export function createPictures(
  bounds: PictureLimits = {
    milliseconds: limits.pictureMilliseconds,
    heapMegabytes: limits.importHeapMegabytes,
  },
): Pictures {
  return new ThreadedPictures(bounds);
}

class ThreadedPictures implements Pictures {
  readonly #queue = new Queue();
  readonly #bounds: PictureLimits;
  #worker: Worker | null = null;
  #closed = false;

  constructor(bounds: PictureLimits) {
    this.#bounds = bounds;
  }

  grey(picture: EncodedPicture, signal?: AbortSignal): Promise<Result<Grey, PictureFailure>> {
    return this.#ask({ ask: 'grey', picture }, signal);
  }

  derive(
    picture: EncodedPicture,
    signal?: AbortSignal,
  ): Promise<Result<DerivedPictures, PictureFailure>> {
    return this.#ask({ ask: 'derive', picture }, signal);
  }

  page(picture: EncodedPicture): Promise<Result<MadePicture, PictureFailure>> {
    return this.#ask({ ask: 'page', picture });
  }

  hashesWhenCut(picture: EncodedPicture): Promise<Result<readonly string[], PictureFailure>> {
    return this.#ask({ ask: 'cut', picture });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#end();
    await this.#queue.idle();
  }

  #ask<T>(request: PictureRequest, signal?: AbortSignal): Promise<Result<T, PictureFailure>> {
    return this.#queue.run(async () => {
      if (this.#closed) return fail('closed');
      if (signal?.aborted === true) return fail('cancelled');
      const worker = (this.#worker ??= await this.#start());
      const answer = await this.#answer<T>(worker, request, signal);
      if (answer.kind === 'ended' || isLarge(request.picture)) await this.#end();
      return answer.result;
    });
  }

  /** `ended`: the thread is gone, or may be in any state. */
  #answer<T>(
    worker: Worker,
    request: PictureRequest,
    signal: AbortSignal | undefined,
  ): Promise<{ readonly kind: 'answered' | 'ended'; readonly result: Result<T, PictureFailure> }> {
    return new Promise((resolve) => {
      const settle = (kind: 'answered' | 'ended', result: Result<T, PictureFailure>) => {
        clearTimeout(timer);
        worker.off('message', heard).off('error', failed).off('exit', ended);
        signal?.removeEventListener('abort', stopped);
        resolve({ kind, result });
      };
      const heard = (result: Result<T, PictureFailure>) => {
        settle('answered', result);
      };
      // A decoder that fell over did so because of the picture.
      const failed = ({ code }: Error & { readonly code?: string }) => {
        const spent = code === 'ERR_WORKER_OUT_OF_MEMORY';
        settle('ended', fail(spent ? 'reading-out-of-memory' : 'image-damaged'));
      };
      const ended = () => {
        settle('ended', fail(this.#closed ? 'closed' : 'image-damaged'));
      };
      const stopped = () => {
        settle('ended', fail('cancelled'));
      };
      const timer = setTimeout(() => {
        settle('ended', fail('reading-timed-out'));
      }, this.#bounds.milliseconds);
      worker.on('message', heard).on('error', failed).on('exit', ended);
      signal?.addEventListener('abort', stopped);
      worker.postMessage(request);
    });
  }

  #start(): Promise<Worker> {
    const script = new URL(`./picture-worker${extname}`, import.meta.url);
    return startQuietThread(script, this.#bounds.heapMegabytes);
  }

  async #end(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }
}

function isLarge({ bytes, mediaType, page }: EncodedPicture): boolean {
  const measures = measure(bytes, mediaType, page);
  return measures !== null && measures.width * measures.height > LARGE;
}
