/** Asks a press for a dossier. */
import type { DossierMaterial } from './material.ts';
import { pack } from './parcel.ts';
import type { Press } from './press.ts';

export async function askPress(
  press: Press,
  material: DossierMaterial,
  { remembers }: { readonly remembers: boolean },
): Promise<void> {
  const { bare, pictures } = pack(material);
  for (const bytes of pictures) await press.say({ kind: 'picture', bytes });
  await press.say({ kind: 'make', bare, remembers });
}
