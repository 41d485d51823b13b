/** What may be asked of an archive: the input of each call, as schemas. */
import { z } from 'zod';
import {
  Attribution,
  Capture,
  CoveredRegions,
  CheckStatus,
  Confidence,
  ChronologyEntry,
  Claim,
  ClaimId,
  ClaimRow,
  ClaimRowId,
  EntityId,
  EntityKind,
  Gathering,
  Language,
  LongText,
  Name,
  PageSize,
  Pairing,
  PartialDate,
  Protection,
  QuoteId,
  ReadingStatus,
  RegionAnchor,
  SavedSearch,
  SearchSort,
  SectionId,
  Sha256,
  Sharing,
  ShortText,
  SourceId,
  SourceKind,
  TagId,
  Translation,
  limits,
} from './model/index.ts';

export type { Capture } from './model/index.ts';

const Tags = z.array(TagId).max(limits.listLength);

/** A name that stands for an entity: an existing one by identifier, or one found by any of its spellings, or made. */
export const SpeakerChoice = z.union([
  z.strictObject({ entity: EntityId }),
  z.strictObject({ name: Name }),
]);

/**
 * Where the passage stands. By place: `exact` must equal the text from `start` to `end`. By words alone: they must
 * stand exactly once in the source.
 */
export const TextPassage = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('place'),
    exact: z.string().min(1).max(limits.quoteLength),
    start: z.int().min(0),
    end: z.int().min(1),
  }),
  z.strictObject({ kind: z.literal('words'), exact: z.string().min(1).max(limits.quoteLength) }),
]);
export type TextPassage = z.infer<typeof TextPassage>;

/** The same, or a part of a picture. */
export const Passage = z.discriminatedUnion('kind', [
  ...TextPassage.options,
  z.strictObject({ kind: z.literal('region'), region: RegionAnchor }),
]);
export type Passage = z.infer<typeof Passage>;

/** Tags by identifier or by name; a name without a tag makes one. */
export const TagChoice = z.union([z.strictObject({ tag: TagId }), z.strictObject({ name: Name })]);
const TagChoices = z.array(TagChoice).max(200);

export const QuoteDraft = z.strictObject({
  source: SourceId,
  passage: Passage,
  speaker: SpeakerChoice.nullable(),
  attribution: Attribution.nullable(),
  saidOn: PartialDate.nullable(),
  translation: Translation.nullable(),
  /** Of a part of a picture alone. */
  seen: LongText.exactOptional(),
  note: LongText,
  tags: TagChoices,
  check: CheckStatus,
  /** `null` says nothing of it, and takes back what was said. */
  confidence: Confidence.nullable().exactOptional(),
  sensitive: z.boolean().exactOptional(),
});
export type QuoteDraft = z.infer<typeof QuoteDraft>;

export const QuotePatch = QuoteDraft.omit({ source: true, passage: true }).partial();
export type QuotePatch = z.infer<typeof QuotePatch>;

/** Who corrects something, and why. Either may be left empty: that is kept as such. */
export const Reason = z.strictObject({ by: ShortText, reason: ShortText });
export type Reason = z.infer<typeof Reason>;

export const SourcePatch = z
  .strictObject({
    title: Name,
    note: LongText,
    tags: TagChoices,
    graphic: z.boolean(),
    /** All of them: what is left out is shown again. Only of a picture. */
    covered: CoveredRegions,
    starred: z.boolean(),
    readingStatus: ReadingStatus,
    capture: Capture,
    published: PartialDate.nullable(),
    modified: PartialDate.nullable(),
    publisher: Name.nullable(),
    authors: z.array(Name).max(limits.listLength),
    event: PartialDate.nullable(),
    address: z
      .url({ protocol: /^https?$/ })
      .max(4_000)
      .nullable(),
    licence: ShortText.nullable(),
    /** Of what is known of the material: who says so, and why. Kept with each field and in the log. */
    why: Reason,
    /** The earlier capture of the same thing, where a person says so. */
    versionOf: SourceId.nullable(),
  })
  .partial();
export type SourcePatch = z.infer<typeof SourcePatch>;

export const ProfileDraft = z.strictObject({ name: Name, capture: Capture });
export type ProfileDraft = z.infer<typeof ProfileDraft>;

/** How the text of a source is to be derived again. */
export const Rereading = z.strictObject({
  /** A label of the Encoding Standard, in place of the guess; `null` to have it found out again. */
  encoding: z.string().min(1).max(40).nullable(),
});
export type Rereading = z.infer<typeof Rereading>;

/** A readable text as a person has corrected it: paragraphs are parted by empty lines. */
export const Correction = Reason.extend({
  text: z.string().max(limits.textLength),
  /** Digest of the text that was corrected: when another stands there meanwhile, nothing is changed. */
  of: Sha256,
});
export type Correction = z.infer<typeof Correction>;

export const TagDraft = z.strictObject({
  name: Name,
  colour: z.int().min(1).max(8).nullable(),
  definition: LongText,
  parent: TagId.nullable(),
  /** An empty text is as good as none. */
  examples: LongText.exactOptional(),
  whenToUse: LongText.exactOptional(),
  whenNotToUse: LongText.exactOptional(),
});
export type TagDraft = z.infer<typeof TagDraft>;
export const TagPatch = TagDraft.partial();
export type TagPatch = z.infer<typeof TagPatch>;

export const EntityDraft = z.strictObject({
  kind: EntityKind,
  name: Name,
  spellings: z.array(Name).max(limits.listLength),
  role: ShortText,
  protection: Protection,
  note: LongText,
});
export type EntityDraft = z.infer<typeof EntityDraft>;
export const EntityPatch = EntityDraft.partial();
export type EntityPatch = z.infer<typeof EntityPatch>;

export const EntityMerge = z.strictObject({
  /** Is gone afterwards. */
  from: EntityId,
  into: EntityId,
  /** Although one is a person and the other a place, say. */
  despiteKinds: z.boolean(),
});
export type EntityMerge = z.infer<typeof EntityMerge>;

export const EntitySplit = z.strictObject({
  from: EntityId,
  name: Name,
  /** Of those that it has, its name among them: they go to the new one. */
  spellings: z.array(Name).max(limits.listLength),
  quotes: z.array(QuoteId).max(limits.listLength),
  rows: z.array(ClaimRowId).max(limits.listLength),
});
export type EntitySplit = z.infer<typeof EntitySplit>;

export const NameListRequest = z.strictObject({
  /** `null`: of every kind. */
  kind: EntityKind.nullable(),
  /** Let it leave although some of them must not be named. */
  despiteNames: z.boolean(),
});
export type NameListRequest = z.infer<typeof NameListRequest>;

/** What of the timeline is wanted. Empty lists and `null` let everything through. */
export const TimelineRequest = z.strictObject({
  roles: z.array(z.enum(['event', 'said', 'claim', 'published', 'collected', 'added'])).max(6),
  tags: Tags,
  /** Who speaks. */
  who: EntityId.nullable(),
  source: SourceId.nullable(),
  from: PartialDate.nullable(),
  to: PartialDate.nullable(),
  /** Of sources of these kinds; left out or empty: of all. */
  kinds: z.array(SourceKind).max(10).exactOptional(),
  /** Who speaks, or is named in the words or in the question. */
  named: EntityId.nullable().exactOptional(),
  /** Stands in the dates, the words, the question or the name. */
  words: ShortText.exactOptional(),
});
export type TimelineRequest = z.infer<typeof TimelineRequest>;

/** A section as drafted: `id` is given when it already stands in the dossier. */
const sectionId = { id: SectionId.optional() };
export const SectionDraft = z.discriminatedUnion('kind', [
  z.strictObject({ ...sectionId, kind: z.literal('heading'), text: Name }),
  z.strictObject({ ...sectionId, kind: z.literal('text'), markdown: LongText }),
  z.strictObject({ ...sectionId, kind: z.literal('quote'), quote: QuoteId }),
  z.strictObject({ ...sectionId, kind: z.literal('source'), source: SourceId }),
  z.strictObject({ ...sectionId, kind: z.literal('comparison'), a: SourceId, b: SourceId }),
  z.strictObject({ ...sectionId, kind: z.literal('claim'), claim: ClaimId }),
  z.strictObject({
    ...sectionId,
    kind: z.literal('chronology'),
    entries: z.array(ChronologyEntry).max(limits.listLength),
  }),
]);
export type SectionDraft = z.infer<typeof SectionDraft>;

export const DossierDraft = z.strictObject({
  title: Name,
  matter: ShortText,
  author: ShortText,
  handling: ShortText,
  language: Language,
  pageSize: PageSize,
  sections: z.array(SectionDraft).max(limits.listLength),
  /** `null`: no profile. Left out of a patch: as it is. */
  sharing: Sharing.nullable().exactOptional(),
});
export type DossierDraft = z.infer<typeof DossierDraft>;
export const DossierPatch = DossierDraft.partial();
export type DossierPatch = z.infer<typeof DossierPatch>;

export const ExportRequest = z.strictObject({
  format: z.enum(['bagit', 'qdpx', 'csv', 'json']),
  /** What becomes of names; `null` when they are to stand as they are. */
  sharing: Sharing.nullable(),
  /** With a sharing: which files leave beside the records. Pictures leave without what is written into their files. */
  files: z.enum(['none', 'pictures', 'originals']),
  /** Let it leave although somebody is named who must not be. */
  despiteNames: z.boolean(),
  /** Without a sharing: let pictures leave as they are although parts of them must not. */
  despiteParts: z.boolean().exactOptional(),
  /** For whom it is: kept in the log, and nowhere in what leaves. */
  recipient: ShortText.exactOptional(),
});
export type ExportRequest = z.infer<typeof ExportRequest>;

/** A zip may be sealed: by a passphrase, or for the holder of an age key. */
export const PackageSeal = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('passphrase'),
    passphrase: z.string().min(1).max(limits.shortText),
  }),
  z.strictObject({ by: z.literal('recipient'), recipient: ShortText }),
]);
export type PackageSeal = z.infer<typeof PackageSeal>;

export const PackageRequest = z
  .strictObject({
    form: z.enum(['folder', 'zip']),
    /** Which files of the exhibits leave beside the PDF. A name that is hidden keeps those that hold it. */
    files: z.enum(['none', 'pictures', 'originals']),
    seal: PackageSeal.nullable(),
    /** Let it leave although somebody is named who must not be. */
    despiteNames: z.boolean(),
    /** For whom it is: kept in the log, and nowhere in the package. */
    recipient: ShortText,
  })
  .refine(({ form, seal }) => form === 'zip' || seal === null);
export type PackageRequest = z.infer<typeof PackageRequest>;

export const ComparisonRequest = z.strictObject({
  a: SourceId,
  b: SourceId,
  format: z.enum(['csv', 'annotations']),
  /** Let it leave although somebody is named who must not be. */
  despiteNames: z.boolean(),
  /** Let the words of a picture leave although parts of it must not. */
  despiteParts: z.boolean().exactOptional(),
  /** For whom it is: kept in the log, and nowhere in what leaves. */
  recipient: ShortText.exactOptional(),
});
export type ComparisonRequest = z.infer<typeof ComparisonRequest>;

export const SearchRequest = z.strictObject({
  query: z.string().max(limits.queryLength),
  limit: z.int().min(1).max(limits.resultsAtOnce),
  /** Results before the first that is wanted. */
  offset: z.int().min(0).max(limits.searchResults).optional(),
  kinds: z.array(z.enum(['source', 'quote', 'image'])).max(3),
  tags: Tags,
  sort: SearchSort.optional(),
  /** Count how the documents that answer are spread. */
  facets: z.boolean().optional(),
  /** Somebody is typing: wait for nothing, and let the next such question cancel this one. */
  live: z.boolean().optional(),
});
export type SearchRequest = z.infer<typeof SearchRequest>;

export const SavedSearchDraft = SavedSearch.pick({ name: true, query: true, sort: true });
export type SavedSearchDraft = z.infer<typeof SavedSearchDraft>;
export const SavedSearchPatch = SavedSearchDraft.partial();
export type SavedSearchPatch = z.infer<typeof SavedSearchPatch>;

/**
 * What proves a row: a quote that is there; or a sentence of a source, of which one is made unless a quote holds the
 * place of the value already. Offsets are in the text with the digest `of`.
 */
export const Proof = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('quote'), quote: QuoteId }),
  z.strictObject({
    kind: z.literal('passage'),
    source: SourceId,
    of: Sha256,
    /** What would be quoted. */
    exact: z.string().min(1).max(limits.quoteLength),
    start: z.int().min(0).max(limits.textLength),
    end: z.int().min(1).max(limits.textLength),
    /** Where in it the value stands. */
    value: z.strictObject({
      start: z.int().min(0).max(limits.textLength),
      end: z.int().min(1).max(limits.textLength),
    }),
  }),
]);
export type Proof = z.infer<typeof Proof>;

export const ClaimRowDraft = ClaimRow.pick({
  written: true,
  number: true,
  unit: true,
  period: true,
  doubt: true,
}).extend({
  proof: Proof,
  /** Left out: whoever speaks in the quote. */
  saidBy: SpeakerChoice.nullable().exactOptional(),
});
export type ClaimRowDraft = z.infer<typeof ClaimRowDraft>;
/** A row may be proved by another quote, never by none. */
export const ClaimRowPatch = ClaimRowDraft.omit({ proof: true, saidBy: true })
  .extend({ quote: QuoteId, saidBy: SpeakerChoice.nullable() })
  .partial();
export type ClaimRowPatch = z.infer<typeof ClaimRowPatch>;

const RowDrafts = z.array(ClaimRowDraft).max(limits.claimRowsAtOnce);
export const ClaimDraft = Claim.pick({
  question: true,
  unit: true,
  period: true,
  note: true,
}).extend({ rows: RowDrafts });
export type ClaimDraft = z.infer<typeof ClaimDraft>;
export const ClaimPatch = ClaimDraft.omit({ rows: true }).partial();
export type ClaimPatch = z.infer<typeof ClaimPatch>;
export const NewRows = RowDrafts.min(1);

/** What is said of where rows come from. */
export const Tracing = z.discriminatedUnion('kind', [
  /** They go back to one origin, which may have a name. `null` leaves the name that it had. */
  z.strictObject({
    kind: z.literal('join'),
    rows: z.array(ClaimRowId).min(1).max(limits.claimRows),
    name: ShortText.nullable(),
  }),
  /** Nothing is known of where they come from. */
  z.strictObject({
    kind: z.literal('part'),
    rows: z.array(ClaimRowId).min(1).max(limits.claimRows),
  }),
  /** They do not go back to one origin, whatever speaks for it. */
  z.strictObject({ kind: z.literal('apart'), rows: z.tuple([ClaimRowId, ClaimRowId]) }),
]);
export type Tracing = z.infer<typeof Tracing>;

export const PairingDraft = Pairing.pick({ decision: true, kind: true, a: true, b: true });
export type PairingDraft = z.infer<typeof PairingDraft>;

/** One line of a report on names, as it leaves the archive. */
export const NameRow = z.strictObject({
  name: ShortText,
  found: z.int().min(0),
  spellings: LongText,
  shelfmarks: LongText,
});
export type NameRow = z.infer<typeof NameRow>;

/** Sources and quotes by identifier. */
export const TaggedItems = z
  .strictObject({
    sources: z.array(SourceId).max(limits.taggedAtOnce),
    quotes: z.array(QuoteId).max(limits.taggedAtOnce),
  })
  .refine(({ sources, quotes }) => sources.length + quotes.length > 0);
export type TaggedItems = z.infer<typeof TaggedItems>;

/** Tags that many things get, and tags that they lose. */
export const TagMany = z
  .strictObject({ items: TaggedItems, add: TagChoices, remove: z.array(TagId).max(200) })
  .refine(({ add, remove }) => add.length + remove.length > 0);
export type TagMany = z.infer<typeof TagMany>;

/** Uses of one tag that go over to another, which may be new. */
export const TagSplit = z.strictObject({ from: TagId, to: TagChoice, items: TaggedItems });
export type TagSplit = z.infer<typeof TagSplit>;

/** A table of the codebook: of so many tags, those that are used most. */
export const CodeTableRequest = z.strictObject({
  kind: z.enum(['counts', 'matrix', 'by-source']),
  most: z.int().min(1).max(limits.codeTableTags),
});
export type CodeTableRequest = z.infer<typeof CodeTableRequest>;

export const CodeExportRequest = CodeTableRequest.extend({
  /** A table, or a picture of it; of mere counts there is none. */
  format: z.enum(['csv', 'svg']),
  /** Let it leave although somebody is named who must not be. */
  despiteNames: z.boolean(),
}).refine(({ kind, format }) => kind !== 'counts' || format === 'csv');
export type CodeExportRequest = z.infer<typeof CodeExportRequest>;
export const ClaimsExportRequest = z.strictObject({
  /** One of them, or all. */
  claim: ClaimId.nullable(),
  /** Let it leave although somebody is named who must not be, */
  despiteNames: z.boolean(),
  /** or although parts of pictures of which it has words must not leave. */
  despiteParts: z.boolean().optional(),
});
export type ClaimsExportRequest = z.infer<typeof ClaimsExportRequest>;

/** What a deletion may take along: what dossiers and claims hold, and the sources that came out of it. */
export const Deleting = z.strictObject({ used: z.boolean(), parts: z.boolean() });
export type Deleting = z.infer<typeof Deleting>;

/** Why something is deleted for good. It stands in the log, and stays there. */
export const DestroyReason = Name;

export const GatheringDraft = Gathering.pick({ name: true, note: true, sources: true });
export type GatheringDraft = z.infer<typeof GatheringDraft>;

/** `sources` is all of them in their order; `put` and `take` are some, put at the end and taken out. */
export const GatheringPatch = GatheringDraft.extend({
  put: z.array(SourceId).max(limits.listLength),
  take: z.array(SourceId).max(limits.listLength),
}).partial();
export type GatheringPatch = z.infer<typeof GatheringPatch>;
