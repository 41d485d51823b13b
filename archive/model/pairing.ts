/** A pairing: what a person decided about two facts, or two passages, of two texts, against what the comparison says. */
import { z } from 'zod';
import { Instant, Sha256, ShortText, Stated } from './common.ts';
import { PairingId, SourceId } from './ids.ts';
import { limits } from './limits.ts';

/** A fact by its place: UTF-16 units of the text with this digest, `end` exclusive. In another text it has no place. */
export const FactPlace = z.strictObject({
  source: SourceId,
  textSha256: Sha256,
  start: z.int().min(0).max(limits.textLength),
  end: z.int().min(1).max(limits.textLength),
  /** The words there. */
  exact: ShortText.min(1),
});
export type FactPlace = z.infer<typeof FactPlace>;

/** `words` are whatever words a person chose: they tell of the same, or they do not. */
const PairedKind = z.enum(['number', 'date', 'place', 'name', 'words']);

export const Pairing = z.strictObject({
  id: PairingId,
  /** They belong together although the comparison did not say so; or they do not, although it did. */
  decision: z.enum(['made', 'broken']),
  kind: PairedKind,
  a: FactPlace,
  b: FactPlace,
  by: Stated,
  at: Instant,
});
export type Pairing = z.infer<typeof Pairing>;
