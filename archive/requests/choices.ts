/** Tags and speakers as a call takes them: by identifier, or by a name that is found or made. */
import { z } from 'zod';
import { EntityId, limits, Name, TagId } from '../model/index.ts';

export const TagIds = z.array(TagId).max(limits.listLength);

/** A name that stands for an entity: an existing one by identifier, or one found by any of its spellings, or made. */
export const SpeakerChoice = z.union([
  z.strictObject({ entity: EntityId }),
  z.strictObject({ name: Name }),
]);

/** Tags by identifier or by name; a name without a tag makes one. */
export const TagChoice = z.union([z.strictObject({ tag: TagId }), z.strictObject({ name: Name })]);

export const TagChoices = z.array(TagChoice).max(200);
