/** The history hash: over the contents of all changes in order, whatever files they stand in. */
import { sha256 } from '../crypto/derive.ts';

export const NO_HISTORY = '0'.repeat(64);

/** `payload` is the change as it stands in its frame. */
export function nextHistory(history: string, seq: number, payload: Uint8Array): string {
  const number = Buffer.alloc(8);
  number.writeBigUInt64BE(BigInt(seq));
  return sha256(Buffer.from(history, 'hex'), number, sha256(payload)).toString('hex');
}
