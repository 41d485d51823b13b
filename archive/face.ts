/**
 * The face of an open archive. Message-shaped: plain data in and out, everything asynchronous, so that it can
 * live in a worker and be called across it without a change.
 */
import type { Comparison } from './compare/index.ts';
import type { Job } from './lib/job.ts';
import type { Result } from './lib/result.ts';
import type {
  About,
  Activity,
  Changed,
  Dossier,
  DossierId,
  Entity,
  EntityId,
  OcrLanguage,
  OcrLanguages,
  PageLayout,
  Quote,
  QuoteId,
  Source,
  SourceId,
  Tag,
  TagId,
  TextDocument,
} from './model/index.ts';
import type {
  Capture,
  DossierDraft,
  DossierPatch,
  EntityDraft,
  EntityPatch,
  QuoteDraft,
  QuotePatch,
  SearchRequest,
  SourcePatch,
  TagDraft,
  TagPatch,
} from './requests.ts';

/** What any call on an open archive may answer besides its own codes. */
export type AnyFailure =
  'closed' | 'read-only' | 'disk-full' | 'io' | 'damaged' | 'cancelled' | 'in-use';

export interface ArchiveState {
  readonly name: string;
  /** Identifies the archive to the application only; 32 hexadecimal digits. */
  readonly archiveId: string;
  /** Four words of the history hash: different words mean a different or an older archive. */
  readonly words: readonly string[];
  /** Code of the reason why nothing can be written, or `null`. */
  readonly readOnly: string | null;
  /** Codes of what opening found and did. */
  readonly notices: readonly string[];
  /** Number of the last change. */
  readonly seq: number;
}

/** Everything small. Quotes come by source, texts and originals one by one. */
export interface Records {
  readonly seq: number;
  readonly about: About;
  readonly sources: readonly Source[];
  readonly tags: readonly Tag[];
  readonly entities: readonly Entity[];
  readonly dossiers: readonly Dossier[];
  /** How many quotes each source has; sources without any are left out. */
  readonly quoteCounts: Readonly<Record<SourceId, number>>;
}

/** One file to take in: its bytes and the name it had. */
export interface FileToImport {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Where the person says it was found; takes precedence over what the file says. */
  readonly address?: string;
}

/** What became of one file. */
export interface ImportOutcome {
  readonly name: string;
  readonly result:
    | {
        readonly state: 'taken';
        readonly source: SourceId;
        readonly shelfmark: string;
        /** Codes of what a person should know: `encoding-guessed`, `binary-named-html` … */
        readonly notes: readonly string[];
        /** The earlier capture of the same address, if there is one. */
        readonly versionOf: SourceId | null;
      }
    | { readonly state: 'already-there'; readonly source: SourceId; readonly shelfmark: string }
    | { readonly state: 'failed'; readonly code: string };
}

export interface SearchReason {
  readonly kind: string;
  readonly asked: string;
  readonly found: string;
  readonly letters?: number;
}

/** Where a found item answers the query; offsets are UTF-16 units of the stored field. */
export interface SearchMatch {
  readonly field: string;
  readonly start: number;
  readonly end: number;
  readonly item?: number;
}

export interface SearchResult {
  readonly id: string;
  readonly kind: 'source' | 'quote' | 'image';
  readonly sourceId: SourceId;
  readonly shelfmark: string;
  readonly title: string;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** 0 to 1, higher is better. */
  readonly score: number;
  readonly reasons: readonly SearchReason[];
  readonly matches: readonly SearchMatch[];
  /** A piece of the text around the best match: it begins at `start` of the stored text. */
  readonly excerpt: { readonly text: string; readonly start: number } | null;
  readonly speaker: string | null;
}

export interface LogPage {
  readonly length: number;
  /** Hash of the last line; 64 zeros when there is none. */
  readonly head: string;
  /** Newest first. */
  readonly entries: readonly Activity[];
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
  };
  readonly findings: readonly VerifyFinding[];
}

export interface DossierPdf {
  readonly pdf: Uint8Array;
  readonly pages: number;
}

export type ExportFormat = 'bagit' | 'qdpx' | 'csv' | 'json';

export interface ExportSummary {
  readonly files: number;
  readonly bytes: number;
  /** Entities that must not be named and whose names are in what left. */
  readonly protectedNames: number;
}

/** What became of the sources that were read by machine. */
export interface OcrReport {
  /** One for each that was done: the code of why it was not read, or `null`. */
  readonly outcomes: readonly { readonly source: SourceId; readonly code: string | null }[];
  /** It was stopped before all were done. */
  readonly stopped: boolean;
}

export interface Archive {
  state(): Promise<Result<ArchiveState, AnyFailure>>;
  records(): Promise<Result<Records, AnyFailure>>;
  /** Ends all work, writes what is pending, forgets the keys. Every later call answers `closed`. */
  close(): Promise<void>;
  /** Calls back after each durable change; answers the function that ends it. */
  onChanged(listener: (changed: Changed) => void): () => void;

  importFile(
    file: FileToImport,
    capture: Capture,
    job?: Job,
  ): Promise<Result<ImportOutcome, AnyFailure>>;
  text(source: SourceId): Promise<Result<TextDocument | null, AnyFailure | 'source-missing'>>;
  /** Where the words of its text stand on the pages of its original; `null` when that is not known. */
  layout(source: SourceId): Promise<Result<PageLayout | null, AnyFailure | 'source-missing'>>;
  /** The languages that can be read by machine on this computer. */
  ocrLanguages(): Promise<Result<readonly OcrLanguage[], AnyFailure>>;
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
  original(source: SourceId): Promise<Result<Uint8Array, AnyFailure | 'source-missing'>>;
  editSource(
    id: SourceId,
    patch: SourcePatch,
  ): Promise<Result<Source, AnyFailure | 'source-missing' | 'tag-missing'>>;
  /** Refused while quotes or dossiers use it. */
  deleteSource(
    id: SourceId,
  ): Promise<Result<null, AnyFailure | 'source-missing' | 'source-in-use'>>;

  quotes(source?: SourceId): Promise<Result<readonly Quote[], AnyFailure>>;
  addQuote(
    draft: QuoteDraft,
  ): Promise<
    Result<
      Quote,
      | AnyFailure
      | 'source-missing'
      | 'passage-differs'
      | 'passage-missing'
      | 'passage-ambiguous'
      | 'no-text'
      | 'tag-missing'
      | 'entity-missing'
    >
  >;
  editQuote(
    id: QuoteId,
    patch: QuotePatch,
  ): Promise<Result<Quote, AnyFailure | 'quote-missing' | 'tag-missing' | 'entity-missing'>>;
  deleteQuote(id: QuoteId): Promise<Result<null, AnyFailure | 'quote-missing' | 'quote-in-use'>>;

  addTag(draft: TagDraft): Promise<Result<Tag, AnyFailure | 'tag-exists' | 'tag-missing'>>;
  editTag(
    id: TagId,
    patch: TagPatch,
  ): Promise<Result<Tag, AnyFailure | 'tag-exists' | 'tag-missing' | 'tag-cycle'>>;
  addEntity(draft: EntityDraft): Promise<Result<Entity, AnyFailure>>;
  editEntity(
    id: EntityId,
    patch: EntityPatch,
  ): Promise<Result<Entity, AnyFailure | 'entity-missing'>>;

  search(
    request: SearchRequest,
  ): Promise<Result<readonly SearchResult[], AnyFailure | 'query-invalid'>>;
  compare(
    a: SourceId,
    b: SourceId,
    job?: Job,
  ): Promise<Result<Comparison, AnyFailure | 'source-missing' | 'no-text'>>;

  addDossier(
    draft: DossierDraft,
  ): Promise<Result<Dossier, AnyFailure | 'quote-missing' | 'source-missing'>>;
  editDossier(
    id: DossierId,
    patch: DossierPatch,
  ): Promise<Result<Dossier, AnyFailure | 'dossier-missing' | 'quote-missing' | 'source-missing'>>;
  deleteDossier(id: DossierId): Promise<Result<null, AnyFailure | 'dossier-missing'>>;
  /** The PDF as it would leave now. Nothing is written. */
  previewDossier(
    id: DossierId,
    job?: Job,
  ): Promise<
    Result<
      DossierPdf,
      | AnyFailure
      | 'dossier-missing'
      | 'dossier-empty'
      | 'names-protected'
      | 'image-unreadable'
      | 'typesetting-failed'
      | 'font-missing'
      | 'no-text'
    >
  >;
  /** Writes the PDF to `path`, whole or not at all, and writes the export into the log. */
  exportDossier(
    id: DossierId,
    path: string,
    job?: Job,
  ): Promise<
    Result<
      { readonly pages: number; readonly sha256: string },
      | AnyFailure
      | 'dossier-missing'
      | 'dossier-empty'
      | 'names-protected'
      | 'image-unreadable'
      | 'typesetting-failed'
      | 'font-missing'
      | 'no-text'
      | 'target-unwritable'
      | 'target-inside-archive'
    >
  >;

  undo(): Promise<Result<{ readonly action: string } | null, AnyFailure>>;
  redo(): Promise<Result<{ readonly action: string } | null, AnyFailure>>;

  log(from: number, limit: number): Promise<Result<LogPage, AnyFailure>>;
  verify(full: boolean, job?: Job): Promise<Result<VerifyReport, AnyFailure>>;
  exportAll(
    format: ExportFormat,
    path: string,
    job?: Job,
  ): Promise<
    Result<
      ExportSummary,
      AnyFailure | 'target-exists' | 'target-unwritable' | 'target-inside-archive'
    >
  >;
}
