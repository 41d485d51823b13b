/** Files that are written once and sealed as a whole: heads, snapshots, blobs, anchors. */
import { DamageError } from '../format/damage.ts';
import { HEADER_BYTES, makeHeader, type Named, readHeader } from '../format/header.ts';
import { openBody, sealBody } from '../format/sealed.ts';
import { putWhole, readWhole } from './files.ts';
import type { Io } from './io.ts';

/** Yields the parts of a sealed file, for `putWhole`. */
export function* sealFile(
  named: Named,
  purposeKey: Uint8Array,
  data: Uint8Array,
): Generator<Uint8Array> {
  const { header, keys } = makeHeader(named, purposeKey);
  yield header;
  yield* sealBody(keys.key, data);
}

/** Throws `DamageError` and `TooNewError`. */
export function openFile(named: Named, purposeKey: Uint8Array, bytes: Buffer): Buffer {
  const keys = readHeader(bytes.subarray(0, HEADER_BYTES), named, purposeKey);
  return openBody(keys.key, bytes.subarray(HEADER_BYTES));
}

export async function putSealed(
  io: Io,
  path: string,
  named: Named,
  purposeKey: Uint8Array,
  data: Uint8Array,
): Promise<void> {
  await putWhole(io, path, sealFile(named, purposeKey, data));
}

/** Throws `DamageError` when the file is missing or not as it was written. */
export async function getSealed(
  io: Io,
  path: string,
  named: Named,
  purposeKey: Uint8Array,
): Promise<Buffer> {
  const bytes = await readWhole(io, path);
  if (!bytes) throw new DamageError('F1');
  return openFile(named, purposeKey, bytes);
}
