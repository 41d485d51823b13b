/** The bytes of a source as they came. */
import { fail, type Result } from '../../lib/result.ts';
import type { SourceId } from '../../model/index.ts';
import type { OpenArchive } from '../open-archive.ts';

export async function originalOf(
  { reading, vault }: OpenArchive,
  id: SourceId,
): Promise<Result<Uint8Array, 'source-missing' | 'damaged'>> {
  const source = reading.get('sources', id);
  if (!source) return fail('source-missing');
  const bytes = await vault.blobs.get(source.original.blob);
  return bytes.ok ? bytes : fail('damaged');
}
