/**
 * Puts all that can still be read of a damaged archive into a new one, encrypted like the old. Nothing leaves the
 * protection, and the old folder is not touched.
 */
import type { Archive, SalvageReport } from '../face/index.ts';
import { systemClock } from '../lib/clock.ts';
import { type Job, quietJob } from '../lib/job.ts';
import { fail, FailureError, ok, type Result } from '../lib/result.ts';
import { type About, type Capture, SCHEMA, unknown } from '../model/index.ts';
import { noteSalvage } from '../store/commands/archive.ts';
import {
  createVault,
  type Op,
  type Salvaged,
  salvageVault,
  jsonOf,
  type State,
  type Vault,
} from '../vault/index.ts';
import { liesIn } from './deliver.ts';
import { missingReferences } from './inspect.ts';
import { openLocal, type OpenFailure, type OpenOptions } from './open.ts';
import { blobsIn, namedBlobs } from './references.ts';

/** Records written in one change. */
const AT_ONCE = 500;
const CAPTURE: Capture = {
  collectedBy: unknown,
  collectedAt: unknown,
  place: unknown,
  method: unknown,
  device: unknown,
  consent: unknown,
};

export type SalvageFailure = OpenFailure | 'cancelled' | 'target-inside-archive';

/**
 * `secret` opens the damaged archive, and the new one too. `target` must be empty or not there yet. On failure, or when
 * it is cancelled, the new folder is left as far as it came.
 */
export async function salvageArchive(
  folder: string,
  secret: string,
  target: string,
  options: OpenOptions = {},
  job: Job = quietJob,
): Promise<Result<SalvageReport, SalvageFailure>> {
  if (await liesIn(target, folder)) return fail('target-inside-archive');
  const salvaged = await salvageVault(folder, secret, options);
  if (!salvaged.ok) return salvaged;
  const old = salvaged.value;
  try {
    const lost = await carryOver(old, secret, target, options, job);
    return ok(await complete(old, lost, secret, target, options, job));
  } catch (error) {
    if (error instanceof FailureError) return fail(error.failure.code as SalvageFailure);
    throw error;
  } finally {
    old.close();
  }
}

/** Records and the blobs that they name. Answers the blobs that could not be read. */
async function carryOver(
  old: Salvaged,
  secret: string,
  target: string,
  options: OpenOptions,
  job: Job,
): Promise<Set<string>> {
  const vault = valueOf(await createVault(target, secret, { ...options, naming: old.naming }));
  try {
    const now = (options.clock ?? systemClock).now();
    await writeAll(vault, withAbout(old.state, now));
    return await copyBlobs(vault, old, job);
  } finally {
    await vault.close();
  }
}

/** Opens the new archive, takes in what no record names any more, and notes what was done. */
async function complete(
  old: Salvaged,
  lost: ReadonlySet<string>,
  secret: string,
  target: string,
  options: OpenOptions,
  job: Job,
): Promise<SalvageReport> {
  const { archive, store } = valueOf(await openLocal(target, secret, options));
  try {
    const named = namedBlobs(store.reading);
    // What was deleted for good does not come back, even if its file is still there.
    const leaving = store.reading.get('about', 'archive')?.leaving ?? [];
    const known = new Set([...named, ...leaving.flatMap(({ blobs }) => blobs)]);
    const recovered = await takeUnnamed(archive, old, known, job);
    const sources = store.reading.all('sources');
    const report: SalvageReport = {
      seq: old.seq,
      missing: old.missing,
      damaged: old.damaged,
      records: countsOf(old.state),
      files: named.size - lost.size,
      itemsWithoutFiles: sources
        .filter(({ original, text }) => lost.has(original.blob) || lost.has(text?.blob ?? ''))
        .map(({ shelfmark }) => shelfmark),
      recovered,
      findings: missingReferences(store.reading),
    };
    valueOf(await store.run(noteSalvage(report, lost)));
    return report;
  } finally {
    await archive.close();
  }
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new FailureError(result.error);
  return result.value;
}

/** An archive says what it is, whatever was lost. */
function withAbout(state: State, now: number): State {
  if (state.get('about')?.has('archive')) return state;
  const about: About = {
    id: 'archive',
    name: 'Salvaged',
    createdAt: new Date(now).toISOString(),
    schema: SCHEMA,
    lastShelfmark: highestShelfmark(state),
  };
  state.set('about', new Map([['archive', { ...about }]]));
  return state;
}

/** A shelfmark is never given out twice. */
function highestShelfmark(state: State): number {
  const marks = [...(state.get('sources')?.values() ?? [])].map((source) => {
    const { shelfmark } = source as { readonly shelfmark?: unknown };
    return typeof shelfmark === 'string' ? Number(shelfmark.replace(/\D/g, '')) : 0;
  });
  return Math.max(0, ...marks.filter(Number.isSafeInteger));
}

async function writeAll(vault: Vault, state: State): Promise<void> {
  // Steps of undo are numbered by changes that the new archive does not have.
  state.delete('undo');
  const ops: Op[] = [...state].flatMap(([c, members]) =>
    [...members].map(([id, v]) => ({ c, id, v: jsonOf(v) })),
  );
  for (let at = 0; at < ops.length; at += AT_ONCE)
    valueOf(await vault.append(ops.slice(at, at + AT_ONCE)));
}

async function copyBlobs(vault: Vault, old: Salvaged, job: Job): Promise<Set<string>> {
  const named = blobsIn([...old.state.values()].flatMap((members) => [...members.values()]));
  const lost = new Set<string>();
  let done = 0;
  for (const id of named) {
    if (job.signal.aborted) throw new FailureError({ code: 'cancelled' });
    const copied = await vault.blobs.copyFrom(old.blobs, id);
    if (!copied.ok && copied.error.code !== 'damaged') throw new FailureError(copied.error);
    if (!copied.ok) lost.add(id);
    job.progress(++done, named.size);
  }
  return lost;
}

/** Originals whose records were lost are taken in again. Answers their new shelfmarks. */
async function takeUnnamed(
  archive: Archive,
  old: Salvaged,
  named: ReadonlySet<string>,
  job: Job,
): Promise<string[]> {
  const taken: string[] = [];
  for await (const bytes of old.blobs.unnamed(named, 'original')) {
    const name = `recovered-${taken.length + 1}`;
    const { result } = valueOf(await archive.importFile({ name, bytes }, CAPTURE, job));
    if (result.state === 'taken') taken.push(result.shelfmark);
  }
  return taken;
}

function countsOf(state: State): Record<string, number> {
  return Object.fromEntries([...state].map(([name, members]) => [name, members.size]));
}
