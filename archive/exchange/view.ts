/** What an export reads: the records, and the bytes behind them. */
import type { Result } from '../lib/result.ts';
import type {
  About,
  Activity,
  Dossier,
  Entity,
  PageFile,
  Profile,
  Quote,
  SavedSearch,
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
  readonly searches: readonly SavedSearch[];
  readonly profiles: readonly Profile[];
  readonly stamps: readonly Stamp[];
  /** In order of their numbers. */
  readonly activities: readonly Activity[];
  text(id: SourceId): Promise<Result<TextDocument | null>>;
  original(id: SourceId): Promise<Result<Uint8Array>>;
  /** What lay beside a saved page. */
  pageFile(file: PageFile): Promise<Result<Uint8Array>>;
  stampFile(id: StampId): Promise<Result<Uint8Array>>;
  /** What stands for the log up to a line, and is time-stamped. */
  headText(line: number): string;
}

export interface ExportOptions {
  /** The moment of making: `2026-04-09T21:14:03.120Z`. */
  readonly madeAt: string;
  readonly appVersion: string;
}

export type ExportFailure =
  'target-exists' | 'target-unwritable' | 'disk-full' | 'cancelled' | 'damaged';

/** One file of an export, by its path inside it; parted by `/`. */
export interface ExportedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}
