/**
 * Reads an archive's files again and says what is not as it was written. Nothing is mended here. What the medium does
 * not give is a finding like what is damaged: a bad sector is how a disk begins to die.
 */
import { join } from 'node:path';
import { DamageError } from '../format/damage.ts';
import type { Head } from '../format/head.ts';
import type { Job } from '../lib/job.ts';
import type { Blobs } from './blobs.ts';
import { failureOf } from './failures.ts';
import { findHead } from './heads.ts';
import { findKeyFile } from './keys.ts';
import { nameOf, readListing } from './names.ts';
import type { Place } from './place.ts';
import { replay } from './replay.ts';
import { type Position, salvageSegment } from './segment.ts';
import { readSnapshot } from './snapshot.ts';

export type FileRole = 'keys' | 'head' | 'journal' | 'snapshot';

export interface StoredFinding {
  readonly code: 'blob-missing' | 'blob-damaged' | 'file-missing' | 'file-damaged';
  /** The blob that is touched. */
  readonly blob?: string;
  /** What kind of file is touched, when it is no blob. */
  readonly role?: FileRole;
  /** The changes that cannot be read from it any more. */
  readonly changes?: Changes;
}

/** Numbers of changes, both included. */
export interface Changes {
  readonly from: number;
  readonly to: number;
}

export interface StoredReport {
  readonly findings: readonly StoredFinding[];
  readonly files: number;
  readonly bytes: number;
  /** Files of blobs that no record names. */
  readonly unnamed: number;
}

/**
 * `references` are the blobs that records name. Quick: all of them are there, with their header and their end. Full:
 * every byte of each is read. Blobs that no record names are no damage, and are not looked into: a crash leaves them,
 * and undo.
 */
export async function checkBlobs(
  blobs: Blobs,
  references: ReadonlySet<string>,
  full: boolean,
  job: Job,
): Promise<StoredReport> {
  const findings: StoredFinding[] = [];
  const listed = await told(blobs.names());
  if (!listed) return { findings: [{ code: 'file-damaged' }], files: 0, bytes: 0, unnamed: 0 };
  const there = new Set(listed);
  const named = new Set<string>();
  let bytes = 0;
  let done = 0;
  for (const blob of references) {
    if (job.signal.aborted) break;
    job.progress(++done, references.size);
    const name = namesOf(blobs, blob).find((each) => there.has(each));
    if (name === undefined) {
      findings.push({ code: 'blob-missing', blob });
      continue;
    }
    named.add(name);
    const stored = await told(blobs.storedSize(blob));
    bytes += stored ?? 0;
    const read = full ? await blobs.get(blob) : await blobs.size(blob);
    if (stored === null || !read.ok) findings.push({ code: 'blob-damaged', blob });
  }
  return { findings, files: there.size, bytes, unnamed: there.size - named.size };
}

/** None for what is no identifier of ours. */
function namesOf(blobs: Blobs, blob: string): string[] {
  try {
    return blobs.namesOf(blob);
  } catch (error) {
    if (error instanceof DamageError) return [];
    throw error;
  }
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
  if (!full) return findings;
  findings.push(...(await damagedHistory(place, head, end, asFound)));
  if (findings.length > 0) return findings;
  await look('journal', async () => {
    const read = await replay(place, head, listing);
    const ended = read.tail === 0 || asFound;
    return ended && read.end.seq === end.seq && read.end.history === end.history;
  });
  return findings;
}

/** Snapshot and segments one by one, so that each can be told with the changes that it no longer gives. */
async function damagedHistory(
  place: Place,
  { snapshot, segments }: Head,
  end: Position,
  asFound: boolean,
): Promise<StoredFinding[]> {
  const findings: StoredFinding[] = [];
  let from = 1;
  if (snapshot > 0) {
    const read = await told(readSnapshot(place, snapshot));
    const to = read?.seq ?? (await beginOf(place, segments, end)) - 1;
    from = to + 1;
    if (!read) findings.push({ code: 'file-damaged', role: 'snapshot', changes: { from: 1, to } });
  }
  for (const { number, closed } of segments) {
    const to = closed?.seq ?? end.seq;
    const first = from;
    from = to + 1;
    const read = await told(salvageSegment(place, number));
    const last = read?.changes.at(-1)?.seq ?? first - 1;
    // What a crash left behind the end of a closed one was told when it was closed.
    const asWritten = closed ? read?.sum === closed.sum : asFound || read?.whole === true;
    if (asWritten && last === to) continue;
    const changes = last < to ? { changes: { from: last + 1, to } } : {};
    findings.push({ code: 'file-damaged', role: 'journal', ...changes });
  }
  return findings;
}

/** Number of the first change behind the snapshot, as far as a segment tells it. */
async function beginOf(place: Place, segments: Head['segments'], end: Position): Promise<number> {
  for (const { number } of segments) {
    const read = await told(salvageSegment(place, number));
    if (read) return read.from.seq + 1;
  }
  return end.seq + 1;
}
