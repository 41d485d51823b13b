/** Takes the pictures out of a dossier's material, so that they can travel one by one, and puts them back. */
import type { DossierMaterial } from './material.ts';

const NOTHING = new Uint8Array(0);

/** The pictures in the order in which `unpack` wants them. */
export function pack(material: DossierMaterial): {
  readonly bare: DossierMaterial;
  readonly pictures: Uint8Array[];
} {
  const pictures: Uint8Array[] = [];
  const bare = withPictures(material, (bytes) => {
    pictures.push(bytes);
    return NOTHING;
  });
  return { bare, pictures };
}

/** Throws when a picture is missing: then somebody else packed it. */
export function unpack(bare: DossierMaterial, pictures: readonly Uint8Array[]): DossierMaterial {
  let next = 0;
  return withPictures(bare, () => {
    const bytes = pictures[next++];
    if (!bytes) throw new Error('a picture is missing');
    return bytes;
  });
}

/** Nobody may read them in this material any more, which was unpacked here. */
export function dropPictures({ exhibits }: DossierMaterial): void {
  for (const { image, quotes } of exhibits) {
    if (image) Object.assign(image, { bytes: NOTHING });
    for (const { cut } of quotes) if (cut) Object.assign(cut, { bytes: NOTHING });
  }
}

function withPictures(
  material: DossierMaterial,
  change: (bytes: Uint8Array) => Uint8Array,
): DossierMaterial {
  return {
    ...material,
    exhibits: material.exhibits.map((exhibit) => ({
      ...exhibit,
      image: exhibit.image && { ...exhibit.image, bytes: change(exhibit.image.bytes) },
      quotes: exhibit.quotes.map((quote) =>
        quote.cut ? { ...quote, cut: { ...quote.cut, bytes: change(quote.cut.bytes) } } : quote,
      ),
    })),
  };
}
