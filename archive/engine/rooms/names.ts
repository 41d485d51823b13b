/** Names: two that are one, one that is two, and those that nothing uses. */
import type { NameCalls } from '../../face/index.ts';
import { deleteEntity } from '../../store/commands/delete-entity.ts';
import { mergeEntities } from '../../store/commands/merge-entities.ts';
import { splitEntity } from '../../store/commands/split-entity.ts';
import type { OpenArchive } from '../open-archive.ts';

export function nameRoom(open: OpenArchive): NameCalls {
  return {
    mergeEntities: (merge) => open.run(mergeEntities(merge)),
    splitEntity: (split) => open.run(splitEntity(split)),
    deleteEntity: (id) => open.run(deleteEntity(id)),
  };
}
