/** The bytes of a time stamp as they came. */
import { fail, type Result } from '../../lib/result.ts';
import type { StampId } from '../../model/index.ts';
import type { OpenArchive } from '../open-archive.ts';

export async function stampFileOf(
  { reading, vault }: OpenArchive,
  id: StampId,
): Promise<Result<Uint8Array, 'stamp-missing' | 'damaged'>> {
  const stamp = reading.get('stamps', id);
  if (!stamp) return fail('stamp-missing');
  const bytes = await vault.blobs.get(stamp.file.blob);
  return bytes.ok ? bytes : fail('damaged');
}
