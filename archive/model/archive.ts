/** What an archive says of itself. */
import { z } from 'zod';
import { Instant, Name } from './common.ts';

export const About = z.strictObject({
  id: z.literal('archive'),
  name: Name,
  createdAt: Instant,
  /** Version of the record schemas; raised by numbered upgrade steps. */
  schema: z.int().min(1),
  /** The highest shelfmark number given out. */
  lastShelfmark: z.int().min(0),
});
export type About = z.infer<typeof About>;
