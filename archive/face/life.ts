/** What an open archive is, all of its small records, and the calls of its life: following, going back, closing. */
import type { Result } from '../lib/result.ts';
import type {
  About,
  Changed,
  Claim,
  Dossier,
  Entity,
  Gathering,
  Pairing,
  Profile,
  SavedSearch,
  Source,
  SourceId,
  Stamp,
  Stated,
  Tag,
  TrashId,
} from '../model/index.ts';
import type { AnyFailure } from './failures.ts';

export interface ArchiveState {
  readonly name: string;
  /** Identifies the archive to the application only; 32 hexadecimal digits. */
  readonly archiveId: string;
  /** Four words of the history hash: different words mean a different or an older archive. */
  readonly words: readonly string[];
  /** Code of the reason why nothing can be written, or `null`. */
  readonly readOnly: string | null;
  /** Changes that the disk did not take and that wait to be written again. */
  readonly unsaved: number;
  /** The archive is being given new keys, and that has not ended. */
  readonly rekeying: boolean;
  /** Codes of what opening found and did. */
  readonly notices: readonly string[];
  /** Number of the last change. */
  readonly seq: number;
}

/** Everything small. Quotes come by source, texts and originals one by one. */
export interface Records {
  readonly seq: number;
  readonly about: About;
  readonly sources: readonly Source[];
  readonly tags: readonly Tag[];
  readonly entities: readonly Entity[];
  readonly dossiers: readonly Dossier[];
  readonly profiles: readonly Profile[];
  readonly stamps: readonly Stamp[];
  readonly searches: readonly SavedSearch[];
  readonly claims: readonly Claim[];
  /** What a person decided about facts of two texts. */
  readonly pairings: readonly Pairing[];
  /** What people call collections. */
  readonly gatherings: readonly Gathering[];
  /** What is in the trash, by identifier alone: `trash` tells of it. */
  readonly trashed: readonly TrashId[];
  /** How many quotes each source has; sources without any are left out. */
  readonly quoteCounts: Readonly<Record<SourceId, number>>;
}

/** The disk has failed: so many changes wait to be written again. */
export interface Trouble {
  readonly code: string;
  readonly unsaved: number;
}

export interface LifeCalls {
  state(): Promise<Result<ArchiveState, AnyFailure>>;
  records(): Promise<Result<Records, AnyFailure>>;
  /** Ends all work, writes what is pending, forgets the keys. Every later call answers `closed`. */
  close(): Promise<void>;
  /** Calls back after each durable change; answers the function that ends it. */
  onChanged(listener: (changed: Changed) => void): () => void;
  /** Calls back when the disk has failed and when that is over; answers the function that ends it. */
  onTrouble(listener: (trouble: Trouble | null) => void): () => void;
  /** After the disk has failed: writes what waits, and goes on. */
  resume(): Promise<Result<null, AnyFailure>>;
  /** Gives up what waits: its calls fail. */
  discardUnsaved(): Promise<Result<null, AnyFailure>>;
  undo(): Promise<Result<{ readonly action: string } | null, AnyFailure>>;
  redo(): Promise<Result<{ readonly action: string } | null, AnyFailure>>;
  /** Who works in the archive from now on: stands in each line of the log. Kept with the archive. */
  setActor(actor: Stated): Promise<Result<null, AnyFailure>>;
  /** The same for as long as the archive is open, and kept nowhere. */
  actAs(actor: Stated): Promise<Result<null, 'closed'>>;
}
