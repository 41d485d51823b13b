/** Finds what a time stamp is of: a head of the log, or an original. Checks those that are kept again. */
import { createHash } from 'node:crypto';
import type { StampCheck } from '../face/index.ts';
import type { SourceReader } from '../import/index.ts';
import type { Job } from '../lib/job.ts';
import { shownFileName } from '../lib/plain-line.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import {
  type BlobId,
  type Imprint,
  limits,
  type Stamp,
  type StampReading,
  type StampSubject,
} from '../model/index.ts';
import { addStamp } from '../store/commands/stamps.ts';
import { headText } from '../store/head-text.ts';
import type { Head } from '../store/log.ts';
import type { Reading } from '../store/state.ts';
import type { Store } from '../store/store.ts';
import type { Vault } from '../vault/index.ts';
import { digestsOf } from './intake.ts';

interface Parts {
  readonly vault: Vault;
  readonly store: Store;
  readonly reader: SourceReader;
}

/** One whose signature is broken, or that fits nothing in this archive, is not kept. */
export async function keepStamp(
  { vault, store, reader }: Parts,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<Result<Stamp>> {
  const { name, bytes } = file;
  if (bytes.length === 0) return fail('empty');
  if (bytes.length > limits.stampBytes) return fail('too-large');
  const read = await reader.stamp(bytes);
  if (!read.ok) return read;
  if (isBroken(read.value)) return fail('stamp-broken');
  const of = subjectOf(store.reading, read.value.imprint);
  if (of === null) return fail('stamp-fits-nothing');
  const blob = await vault.blobs.put(bytes, 'stamp');
  if (!blob.ok) return blob;
  const { sha256 } = digestsOf(bytes);
  const { id } = blob.value;
  const kept = { blob: id as BlobId, name: shownFileName(name), size: bytes.length, sha256 };
  const written = await store.run(addStamp({ of, file: kept, reading: read.value }));
  return written.ok ? ok(written.value.value) : written;
}

function isBroken(reading: StampReading): boolean {
  return reading.kind === 'rfc3161' && reading.signature === 'broken';
}

/** The original that has this digest, or else the line of the log whose head does: by its hash, or by its text. */
function subjectOf(reading: Reading, { algorithm, digest }: Imprint): StampSubject | null {
  const source = reading
    .all('sources')
    .find(({ original }) => (original as Partial<Record<string, unknown>>)[algorithm] === digest);
  if (source) return { kind: 'source', source: source.id };
  const line = reading
    .all('activities')
    .find((one) => fitsHead({ number: one.number, hash: one.hash }, { algorithm, digest }));
  return line ? { kind: 'head', line: line.number, hash: line.hash } : null;
}

function fitsHead(head: Head, { algorithm, digest }: Imprint): boolean {
  if (algorithm === 'sha256' && head.hash === digest) return true;
  return createHash(algorithm).update(headText(head)).digest('hex') === digest;
}

/** Reads each time stamp again, and what it is of: the line that stands in the log now, the original's bytes. */
export async function checkStamps(
  parts: Parts,
  job: Job,
): Promise<Result<readonly StampCheck[], 'cancelled'>> {
  const checks: StampCheck[] = [];
  const stamps = parts.store.reading.all('stamps');
  for (const stamp of stamps) {
    if (job.signal.aborted) return fail('cancelled');
    checks.push({ stamp: stamp.id, state: await stateOf(parts, stamp) });
    job.progress(checks.length, stamps.length);
  }
  return ok(checks);
}

async function stateOf(
  { vault, store, reader }: Parts,
  { of, file }: Stamp,
): Promise<StampCheck['state']> {
  const bytes = await vault.blobs.get(file.blob);
  if (!bytes.ok || digestsOf(bytes.value).sha256 !== file.sha256) return 'damaged';
  const read = await reader.stamp(bytes.value);
  if (!read.ok || isBroken(read.value)) return 'damaged';
  const { algorithm, digest } = read.value.imprint;
  if (of.kind === 'head') {
    const line = store.reading.all('activities').find(({ number }) => number === of.line);
    const fits = line?.hash === of.hash && fitsHead(line, read.value.imprint);
    return fits ? 'holds' : 'differs';
  }
  const source = store.reading.get('sources', of.source);
  if (!source) return 'subject-missing';
  const original = await vault.blobs.get(source.original.blob);
  if (!original.ok) return 'differs';
  const is = createHash(algorithm).update(original.value).digest('hex');
  return is === digest ? 'holds' : 'differs';
}
