/** What is known of the pictures that a press has: it need not be given them again for the next dossier. */
import { createHash } from 'node:crypto';
import type { CutPicture } from './material.ts';
import type { Stripped } from './picture/bytes.ts';
import { stripPicture } from './picture/strip.ts';

export interface ReadPicture extends Stripped {
  /** SHA-256 of its bytes without metadata. The bytes themselves are left out when they were given before. */
  readonly digest: string;
  /** Something was taken out of it. */
  readonly changed: boolean;
}

export class PictureShelf {
  /** By the digest of what was given. */
  readonly #known = new Map<string, ReadPicture>();

  has(given: string): boolean {
    return this.#known.has(given);
  }

  /** Without anything but pixels; `null` for what is no picture. */
  read({ bytes, digest: given }: Pick<CutPicture, 'bytes' | 'digest'>): ReadPicture | null {
    const known = given === undefined || bytes.length > 0 ? undefined : this.#known.get(given);
    if (known) return known;
    const stripped = stripPicture(bytes);
    if (!stripped.ok) return null;
    const changed = stripped.value.bytes.length !== bytes.length;
    const read = { ...stripped.value, digest: digestOf(stripped.value.bytes), changed };
    if (given !== undefined) this.#known.set(given, { ...read, bytes: NOTHING });
    return read;
  }

  /** Forgets the pictures whose bytes nobody has any more. */
  keepOnly(held: (digest: string) => boolean): void {
    for (const [given, { digest }] of this.#known) if (!held(digest)) this.#known.delete(given);
  }
}

const NOTHING = new Uint8Array(0);

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
