/** The log, time stamps, and checks that nothing was changed or lost. */
import type { Job } from '../lib/job.ts';
import type { Result } from '../lib/result.ts';
import type { Activity, Stamp, StampId } from '../model/index.ts';
import type { AnyFailure } from './failures.ts';

export interface LogPage {
  readonly length: number;
  /** Hash of the last line; 64 zeros when there is none. */
  readonly head: string;
  /** The head as a text to be kept or time-stamped elsewhere, the same to the byte each time. */
  readonly headText: string;
  /** Newest first. */
  readonly entries: readonly Activity[];
}

/** How a time stamp that is kept stands now. */
export interface StampCheck {
  readonly stamp: StampId;
  /** `differs`: what it is of is not what was stamped. `damaged`: it cannot be read as it was any more. */
  readonly state: 'holds' | 'differs' | 'damaged' | 'subject-missing';
}

export interface VerifyFinding {
  readonly code: string;
  /** What is touched: identifiers and shelfmarks, never content. */
  readonly subjects: readonly string[];
}

export interface VerifyReport {
  readonly intact: boolean;
  readonly full: boolean;
  readonly checked: {
    readonly files: number;
    readonly bytes: number;
    readonly originals: number;
    readonly activities: number;
    /** Files of blobs that no item names: left by a crash, by undo, or by what was deleted lately. */
    readonly unnamed: number;
  };
  readonly findings: readonly VerifyFinding[];
}

/** What reading originals again found. */
export interface RecheckReport {
  readonly checked: number;
  readonly findings: readonly VerifyFinding[];
}

/** The same of a slice, and how many originals are still due. */
export interface RecheckSlice extends RecheckReport {
  readonly left: number;
}

/** What was got out of a damaged archive, and what was not. */
export interface SalvageReport {
  /** Number of the last change that could be read. What came after it, if anything, is not known. */
  readonly seq: number;
  /** Changes before it that could not be read. */
  readonly missing: readonly { readonly from: number; readonly to: number }[];
  /** Files of the archive that could not be read, or not to their end. */
  readonly damaged: readonly { readonly role: string; readonly number: number }[];
  /** How many records of each collection are in the new archive. */
  readonly records: Readonly<Record<string, number>>;
  /** Originals and texts in it. */
  readonly files: number;
  /** Shelfmarks of items of which a file could not be read. */
  readonly itemsWithoutFiles: readonly string[];
  /** New shelfmarks of originals whose own records were lost. */
  readonly recovered: readonly string[];
  /** Records that name others which are not there. */
  readonly findings: readonly VerifyFinding[];
}

export interface CustodyCalls {
  log(from: number, limit: number): Promise<Result<LogPage, AnyFailure>>;
  /** Writes the head of the log as a file that can be time-stamped elsewhere. */
  saveHead(
    path: string,
  ): Promise<Result<null, AnyFailure | 'target-unwritable' | 'target-inside-archive'>>;
  /**
   * Keeps a time stamp that was obtained elsewhere (RFC 3161, OpenTimestamps). What it is of, a head of the log or an
   * original, is found by its digest; one that fits nothing, or whose signature is broken, is not kept.
   */
  addStamp(file: {
    readonly name: string;
    readonly bytes: Uint8Array;
  }): Promise<
    Result<
      Stamp,
      | AnyFailure
      | 'empty'
      | 'too-large'
      | 'stamp-unreadable'
      | 'stamp-algorithm'
      | 'stamp-broken'
      | 'stamp-fits-nothing'
      | 'stamp-there'
    >
  >;
  deleteStamp(id: StampId): Promise<Result<null, AnyFailure | 'stamp-missing'>>;
  /** The bytes of a time stamp, as they came. */
  stampFile(id: StampId): Promise<Result<Uint8Array, AnyFailure | 'stamp-missing'>>;
  /** Checks all time stamps again, with the bytes that they are of. Nothing is written. */
  checkStamps(job?: Job): Promise<Result<readonly StampCheck[], AnyFailure>>;
  verify(full: boolean, job?: Job): Promise<Result<VerifyReport, AnyFailure>>;
  /**
   * Reads the originals again that were not read for so many days, and notes the result on each source and in the log.
   * What was read before it is stopped is noted.
   */
  recheck(days: number, job?: Job): Promise<Result<RecheckReport, AnyFailure>>;
  /** As much of it as is done in a moment: for the background. */
  recheckSome(days: number): Promise<Result<RecheckSlice, AnyFailure>>;
}
