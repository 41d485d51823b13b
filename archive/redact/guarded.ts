/** Whose names must not be found in what leaves. */
import type { Entity, Sharing } from '../model/index.ts';
import { treatmentOf } from '../model/share-profiles.ts';
import { type Forms, formsOf } from './forms.ts';
import { namedOf } from './redactor.ts';

export interface Parted {
  readonly guarded: readonly Entity[];
  readonly others: readonly Entity[];
}

/** Those that the sharing hides, and all that must not be named, whatever it says of them. */
export function partGuarded(entities: readonly Entity[], sharing: Sharing | null): Parted {
  const isGuarded = (entity: Entity) =>
    entity.protection === 'must-not-be-named' ||
    (sharing !== null && treatmentOf(entity, sharing).treatment !== 'keep');
  return {
    guarded: entities.filter(isGuarded),
    others: entities.filter((entity) => !isGuarded(entity)),
  };
}

/** Single words of a person's name are looked for too: a text that gives the whole name once says the family name alone from there on. */
export function guardedForms(entities: readonly Entity[], sharing: Sharing | null): Forms {
  const { guarded, others } = partGuarded(entities, sharing);
  return formsOf(guarded.map(namedOf), others.map(namedOf), { alone: true });
}
