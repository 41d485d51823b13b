/** Collections of sources. */
import type { GatheringCalls } from '../../face/index.ts';
import { addGathering, deleteGathering, editGathering } from '../../store/commands/gatherings.ts';
import type { OpenArchive } from '../open-archive.ts';

export function gatheringRoom(open: OpenArchive): GatheringCalls {
  return {
    addGathering: (draft) => open.run(addGathering(draft)),
    editGathering: (id, patch) => open.run(editGathering(id, patch)),
    deleteGathering: (id) => open.run(deleteGathering(id)),
  };
}
