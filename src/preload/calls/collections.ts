/** Collections of sources. */
import { z } from 'zod';
import type { Gathering } from '../../../archive/model/index.ts';
import { GatheringId } from '../../../archive/model/index.ts';
import { GatheringDraft, GatheringPatch } from '../../../archive/requests.ts';
import { returns } from './returns.ts';

export const collectionsCalls = {
  /** Collections of sources. */
  'collections.add': returns<Gathering>()('command', GatheringDraft),
  'collections.edit': returns<Gathering>()(
    'command',
    z.strictObject({ id: GatheringId, patch: GatheringPatch }),
  ),
  'collections.delete': returns<null>()('command', z.strictObject({ id: GatheringId })),
};
