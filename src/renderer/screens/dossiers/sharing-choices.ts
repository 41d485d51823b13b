/** Changes to what a dossier does with names: pure, each answers a new sharing. */
import type {
  EntityId,
  Protection,
  ShareProfile,
  Sharing,
  SharingChoice,
  Treatment,
} from '../../../../archive/model/index.ts';
// Not by the index: schemas have no place in the window.
import { profileOf, shareProfiles } from '../../../../archive/model/share-profiles.ts';

export const treatments: readonly Treatment[] = ['keep', 'pseudonym', 'initials', 'role', 'bar'];
export const levels: readonly Protection[] = [
  'must-not-be-named',
  'undecided',
  'consented',
  'public',
];
export const profiles = ['none', ...(Object.keys(shareProfiles) as ShareProfile[])] as const;
export type ProfileChoice = (typeof profiles)[number] | 'mixed';

export function chosenProfile(sharing: Sharing | null): ProfileChoice {
  return sharing === null ? 'none' : (profileOf(sharing.levels) ?? 'mixed');
}

/** Choices for single names stay; without a profile there are none. */
export function withProfile(sharing: Sharing | null, profile: ProfileChoice): Sharing | null {
  if (profile === 'none') return null;
  if (profile === 'mixed') return sharing;
  return { entities: [], ...sharing, levels: { ...shareProfiles[profile] } };
}

export function withLevel(sharing: Sharing, level: Protection, treatment: Treatment): Sharing {
  return { ...sharing, levels: { ...sharing.levels, [level]: treatment } };
}

/** A choice that says nothing is not kept; the number of a pseudonym that was printed is. */
export function withChoice(
  sharing: Sharing,
  entity: EntityId,
  change: Partial<Pick<SharingChoice, 'treatment' | 'pseudonym'>>,
): Sharing {
  const before = sharing.entities.find((one) => one.entity === entity);
  const choice = {
    ...(before ?? { entity, treatment: null, pseudonym: '', number: null }),
    ...change,
  };
  const says = choice.treatment !== null || choice.pseudonym !== '' || choice.number !== null;
  const entities = before
    ? sharing.entities.map((one) => (one === before ? choice : one))
    : [...sharing.entities, choice];
  return { ...sharing, entities: says ? entities : entities.filter((one) => one !== choice) };
}
