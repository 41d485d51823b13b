/** People, organisations and places, by their names. */
import { z } from 'zod';
import type {
  Mentions,
  MergedEntity,
  NameCount,
  SplitEntity,
} from '../../../archive/face/index.ts';
import type { Entity } from '../../../archive/model/index.ts';
import { EntityId } from '../../../archive/model/index.ts';
import {
  EntityDraft,
  EntityMerge,
  EntityPatch,
  EntitySplit,
  NameListRequest,
} from '../../../archive/requests.ts';
import { Nothing, returns } from './returns.ts';

export const namesCalls = {
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
};
