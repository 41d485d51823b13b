/** Names of the bridge in memory: the archive's own commands, on what the bridge holds. */
import * as requests from '../../archive/requests.ts';
import { deleteEntity } from '../../archive/store/commands/delete-entity.ts';
import { mergeEntities } from '../../archive/store/commands/merge-entities.ts';
import { splitEntity } from '../../archive/store/commands/split-entity.ts';
import type { Input } from '../../src/preload/contract.ts';
import type { claimsBeside } from './claims-beside.ts';

export function namesBeside({ run }: ReturnType<typeof claimsBeside>) {
  return {
    'entities.merge': (merge: Input<'entities.merge'>) =>
      run(mergeEntities(requests.EntityMerge.parse(merge))),
    'entities.split': (split: Input<'entities.split'>) =>
      run(splitEntity(requests.EntitySplit.parse(split))),
    'entities.delete': ({ id }: Input<'entities.delete'>) => run(deleteEntity(id as never)),
  };
}
