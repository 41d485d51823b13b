/** A dossier: what leaves the archive, as a list of sections. */
import { z } from 'zod';
import { Instant, Language, LongText, Name, ShortText } from './common.ts';
import { ClaimId, DossierId, QuoteId, SectionId, SourceId } from './ids.ts';
import { limits } from './limits.ts';
import { Sharing } from './sharing.ts';

export const Section = z.discriminatedUnion('kind', [
  z.strictObject({ id: SectionId, kind: z.literal('heading'), text: Name }),
  /** Markdown: paragraphs, emphasis, lists. Links and raw HTML are kept as text. */
  z.strictObject({ id: SectionId, kind: z.literal('text'), markdown: LongText }),
  z.strictObject({ id: SectionId, kind: z.literal('quote'), quote: QuoteId }),
  z.strictObject({ id: SectionId, kind: z.literal('source'), source: SourceId }),
  z.strictObject({ id: SectionId, kind: z.literal('comparison'), a: SourceId, b: SourceId }),
  z.strictObject({ id: SectionId, kind: z.literal('claim'), claim: ClaimId }),
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
