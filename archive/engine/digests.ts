/** The digests of an original. */
import { createHash } from 'node:crypto';

/** Two digests in one go over the bytes as they arrived. */
export function digestsOf(bytes: Uint8Array): { sha256: string; sha512: string } {
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    sha512: createHash('sha512').update(bytes).digest('hex'),
  };
}

/** Bytes between two pauses: a large original takes seconds, and somebody may be waiting for something else. */
const PIECE = 8 * 1024 ** 2;

/** The same, letting other work in between. */
export async function digestsInPieces(
  bytes: Uint8Array,
): Promise<{ sha256: string; sha512: string }> {
  const [sha256, sha512] = [createHash('sha256'), createHash('sha512')];
  for (let at = 0; at < bytes.length; at += PIECE) {
    const piece = bytes.subarray(at, at + PIECE);
    sha256.update(piece);
    sha512.update(piece);
    if (at + PIECE < bytes.length) await new Promise((next) => setImmediate(next));
  }
  return { sha256: sha256.digest('hex'), sha512: sha512.digest('hex') };
}
