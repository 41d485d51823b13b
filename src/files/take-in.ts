/** Takes files and folders in, one after the other, for the window and the command line alike. */
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Archive, ImportOutcome } from '../../archive/index.ts';
import type { Job } from '../../archive/lib/job.ts';
import { shownName } from '../../archive/lib/plain-line.ts';
import type { Failure } from '../../archive/lib/result.ts';
import {
  type Capture,
  type ChosenParts,
  type FileChecks,
  type FolderFile,
  limits,
} from '../../archive/model/index.ts';
import { besideEachOther, checkFolders } from './check-folders.ts';
import { readBeside } from './read-beside.ts';
import { type FoundFile, gather, type GatherOptions } from './gather.ts';

/** What a person gave: a path on the disk, or bytes that have none. */
export type Given =
  | { readonly kind: 'path'; readonly path: string; readonly chosen?: ChosenParts }
  | {
      readonly kind: 'bytes';
      readonly name: string;
      readonly bytes: Uint8Array;
      readonly chosen?: ChosenParts;
    }
  | { readonly kind: 'gone'; readonly code: string };

export interface TakeInOptions extends GatherOptions {
  /** Where the person says that it was found. */
  readonly address: string | undefined;
}

export interface TakenIn {
  readonly outcomes: readonly ImportOutcome[];
  readonly cancelled: boolean;
  /** What concerns the whole archive and ended the work. */
  readonly failure: Failure | null;
}

type OnDisk = Extract<Waiting, { readonly file: FoundFile }>;
type Waiting =
  | {
      readonly file: FoundFile;
      readonly checked: FileChecks | undefined;
      readonly chosen?: ChosenParts;
    }
  | { readonly name: string; readonly bytes: Uint8Array; readonly chosen?: ChosenParts }
  | { readonly name: string; readonly code: string };

/** One that cannot be read never stops the rest. Cancelling leaves whole sources only. */
export async function takeIn(
  archive: Archive,
  given: readonly Given[],
  capture: Capture,
  options: TakeInOptions,
  job: Job,
): Promise<TakenIn> {
  const waiting = await expand(archive, given, options, job);
  const outcomes: ImportOutcome[] = [];
  let parts = 0;
  for (const [index, one] of waiting.entries()) {
    job.progress(index + parts, waiting.length + parts);
    if (job.signal.aborted) return { outcomes, cancelled: true, failure: null };
    const owner = 'file' in one && one.file.beside !== null ? outcomes.at(-1) : undefined;
    if (owner?.result.state === 'failed') continue;
    const partsBefore = parts;
    const inner: Job = {
      signal: job.signal,
      progress: (done) => {
        parts = partsBefore + done;
        job.progress(index + parts, waiting.length + parts);
      },
    };
    const taken = await takeOne(archive, one, owner, capture, options, inner);
    if (!taken.ok) {
      const cancelled = taken.error.code === 'cancelled';
      return { outcomes, cancelled, failure: cancelled ? null : taken.error };
    }
    if (owner) outcomes.splice(-1, 1, { ...owner, parts: [...(owner.parts ?? []), taken.value] });
    else outcomes.push(taken.value);
  }
  job.progress(waiting.length + parts, waiting.length + parts);
  return { outcomes, cancelled: job.signal.aborted, failure: null };
}

async function expand(
  archive: Archive,
  given: readonly Given[],
  options: GatherOptions,
  job: Job,
): Promise<Waiting[]> {
  const waiting: (Exclude<Waiting, { file: FoundFile }> | Pick<OnDisk, 'file' | 'chosen'>)[] = [];
  const folders: (readonly FolderFile[])[] = [];
  const alone: FolderFile[] = [];
  for (const one of given) {
    if (job.signal.aborted) break;
    if (one.kind === 'bytes') waiting.push(one);
    else if (one.kind === 'gone') waiting.push({ name: '', code: one.code });
    else {
      const { files, all, passed } = await gather(one.path, options);
      if (all.length === 1) alone.push(...all);
      else folders.push(all);
      const { path, chosen } = one;
      const of = (file: FoundFile) => ({ file, ...(chosen && { chosen }) });
      // What was chosen was chosen in a file.
      if (chosen && files[0]?.path !== path)
        waiting.push({ name: basename(path), code: passed[0]?.code ?? 'holds-no-parts' });
      else waiting.push(...files.map(of), ...passed);
    }
  }
  const sets = [...folders, ...besideEachOther(alone)];
  const { found, passed } = await checkFolders(archive, sets, job);
  return [
    ...waiting.map((one) => ('file' in one ? { ...one, checked: found.get(one.file.path) } : one)),
    ...passed,
  ];
}

type One = Awaited<ReturnType<Archive['importFile']>>;

async function takeOne(
  archive: Archive,
  one: Waiting,
  owner: ImportOutcome | undefined,
  capture: Capture,
  { address, pageFiles }: TakeInOptions,
  job: Job,
): Promise<One> {
  const failed = (name: string, code: string): One => ({
    ok: true,
    value: { name: shownName(name), result: { state: 'failed', code } },
  });
  if ('code' in one) return failed(one.name, one.code);
  const name = 'file' in one ? one.file.name : one.name;
  const bytes = 'file' in one ? await contentOf(one.file.path) : one.bytes;
  if (typeof bytes === 'string') return failed(name, bytes);
  const checked = 'file' in one ? one.checked : undefined;
  const files = 'file' in one ? one.file.pageFiles : [];
  const source = owner && owner.result.state !== 'failed' ? owner.result.source : null;
  const taken = await archive.importFile(
    {
      name,
      bytes,
      ...(pageFiles && { pageFiles }),
      ...(files.length > 0 && { beside: await readBeside(files) }),
      ...(address !== undefined && { address }),
      ...(source !== null && { partOf: { source, name } }),
      ...(checked !== undefined && { checked }),
      ...(one.chosen && { chosen: one.chosen }),
    },
    capture,
    job,
  );
  if (!taken.ok) return taken;
  const outcome = { ...taken.value, name: shownName(name) };
  const { result } = outcome;
  if (!('file' in one) || !one.file.left || result.state !== 'taken' || isKept(result.notes))
    return { ok: true, value: outcome };
  const notes = [...result.notes, 'page-files-left'];
  return { ok: true, value: { ...outcome, result: { ...result, notes } } };
}

/** Something of it is kept with the page. */
const isKept = (notes: readonly string[]) => notes.includes('page-files-kept');

/** The bytes, or the code of why they cannot be had. */
async function contentOf(path: string): Promise<Uint8Array | 'too-large' | 'unreadable'> {
  try {
    const { size } = await stat(path);
    if (size > limits.originalBytes) return 'too-large';
    return await readFile(path);
  } catch {
    return 'unreadable';
  }
}
