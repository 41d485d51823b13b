/** The archive, or what of it may be shown, in formats of others. */
import type { Job } from '../lib/job.ts';
import type { Result } from '../lib/result.ts';
import type { Action } from '../model/index.ts';
import type { ExportRequest } from '../requests.ts';
import type { AnyFailure } from './failures.ts';

export type ExportFormat = ExportRequest['format'];

/** What named all that left, as SHA-256: of its one file, of a bag's manifest of everything, of the list of a folder's files. */
export interface LeftDigest {
  readonly of: 'file' | 'manifest' | 'list';
  readonly sha256: string;
}

/** An export of the whole archive that left before, and what was done since. */
export interface EarlierWhole {
  readonly at: string;
  readonly format: ExportFormat;
  /** `null` in lines of before it was noted. */
  readonly sha256: string | null;
  /** Empty when it was not said. */
  readonly recipient: string;
  /** How often each thing was done; the first to be done comes first. */
  readonly since: readonly { readonly action: Action; readonly count: number }[];
}

export interface ExportSummary {
  readonly files: number;
  readonly bytes: number;
  /** Entities that must not be named and whose names are in what left. */
  readonly protectedNames: number;
  /** Forms that may be names of somebody hidden, and held nothing back. */
  readonly possibleNames: number;
  /** Files that left as they were collected beside records without names: they may hold them. */
  readonly unchecked: number;
  /** Quotes that stayed because they are marked as sensitive, with what rests on them. */
  readonly heldBack: number;
  readonly digest: LeftDigest;
  /** Of the whole archive: the one before, to the same recipient if one was named; `null` when there was none. */
  readonly earlier?: EarlierWhole | null;
}

export interface ExchangeCalls {
  /**
   * Writes the whole archive, or, with a sharing, what of it may be shown. All that was written is searched for names:
   * when somebody is named who must not be, nothing is left at `path`, unless `despiteNames` says so. With a sharing,
   * parts of pictures that must not leave are black; without one they stop it, unless `despiteParts` says so.
   */
  exportAll(
    request: ExportRequest,
    path: string,
    job?: Job,
  ): Promise<
    Result<
      ExportSummary,
      | AnyFailure
      | 'names-protected'
      | 'parts-protected'
      | 'target-exists'
      | 'target-unwritable'
      | 'target-inside-archive'
    >
  >;
}
