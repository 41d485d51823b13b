/** Whose names must not be found in what leaves, and how many of them stand in what would be printed. */
import { type Entity, type EntityId, treatmentOf } from '../model/index.ts';
import { findNames, type Forms, formsOf, namedOf } from '../redact/index.ts';
import type { DossierMaterial } from './material.ts';

/**
 * Those that the dossier's profile hides, and all that must not be named, whatever the profile says of them. Single words of
 * a person's name are looked for only with a profile: it takes them out.
 */
export function guardedForms(material: DossierMaterial): Forms {
  const { guarded, others } = parted(material);
  return formsOf(guarded.map(namedOf), others.map(namedOf), {
    alone: (material.dossier.sharing ?? null) !== null,
  });
}

function parted({ dossier, entities = [] }: DossierMaterial): {
  readonly guarded: readonly Entity[];
  readonly others: readonly Entity[];
} {
  const sharing = dossier.sharing ?? null;
  const isGuarded = (entity: Entity) =>
    entity.protection === 'must-not-be-named' ||
    (sharing !== null && treatmentOf(entity, sharing).treatment !== 'keep');
  return {
    guarded: entities.filter(isGuarded),
    others: entities.filter((entity) => !isGuarded(entity)),
  };
}

/** Whose names stand in the texts as they are, because nothing hides them; the commonest first. */
export function keptNames(
  texts: Iterable<string>,
  material: DossierMaterial,
): readonly { readonly entity: EntityId; readonly count: number }[] {
  const { guarded, others } = parted(material);
  const forms = formsOf(others.map(namedOf), guarded.map(namedOf), { alone: false });
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const { entity } of findNames(text, forms))
      if (entity !== null) counts.set(entity, (counts.get(entity) ?? 0) + 1);
  return [...counts]
    .map(([entity, count]) => ({ entity: entity as EntityId, count }))
    .sort((one, other) => other.count - one.count);
}

/** How many are named in any of the texts; all parts of names that nobody can be told by count as one. */
export function countNamed(texts: Iterable<string>, forms: Forms): number {
  const found = new Set<string | null>();
  for (const text of texts) for (const { entity } of findNames(text, forms)) found.add(entity);
  return found.size;
}
