/** Tags and speakers as a person names them: found by identifier or by name, made when they are new. */
import { fail, ok, type Result } from '../../lib/result.ts';
import {
  type Entity,
  type EntityId,
  newEntityId,
  newTagId,
  type Put,
  type Tag,
  type TagId,
} from '../../model/index.ts';
import type { Reading } from '../state.ts';

type TagChoice = { readonly tag: TagId } | { readonly name: string };
type SpeakerChoice = { readonly entity: EntityId } | { readonly name: string };

/** Two spellings that differ only in case, width or spaces are one name. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').toLocaleLowerCase('und').replace(/\s+/g, ' ').trim();
}

export function findTag(reading: Reading, name: string): Tag | undefined {
  const key = nameKey(name);
  return reading.all('tags').find((tag) => nameKey(tag.name) === key);
}

export function findEntity(reading: Reading, name: string): Entity | undefined {
  const key = nameKey(name);
  return reading
    .all('entities')
    .find((entity) =>
      [entity.name, ...entity.spellings].some((spelling) => nameKey(spelling) === key),
    );
}

export function newTag(reading: Reading, name: string, made = 0): Tag {
  return {
    id: newTagId(),
    name: name.trim(),
    colour: ((reading.all('tags').length + made) % 8) + 1,
    definition: '',
    parent: null,
  };
}

export function newPerson(name: string): Entity {
  return {
    id: newEntityId(),
    kind: 'person',
    name: name.trim(),
    spellings: [],
    role: '',
    protection: 'undecided',
    note: '',
  };
}

interface Chosen<T> {
  readonly value: T;
  /** What had to be made. */
  readonly puts: readonly Put[];
}

export function chooseTags(
  reading: Reading,
  choices: readonly TagChoice[],
): Result<Chosen<TagId[]>, 'tag-missing'> {
  const ids = new Set<TagId>();
  const made = new Map<string, Tag>();
  for (const choice of choices) {
    if ('tag' in choice) {
      if (!reading.get('tags', choice.tag)) return fail('tag-missing');
      ids.add(choice.tag);
      continue;
    }
    const key = nameKey(choice.name);
    const tag =
      findTag(reading, choice.name) ?? made.get(key) ?? newTag(reading, choice.name, made.size);
    if (!reading.get('tags', tag.id)) made.set(key, tag);
    ids.add(tag.id);
  }
  const puts = [...made.values()].map((record): Put => ({ collection: 'tags', record }));
  return ok({ value: [...ids], puts });
}

export function chooseSpeaker(
  reading: Reading,
  choice: SpeakerChoice | null,
): Result<Chosen<EntityId | null>, 'entity-missing'> {
  if (choice === null) return ok({ value: null, puts: [] });
  if ('entity' in choice) {
    if (!reading.get('entities', choice.entity)) return fail('entity-missing');
    return ok({ value: choice.entity, puts: [] });
  }
  const known = findEntity(reading, choice.name);
  if (known) return ok({ value: known.id, puts: [] });
  const record = newPerson(choice.name);
  return ok({ value: record.id, puts: [{ collection: 'entities', record }] });
}
