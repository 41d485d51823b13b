/** What a container holds, and what of it is there already: asked before anything is taken in. */
import type { FileToImport, PartList } from '../face/index.ts';
import { mayHoldParts, type SourceReader } from '../import/index.ts';
import type { Job } from '../lib/job.ts';
import { ok, type Result } from '../lib/result.ts';
import type { Reading } from '../store/state.ts';
import { digestsInPieces } from './digests.ts';

export async function listParts(
  { reading, reader }: { readonly reading: Reading; readonly reader: SourceReader },
  { name, bytes }: Pick<FileToImport, 'name' | 'bytes'>,
  job: Job,
): Promise<Result<PartList | null, 'closed' | 'empty' | 'too-large' | 'cancelled'>> {
  const hint = { name };
  // Who asks of a film must not wait for its digest.
  const sha256 = mayHoldParts(bytes, hint) ? (await digestsInPieces(bytes)).sha256 : '';
  const listed = await reader.list(bytes, hint, job);
  if (!listed.ok) return listed;
  if (listed.value === null) return ok(null);
  const { draft, parts, cut } = listed.value;
  const shelfmarks = new Map(
    reading.all('sources').map(({ original, shelfmark }) => [original.sha256, shelfmark]),
  );
  const thereAs = (digest: string | null) => shelfmarks.get(digest ?? '') ?? null;
  return ok({
    title: draft.title,
    sha256,
    notes: draft.notes,
    there: thereAs(sha256),
    parts: parts.map(({ sha256: digest, ...part }) => ({ ...part, there: thereAs(digest) })),
    cut,
  });
}
