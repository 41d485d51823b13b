/** Something in the trash: what was deleted in one go, whole, with the places that it left. It stands in no other collection. */
import { z } from 'zod';
import { ClaimRow, Origin } from './claim.ts';
import { Instant, Stated } from './common.ts';
import { ChronologyEntry, Section } from './dossier.ts';
import {
  ClaimId,
  ClaimRowId,
  DossierId,
  GatheringId,
  SectionId,
  SourceId,
  TrashId,
} from './ids.ts';
import { limits } from './limits.ts';
import { Pairing } from './pairing.ts';
import { Quote } from './quote.ts';
import { Source } from './source.ts';
import { Stamp } from './stamp.ts';

/** Where something stood that went along: behind what, and as the how many-eth, should that be gone. */
export const LeftPlace = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('section'),
    dossier: DossierId,
    section: Section,
    after: SectionId.nullable(),
    index: z.int().min(0),
  }),
  z.strictObject({
    kind: z.literal('row'),
    claim: ClaimId,
    row: ClaimRow,
    after: ClaimRowId.nullable(),
    index: z.int().min(0),
    /** What its origin is called, should no other row have it. */
    origin: Origin.nullable(),
    /** Rows of which somebody said that they do not go back to one origin with it. */
    apart: z.array(ClaimRowId).max(limits.listLength),
  }),
  /** A line of a chronology, which itself stays. */
  z.strictObject({
    kind: z.literal('entry'),
    dossier: DossierId,
    section: SectionId,
    entry: ChronologyEntry,
    index: z.int().min(0),
  }),
  z.strictObject({
    kind: z.literal('member'),
    gathering: GatheringId,
    source: SourceId,
    after: SourceId.nullable(),
    index: z.int().min(0),
  }),
]);
export type LeftPlace = z.infer<typeof LeftPlace>;

export const Trashed = z.strictObject({
  id: TrashId,
  at: Instant,
  by: Stated,
  /** The one that was deleted first, and what came out of it. Empty for a quote that was deleted by itself. */
  sources: z.array(Source).max(limits.trashedSources),
  quotes: z.array(Quote),
  pairings: z.array(Pairing),
  stamps: z.array(Stamp),
  places: z.array(LeftPlace),
});
export type Trashed = z.infer<typeof Trashed>;

/** When it goes for good. */
export function goesAt({ at }: Trashed): string {
  return new Date(Date.parse(at) + limits.trashMilliseconds).toISOString();
}
