/** A dossier, with its sections, as drafted. */
import { z } from 'zod';
import {
  ChronologyEntry,
  ClaimId,
  Language,
  limits,
  LongText,
  Name,
  PageSize,
  QuoteId,
  SectionId,
  Sharing,
  ShortText,
  SourceId,
} from '../model/index.ts';

/** A section as drafted: `id` is given when it already stands in the dossier. */
const sectionId = { id: SectionId.optional() };

export const SectionDraft = z.discriminatedUnion('kind', [
  z.strictObject({ ...sectionId, kind: z.literal('heading'), text: Name }),
  z.strictObject({ ...sectionId, kind: z.literal('text'), markdown: LongText }),
  z.strictObject({ ...sectionId, kind: z.literal('quote'), quote: QuoteId }),
  z.strictObject({ ...sectionId, kind: z.literal('source'), source: SourceId }),
  z.strictObject({
    ...sectionId,
    kind: z.literal('comparison'),
    a: SourceId,
    b: SourceId,
    brief: z.boolean().exactOptional(),
  }),
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
