/** The ways to open the archive. */
import { z } from 'zod';
import type { SlotInfo } from '../../../archive/face/index.ts';
import { Nothing, returns, Secret } from './returns.ts';

export const keysCalls = {
  /** The ways to open the archive. */
  'keys.list': returns<readonly SlotInfo[]>()('query', Nothing),
  'keys.changePassphrase': returns<null>()(
    'command',
    z.strictObject({ current: Secret, next: Secret }),
  ),
  'keys.addPassphrase': returns<null>()(
    'command',
    z.strictObject({ current: Secret, next: Secret }),
  ),
  /** Answers 24 words. They are kept nowhere. */
  'keys.addRecoveryWords': returns<string>()('command', z.strictObject({ current: Secret })),
  /** Answers the shares, each 32 words. They are kept nowhere. */
  'keys.addShares': returns<readonly string[]>()(
    'command',
    z.strictObject({
      current: Secret,
      needed: z.int().min(0).max(255),
      made: z.int().min(0).max(255),
    }),
  ),
  'keys.remove': returns<null>()(
    'command',
    z.strictObject({ current: Secret, slot: z.int().min(0).max(255) }),
  ),
  /** New keys for everything that is written from now on, and `next` as the one thing that opens the archive. */
  'keys.rekey': returns<null>()('command', z.strictObject({ current: Secret, next: Secret })),
  /** Seals everything that is there under the new keys. Can be stopped, and goes on where it was. */
  'keys.continueRekey': returns<null>()('job', Nothing),
};
