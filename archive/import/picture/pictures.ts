/** Decodes pictures in a thread of its own: one after the other, bounded, ended when one of them exceeds its bounds. */
import { Queue } from '../../lib/queue.ts';
import { fail, ok, type Result } from '../../lib/result.ts';
import { type CoveredRegion, limits, type RegionAnchor } from '../../model/index.ts';
import { measure } from '../image/measures.ts';
import type { Grey } from '../ocr/pixels.ts';
import { QuietThread, type ThreadFailure } from '../quiet-thread.ts';
import type { DerivedPictures, MadePicture } from './derive.ts';
import type { DecodeFailure, EncodedPicture } from './magick.ts';
import type { CutPicture } from './part.ts';
import type { PictureAnswer, PictureRequest } from './picture-worker.ts';
import { type Room, timesTooLarge } from './room.ts';

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
  /** A part of it, as pixels alone; with no more of them than fill the `room`, or a little more. */
  part(
    picture: EncodedPicture,
    region: RegionAnchor,
    room?: Room,
  ): Promise<Result<CutPicture, PictureFailure>>;
  /** It upright, as pixels alone, so many that they fill the `room`; `null` when it has not much more of them. */
  fit(picture: EncodedPicture, room: Room): Promise<Result<CutPicture | null, PictureFailure>>;
  /** What a small picture looks like when it is cut a little, or when what was cut off is put back. */
  hashesWhenCut(picture: EncodedPicture): Promise<Result<readonly string[], PictureFailure>>;
  /** It with parts of it black, as pixels alone, upright. */
  blackOut(
    picture: EncodedPicture,
    regions: readonly CoveredRegion[],
  ): Promise<Result<MadePicture, PictureFailure>>;
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

type PictureThread = QuietThread<PictureRequest, PictureAnswer>;

class ThreadedPictures implements Pictures {
  readonly #queue = new Queue();
  readonly #bounds: PictureLimits;
  #thread: PictureThread | null = null;
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

  part(
    picture: EncodedPicture,
    region: RegionAnchor,
    room?: Room,
  ): Promise<Result<CutPicture, PictureFailure>> {
    return this.#ask({ ask: 'part', picture, region, ...(room && { room }) });
  }

  async fit(
    picture: EncodedPicture,
    room: Room,
  ): Promise<Result<CutPicture | null, PictureFailure>> {
    const times = timesTooLarge(picture, room);
    if (times === null) return fail('image-damaged');
    if (times <= limits.printedSurplus) return ok(null);
    return this.#ask<CutPicture>({ ask: 'fit', picture, room });
  }

  hashesWhenCut(picture: EncodedPicture): Promise<Result<readonly string[], PictureFailure>> {
    return this.#ask({ ask: 'cut', picture });
  }

  blackOut(
    picture: EncodedPicture,
    regions: readonly CoveredRegion[],
  ): Promise<Result<MadePicture, PictureFailure>> {
    return this.#ask({ ask: 'black', picture, regions });
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
      const thread = (this.#thread ??= await this.#start());
      const stop = () => void thread.end();
      signal?.addEventListener('abort', stop);
      const { milliseconds } = this.#bounds;
      const answer = await thread.ask(request, { milliseconds });
      signal?.removeEventListener('abort', stop);
      if (!thread.alive || isLarge(request.picture)) await this.#end();
      return typeof answer === 'string'
        ? fail(this.#failureOf(answer))
        : (answer as Result<T, PictureFailure>);
    });
  }

  /** A decoder that fell over did so because of the picture. */
  #failureOf(failure: ThreadFailure): PictureFailure {
    if (failure === 'closed') return this.#closed ? 'closed' : 'cancelled';
    return failure === 'reading-failed' ? 'image-damaged' : failure;
  }

  #start(): Promise<PictureThread> {
    const script = new URL(`./picture-worker${extname}`, import.meta.url);
    return QuietThread.start(script, this.#bounds);
  }

  async #end(): Promise<void> {
    const thread = this.#thread;
    this.#thread = null;
    await thread?.end();
  }
}

function isLarge({ bytes, mediaType, page }: EncodedPicture): boolean {
  const measures = measure(bytes, mediaType, page);
  return measures !== null && measures.width * measures.height > LARGE;
}
