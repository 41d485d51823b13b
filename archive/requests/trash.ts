/** What is deleted, and why for good. */
import { z } from 'zod';
import { Name } from '../model/index.ts';

/** What a deletion may take along: what dossiers and claims hold, and the sources that came out of it. */
export const Deleting = z.strictObject({ used: z.boolean(), parts: z.boolean() });
export type Deleting = z.infer<typeof Deleting>;

/** Why something is deleted for good. It stands in the log, and stays there. */
export const DestroyReason = Name;
