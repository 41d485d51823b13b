/**
 * The one list of what the window may ask and what it may be told. Main's registration, the bridge in the preload
 * and the window's types all come from it. Inputs are checked in main, once and strictly; types here are a
 * convenience for the window, never a defence.
 */
import { z } from 'zod';
import type { ClaimTable, Comparison } from '../../archive/compare/index.ts';
import type {
  ArchiveState,
  ClaimsLeft,
  CodeTable,
  DerivedText,
  Destroyed,
  FieldClaims,
  ImportOutcome,
  DossierInspection,
  LikeSource,
  LogPage,
  Mentions,
  MergedEntity,
  NameCount,
  DeriveReport,
  NameReport,
  NearDuplicates,
  OcrReport,
  PartList,
  PackageSummary,
  OriginOffers,
  PutBack,
  QuoteOffer,
  SuggestedQuote,
  Records,
  SearchPage,
  SlotInfo,
  SplitEntity,
  StampCheck,
  TagUse,
  TrashEntry,
  Trouble,
  Uses,
  VerifyReport,
  ExportSummary,
} from '../../archive/face/index.ts';
import type { Failure } from '../../archive/lib/result.ts';
import type {
  Changed,
  Claim,
  Dossier,
  Entity,
  Gathering,
  OcrLanguage,
  PageLayout,
  Pairing,
  Profile,
  Quote,
  SavedSearch,
  Source,
  Stamp,
  Tag,
  TextDocument,
} from '../../archive/model/index.ts';
import {
  Capture,
  ClaimId,
  ClaimRowId,
  DossierId,
  EntityId,
  GatheringId,
  Name,
  OcrLanguages,
  PairingId,
  ProfileId,
  QuoteId,
  Sha256,
  SavedSearchId,
  ShortText,
  SourceId,
  StampId,
  Stated,
  TagId,
  TagMemo,
  TrashId,
  limits,
} from '../../archive/model/index.ts';
import {
  ClaimDraft,
  ClaimPatch,
  ClaimRowPatch,
  ClaimsExportRequest,
  CodeExportRequest,
  CodeTableRequest,
  Correction,
  Deleting,
  DestroyReason,
  DossierDraft,
  DossierPatch,
  EntityDraft,
  EntityMerge,
  EntityPatch,
  EntitySplit,
  GatheringDraft,
  GatheringPatch,
  ComparisonRequest,
  ExportRequest,
  PackageRequest,
  NameListRequest,
  NewRows,
  PairingDraft,
  ProfileDraft,
  QuoteDraft,
  QuotePatch,
  Rereading,
  NameRow,
  SavedSearchDraft,
  SavedSearchPatch,
  SearchRequest,
  SourcePatch,
  TagDraft,
  TagMany,
  TagPatch,
  TagSplit,
  TextPassage,
  Tracing,
} from '../../archive/requests.ts';

/** `query` reads, `command` writes through the one writer, `job` takes long: it reports progress and can be cancelled. */
export type CallKind = 'query' | 'command' | 'job';

const returns =
  // The output is only a type: it is named at the call and carried by the list.
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
  <Out>() =>
    <In extends z.ZodType>(kind: CallKind, input: In) => ({
      kind,
      input,
      out: undefined as unknown as Out,
    });

const Nothing = z.strictObject({});
/** Names a file or folder that a person chose; good for one use. */
const Ticket = z.string().regex(/^[0-9a-f]{32}$/);
/** What opens an archive, as it was typed: a passphrase, recovery words, or shares one after the other. */
const Secret = z.string().max(400_000);

/** A chosen folder or file, as the window may know it. */
export interface Chosen {
  readonly ticket: string;
  /** Its own name, without the path. */
  readonly name: string;
}

export interface AppState {
  readonly archive: ArchiveState | null;
  /** The open archive is the sample, which is thrown away at the end. */
  readonly sample: boolean;
  readonly version: string;
  readonly settings: Settings;
}

export const Settings = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  /** Minutes without any input after which the archive locks; 0 is never. */
  lockAfterMinutes: z.int().min(0).max(120),
  /** Pixels of the reading text. */
  textSize: z.int().min(14).max(28),
  /** Days after which an original is read again and compared with its digest; 0 is never. */
  recheckDays: z.int().min(0).max(3_650),
  /** Keep the window out of screenshots where the system can. */
  hideFromScreenshots: z.boolean(),
});
export type Settings = z.infer<typeof Settings>;

export interface ModelFolder {
  readonly name: string;
  readonly languages: readonly OcrLanguage[];
}

export interface ImportReport {
  readonly outcomes: readonly ImportOutcome[];
  /** The person stopped it: what is listed was done, the rest was not begun. */
  readonly cancelled: boolean;
}

export const calls = {
  'app.state': returns<AppState>()('query', Nothing),
  'app.changeSettings': returns<Settings>()('command', Settings.partial()),

  /** Asks for a folder; `null` when the person thinks better of it. */
  'archive.chooseFolder': returns<Chosen | null>()(
    'command',
    z.strictObject({ purpose: z.enum(['create', 'open', 'import']) }),
  ),
  'archive.suggestPassphrase': returns<string>()('query', Nothing),
  'archive.create': returns<ArchiveState>()(
    'command',
    z.strictObject({ folder: Ticket, name: Name, passphrase: Secret }),
  ),
  'archive.open': returns<ArchiveState>()(
    'command',
    z.strictObject({
      folder: Ticket,
      passphrase: Secret,
      /** Open it although it is older than when it was last open here. */
      acceptOlder: z.boolean().optional(),
    }),
  ),
  /** Makes the sample archive in a temporary folder, encrypted like any other, and opens it. */
  'archive.openSample': returns<ArchiveState>()('job', Nothing),
  'archive.lock': returns<null>()('command', Nothing),
  'archive.records': returns<Records>()('query', Nothing),
  'archive.verify': returns<VerifyReport>()('job', z.strictObject({ full: z.boolean() })),
  /** Asks where to, then writes. `null` when the person thinks better of it. */
  'archive.export': returns<ExportSummary | null>()('job', ExportRequest),
  'archive.log': returns<LogPage>()(
    'query',
    z.strictObject({ from: z.int().min(0), limit: z.int().min(1).max(500) }),
  ),
  /** Asks where to, then writes the head of the log as a file. `false` when the person thinks better of it. */
  'archive.saveHead': returns<boolean>()('command', Nothing),
  /** Who works in the archive from now on: stands in each line of the log. */
  'archive.setActor': returns<null>()('command', z.strictObject({ actor: Stated })),
  'archive.undo': returns<{ readonly action: string } | null>()('command', Nothing),
  'archive.redo': returns<{ readonly action: string } | null>()('command', Nothing),
  /** After the disk has failed: writes what waits in memory, and goes on. */
  'archive.resume': returns<null>()('command', Nothing),
  /** Gives up what waits in memory. */
  'archive.discardUnsaved': returns<null>()('command', Nothing),

  /** The ways to open the archive. */
  'keys.list': returns<readonly SlotInfo[]>()('query', Nothing),
  'keys.changePassphrase': returns<null>()(
    'command',
    z.strictObject({ current: Secret, next: Secret }),
  ),
  'keys.addPassphrase': returns<null>()(
    'command',
    z.strictObject({ current: Secret, next: Secret }),
  ),
  /** Answers 24 words. They are kept nowhere. */
  'keys.addRecoveryWords': returns<string>()('command', z.strictObject({ current: Secret })),
  /** Answers the shares, each 32 words. They are kept nowhere. */
  'keys.addShares': returns<readonly string[]>()(
    'command',
    z.strictObject({
      current: Secret,
      needed: z.int().min(0).max(255),
      made: z.int().min(0).max(255),
    }),
  ),
  'keys.remove': returns<null>()(
    'command',
    z.strictObject({ current: Secret, slot: z.int().min(0).max(255) }),
  ),
  /** New keys for everything that is written from now on, and `next` as the one thing that opens the archive. */
  'keys.rekey': returns<null>()('command', z.strictObject({ current: Secret, next: Secret })),
  /** Seals everything that is there under the new keys. Can be stopped, and goes on where it was. */
  'keys.continueRekey': returns<null>()('job', Nothing),

  /** Asks for files to import. */
  'files.choose': returns<readonly Chosen[]>()('command', Nothing),
  /** Bytes of something dropped that is no file on the disk (a picture out of a browser, an attachment). */
  'files.offer': returns<Chosen>()(
    'command',
    z.strictObject({ name: z.string().max(1_000), bytes: z.instanceof(Uint8Array) }),
  ),

  /** What a web archive, a zip or a mailbox holds, before it is taken in; `null` for anything else. Its ticket stays good. */
  'sources.parts': returns<PartList | null>()('job', z.strictObject({ file: Ticket })),
  'sources.import': returns<ImportReport>()(
    'job',
    z.strictObject({
      files: z.array(Ticket).min(1).max(10_000),
      /** Of some files: what of their parts is taken. Of the others all. */
      chosen: z
        .array(
          z.strictObject({
            file: Ticket,
            sha256: Sha256,
            numbers: z.array(z.int().min(1).max(limits.containerParts)).max(limits.containerParts),
          }),
        )
        .max(10_000)
        .optional(),
      capture: Capture,
      /** Take the pictures of saved pages too, as sources of their own. */
      pageFiles: z.boolean().optional(),
    }),
  ),
  'sources.text': returns<TextDocument | null>()('query', z.strictObject({ source: SourceId })),
  /** Where the words of its text stand on its pages, or in its picture. */
  'sources.layout': returns<PageLayout | null>()('query', z.strictObject({ source: SourceId })),
  'sources.edit': returns<Source>()(
    'command',
    z.strictObject({ id: SourceId, patch: SourcePatch }),
  ),
  /** Each of these gives the source another text; what becomes of its quotes is told. */
  'sources.readAgain': returns<DerivedText>()(
    'command',
    z.strictObject({ id: SourceId, how: Rereading }),
  ),
  'sources.correctText': returns<DerivedText>()(
    'command',
    z.strictObject({ id: SourceId, correction: Correction }),
  ),
  'sources.restoreText': returns<DerivedText>()(
    'command',
    z.strictObject({ id: SourceId, sha256: Sha256 }),
  ),
  /** What several places of the original say of it. */
  'sources.claims': returns<readonly FieldClaims[]>()(
    'query',
    z.strictObject({ source: SourceId }),
  ),
  /** Quotes of earlier versions, and where they stand in this one. */
  'sources.offerQuotes': returns<readonly QuoteOffer[]>()(
    'query',
    z.strictObject({ source: SourceId }),
  ),
  /** Direct speech in its text that was not quoted yet. */
  'sources.suggestQuotes': returns<readonly SuggestedQuote[]>()(
    'query',
    z.strictObject({ source: SourceId }),
  ),
  'sources.carryQuotes': returns<readonly Quote[]>()(
    'command',
    z.strictObject({ source: SourceId, quotes: z.array(QuoteId).min(1).max(2_000) }),
  ),
  /** Of sources that came in: what is much the same as something that was there, with this. */
  'sources.nearDuplicates': returns<readonly NearDuplicates[]>()(
    'job',
    z.strictObject({ sources: z.array(SourceId).max(30_000) }),
  ),
  /** Into the trash, with what rests on it. */
  'sources.delete': returns<TrashEntry>()(
    'command',
    z.strictObject({ id: SourceId, deleting: Deleting.partial().optional() }),
  ),

  /** The languages that can be read by machine on this computer. */
  'ocr.languages': returns<readonly OcrLanguage[]>()('query', Nothing),
  /** The folder with models that was named: what it is called, and the languages of which it has one. */
  'ocr.models': returns<ModelFolder | null>()('query', Nothing),
  /** Asks for a folder with models and keeps it; `null` when the person thinks better of it. */
  'ocr.chooseModels': returns<ModelFolder | null>()('command', Nothing),
  'ocr.forgetModels': returns<null>()('command', Nothing),
  /** Reads sources by machine; without any it goes on with what is waiting. What is waiting outlasts a stop. */
  'ocr.run': returns<OcrReport>()(
    'job',
    z.strictObject({
      sources: z.array(SourceId).max(2_000),
      languages: OcrLanguages.nullable(),
    }),
  ),
  'ocr.pause': returns<null>()('command', Nothing),
  'ocr.cancel': returns<null>()('command', Nothing),

  /** Makes the small pictures that are missing. */
  'pictures.derive': returns<DeriveReport>()('job', Nothing),

  'quotes.list': returns<readonly Quote[]>()(
    'query',
    z.strictObject({ source: SourceId.optional() }),
  ),
  'quotes.add': returns<Quote>()('command', QuoteDraft),
  'quotes.edit': returns<Quote>()('command', z.strictObject({ id: QuoteId, patch: QuotePatch })),
  /** Says where a quote stands; without a passage, that it was put at the right place. */
  'quotes.place': returns<Quote>()(
    'command',
    z.strictObject({ id: QuoteId, passage: TextPassage.nullable() }),
  ),
  'quotes.delete': returns<TrashEntry>()(
    'command',
    z.strictObject({ id: QuoteId, deleting: Deleting.pick({ used: true }).partial().optional() }),
  ),

  /** Collections of sources. */
  'collections.add': returns<Gathering>()('command', GatheringDraft),
  'collections.edit': returns<Gathering>()(
    'command',
    z.strictObject({ id: GatheringId, patch: GatheringPatch }),
  ),
  'collections.delete': returns<null>()('command', z.strictObject({ id: GatheringId })),

  /** What would go to the trash with something. */
  'trash.uses': returns<Uses>()('query', z.strictObject({ id: z.union([SourceId, QuoteId]) })),
  'trash.list': returns<readonly TrashEntry[]>()('query', Nothing),
  'trash.restore': returns<PutBack>()('command', z.strictObject({ id: TrashId })),
  /** Deletes for good; answers once nothing of it is in the files any more, or cannot leave them now. */
  'trash.destroy': returns<Destroyed>()(
    'command',
    z.strictObject({
      ids: z.union([z.literal('all'), z.array(TrashId).min(1).max(limits.listLength)]),
      reason: DestroyReason,
    }),
  ),

  'tags.add': returns<Tag>()('command', TagDraft),
  'tags.edit': returns<Tag>()('command', z.strictObject({ id: TagId, patch: TagPatch })),
  /** How often each tag is used; those that are not are left out. */
  'tags.uses': returns<readonly TagUse[]>()('query', Nothing),
  /** Takes one tag up into another. */
  'tags.merge': returns<Tag>()('command', z.strictObject({ from: TagId, into: TagId })),
  /** Moves chosen uses to another tag, and answers that one. */
  'tags.split': returns<Tag>()('command', TagSplit),
  /** `takeOff`: although things have it. Answers off how many it came. */
  'tags.delete': returns<{ readonly takenOff: number }>()(
    'command',
    z.strictObject({ id: TagId, takeOff: z.boolean() }),
  ),
  'tags.many': returns<{ readonly changed: number }>()('command', TagMany),
  'tags.addMemo': returns<Tag>()(
    'command',
    z.strictObject({ id: TagId, text: TagMemo.shape.text }),
  ),
  'tags.deleteMemo': returns<Tag>()('command', z.strictObject({ id: TagId, memo: TagMemo })),
  /** Of the tags that are used most: how often, where they meet, or in which sources they stand. */
  'codes.table': returns<CodeTable>()('query', CodeTableRequest),
  /** Asks where to, then writes such a table. `null` when the person thinks better of it. */
  'codes.export': returns<ExportSummary | null>()('job', CodeExportRequest),
  'entities.add': returns<Entity>()('command', EntityDraft),
  'entities.edit': returns<Entity>()(
    'command',
    z.strictObject({ id: EntityId, patch: EntityPatch }),
  ),
  /** Makes two names one; what was of the first is of the second afterwards. */
  'entities.merge': returns<MergedEntity>()('command', EntityMerge),
  'entities.split': returns<SplitEntity>()('command', EntitySplit),
  /** Where the texts of all sources name somebody. */
  'entities.mentions': returns<Mentions>()('job', z.strictObject({ id: EntityId })),
  /** How often each speaks, and how often the texts name it. Reads every text. */
  'entities.count': returns<readonly NameCount[]>()('job', Nothing),
  /** Asks where to, then writes the names as a table. `null` when the person thinks better of it. */
  'entities.export': returns<{ readonly names: number; readonly protectedNames: number } | null>()(
    'job',
    NameListRequest,
  ),
  'entities.delete': returns<null>()('command', z.strictObject({ id: EntityId })),

  /** Keeps a time stamp that was obtained elsewhere. Answers `null` when the person thinks better of it. */
  'stamps.add': returns<Stamp | null>()('command', Nothing),
  'stamps.delete': returns<null>()('command', z.strictObject({ id: StampId })),
  'stamps.check': returns<readonly StampCheck[]>()('job', Nothing),

  /** Saves how things are collected under a name, in place of what had that name. */
  'profiles.save': returns<Profile>()('command', ProfileDraft),
  'profiles.delete': returns<null>()('command', z.strictObject({ id: ProfileId })),

  'search.find': returns<SearchPage>()('query', SearchRequest),
  /** Makes the index before anybody asks. Stopping the job does not stop that. */
  'search.prepare': returns<null>()('job', Nothing),
  /** Where each name of a list occurs: one name a line, or the first column of a table. */
  'search.names': returns<readonly NameReport[]>()(
    'job',
    z.strictObject({
      list: z.string().max(limits.nameList),
      limit: z.int().min(1).max(limits.resultsAtOnce),
    }),
  ),
  /** Asks for a file with a list of names, and answers what is in it; `null` when the person thinks better of it. */
  'search.chooseNames': returns<string | null>()('command', Nothing),
  /** Asks where to, then writes a report on names as a table. `null` when the person thinks better of it. */
  'search.exportNames': returns<{ readonly names: number } | null>()(
    'command',
    z.strictObject({ rows: z.array(NameRow).min(1).max(limits.namesAtOnce) }),
  ),
  /** What shares text with a source or quote; most alike first. */
  'search.alike': returns<readonly LikeSource[]>()(
    'query',
    z.strictObject({
      id: z.union([SourceId, QuoteId]),
      limit: z.int().min(1).max(limits.resultsAtOnce),
    }),
  ),
  'search.save': returns<SavedSearch>()('command', SavedSearchDraft),
  'search.edit': returns<SavedSearch>()(
    'command',
    z.strictObject({ id: SavedSearchId, patch: SavedSearchPatch }),
  ),
  'search.delete': returns<null>()('command', z.strictObject({ id: SavedSearchId })),
  /** Asks where to, then writes. `null` when the person thinks better of it. */
  'compare.export': returns<ExportSummary | null>()('job', ComparisonRequest),
  'compare.pair': returns<Comparison>()('job', z.strictObject({ a: SourceId, b: SourceId })),

  /** Keeps what a person decided about two facts, for these very texts. */
  'pairs.decide': returns<Pairing>()('command', PairingDraft),
  'pairs.forget': returns<null>()('command', z.strictObject({ id: PairingId })),

  'claims.add': returns<Claim>()('command', ClaimDraft),
  'claims.edit': returns<Claim>()('command', z.strictObject({ id: ClaimId, patch: ClaimPatch })),
  'claims.delete': returns<null>()('command', z.strictObject({ id: ClaimId })),
  'claims.addRows': returns<Claim>()('command', z.strictObject({ id: ClaimId, rows: NewRows })),
  'claims.editRow': returns<Claim>()(
    'command',
    z.strictObject({ id: ClaimId, row: ClaimRowId, patch: ClaimRowPatch }),
  ),
  'claims.deleteRow': returns<Claim>()('command', z.strictObject({ id: ClaimId, row: ClaimRowId })),
  /** Says where rows come from. */
  'claims.trace': returns<Claim>()('command', z.strictObject({ id: ClaimId, tracing: Tracing })),
  /** Asks where to, then writes one claim, or all, as a table. `null` when the person thinks better of it. */
  'claims.export': returns<ClaimsLeft | null>()('job', ClaimsExportRequest),
  'claims.table': returns<ClaimTable>()('query', z.strictObject({ id: ClaimId })),
  /** Reads the texts of its sources for wording that they share. */
  'claims.offers': returns<OriginOffers>()('job', z.strictObject({ id: ClaimId })),

  'dossiers.add': returns<Dossier>()('command', DossierDraft),
  'dossiers.edit': returns<Dossier>()(
    'command',
    z.strictObject({ id: DossierId, patch: DossierPatch }),
  ),
  'dossiers.delete': returns<null>()('command', z.strictObject({ id: DossierId })),
  /** The true PDF, as it would leave now. */
  'dossiers.preview': returns<{ readonly pdf: Uint8Array; readonly pages: number }>()(
    'job',
    z.strictObject({ id: DossierId }),
  ),
  /** What would leave: what stands for whom, and names found in the finished file. */
  'dossiers.inspect': returns<DossierInspection>()('job', z.strictObject({ id: DossierId })),
  /** Asks where to, then writes the PDF whole or not at all, and not with names in it. `null` when the person thinks better of it. */
  'dossiers.export': returns<{ readonly pages: number; readonly sha256: string } | null>()(
    'job',
    z.strictObject({ id: DossierId, despiteNames: z.boolean(), recipient: ShortText }),
  ),
  /** Asks where to, then writes the PDF with what stands behind it, signed. `null` when the person thinks better of it. */
  'dossiers.package': returns<PackageSummary | null>()(
    'job',
    z.strictObject({ id: DossierId, request: PackageRequest }),
  ),
} as const;

export type Calls = typeof calls;
export type CallName = keyof Calls;
export type Input<N extends CallName> = z.input<Calls[N]['input']>;
/** The input after the check in main. */
export type Checked<N extends CallName> = z.output<Calls[N]['input']>;
export type Output<N extends CallName> = Calls[N]['out'];

/** What a call comes back with. A command's answer names the change that the window's records must have reached. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T; readonly seq: number }
  | { readonly ok: false; readonly error: Failure };

export interface Events {
  /** After each durable change. */
  readonly changed: Changed;
  /** At most ten a second for each job. */
  readonly progress: { readonly call: number; readonly done: number; readonly total?: number };
  /** The archive was opened or locked. */
  readonly lock: {
    readonly open: boolean;
    readonly reason: 'asked' | 'idle' | 'suspend' | 'failed';
  };
  /** Less than half a minute until it locks by itself, or no longer so. */
  readonly lockSoon: { readonly seconds: number | null };
  /** The disk has failed, with so many changes waiting in memory; `null` when that is over. */
  readonly trouble: Trouble | null;
}
export type EventName = keyof Events;
export const eventNames: readonly EventName[] = [
  'changed',
  'progress',
  'lock',
  'lockSoon',
  'trouble',
];

type Group = CallName extends `${infer G}.${string}` ? G : never;
type Verb<G extends Group> =
  Extract<CallName, `${G}.${string}`> extends infer N
    ? N extends `${G}.${infer V}`
      ? V
      : never
    : never;
type NameOf<G extends Group, V extends string> = Extract<CallName, `${G}.${V}`>;

/**
 * What the preload puts on `window.kuferak`: a function for each call, and three more. `call` numbers a job, so
 * that its progress can be told apart and it can be cancelled.
 */
export type Bridge = {
  readonly [G in Group]: {
    readonly [V in Verb<G>]: (
      input: Input<NameOf<G, V>>,
      call?: number,
    ) => Promise<Answer<Output<NameOf<G, V>>>>;
  };
} & {
  readonly cancel: (call: number) => void;
  readonly on: <E extends EventName>(event: E, listener: (value: Events[E]) => void) => () => void;
  /** Tickets for dropped files that are on the disk; `null` in the place of one that is not. */
  readonly dropped: (files: readonly File[]) => Promise<readonly (Chosen | null)[]>;
};
