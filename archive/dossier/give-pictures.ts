/** The bytes of a dossier's pictures, to be moved into its thread rather than copied. */
import type { DossierMaterial } from './material.ts';

/** Of those that have a buffer to themselves; the others are copied. */
export function picturesToGive({ exhibits }: DossierMaterial): ArrayBuffer[] {
  const buffers = exhibits.flatMap(({ image }) => {
    const buffer = image?.bytes.buffer;
    return buffer instanceof ArrayBuffer && image?.bytes.length === buffer.byteLength
      ? [buffer]
      : [];
  });
  return [...new Set(buffers)];
}
