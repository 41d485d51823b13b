/** What a dossier said of two names once they are one, and of one once it is two: nobody is shown who was hidden. */
import { fail, ok, type Result } from '../../lib/result.ts';
import {
  type Dossier,
  type Entity,
  limits,
  type Sharing,
  type SharingChoice,
  type Treatment,
  treatmentOf,
} from '../../model/index.ts';
import type { Reading } from '../state.ts';

/** What each leaves of a name, the most first. */
const hiding: readonly Treatment[] = ['keep', 'initials', 'role', 'pseudonym', 'bar'];

const stricter = (one: Treatment, other: Treatment): Treatment =>
  hiding.indexOf(one) >= hiding.indexOf(other) ? one : other;

/**
 * `merged` is what `into` has become. It keeps the pseudonym that it was printed with; one that only `from` had becomes
 * its own. A number that nobody has any more is retired: in an earlier edition it stood for somebody.
 * `null`: it holds no more.
 */
export function mergeSharing(
  sharing: Sharing,
  from: Entity,
  into: Entity,
  merged: Entity,
): Sharing | null {
  const [old, own] = [treatmentOf(from, sharing), treatmentOf(into, sharing)];
  const wanted = stricter(old.treatment, own.treatment);
  const others = sharing.entities.filter(({ entity }) => entity !== from.id && entity !== into.id);
  const [printed, other] = [own.choice?.number ?? null, old.choice?.number ?? null];
  const inherits = printed === null && from.kind === merged.kind;
  const lost = inherits ? null : other;
  const chosen = [own.choice, old.choice].some((one) => one !== null && one.treatment !== null);
  const choice: SharingChoice = {
    entity: into.id,
    treatment: chosen || sharing.levels[merged.protection] !== wanted ? wanted : null,
    pseudonym: pseudonymOf(own.choice, old.choice),
    number: inherits ? other : printed,
  };
  const needed = own.choice !== null || old.choice !== null || choice.treatment !== null;
  const entities = needed ? placed(sharing, from, into, choice) : others;
  const retired = [
    ...(sharing.retired ?? []),
    ...(lost === null ? [] : [{ kind: from.kind, number: lost }]),
  ];
  if (entities.length > limits.listLength || retired.length > limits.listLength) return null;
  return { ...sharing, entities, ...(retired.length > 0 && { retired }) };
}

/** One that was printed with a number goes on with it, and never takes the words that stood for the other one. */
function pseudonymOf(own: SharingChoice | null, old: SharingChoice | null): string {
  if (own !== null && (own.pseudonym !== '' || own.number !== null)) return own.pseudonym;
  return old?.pseudonym ?? '';
}

/** In the place of the first of the two. */
function placed(sharing: Sharing, from: Entity, into: Entity, choice: SharingChoice) {
  const entities: SharingChoice[] = [];
  let put = false;
  for (const one of sharing.entities) {
    if (one.entity !== from.id && one.entity !== into.id) entities.push(one);
    else if (!put) {
      entities.push(choice);
      put = true;
    }
  }
  return put ? entities : [...entities, choice];
}

/** The new name is hidden as the old one is. Its number stays with the old one. `null`: it holds no more. */
export function splitSharing(sharing: Sharing, from: Entity, made: Entity): Sharing | null {
  const treatment = sharing.entities.find(({ entity }) => entity === from.id)?.treatment ?? null;
  if (treatment === null) return sharing;
  if (sharing.entities.length >= limits.listLength) return null;
  const choice = { entity: made.id, treatment, pseudonym: '', number: null };
  return { ...sharing, entities: [...sharing.entities, choice] };
}

/** The dossiers whose profile is another one after `change`, which answers `null` when it holds no more. */
export function withSharing(
  reading: Reading,
  now: string,
  change: (sharing: Sharing) => Sharing | null,
): Result<Dossier[], 'too-large'> {
  const changed: Dossier[] = [];
  for (const dossier of reading.all('dossiers')) {
    const { sharing = null } = dossier;
    if (sharing === null) continue;
    const after = change(sharing);
    if (after === null) return fail('too-large');
    if (JSON.stringify(after) !== JSON.stringify(sharing))
      changed.push({ ...dossier, sharing: after, changedAt: now });
  }
  return ok(changed);
}
