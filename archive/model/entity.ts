/** An entity: a person, an organisation or a place, with its spellings in any script. */
import { z } from 'zod';
import { LongText, Name, ShortText } from './common.ts';
import { EntityId } from './ids.ts';
import { limits } from './limits.ts';

export const EntityKind = z.enum(['person', 'organisation', 'place']);
export type EntityKind = z.infer<typeof EntityKind>;

/** Whether the name may leave the archive. The dossier obeys it. */
export const Protection = z.enum(['undecided', 'public', 'consented', 'must-not-be-named']);
export type Protection = z.infer<typeof Protection>;

export const Entity = z.strictObject({
  id: EntityId,
  kind: EntityKind,
  name: Name,
  /** Other written forms, in any script; the name itself is not repeated. */
  spellings: z.array(Name).max(limits.listLength),
  role: ShortText,
  protection: Protection,
  note: LongText,
});
export type Entity = z.infer<typeof Entity>;
