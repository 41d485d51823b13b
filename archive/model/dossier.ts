/** A dossier: what leaves the archive, as a list of sections. */
import { z } from 'zod';
import { Instant, Language, LongText, Name, ShortText } from './common.ts';
import { ClaimId, ClaimRowId, DossierId, QuoteId, SectionId, SourceId } from './ids.ts';
import { limits } from './limits.ts';
import { Sharing } from './sharing.ts';

/** One line of a chronology, as it was chosen. Its date and words are those that the record has when it is printed. */
export const ChronologyEntry = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('source'),
    source: SourceId,
    /** Which of its dates. */
    date: z.enum(['event', 'published', 'collected', 'added']),
  }),
  z.strictObject({ kind: z.literal('quote'), quote: QuoteId }),
  z.strictObject({ kind: z.literal('claim-row'), claim: ClaimId, row: ClaimRowId }),
]);
export type ChronologyEntry = z.infer<typeof ChronologyEntry>;

export const Section = z.discriminatedUnion('kind', [
  z.strictObject({ id: SectionId, kind: z.literal('heading'), text: Name }),
  /** Markdown: paragraphs, emphasis, lists. Links and raw HTML are kept as text. */
  z.strictObject({ id: SectionId, kind: z.literal('text'), markdown: LongText }),
  z.strictObject({ id: SectionId, kind: z.literal('quote'), quote: QuoteId }),
  z.strictObject({ id: SectionId, kind: z.literal('source'), source: SourceId }),
  z.strictObject({
    id: SectionId,
    kind: z.literal('comparison'),
    a: SourceId,
    b: SourceId,
    /** Passages that are the same word for word are only counted. */
    brief: z.boolean().exactOptional(),
  }),
  z.strictObject({ id: SectionId, kind: z.literal('claim'), claim: ClaimId }),
  /** Chosen entries, never a filter: what is added to the archive later does not come in by itself. */
  z.strictObject({
    id: SectionId,
    kind: z.literal('chronology'),
    entries: z.array(ChronologyEntry).max(limits.listLength),
  }),
]);
export type Section = z.infer<typeof Section>;

export const PageSize = z.enum(['a4', 'us-letter']);
export type PageSize = z.infer<typeof PageSize>;

export const Dossier = z.strictObject({
  id: DossierId,
  title: Name,
  /** The case or file that it belongs to. */
  matter: ShortText,
  /** A name, a code, or nothing. */
  author: ShortText,
  /** How it is to be handled: printed on the cover and on every page. */
  handling: ShortText,
  language: Language,
  pageSize: PageSize,
  /** Counted up at each export. */
  version: z.int().min(1),
  sections: z.array(Section).max(limits.listLength),
  /** What happens to names in it. Without one a name that must not be named stops the dossier. */
  sharing: Sharing.nullable().exactOptional(),
  createdAt: Instant,
  changedAt: Instant,
});
export type Dossier = z.infer<typeof Dossier>;
