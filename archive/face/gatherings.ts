/** Collections of sources. */
import type { Result } from '../lib/result.ts';
import type { Gathering, GatheringId } from '../model/index.ts';
import type { GatheringDraft, GatheringPatch } from '../requests.ts';
import type { AnyFailure } from './failures.ts';

export interface GatheringCalls {
  /** No two have the same name. */
  addGathering(
    draft: GatheringDraft,
  ): Promise<
    Result<Gathering, AnyFailure | 'collection-exists' | 'collection-full' | 'source-missing'>
  >;
  editGathering(
    id: GatheringId,
    patch: GatheringPatch,
  ): Promise<
    Result<
      Gathering,
      AnyFailure | 'collection-missing' | 'collection-exists' | 'collection-full' | 'source-missing'
    >
  >;
  /** Its sources stay. */
  deleteGathering(id: GatheringId): Promise<Result<null, AnyFailure | 'collection-missing'>>;
}
