/** Which blobs somebody can still want: those that records name, and those that undo could bring back. */
import type { Store } from '../store/store.ts';
import type { Reading } from '../store/state.ts';

const BLOB = /^[0-9a-f]{64}$/;

/** Blobs that the records name now. */
export function namedBlobs(reading: Reading): Set<string> {
  return blobsIn([
    reading.all('about'),
    reading.all('sources'),
    reading.all('stamps'),
    reading.all('trash'),
  ]);
}

/** Also those of records that undo or redo would put back. */
export function wantedBlobs(store: Store): Set<string> {
  return new Set([...namedBlobs(store.reading), ...blobsIn(store.undoable())]);
}

/** The names under which records keep identifiers of blobs. */
const BLOB_KEYS: ReadonlySet<string> = new Set(['blob', 'layout']);

/** Every identifier that is kept under such a name, however deep in a record. */
export function blobsIn(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value !== 'object' || value === null) return found;
  for (const [key, member] of Object.entries(value)) {
    if (BLOB_KEYS.has(key) && typeof member === 'string' && BLOB.test(member)) found.add(member);
    else blobsIn(member, found);
  }
  return found;
}
