/**
 * The face of an open archive. Message-shaped: plain data in and out, everything asynchronous, so that it can
 * live in a worker and be called across it without a change.
 */
import type { Placing } from './anchoring/index.ts';
import type { Comparison } from './compare/index.ts';
import type { Job } from './lib/job.ts';
import type { Result } from './lib/result.ts';
import type {
  About,
  Action,
  Activity,
  Changed,
  Dossier,
  DossierId,
  Entity,
  EntityId,
  FileChecks,
  FolderFile,
  MetadataField,
  OcrLanguage,
  OcrLanguages,
  PageLayout,
  Profile,
  ProfileId,
  Quote,
  QuoteId,
  SavedSearch,
  SavedSearchId,
  Source,
  SourceId,
  Stamp,
  StampId,
  Stated,
  Tag,
  TagId,
  TextDocument,
  Treatment,
} from './model/index.ts';
import type {
  Capture,
  Correction,
  DossierDraft,
  DossierPatch,
  EntityDraft,
  EntityPatch,
  ComparisonRequest,
  ExportRequest,
  ProfileDraft,
  TextPassage,
  NameRow,
  QuoteDraft,
  QuotePatch,
  Rereading,
  SavedSearchDraft,
  SavedSearchPatch,
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
  readonly profiles: readonly Profile[];
  readonly stamps: readonly Stamp[];
  readonly searches: readonly SavedSearch[];
  /** How many quotes each source has; sources without any are left out. */
  readonly quoteCounts: Readonly<Record<SourceId, number>>;
}

/** What became of a source whose text was replaced, and of its quotes. */
export interface DerivedText {
  readonly source: Source;
  readonly quotes: {
    /** Word for word at their place. */
    readonly exact: number;
    /** Word for word, elsewhere: somebody should look. */
    readonly moved: number;
    /** With other words: somebody must look. */
    readonly changed: number;
    /** Kept with their words and what stood around them, and without a place. */
    readonly lost: number;
  };
}

/** A quote of an earlier version, and where its words stand in the later one. */
export interface QuoteOffer {
  readonly quote: Quote;
  readonly placing: Placing;
}

/** What the places of an original say of one thing that is known of it. */
export interface FieldClaims {
  readonly field: MetadataField;
  /** What is kept now; several authors are joined by `; `. `null` is not known. */
  readonly kept: string | null;
  /** Values as they would be kept, and where each was read. */
  readonly claims: readonly {
    readonly value: string;
    readonly from: readonly string[];
    /** It says what is kept. */
    readonly kept: boolean;
  }[];
  /** The places do not agree with each other. */
  readonly contradict: boolean;
  /** Who chose or wrote what is kept, when somebody did. */
  readonly byHand: { readonly by: string; readonly reason: string; readonly at: string } | null;
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
  /** What `checkFolder` found of it, and the SHA-256 of the bytes for which that holds. */
  readonly checked?: Omit<FileChecks, 'name'>;
  /** Of a saved page: what lay in its folder beside it. What it can show is kept with it. */
  readonly beside?: readonly { readonly name: string; readonly bytes: Uint8Array }[];
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

/** A source or quote much of whose text stands in another one too, or a picture that looks much like another. */
export interface LikeSource {
  readonly by: 'text' | 'look';
  readonly id: string;
  readonly kind: 'source' | 'quote' | 'image';
  readonly sourceId: SourceId;
  readonly shelfmark: string;
  readonly title: string;
  /** Of texts: the share of the shorter of the two that both have. Of pictures: how alike they look. Above 0 to 1. */
  readonly share: number;
}

/** What much the same as it was there before a source came in. */
export interface NearDuplicates {
  readonly source: SourceId;
  readonly near: readonly LikeSource[];
}

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

/** What is in a dossier. */
export interface DossierContents {
  readonly exhibits: number;
  /** Exhibits whose whole text is printed. */
  readonly whole: number;
  readonly quotes: number;
  readonly comparisons: number;
  readonly pictures: number;
  /** Pictures out of whose files something was taken: device, place, time, small previews. */
  readonly stripped: number;
  /** Graphic pictures in whose place squares of grey stand. */
  readonly covered: number;
  /** Names that stand in it as they are, because nothing hides them. */
  readonly kept: readonly { readonly entity: EntityId; readonly count: number }[];
}

/** An edition that left before, and what was done since to what is in the dossier. */
export interface EarlierExport {
  readonly version: number;
  readonly at: string;
  readonly sha256: string;
  /** Empty when it was not said. */
  readonly recipient: string;
  /** How often each thing was done; the first to be done comes first. */
  readonly since: readonly { readonly action: Action; readonly count: number }[];
}

/** What would leave: what is in it, what stands for whom, and which names were found in the finished file. */
export interface DossierInspection {
  readonly pages: number;
  readonly contents: DossierContents;
  /** `null` when it never left. */
  readonly earlier: EarlierExport | null;
  readonly marks: readonly {
    readonly entity: EntityId;
    readonly mark: string;
    readonly treatment: Treatment;
    readonly count: number;
  }[];
  readonly leaks: readonly DossierLeak[];
}

export type ExportFormat = ExportRequest['format'];

export interface ExportSummary {
  readonly files: number;
  readonly bytes: number;
  /** Entities that must not be named and whose names are in what left. */
  readonly protectedNames: number;
  /** Files that left as they were collected beside records without names: they may hold them. */
  readonly unchecked: number;
}

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

  /**
   * Whether digests, time stamps and signatures among these files fit them, as it is checked in a zip of them: for
   * `importFile`, which takes them in one by one. Answers those of which something is said. Fails as `checks-not-made`
   * when it takes more than the limits allow; the files can be taken in all the same.
   */
  checkFolder(
    files: readonly FolderFile[],
    job?: Job,
  ): Promise<Result<readonly FileChecks[], AnyFailure | 'checks-not-made'>>;
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
  /** A saved page as it looked, as markup in which nothing is alive and nothing leads elsewhere. */
  appearance(source: SourceId): Promise<Result<string, AnyFailure | 'source-missing' | 'no-page'>>;
  original(source: SourceId): Promise<Result<Uint8Array, AnyFailure | 'source-missing'>>;
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
  editSource(
    id: SourceId,
    patch: SourcePatch,
  ): Promise<Result<Source, AnyFailure | 'source-missing' | 'tag-missing' | 'version-circle'>>;
  /**
   * Each of these puts another text in the place of a source's text; the original stays, and so does the text before,
   * which `restoreText` puts back. Quotes follow: word for word where they can; with other words, or elsewhere, with
   * `formerly` telling what they were; else they are lost: their anchor names another text than the source has.
   */
  readAgain(
    id: SourceId,
    how: Rereading,
  ): Promise<
    Result<
      DerivedText,
      AnyFailure | 'source-missing' | 'no-text' | 'encoding-unknown' | 'too-many-texts'
    >
  >;
  /** `text-changed` when the text is no longer the one that was corrected. */
  correctText(
    id: SourceId,
    correction: Correction,
  ): Promise<
    Result<
      DerivedText,
      | AnyFailure
      | 'source-missing'
      | 'no-text'
      | 'text-changed'
      | 'nothing-changed'
      | 'too-many-texts'
    >
  >;
  restoreText(
    id: SourceId,
    sha256: string,
  ): Promise<Result<DerivedText, AnyFailure | 'source-missing' | 'no-text' | 'too-many-texts'>>;
  /** What the original says of itself in several places, beside what was chosen. */
  claims(id: SourceId): Promise<Result<readonly FieldClaims[], AnyFailure | 'source-missing'>>;
  /** Quotes of earlier versions of a source that were not carried over yet, and where they stand in it. */
  offerQuotes(
    id: SourceId,
  ): Promise<Result<readonly QuoteOffer[], AnyFailure | 'source-missing' | 'no-text'>>;
  /** Makes quotes of this source out of those of earlier versions, all or none. */
  carryQuotes(
    id: SourceId,
    quotes: readonly QuoteId[],
  ): Promise<
    Result<
      readonly Quote[],
      | AnyFailure
      | 'source-missing'
      | 'no-text'
      | 'quote-missing'
      | 'text-changed'
      | 'passage-missing'
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
  /** Says where a quote stands; without a passage, that it was put at the right place when its text was replaced. */
  placeQuote(
    id: QuoteId,
    passage: TextPassage | null,
  ): Promise<
    Result<
      Quote,
      | AnyFailure
      | 'quote-missing'
      | 'no-text'
      | 'text-changed'
      | 'passage-differs'
      | 'passage-missing'
      | 'passage-ambiguous'
    >
  >;
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

  /** Saves how things are collected under a name, in place of what had that name, whatever its case. */
  saveProfile(draft: ProfileDraft): Promise<Result<Profile, AnyFailure>>;
  deleteProfile(id: ProfileId): Promise<Result<null, AnyFailure | 'profile-missing'>>;

  /** Who works in the archive from now on: stands in each line of the log. Kept with the archive. */
  setActor(actor: Stated): Promise<Result<null, AnyFailure>>;
  /** The same for as long as the archive is open, and kept nowhere. */
  actAs(actor: Stated): Promise<Result<null, 'closed'>>;

  /** Makes the search ready, or waits until it is: what would else be done at the first question. */
  prepareSearch(job?: Job): Promise<Result<null, AnyFailure>>;

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
  /** Writes a report on names as a table to `path`, whole or not at all, and notes the export in the log. */
  exportNames(
    rows: readonly NameRow[],
    path: string,
  ): Promise<Result<null, AnyFailure | 'target-unwritable' | 'target-inside-archive'>>;
  /**
   * What shares much of its text with a source or quote, and pictures that look like a picture; most alike first.
   * Nothing for an unknown identifier.
   */
  alike(id: string, limit: number): Promise<Result<readonly LikeSource[], AnyFailure>>;
  /** Of sources that came in: those that are much the same as others, with these. Pictures are told by their small ones. */
  nearDuplicates(
    sources: readonly SourceId[],
    job?: Job,
  ): Promise<Result<readonly NearDuplicates[], AnyFailure>>;
  compare(
    a: SourceId,
    b: SourceId,
    job?: Job,
  ): Promise<Result<Comparison, AnyFailure | 'source-missing' | 'no-text'>>;

  addSavedSearch(
    draft: SavedSearchDraft,
  ): Promise<Result<SavedSearch, AnyFailure | 'search-exists'>>;
  editSavedSearch(
    id: SavedSearchId,
    patch: SavedSearchPatch,
  ): Promise<Result<SavedSearch, AnyFailure | 'search-missing' | 'search-exists'>>;
  deleteSavedSearch(id: SavedSearchId): Promise<Result<null, AnyFailure | 'search-missing'>>;

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
    options?: {
      readonly despiteNames?: boolean;
      /** For whom it is: kept in the log, printed nowhere. */
      readonly recipient?: string;
    },
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
  /** Writes a comparison as one file. Refused, and nothing written, when somebody is named who must not be. */
  exportComparison(
    request: ComparisonRequest,
    path: string,
    job?: Job,
  ): Promise<
    Result<
      ExportSummary,
      | AnyFailure
      | 'source-missing'
      | 'no-text'
      | 'names-protected'
      | 'target-exists'
      | 'target-unwritable'
      | 'target-inside-archive'
    >
  >;
  /**
   * Writes the whole archive, or, with a sharing, what of it may be shown. All that was written is searched for names:
   * when somebody is named who must not be, nothing is left at `path`, unless `despiteNames` says so.
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
      | 'target-exists'
      | 'target-unwritable'
      | 'target-inside-archive'
    >
  >;
}
