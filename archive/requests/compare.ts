/** Two sources side by side: what leaves of it, and what was paired by hand. */
import { z } from 'zod';
import { limits, Pairing, PairingId, ShortText, SourceId } from '../model/index.ts';

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

const few = <T extends z.ZodType>(one: T) => z.array(one).min(1).max(limits.pairingsAtOnce);

/** One decision about facts of one kind: of three that tell of the same, it may be about two pairs. */
export const PairingsDraft = Pairing.pick({ decision: true, kind: true }).extend({
  pairs: few(Pairing.pick({ a: true, b: true })),
});
export type PairingsDraft = z.infer<typeof PairingsDraft>;

export const PairingsNamed = z.strictObject({ ids: few(PairingId) });
