/** Originals as they are shown, and what is made of pictures: small ones, and words. */
import type { Job } from '../lib/job.ts';
import type { Result } from '../lib/result.ts';
import type { OcrLanguage, OcrLanguages, SourceId } from '../model/index.ts';
import type { AnyFailure } from './failures.ts';

/** What became of the sources that were read by machine. */
export interface OcrReport {
  /** One for each that was done: the code of why it was not read, or `null`. */
  readonly outcomes: readonly { readonly source: SourceId; readonly code: string | null }[];
  /** It was stopped before all were done. */
  readonly stopped: boolean;
}

/** What became of the pictures of which smaller ones were to be made. */
export interface DeriveReport {
  readonly made: number;
  readonly failed: number;
  /** It was stopped before all were done. */
  readonly stopped: boolean;
}

/** A picture to be shown. */
export interface ShownPicture {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

export interface PictureCalls {
  original(source: SourceId): Promise<Result<Uint8Array, AnyFailure | 'source-missing'>>;
  /** A saved page as it looked, as markup in which nothing is alive and nothing leads elsewhere. */
  appearance(source: SourceId): Promise<Result<string, AnyFailure | 'source-missing' | 'no-page'>>;
  /**
   * A picture as a window can show it: the small one for lists, or in full the original or what was made of it.
   * `not-a-picture` when there is none yet, or never will be. `page`, from 1: of a picture with several pages, in full.
   */
  picture(
    source: SourceId,
    size: 'thumbnail' | 'full',
    page?: number,
  ): Promise<Result<ShownPicture, AnyFailure | 'source-missing' | 'not-a-picture'>>;
  /** Makes the small pictures that are missing, one after the other. What was made before it is stopped stays. */
  derivePictures(job?: Job): Promise<Result<DeriveReport, AnyFailure>>;
  /** The languages that can be read by machine on this computer. */
  ocrLanguages(): Promise<Result<readonly OcrLanguage[], AnyFailure>>;
  /**
   * From now on models in this folder (`rus.traineddata` …) come before those that are on the computer; `null` for none.
   * Answers the languages of which it has a whole model, and fails with `models-missing` when there is none.
   */
  useModels(
    folder: string | null,
  ): Promise<Result<readonly OcrLanguage[], AnyFailure | 'models-missing'>>;
  /**
   * Reads pictures, and pages of PDFs without letters, by machine: one after the other, each result one change. The
   * sources are first marked as waiting, so that this outlasts a restart; without any it goes on with what is waiting
   * or was paused. A stopped job leaves what is left waiting.
   */
  recognise(
    sources: readonly SourceId[],
    languages: OcrLanguages | null,
    job?: Job,
  ): Promise<Result<OcrReport, AnyFailure | 'source-missing' | 'not-a-picture'>>;
  /** Puts aside what is waiting to be read, until it is asked for again. */
  pauseRecognition(): Promise<Result<null, AnyFailure>>;
  /** Forgets what is waiting to be read. What was read stays. */
  cancelRecognition(): Promise<Result<null, AnyFailure>>;
}
