/** The collections of records in an archive, and what a record of each is. */
import type { z } from 'zod';
import { Activity } from './activity.ts';
import { About } from './archive.ts';
import { Claim } from './claim.ts';
import { Dossier } from './dossier.ts';
import { Entity } from './entity.ts';
import { Gathering } from './gathering.ts';
import { Pairing } from './pairing.ts';
import { Profile } from './profile.ts';
import { Quote } from './quote.ts';
import { SavedSearch } from './saved-search.ts';
import { Source } from './source.ts';
import { Stamp } from './stamp.ts';
import { Tag } from './tag.ts';
import { Trashed } from './trash.ts';

export const collections = {
  about: About,
  sources: Source,
  quotes: Quote,
  tags: Tag,
  entities: Entity,
  dossiers: Dossier,
  profiles: Profile,
  stamps: Stamp,
  searches: SavedSearch,
  claims: Claim,
  pairings: Pairing,
  gatherings: Gathering,
  trash: Trashed,
  activities: Activity,
} as const;

export type Collection = keyof typeof collections;
export type RecordOf<C extends Collection> = z.infer<(typeof collections)[C]>;

/** A record that is to stand in its collection, in place of any with the same identifier. */
export type Put = {
  [C in Collection]: { readonly collection: C; readonly record: RecordOf<C> };
}[Collection];

export interface Delete {
  readonly collection: Collection;
  readonly id: string;
}
