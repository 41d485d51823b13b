/** Names: two that are one, one that is two, and those that nothing uses. */
import type { Result } from '../lib/result.ts';
import type { Entity, EntityId, Protection } from '../model/index.ts';
import type { EntityMerge, EntitySplit } from '../requests.ts';
import type { AnyFailure } from './failures.ts';

/** What became of two names that are one now. */
export interface MergedEntity {
  readonly entity: Entity;
  /** The protection that it has now in the place of a weaker one; `null` when it is as it was. */
  readonly stricter: Protection | null;
  /** So many quotes, rows of claims and dossiers follow. */
  readonly quotes: number;
  readonly rows: number;
  readonly dossiers: number;
}

export interface SplitEntity {
  readonly entity: Entity;
  /** The new one. */
  readonly made: Entity;
}

export interface NameCalls {
  /** One change, all or nothing. The stricter protection stays, and pseudonyms that were printed stay taken. */
  mergeEntities(
    merge: EntityMerge,
  ): Promise<
    Result<
      MergedEntity,
      AnyFailure | 'entity-missing' | 'same-entity' | 'kinds-differ' | 'too-large'
    >
  >;
  splitEntity(
    split: EntitySplit,
  ): Promise<
    Result<
      SplitEntity,
      | AnyFailure
      | 'entity-missing'
      | 'spelling-missing'
      | 'no-spelling-left'
      | 'speaks-not'
      | 'too-large'
    >
  >;
  /** Refused while quotes, claims or dossiers use it, and while it must not be named. */
  deleteEntity(
    id: EntityId,
  ): Promise<Result<null, AnyFailure | 'entity-missing' | 'entity-in-use' | 'entity-protected'>>;
}
