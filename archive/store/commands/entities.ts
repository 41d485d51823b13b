/** Adds an entity and changes one. */
import { fail, ok } from '../../lib/result.ts';
import { type Entity, type EntityId, newEntityId } from '../../model/index.ts';
import type { EntityDraft, EntityPatch } from '../../requests.ts';
import type { Command } from '../store.ts';
import { patched } from './patched.ts';

export function addEntity(draft: EntityDraft): Command<never, Entity> {
  return () => put({ id: newEntityId(), ...draft }, 'entity.add');
}

export function editEntity(id: EntityId, patch: EntityPatch): Command<'entity-missing', Entity> {
  return (reading) => {
    const entity = reading.get('entities', id);
    return entity ? put(patched(entity, patch), 'entity.edit') : fail('entity-missing');
  };
}

function put(record: Entity, action: 'entity.add' | 'entity.edit') {
  return ok({
    value: record,
    change: {
      puts: [{ collection: 'entities' as const, record }],
      deletes: [],
      activity: { action, subjects: [record.id], facts: {} },
    },
  });
}
