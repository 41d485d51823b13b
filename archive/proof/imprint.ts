/** The digest that a time stamp is of. Digests that can be forged are not taken. */
import type { Imprint } from '../model/index.ts';

/** Why a time stamp cannot be kept. Stable; the sentences stand elsewhere. */
export type StampFailure = 'stamp-unreadable' | 'stamp-algorithm';

const LENGTHS: Readonly<Record<Imprint['algorithm'], number>> = {
  sha256: 32,
  sha384: 48,
  sha512: 64,
};

export function imprintOf(algorithm: string | null, digest: Uint8Array): Imprint | StampFailure {
  const known = (Object.keys(LENGTHS) as Imprint['algorithm'][]).find((one) => one === algorithm);
  if (known === undefined) return 'stamp-algorithm';
  if (digest.length !== LENGTHS[known]) return 'stamp-unreadable';
  return { algorithm: known, digest: Buffer.from(digest).toString('hex') };
}
