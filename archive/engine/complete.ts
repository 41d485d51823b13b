/** Puts with a source what it lacks and what came along when its bytes came again: pictures beside a page, and proofs. */
import type { FileBeside } from '../import/index.ts';
import { ok, type Result } from '../lib/result.ts';
import type { Reading, Source } from '../model/index.ts';
import { completeSource } from '../store/commands/complete-source.ts';
import type { Store } from '../store/store.ts';
import type { Vault } from '../vault/index.ts';
import { keepBeside } from './beside.ts';

interface CameAlong {
  /** What the file is called this time, without folders. */
  readonly name: string;
  readonly beside: readonly FileBeside[];
  readonly checks: readonly Reading[];
}

/** What was added: nothing, for the most part. */
export async function complete(
  { vault, store }: { readonly vault: Vault; readonly store: Store },
  source: Source,
  { name, beside, checks }: CameAlong,
): Promise<Result<readonly ('page-files' | 'checks')[]>> {
  const { kind, pageFiles: has = [] } = source;
  const lacking = checks.filter(
    // One that could not be made tells nothing that was not known.
    (check) => check.value !== 'missing' && !source.metadata.readings.some(saysTheSame(check)),
  );
  const kept = await keepBeside(vault, { kind, name, has }, beside);
  if (!kept.ok) return kept;
  const { pageFiles } = kept.value;
  if (pageFiles.length === 0 && lacking.length === 0) return ok([]);
  const written = await store.run(completeSource(source.id, pageFiles, lacking));
  if (!written.ok) return written;
  return ok([
    ...(pageFiles.length > 0 ? (['page-files'] as const) : []),
    ...(lacking.length > 0 ? (['checks'] as const) : []),
  ]);
}

const saysTheSame = (one: Reading) => (other: Reading) =>
  one.field === other.field && one.value === other.value && one.from === other.from;
