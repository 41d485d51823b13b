/** Takes the pictures out of a dossier's material, so that they can travel one by one, or not at all, and puts them back. */
import { createHash } from 'node:crypto';
import type { CutPicture, DossierMaterial } from './material.ts';

const NOTHING = new Uint8Array(0);

/** By the SHA-256 of each. */
export type PackedPictures = ReadonlyMap<string, Uint8Array>;

export interface Parcel {
  /** Its pictures have digests in the place of bytes. */
  readonly bare: DossierMaterial;
  readonly pictures: PackedPictures;
}

export function pack(material: DossierMaterial): Parcel {
  const pictures = new Map<string, Uint8Array>();
  const bare = withPictures(material, ({ bytes }) => {
    const digest = createHash('sha256').update(bytes).digest('hex');
    pictures.set(digest, bytes);
    return { bytes: NOTHING, digest };
  });
  return { bare, pictures };
}

/** Each once. */
export function digestsIn(bare: DossierMaterial): ReadonlySet<string> {
  const digests = new Set<string>();
  withPictures(bare, ({ digest = '' }) => {
    digests.add(digest);
    return {};
  });
  return digests;
}

/** Pictures that are not among these stay away. */
export function unpack(bare: DossierMaterial, pictures: PackedPictures): DossierMaterial {
  return withPictures(bare, ({ digest = '' }) => ({ bytes: pictures.get(digest) ?? NOTHING }));
}

/** Nobody may read them in this material any more, which was unpacked here. Answers how many bytes they had. */
export function dropPictures({ exhibits }: DossierMaterial): number {
  let dropped = 0;
  const drop = (picture: CutPicture | null | undefined) => {
    dropped += picture?.bytes.length ?? 0;
    if (picture) Object.assign(picture, { bytes: NOTHING });
  };
  for (const { image, quotes } of exhibits) {
    drop(image);
    for (const { cut } of quotes) drop(cut);
  }
  return dropped;
}

function withPictures(
  material: DossierMaterial,
  change: (picture: CutPicture) => Partial<CutPicture>,
): DossierMaterial {
  return {
    ...material,
    exhibits: material.exhibits.map((exhibit) => ({
      ...exhibit,
      image: exhibit.image && { ...exhibit.image, ...change(exhibit.image) },
      quotes: exhibit.quotes.map((quote) =>
        quote.cut ? { ...quote, cut: { ...quote.cut, ...change(quote.cut) } } : quote,
      ),
    })),
  };
}
