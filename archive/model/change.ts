/** A change as plain data: journal, undo, index, events and exchange all use this one object. */
import type { Activity } from './activity.ts';
import type { Delete, Put } from './collections.ts';

/** What a command answers: what to put and delete, and what to write into the log. */
export interface Change {
  readonly puts: readonly Put[];
  readonly deletes: readonly Delete[];
  readonly activity: Pick<Activity, 'action' | 'subjects' | 'facts'>;
  /** Records that are gone for good: nothing that knows of them can be taken back. */
  readonly forgets?: readonly string[];
}

/** A change once it is durable. */
export interface Changed {
  /** Number of the change, from 1. */
  readonly seq: number;
  readonly puts: readonly Put[];
  readonly deletes: readonly Delete[];
  /** How many quotes the touched sources have now. */
  readonly quoteCounts: Readonly<Record<string, number>>;
}
