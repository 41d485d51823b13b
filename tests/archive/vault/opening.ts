/** A file system of which files are opened in another way. */
import type { Io } from '../../../archive/vault/index.ts';

export function opening(io: Io, open: Io['open']): Io {
  return {
    open,
    rename: (from, to) => io.rename(from, to),
    remove: (path) => io.remove(path),
    makeFolder: (path) => io.makeFolder(path),
    removeFolder: (path) => io.removeFolder(path),
    list: (path) => io.list(path),
    stat: (path) => io.stat(path),
    syncFolder: (path) => io.syncFolder(path),
    lock: (path) => io.lock(path),
  };
}
