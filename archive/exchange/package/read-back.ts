/**
 * Reads a finished package as its recipient would, and by nothing that the writer remembers but the key and the PDF's
 * digest: every file that is there, both manifests of each sort, the signatures, and once more every name.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Job } from '../../lib/job.ts';
import { FailureError } from '../../lib/result.ts';
import type { LeakCheck } from '../leaks.ts';
import { type Algorithm, algorithms } from '../ledger.ts';
import { stopIfCancelled } from '../read-view.ts';
import { KEY_PATH, signaturePath, tagManifests } from './bag.ts';
import { PDF_PATH } from './payload.ts';
import { isSigned } from './signing.ts';

export interface Packed {
  readonly paths: readonly string[];
  /** `null` when there is none. */
  readonly read: (path: string) => Promise<Uint8Array | null>;
}

export interface Expected {
  /** PEM. */
  readonly publicKey: string;
  /** SHA-256 of the PDF in which names were looked for. */
  readonly pdf: string;
}

const LINE = /^([0-9a-f]+) {2}(.+)$/;
const UNLISTED: ReadonlySet<string> = new Set([
  ...tagManifests,
  ...tagManifests.map(signaturePath),
]);

/** Throws `package-unsound` when anything is not as it should be. `check` has seen every file afterwards. */
export async function verifyPacked(
  packed: Packed,
  expected: Expected,
  check: LeakCheck,
  job: Job,
): Promise<void> {
  const listed = await listedIn(packed);
  await checkSignatures(packed, expected);
  for (const path of packed.paths) {
    stopIfCancelled(job);
    const bytes = await packed.read(path);
    const wanted = listed.get(path);
    // Each file stands in both manifests of its sort, but those that nothing can list.
    must(bytes !== null && (wanted ? wanted.size === algorithms.length : UNLISTED.has(path)));
    for (const [algorithm, digest] of wanted ?? []) must(digestOf(bytes, algorithm) === digest);
    if (path === PDF_PATH) must(digestOf(bytes, 'sha256') === expected.pdf);
    else check.look({ path, bytes });
  }
  const there = new Set(packed.paths);
  must([...listed.keys()].every((path) => there.has(path)));
}

function must(holds: boolean): asserts holds {
  if (!holds) throw new FailureError({ code: 'package-unsound' });
}

async function listedIn({ read }: Packed): Promise<Map<string, Map<Algorithm, string>>> {
  const listed = new Map<string, Map<Algorithm, string>>();
  for (const algorithm of algorithms)
    for (const [name, ofPayload] of [
      [`manifest-${algorithm}.txt`, true],
      [`tagmanifest-${algorithm}.txt`, false],
    ] as const) {
      const bytes = await read(name);
      must(bytes !== null);
      const lines = new TextDecoder().decode(bytes).split('\n');
      must(lines.pop() === '');
      for (const line of lines) {
        const [, digest, path] = LINE.exec(line) ?? [];
        must(digest !== undefined && path !== undefined);
        must(path.startsWith('data/') === ofPayload);
        const digests = listed.get(path) ?? new Map<Algorithm, string>();
        must(!digests.has(algorithm));
        listed.set(path, digests.set(algorithm, digest));
      }
    }
  return listed;
}

async function checkSignatures({ read }: Packed, { publicKey }: Expected): Promise<void> {
  const key = await read(KEY_PATH);
  must(key !== null && new TextDecoder().decode(key) === publicKey);
  for (const name of tagManifests) {
    const [bytes, signature] = [await read(name), await read(signaturePath(name))];
    must(bytes !== null && signature !== null && isSigned(bytes, signature, publicKey));
  }
}

function digestOf(bytes: Uint8Array, algorithm: Algorithm): string {
  return createHash(algorithm).update(bytes).digest('hex');
}

/** Everything in a folder that is not a folder. */
export async function packedIn(folder: string): Promise<Packed> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
  return {
    paths,
    read: (path) => readFile(join(folder, ...path.split('/'))).catch(() => null),
  };
}
