/** Names: drafted, made one, split, and listed. */
import { z } from 'zod';
import {
  ClaimRowId,
  EntityId,
  EntityKind,
  limits,
  LongText,
  Name,
  Protection,
  QuoteId,
  ShortText,
} from '../model/index.ts';

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

/** One line of a report on names, as it leaves the archive. */
export const NameRow = z.strictObject({
  name: ShortText,
  found: z.int().min(0),
  spellings: LongText,
  shelfmarks: LongText,
});
export type NameRow = z.infer<typeof NameRow>;
