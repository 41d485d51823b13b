/** What an export reads: the records, and the bytes behind them. */
import type { Result } from '../lib/result.ts';
import type { MarkWords } from '../redact/index.ts';
import type {
  About,
  Activity,
  Claim,
  Dossier,
  Entity,
  Gathering,
  PageFile,
  Pairing,
  Profile,
  Quote,
  SavedSearch,
  Sharing,
  Source,
  SourceId,
  Stamp,
  StampId,
  Tag,
  TextDocument,
} from '../model/index.ts';

export interface ArchiveView {
  readonly about: About;
  readonly sources: readonly Source[];
  readonly quotes: readonly Quote[];
  readonly tags: readonly Tag[];
  readonly entities: readonly Entity[];
  readonly dossiers: readonly Dossier[];
  readonly claims: readonly Claim[];
  readonly pairings: readonly Pairing[];
  readonly searches: readonly SavedSearch[];
  readonly gatherings: readonly Gathering[];
  readonly profiles: readonly Profile[];
  readonly stamps: readonly Stamp[];
  /** In order of their numbers. */
  readonly activities: readonly Activity[];
  text(id: SourceId): Promise<Result<TextDocument | null>>;
  /** `null` when it is not to leave. */
  original(id: SourceId): Promise<Result<Uint8Array | null>>;
  /** What lay beside a saved page. */
  pageFile(file: PageFile): Promise<Result<Uint8Array>>;
  stampFile(id: StampId): Promise<Result<Uint8Array>>;
  /** What stands for the log up to a line, and is time-stamped. */
  headText(line: number): string;
  /** What was taken out, in words for whoever reads it; left out when nothing was. */
  readonly redacted?: { readonly files: FilesToLeave };
}

export interface ExportOptions {
  /** The moment of making: `2026-04-09T21:14:03.120Z`. */
  readonly madeAt: string;
  readonly appVersion: string;
  /** What becomes of names. Without it they stand as they are, and one that must not be named stops the export. */
  readonly redaction?: Redaction;
  /** Let it leave although names are in it that must not be. */
  readonly despiteNames?: boolean;
}

/** Which files leave beside the records: none, pictures without what is written into their files, or all as collected. */
export type FilesToLeave = 'none' | 'pictures' | 'originals';

export interface Redaction {
  readonly sharing: Sharing;
  readonly words: MarkWords;
  readonly files: FilesToLeave;
}

export type ExportFailure =
  'target-exists' | 'target-unwritable' | 'disk-full' | 'cancelled' | 'damaged' | 'names-protected';

/** `recipient-invalid`: what it was to be sealed for is no key. `package-unsound`: what was read back did not hold. */
export type PackageFailure =
  ExportFailure | 'recipient-invalid' | 'package-too-large' | 'package-unsound';

/** One file of an export, by its path inside it; parted by `/`. */
export interface ExportedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}
