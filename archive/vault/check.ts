/**
 * Reads an archive's files again and says what is not as it was written. Nothing is mended here. What the medium does
 * not give is a finding like what is damaged: a bad sector is how a disk begins to die.
 */
import { join } from 'node:path';
import type { Job } from '../lib/job.ts';
import type { Blobs } from './blobs.ts';
import { failureOf } from './failures.ts';
import { findHead } from './heads.ts';
import { findKeyFile } from './keys.ts';
import { nameOf, readListing } from './names.ts';
import type { Place } from './place.ts';
import { replay } from './replay.ts';
import type { Position } from './segment.ts';

export type FileRole = 'keys' | 'head' | 'journal' | 'snapshot';

export interface StoredFinding {
  readonly code:
    'blob-missing' | 'blob-damaged' | 'blob-orphaned' | 'file-missing' | 'file-damaged';
  /** The blob that is touched. */
  readonly blob?: string;
  /** What kind of file is touched, when it is no blob. */
  readonly role?: FileRole;
}

export interface StoredReport {
  readonly findings: readonly StoredFinding[];
  readonly files: number;
  readonly bytes: number;
}

/**
 * `references` are the blobs that records name. Quick: all of them are there, with their header and their end. Full:
 * every byte of every blob is read. Blobs that no record names are no damage: a crash leaves them, and undo.
 */
export async function checkBlobs(
  blobs: Blobs,
  references: ReadonlySet<string>,
  full: boolean,
  job: Job,
): Promise<StoredReport> {
  const findings: StoredFinding[] = [];
  const listed = await told(blobs.list());
  if (!listed) return { findings: [{ code: 'file-damaged' }], files: 0, bytes: 0 };
  const there = new Set(listed);
  let bytes = 0;
  let done = 0;
  for (const blob of new Set([...references, ...there])) {
    if (job.signal.aborted) break;
    if (!there.has(blob)) {
      findings.push({ code: 'blob-missing', blob });
      continue;
    }
    const stored = await told(blobs.storedSize(blob));
    bytes += stored ?? 0;
    const read = full ? await blobs.get(blob) : await blobs.size(blob);
    if (stored === null || !read.ok) findings.push({ code: 'blob-damaged', blob });
    job.progress(++done, there.size);
  }
  return { findings, files: there.size, bytes };
}

/** What was read, or `null` when it is damaged or the medium does not give it. Throws what is a bug. */
async function told<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    failureOf(error);
    return null;
  }
}

interface Checking {
  readonly full: boolean;
  readonly cheap: boolean;
  /** Whether what a crash left at the end may still be there: what is only read is not put in order. */
  readonly asFound: boolean;
}

/** The files that are no blobs, all of each read. `end` is what they must add up to. */
export async function checkFiles(
  place: Place,
  end: Position,
  how: Checking,
): Promise<StoredFinding[]> {
  return (await told(findingsIn(place, end, how))) ?? [{ code: 'file-damaged' }];
}

async function findingsIn(
  place: Place,
  end: Position,
  { full, cheap, asFound }: Checking,
): Promise<StoredFinding[]> {
  const { io, folder } = place;
  const listing = readListing(await io.list(folder));
  const findings: StoredFinding[] = [];
  const look = async (role: FileRole, check: () => Promise<boolean>) => {
    if ((await told(check())) !== true) findings.push({ code: 'file-damaged', role });
  };
  await look('keys', async () => !(await findKeyFile(io, folder, listing.keys, cheap)).copyBad);
  await look('head', async () => !(await findHead(place, listing.heads)).copyBad);
  if (findings.some(({ role }) => role === 'head')) return findings;
  const { head } = await findHead(place, listing.heads);
  const names = [
    ...(head.snapshot === 0 ? [] : [{ name: nameOf.snapshot(head.snapshot), role: 'snapshot' }]),
    ...head.segments.map(({ number }) => ({ name: nameOf.segment(number), role: 'journal' })),
  ] as const;
  for (const { name, role } of names) {
    if (!(await io.stat(join(folder, name))))
      findings.push({ code: 'file-missing', role: role as FileRole });
  }
  if (!full || findings.length > 0) return findings;
  await look('journal', async () => {
    const read = await replay(place, head, listing);
    const ended = read.tail === 0 || asFound;
    return ended && read.end.seq === end.seq && read.end.history === end.history;
  });
  return findings;
}
