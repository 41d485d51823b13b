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
  Treatment,
} from './model/index.ts';
import type {
  Capture,
  DossierDraft,
  DossierPatch,
  EntityDraft,
  EntityPatch,
  QuoteDraft,
  QuotePatch,
  Rereading,
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
  /** Changes that the disk did not take and that wait to be written again. */
  readonly unsaved: number;
  /** The archive is being given new keys, and that has not ended. */
  readonly rekeying: boolean;
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
  /** The source beside which it lay, and its name there: a picture of a chat's export. */
  readonly partOf?: { readonly source: SourceId; readonly name: string };
  /** Take the pictures of saved pages in containers too, as sources of their own. */
  readonly pageFiles?: boolean;
}

/** What became of one file, or of one part of it. */
export interface ImportOutcome {
  /** As the file or the container says it: may be hostile, shown only after `cleanLine`. */
  readonly name: string;
  /** What came out of a container, in its order. Left out when it is none. */
  readonly parts?: readonly ImportOutcome[];
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
    | {
        readonly state: 'already-there';
        readonly source: SourceId;
        readonly shelfmark: string;
        /** The very bytes; or, of something still to be collected, the address. */
        readonly same: 'bytes' | 'address';
      }
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
  /** Words of the query that it does not have. */
  readonly missing: readonly string[];
}

/** One way in which a name is written in the archive. */
export interface NameFound {
  readonly found: string;
  /** Letter by letter as it was asked for, apart from case and accents. */
  readonly exact: boolean;
  readonly count: number;
}

/** Where one name of a list occurs. */
export interface NameReport {
  readonly name: string;
  /** Sources and quotes that have it, as far as they were asked for. */
  readonly count: number;
  /** The commonest first. */
  readonly spellings: readonly NameFound[];
  readonly results: readonly Pick<
    SearchResult,
    'id' | 'kind' | 'sourceId' | 'shelfmark' | 'title'
  >[];
}

/** How far an index that is being made is. */
export interface SearchProgress {
  readonly done: number;
  readonly total: number;
}

export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

/** How the documents that answer a query are spread; the commonest first. */
export interface SearchFacets {
  readonly kinds: readonly FacetCount[];
  readonly languages: readonly FacetCount[];
  readonly tags: readonly FacetCount[];
  readonly speakers: readonly FacetCount[];
  readonly years: readonly FacetCount[];
}

export interface SearchPage {
  readonly results: readonly SearchResult[];
  /** Documents that answer the whole query. */
  readonly total: number;
  /** When asked for: how these are spread. */
  readonly facets: SearchFacets | null;
  /** `null` when everything is in the index. */
  readonly progress: SearchProgress | null;
}

/** A source or quote much of whose text stands in another one too. */
export interface LikeSource {
  readonly id: string;
  readonly kind: 'source' | 'quote' | 'image';
  readonly sourceId: SourceId;
  readonly shelfmark: string;
  readonly title: string;
  /** The share of the shorter of the two texts that both have, above 0 to 1. */
  readonly share: number;
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

/** A way to open the archive. */
export interface SlotInfo {
  readonly slot: number;
  readonly kind: 'passphrase' | 'recovery' | 'shares';
  /** What a guess costs, in KiB of memory and passes over it; `null` where guessing is hopeless. */
  readonly kdf: { readonly memory: number; readonly passes: number } | null;
  /** How many shares open it, and how many were made. */
  readonly shares: { readonly needed: number; readonly made: number } | null;
}

/** The disk has failed: so many changes wait to be written again. */
export interface Trouble {
  readonly code: string;
  readonly unsaved: number;
}

export interface DossierPdf {
  readonly pdf: Uint8Array;
  readonly pages: number;
}

/** A name that was found in a finished dossier. */
export interface DossierLeak {
  readonly where: 'page' | 'bookmark' | 'document-data' | 'attachment';
  /** From 1; `null` when it stands on none. */
  readonly page: number | null;
  /** `null` when a part of a name stands there alone. */
  readonly entity: EntityId | null;
  readonly count: number;
}

/** What would leave: what stands for whom, and which names were found in the finished file. */
export interface DossierInspection {
  readonly pages: number;
  readonly marks: readonly {
    readonly entity: EntityId;
    readonly mark: string;
    readonly treatment: Treatment;
    readonly count: number;
  }[];
  readonly leaks: readonly DossierLeak[];
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

  /** Calls back when the disk has failed and when that is over; answers the function that ends it. */
  onTrouble(listener: (trouble: Trouble | null) => void): () => void;
  /** After the disk has failed: writes what waits, and goes on. */
  resume(): Promise<Result<null, AnyFailure>>;
  /** Gives up what waits: its calls fail. */
  discardUnsaved(): Promise<Result<null, AnyFailure>>;

  slots(): Promise<Result<readonly SlotInfo[]>>;
  /**
   * Each of these takes what opens the archive now, a passphrase, recovery words or shares, and fails with the codes of
   * opening, with `no-slot`, `last-slot`, `shares-impossible` or `rekey-under-way`.
   */
  changePassphrase(current: string, next: string): Promise<Result<null>>;
  addPassphrase(current: string, next: string): Promise<Result<null>>;
  /** Answers 24 words. They are kept nowhere. */
  addRecoveryWords(current: string): Promise<Result<string>>;
  /** Answers the shares, each 32 words. They are kept nowhere. */
  addShares(
    current: string,
    counts: { readonly needed: number; readonly made: number },
  ): Promise<Result<readonly string[]>>;
  removeSlot(current: string, slot: number): Promise<Result<null>>;
  /**
   * New keys for everything, and `next` as the one thing that opens the archive. When this resolves, what is written is
   * under the new keys; `continueRekey` does it for what is there.
   */
  rekey(current: string, next: string): Promise<Result<null>>;
  /** May be stopped and called again, also after another opening. Fails as `damaged` when an item cannot be read. */
  continueRekey(job?: Job): Promise<Result<null>>;

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
  /**
   * Derives the text of a source again out of its original, which stays. Quotes keep their words and are placed anew;
   * when one of them does not stand in the new text, it answers `quotes-not-found` and nothing is changed.
   */
  readAgain(
    id: SourceId,
    how: Rereading,
  ): Promise<
    Result<
      { readonly source: Source; readonly moved: number },
      AnyFailure | 'source-missing' | 'no-text' | 'encoding-unknown' | 'quotes-not-found'
    >
  >;
  /** Refused while quotes or dossiers use it. */
  deleteSource(
    id: SourceId,
  ): Promise<Result<null, AnyFailure | 'source-missing' | 'source-in-use' | 'source-has-parts'>>;

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
  /** As `search`, with what is told beside the results. */
  searchPage(request: SearchRequest): Promise<Result<SearchPage, AnyFailure | 'query-invalid'>>;
  /** Looks each name up in any spelling; `limit` results of each. Fails with `too-large` for more names than `limits.namesAtOnce`. */
  searchNames(
    names: readonly string[],
    limit: number,
    job?: Job,
  ): Promise<Result<readonly NameReport[], AnyFailure | 'too-large'>>;
  /** What shares much of its text with a source or quote; most alike first. Nothing for an unknown identifier. */
  alike(id: string, limit: number): Promise<Result<readonly LikeSource[], AnyFailure>>;
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
  /** Makes the PDF whether names are in it or not, reads it back, and tells what would leave. Nothing is written. */
  inspectDossier(
    id: DossierId,
    job?: Job,
  ): Promise<
    Result<
      DossierInspection,
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
  /**
   * Writes the PDF to `path`, whole or not at all, and writes the export into the log. The finished bytes are read back
   * before: with a name in them that must not be there nothing is written, unless `despiteNames` says so.
   */
  exportDossier(
    id: DossierId,
    path: string,
    options?: { readonly despiteNames?: boolean },
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
  /**
   * Reads the originals again that were not read for so many days, and notes the result on each source and in the log.
   * What was read before it is stopped is noted.
   */
  recheck(days: number, job?: Job): Promise<Result<RecheckReport, AnyFailure>>;
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
