/** Removes an entity that nothing uses. One that must not be named stays: without it nothing would hide the name. */
import { fail, ok } from '../../lib/result.ts';
import type { EntityId } from '../../model/index.ts';
import type { Reading } from '../state.ts';
import type { Command } from '../store.ts';

export function deleteEntity(
  id: EntityId,
): Command<'entity-missing' | 'entity-in-use' | 'entity-protected', null> {
  return (reading) => {
    const entity = reading.get('entities', id);
    if (!entity) return fail('entity-missing');
    if (isUsed(reading, id)) return fail('entity-in-use');
    if (entity.protection === 'must-not-be-named') return fail('entity-protected');
    return ok({
      value: null,
      change: {
        puts: [],
        deletes: [{ collection: 'entities' as const, id }],
        activity: { action: 'entity.delete' as const, subjects: [id], facts: {} },
      },
    });
  };
}

function isUsed(reading: Reading, id: EntityId): boolean {
  return (
    reading.all('quotes').some(({ speaker }) => speaker === id) ||
    reading.all('claims').some(({ rows }) => rows.some(({ saidBy }) => saidBy === id)) ||
    reading
      .all('dossiers')
      .some(({ sharing }) => sharing?.entities.some(({ entity }) => entity === id) === true)
  );
}
