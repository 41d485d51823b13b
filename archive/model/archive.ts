/** What an archive says of itself. */
import { z } from 'zod';
import { Instant, Name, Stated } from './common.ts';

export const About = z.strictObject({
  id: z.literal('archive'),
  name: Name,
  createdAt: Instant,
  /** Who works in it now: stands in the lines of the log. `unknown` where it is left out. */
  actor: Stated.exactOptional(),
  /** Version of the record schemas; raised by numbered upgrade steps. */
  schema: z.int().min(1),
  /** The highest shelfmark number given out. */
  lastShelfmark: z.int().min(0),
});
export type About = z.infer<typeof About>;
