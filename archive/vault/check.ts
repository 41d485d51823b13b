/** Reads an archive's files again and says what is not as it was written. Nothing is mended here. */
import { join } from 'node:path';
import { DamageError } from '../format/damage.ts';
import type { Job } from '../lib/job.ts';
import type { Blobs } from './blobs.ts';
import type { Io } from './io.ts';

export interface StoredFinding {
  readonly code:
    'blob-missing' | 'blob-damaged' | 'blob-orphaned' | 'file-missing' | 'file-damaged';
  /** The blob that is touched. */
  readonly blob?: string;
}

export interface StoredReport {
  readonly findings: readonly StoredFinding[];
  readonly files: number;
  readonly bytes: number;
}

/**
 * `references` are the blobs that records name. Quick: all of them are there, with a size. Full: every byte of every
 * blob is read. Blobs that no record names are no damage: a crash leaves them, and undo.
 */
export async function checkBlobs(
  blobs: Blobs,
  references: ReadonlySet<string>,
  full: boolean,
  job: Job,
): Promise<StoredReport> {
  const there = new Set(await blobs.list());
  const findings: StoredFinding[] = [];
  let bytes = 0;
  let done = 0;
  for (const blob of new Set([...references, ...there])) {
    if (job.signal.aborted) break;
    if (!there.has(blob)) {
      findings.push({ code: 'blob-missing', blob });
      continue;
    }
    bytes += await blobs.storedSize(blob);
    if (full && !(await blobs.get(blob)).ok) findings.push({ code: 'blob-damaged', blob });
    job.progress(++done, there.size);
  }
  return { findings, files: there.size, bytes };
}

/** Whether a whole file of the journal side can be read; `null` when it can. */
export async function checkFile(
  io: Io,
  folder: string,
  name: string,
  read: () => Promise<unknown>,
): Promise<StoredFinding | null> {
  if (!(await io.stat(join(folder, name)))) return { code: 'file-missing' };
  try {
    await read();
    return null;
  } catch (error) {
    if (error instanceof DamageError) return { code: 'file-damaged' };
    throw error;
  }
}
