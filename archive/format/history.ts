/** The history hash: over the contents of all changes in order, whatever files they stand in. */
import { sha256 } from '../crypto/derive.ts';

export const NO_HISTORY = '0'.repeat(64);

export function nextHistory(history: string, seq: number, ops: unknown): string {
  const number = Buffer.alloc(8);
  number.writeBigUInt64BE(BigInt(seq));
  const content = sha256(Buffer.from(JSON.stringify(ops), 'utf8'));
  return sha256(Buffer.from(history, 'hex'), number, content).toString('hex');
}
