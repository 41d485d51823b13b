/** What is deleted: the way back, and for good. */
import { z } from 'zod';
import type { Destroyed, PutBack, TrashEntry, Uses } from '../../../archive/face/index.ts';
import { limits, QuoteId, SourceId, TrashId } from '../../../archive/model/index.ts';
import { DestroyReason } from '../../../archive/requests.ts';
import { Nothing, returns } from './returns.ts';

export const trashCalls = {
  /** What would go to the trash with something. */
  'trash.uses': returns<Uses>()('query', z.strictObject({ id: z.union([SourceId, QuoteId]) })),
  'trash.list': returns<readonly TrashEntry[]>()('query', Nothing),
  'trash.restore': returns<PutBack>()('command', z.strictObject({ id: TrashId })),
  /** In the place of sources that were taken in anew with the same bytes. */
  'trash.putBackInstead': returns<PutBack & { readonly replaced: number }>()(
    'command',
    z.strictObject({ id: TrashId, instead: z.array(SourceId).max(limits.listLength) }),
  ),
  /** Deletes for good; answers once nothing of it is in the files any more, or cannot leave them now. */
  'trash.destroy': returns<Destroyed>()(
    'command',
    z.strictObject({
      ids: z.union([z.literal('all'), z.array(TrashId).min(1).max(limits.listLength)]),
      reason: DestroyReason,
    }),
  ),
};
