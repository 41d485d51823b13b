/** Two sources side by side: what leaves of it, and what was paired by hand. */
import { z } from 'zod';
import { Pairing, ShortText, SourceId } from '../model/index.ts';

export const ComparisonRequest = z.strictObject({
  a: SourceId,
  b: SourceId,
  format: z.enum(['csv', 'annotations']),
  /** Let it leave although somebody is named who must not be. */
  despiteNames: z.boolean(),
  /** Let the words of a picture leave although parts of it must not. */
  despiteParts: z.boolean().exactOptional(),
  /** For whom it is: kept in the log, and nowhere in what leaves. */
  recipient: ShortText.exactOptional(),
});
export type ComparisonRequest = z.infer<typeof ComparisonRequest>;

export const PairingDraft = Pairing.pick({ decision: true, kind: true, a: true, b: true });
export type PairingDraft = z.infer<typeof PairingDraft>;
