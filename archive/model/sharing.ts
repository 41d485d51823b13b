/** What happens to names in what leaves: a treatment for each protection level, and choices for single entities that go before it. */
import { z } from 'zod';
import { ShortText } from './common.ts';
import { EntityKind } from './entity.ts';
import { EntityId } from './ids.ts';
import { limits } from './limits.ts';

/** `bar` says only that a name stood there; `role` prints the entity's role, or its pseudonym when it has none. */
export const Treatment = z.enum(['keep', 'pseudonym', 'initials', 'role', 'bar']);
export type Treatment = z.infer<typeof Treatment>;

export const TreatmentByLevel = z.strictObject({
  undecided: Treatment,
  public: Treatment,
  consented: Treatment,
  'must-not-be-named': Treatment,
});
export type TreatmentByLevel = z.infer<typeof TreatmentByLevel>;

export const SharingChoice = z.strictObject({
  entity: EntityId,
  /** `null`: as its protection level says. */
  treatment: Treatment.nullable(),
  /** Written by hand; empty when the next free one is to be taken. */
  pseudonym: ShortText,
  /** Which pseudonym it was printed with, from 1 (A): kept, so that it is the same in every edition. */
  number: z.int().min(1).nullable(),
});
export type SharingChoice = z.infer<typeof SharingChoice>;

export const Sharing = z.strictObject({
  levels: TreatmentByLevel,
  entities: z.array(SharingChoice).max(limits.listLength),
  /** Pseudonyms that were printed for somebody who is one with another entity now: never given to anybody again. */
  retired: z
    .array(z.strictObject({ kind: EntityKind, number: z.int().min(1) }))
    .max(limits.listLength)
    .exactOptional(),
  /** Pictures that are marked as graphic: covered unless it says otherwise. */
  graphic: z.enum(['covered', 'shown']).exactOptional(),
});
export type Sharing = z.infer<typeof Sharing>;
