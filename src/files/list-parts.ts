/** What a file holds, asked before it is taken in, for the window and the command line alike. */
import { open, readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Archive, PartList } from '../../archive/index.ts';
import type { Job } from '../../archive/lib/job.ts';
import { fail, ok, type Result } from '../../archive/lib/result.ts';
import { limits } from '../../archive/model/index.ts';
import type { Given } from './take-in.ts';

/** `null` for what holds no parts, a folder among them. */
export async function listParts(
  archive: Archive,
  given: Given,
  job: Job,
): Promise<Result<PartList | null>> {
  if (given.kind === 'gone') return fail(given.code);
  // The bytes are handed over, and these are wanted again when they are taken in.
  if (given.kind === 'bytes')
    return archive.listParts({ name: given.name, bytes: new Uint8Array(given.bytes) }, job);
  try {
    const found = await stat(given.path);
    if (found.isDirectory()) return ok(null);
    if (found.size > limits.originalBytes) return fail('too-large');
    const bytes = await readFile(given.path);
    return await archive.listParts({ name: basename(given.path), bytes }, job);
  } catch {
    return fail('unreadable');
  }
}

/** How web archives, zips and mailboxes begin. */
const BEGINNINGS = ['PK\x03\x04', '\x1f\x8b', 'WARC/', 'From '];

/** Whether it is worth reading the whole of a file to tell what it holds: one that nobody has asked about yet. */
export async function mayHoldMany(given: Given): Promise<boolean> {
  const head = await headOf(given);
  return BEGINNINGS.some((beginning) => head.startsWith(beginning));
}

async function headOf(given: Given): Promise<string> {
  if (given.kind === 'gone') return '';
  if (given.kind === 'bytes') return Buffer.from(given.bytes.subarray(0, 8)).toString('latin1');
  try {
    const file = await open(given.path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(8), 0, 8, 0);
      return buffer.toString('latin1', 0, bytesRead);
    } finally {
      await file.close();
    }
  } catch {
    return '';
  }
}
