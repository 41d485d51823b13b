/** Whose names must not be found in what leaves, and how many of them stand in what would be printed. */
import type { Entity } from '../model/index.ts';
import { findNames, type Forms, formsOf, namedOf, treatmentOf } from '../redact/index.ts';
import type { DossierMaterial } from './material.ts';

/**
 * Those that the dossier's profile hides, and all that must not be named, whatever the profile says of them. Single words of
 * a person's name are looked for only with a profile: it takes them out.
 */
export function guardedForms({ dossier, entities = [] }: DossierMaterial): Forms {
  const sharing = dossier.sharing ?? null;
  const guarded = (entity: Entity) =>
    entity.protection === 'must-not-be-named' ||
    (sharing !== null && treatmentOf(entity, sharing).treatment !== 'keep');
  return formsOf(
    entities.filter(guarded).map(namedOf),
    entities.filter((entity) => !guarded(entity)).map(namedOf),
    { alone: sharing !== null },
  );
}

/** How many are named in any of the texts; all parts of names that nobody can be told by count as one. */
export function countNamed(texts: Iterable<string>, forms: Forms): number {
  const found = new Set<string | null>();
  for (const text of texts) for (const { entity } of findNames(text, forms)) found.add(entity);
  return found.size;
}
