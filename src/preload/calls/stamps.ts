/** Time stamps of the log. */
import { z } from 'zod';
import type { StampCheck } from '../../../archive/face/index.ts';
import type { Stamp } from '../../../archive/model/index.ts';
import { StampId } from '../../../archive/model/index.ts';
import { Nothing, returns } from './returns.ts';

export const stampsCalls = {
  /** Keeps a time stamp that was obtained elsewhere. Answers `null` when the person thinks better of it. */
  'stamps.add': returns<Stamp | null>()('command', Nothing),
  'stamps.delete': returns<null>()('command', z.strictObject({ id: StampId })),
  'stamps.check': returns<readonly StampCheck[]>()('job', Nothing),
};
