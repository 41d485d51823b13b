/** What may be chosen when a vault is made or opened. */
import type { KdfSettings } from '../crypto/kdf.ts';
import type { Clock } from '../lib/clock.ts';
import type { Io } from './io.ts';

export interface VaultOptions {
  /** Folder outside every archive for the anchors; without one a roll-back cannot be noticed. */
  readonly anchors?: string;
  readonly io?: Io;
  readonly clock?: Clock;
  /** Cost of new passphrases; without it, what takes about a second on this machine. */
  readonly kdf?: KdfSettings;
  /** Naming key of the archive that a new one takes over from: its blobs keep their identifiers. */
  readonly naming?: Buffer;
  /** A collection whose values are left as their JSON at opening: `Unread` in the state. */
  readonly unread?: string;
  /** Allows costs that protect nothing. Refused outside of tests. */
  readonly testOnlyCheapKdf?: true;
  /** Open an archive that is older than its anchor says: a backup, put back on purpose. The anchor follows it. */
  readonly acceptOlder?: boolean;
}
