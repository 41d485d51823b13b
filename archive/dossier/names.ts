/** Whose names stand in what would be printed: those that must not, and those that nothing hides. */
import type { EntityId } from '../model/index.ts';
import { findNames } from '../redact/find.ts';
import { formsOf } from '../redact/forms.ts';
import { guardedForms, partGuarded } from '../redact/guarded.ts';
import type { Forms } from '../redact/index.ts';
import { namedOf } from '../redact/redactor.ts';
import type { DossierMaterial } from './material.ts';

export function formsGuardedIn({ dossier, entities = [] }: DossierMaterial): Forms {
  return guardedForms(entities, dossier.sharing ?? null);
}

/** Whose names stand in the texts as they are, because nothing hides them; the commonest first. */
export function keptNames(
  texts: Iterable<string>,
  { dossier, entities = [] }: DossierMaterial,
): readonly { readonly entity: EntityId; readonly count: number }[] {
  const { guarded, others } = partGuarded(entities, dossier.sharing ?? null);
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
