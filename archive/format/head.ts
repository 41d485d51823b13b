/** The head: which files make up the archive now, and what they add up to. */
import { z } from 'zod';
import { DamageError } from './damage.ts';

const Hex = z.string().regex(/^[0-9a-f]{64}$/);

export const SegmentEntry = z.strictObject({
  number: z.int().min(1),
  /** `null` while it is being written. */
  closed: z
    .strictObject({
      /** Bytes of whole frames; what a crash left behind them is passed over. */
      end: z.int().min(0),
      /** Bytes of the file. */
      length: z.int().min(0),
      /** SHA-256 of the file. */
      sum: Hex,
      /** Number of the last change in it. */
      seq: z.int().min(0),
    })
    .nullable(),
});
export type SegmentEntry = z.infer<typeof SegmentEntry>;

export const Head = z.strictObject({
  /** Number of the last change that the listed files hold for certain. */
  seq: z.int().min(0),
  /** Hash over all changes up to `seq`. */
  history: Hex,
  keyGeneration: z.int().min(1),
  /** Number of the last segment that the snapshot holds; 0 when there is no snapshot. */
  snapshot: z.int().min(0),
  segments: z.array(SegmentEntry).max(100_000),
});
export type Head = z.infer<typeof Head>;

export function readHead(data: Uint8Array): Head {
  try {
    return Head.parse(JSON.parse(Buffer.from(data).toString('utf8')));
  } catch {
    throw new DamageError('D1');
  }
}

export function writeHead(head: Head): Buffer {
  return Buffer.from(JSON.stringify(head), 'utf8');
}
