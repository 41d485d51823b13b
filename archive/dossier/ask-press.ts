/** Asks a press for a dossier. */
import type { DossierMaterial } from './material.ts';
import { pack } from './parcel.ts';
import type { FromPress, Press } from './press.ts';

/**
 * Answers what is to be called with each message of the press meanwhile: it gives the pictures that are wanted. `lost` is
 * called when something could not be said.
 */
export function askPress(
  press: Press,
  material: DossierMaterial,
  { remembers, lost }: { readonly remembers: boolean; readonly lost: () => void },
): (message: FromPress) => void {
  const { bare, pictures } = pack(material);
  const give = async (wanted: readonly string[]) => {
    for (const digest of wanted) {
      const bytes = pictures.get(digest);
      if (bytes) await press.say({ kind: 'picture', digest, bytes });
    }
  };
  press.say({ kind: 'make', bare, remembers }).catch(lost);
  return (message) => {
    if (message.kind === 'wants') give(message.pictures).catch(lost);
  };
}
