/** An archive's folder with the keys to it. */
import type { Io } from './io.ts';
import type { Keys } from './key-set.ts';

export interface Place {
  readonly io: Io;
  readonly folder: string;
  readonly keys: Keys;
}
