/**
 * Takes one file in: digests on arrival, bytes into the vault, then one change that makes it a source. What a
 * container holds is taken in the same way, part by part, each a source of its own with its own change.
 */
import type { FileToImport, ImportOutcome } from '../face/index.ts';
import {
  type FileBeside,
  type Hint,
  mayHoldParts,
  type Opened,
  type SourceDraft,
  type SourceReader,
} from '../import/index.ts';
import { toIso, type Clock } from '../lib/clock.ts';
import type { Job } from '../lib/job.ts';
import { shownFileName, shownName } from '../lib/plain-line.ts';
import { type Failure, fail, ok, type Result } from '../lib/result.ts';
import {
  type BlobId,
  type Capture,
  type ChosenParts,
  limits,
  type Metadata,
  type Original,
  type Reading,
  type Source,
  type SourceId,
  type TextRef,
} from '../model/index.ts';
import {
  importSource,
  type ReadSource,
  sameAddress,
  sameBytes,
} from '../store/commands/import-source.ts';
import type { Store } from '../store/store.ts';
import type { Vault } from '../vault/index.ts';
import { keepBeside } from './beside.ts';
import { inOrder, missingParts, noteChoice } from './choosing.ts';
import { complete } from './complete.ts';
import { digestsOf } from './digests.ts';
import { trashedTwin } from './put-back.ts';
import { digestOfText, type Texts } from './texts.ts';

export interface Intake {
  readonly vault: Vault;
  readonly store: Store;
  readonly texts: Texts;
  readonly reader: SourceReader;
  readonly clock: Clock;
}

/** A file, or a part of one, on its way in. */
interface Item {
  readonly bytes: Uint8Array;
  readonly hint: Hint;
  readonly partOf: { readonly source: SourceId; readonly name: string } | null;
  /** Digests of the containers it came out of, the outermost first. */
  readonly within: readonly string[];
  /** What was found of it before it was taken in. */
  readonly checked?: FileToImport['checked'];
  /** Of a saved page: what lies in its folder beside it. */
  readonly beside: readonly FileBeside[];
  /** Of a container: what is taken out of it. */
  readonly chosen?: ChosenParts;
}

/** What all items of one given file share. */
interface Run {
  readonly capture: Capture;
  readonly job: Job;
  /** Parts met so far, and their bytes: bounded for the given file as a whole. */
  parts: number;
  bytes: number;
}

type Taken = Extract<ImportOutcome['result'], { readonly state: 'taken' | 'already-there' }>;

/** A file that cannot be taken is an outcome; only what concerns the whole archive is a failure. */
export function takeIn(
  intake: Intake,
  file: FileToImport,
  capture: Capture,
  job: Job,
): Promise<Result<ImportOutcome>> {
  const hint = {
    name: file.name,
    ...(file.address !== undefined && { address: file.address }),
    ...(file.pageFiles !== undefined && { pageFiles: file.pageFiles }),
  };
  const { bytes, checked, chosen, partOf = null, beside = [] } = file;
  const found = { ...(checked && { checked }), ...(chosen && { chosen }) };
  const item = { bytes, hint, partOf, within: [], beside, ...found };
  return takeItem(intake, item, { capture, job, parts: 0, bytes: 0 });
}

async function takeItem(intake: Intake, item: Item, run: Run): Promise<Result<ImportOutcome>> {
  const { bytes, partOf, within, chosen } = item;
  const name = partOf === null ? shownFileName(item.hint.name) : shownName(item.hint.name);
  const failed = (code: string) => ok({ name, result: { state: 'failed', code } } as const);
  if (bytes.length === 0) return failed('empty');
  if (bytes.length > limits.originalBytes) return failed('too-large');
  const original = { size: bytes.length, ...digestsOf(bytes) };
  if (chosen?.sha256 !== undefined && chosen.sha256 !== original.sha256)
    return failed('parts-of-other-bytes');
  const hint = withFound(item, original.sha256);
  const there = sameBytes(intake.store.reading, original.sha256);
  const holdsParts = mayHoldParts(bytes, hint);
  // A container in itself is met again for ever; one inside too many others is kept closed.
  const stays = within.includes(original.sha256) || within.length >= limits.containerDepth;
  if (chosen && !holdsParts) return failed('holds-no-parts');
  if (there && (!holdsParts || stays)) {
    const again = await thereAgain(intake, there, item, hint);
    return again.ok ? ok({ name, result: again.value }) : again;
  }
  const opens = holdsParts && !stays;

  // A container's bytes are handed over to the reader, so they go into the vault before it.
  const blobFirst = there || !opens ? null : await intake.vault.blobs.put(bytes, 'original');
  if (blobFirst?.ok === false) return refused(blobFirst.error);
  const read = await intake.reader.open(bytes, hint, opens, chosen && inOrder(chosen));
  if (!read.ok) return failed(read.error.code);
  const { draft, parts } = read.value;
  try {
    const known = there ? undefined : referenceThere(intake, draft);
    let result: Taken;
    if (there) {
      const again = await thereAgain(intake, there, item, hint);
      if (!again.ok) return again;
      result = again.value;
    } else if (known) {
      result = thereAs(known, 'address');
    } else {
      const blob = blobFirst ?? (await intake.vault.blobs.put(bytes, 'original'));
      if (!blob.ok) return refused(blob.error);
      const taken = await keepSource(intake, { ...item, hint }, run, draft, {
        blob: blob.value.id as BlobId,
        name: shownFileName(hint.name),
        mediaType: draft.mediaType,
        ...original,
      });
      if (!taken.ok) return taken;
      const notes =
        parts !== null && stays ? [...taken.value.notes, 'not-unpacked'] : taken.value.notes;
      result = { ...taken.value, notes };
    }
    if (parts === null || !opens) return ok({ name, result });
    const outcomes = await takeParts(intake, parts, run, {
      source: result.source,
      within: [...within, original.sha256],
      hint,
    });
    // A list of which nothing leads anywhere, an export without a chat: that nothing came out of it is said.
    const bare = outcomes.length === 0 && draft.kind === 'file' && !run.job.signal.aborted;
    if (bare && !chosen && result.state === 'taken' && !result.notes.includes('nothing-inside'))
      result = { ...result, notes: [...result.notes, 'nothing-inside'] };
    if (!chosen) return ok({ name, result, parts: outcomes });
    const { sha256 } = original;
    const choice = { container: result.source, sha256, chosen, count: parts.count };
    const missing = missingParts(choice);
    const noted = await noteChoice(intake.store, choice, outcomes);
    if (!noted.ok) outcomes.push({ name, result: { state: 'failed', code: noted.error.code } });
    return ok({
      name,
      result,
      parts: missing ? [...outcomes, missing] : outcomes,
      ...(parts.count !== null && { ofParts: parts.count }),
    });
  } finally {
    await parts?.[Symbol.asyncIterator]().return?.();
  }
}

interface Container {
  readonly source: SourceId;
  readonly within: readonly string[];
  readonly hint: Hint;
}

/**
 * Part by part: a bad one never stops the rest. What concerns the whole archive does; what was taken until then
 * is told all the same.
 */
async function takeParts(
  intake: Intake,
  parts: NonNullable<Opened['parts']>,
  run: Run,
  container: Container,
): Promise<ImportOutcome[]> {
  const outcomes: ImportOutcome[] = [];
  const lose = (name: string, code: string) =>
    outcomes.push({ name: shownName(name), result: { state: 'failed', code } });
  for await (const part of parts) {
    if (run.job.signal.aborted) break;
    run.parts += 1;
    if (!('bytes' in part)) {
      lose(part.name, part.failure);
      run.job.progress(run.parts);
      continue;
    }
    run.bytes += part.bytes.length;
    if (run.parts > limits.containerParts || run.bytes > limits.containerBytes) {
      lose(part.name, 'too-many-parts');
      break;
    }
    const { pageFiles } = container.hint;
    const item: Item = {
      bytes: part.bytes,
      hint: { ...part.hint, name: part.name, ...(pageFiles !== undefined && { pageFiles }) },
      partOf: { source: container.source, name: part.name },
      within: container.within,
      beside: part.beside ?? [],
    };
    const taken = await takeItem(intake, item, run);
    if (!taken.ok) {
      lose(part.name, taken.error.code);
      break;
    }
    outcomes.push(taken.value);
    run.job.progress(run.parts);
    if (isSpent(outcomes.at(-1))) break;
  }
  return outcomes;
}

/** Whether the limits for the given file, or the archive, ended the work somewhere below. */
function isSpent(outcome: ImportOutcome | undefined): boolean {
  const last = outcome?.parts?.at(-1);
  if (last === undefined) return false;
  if (last.result.state !== 'failed') return isSpent(last);
  return ENDING.has(last.result.code);
}

const ENDING: ReadonlySet<string> = new Set([
  'too-many-parts',
  'closed',
  'read-only',
  'disk-full',
  'io',
]);

/** What came along this time is put with it. */
async function thereAgain(
  intake: Intake,
  source: Source,
  { beside }: Item,
  { name, checks = [] }: Hint,
): Promise<Result<Taken>> {
  const added = await complete(intake, source, { name: fileName(name), beside, checks });
  if (!added.ok) return refused(added.error);
  const result = thereAs(source, 'bytes');
  return ok(added.value.length > 0 ? { ...result, added: added.value } : result);
}

const fileName = (name: string) => name.split('/').at(-1) ?? '';

function thereAs({ id, shelfmark }: Source, same: 'bytes' | 'address') {
  return { state: 'already-there', source: id, shelfmark, same } as const;
}

/** What is to be collected is no news when its address was collected, or listed, before. */
function referenceThere({ store }: Intake, { kind, metadata }: SourceDraft): Source | undefined {
  return kind === 'reference' ? sameAddress(store.reading, metadata.address) : undefined;
}

/** One change: the source with its text. */
async function keepSource(
  intake: Intake,
  { partOf, hint, beside }: Item,
  { capture }: Run,
  draft: SourceDraft,
  original: Original,
): Promise<Result<Extract<Taken, { readonly state: 'taken' }>>> {
  const { store, texts, clock } = intake;
  const text = await keepText(texts, draft, clock);
  if (!text.ok) return refused(text.error);
  const page = { kind: draft.kind, name: fileName(hint.name), has: [] };
  const files = await keepBeside(intake.vault, page, beside);
  if (!files.ok) return refused(files.error);
  const { pageFiles, cut } = files.value;
  const source: ReadSource = {
    kind: draft.kind,
    title: draft.title,
    original,
    text: text.value,
    image: draft.image,
    ...(draft.pages && { pages: draft.pages }),
    ...(pageFiles.length > 0 && { pageFiles }),
    metadata: withChecks(draft.metadata, hint.checks ?? []),
    capture,
    ...(partOf !== null && { partOf: partOf.source, partName: shownName(partOf.name) }),
  };
  const written = await store.run(importSource(source));
  if (!written.ok) return written;
  const { id, shelfmark, versionOf } = written.value.value;
  const notes = [
    ...draft.notes,
    ...noteOf(hint.checks ?? []),
    ...(pageFiles.length > 0 ? ['page-files-kept'] : []),
    ...(cut ? ['page-files-cut'] : []),
  ];
  const trashed = trashedTwin(store.reading, original.sha256);
  const told = trashed ? { trashed } : {};
  return ok({ state: 'taken', source: id, shelfmark, versionOf, notes, ...told });
}

/** What was found of a file holds for the bytes that were looked at: another program may have changed it since. */
function withFound({ hint, checked }: Item, sha256: string): Hint {
  if (checked === undefined) return hint;
  const checks =
    checked.sha256 === sha256
      ? checked.checks
      : checked.checks.map((check) => ({ ...check, value: 'missing' }));
  return { ...hint, checks };
}

/** What was found of its digests stands first: of very many readings the last are left out. */
function withChecks(metadata: Metadata, checks: readonly Reading[]): Metadata {
  const readings = [...checks, ...metadata.readings].slice(0, limits.listLength);
  return checks.length === 0 ? metadata : { ...metadata, readings };
}

function noteOf(checks: readonly Reading[]): string[] {
  if (checks.some(({ value }) => value === 'differs')) return ['digests-differ'];
  return checks.some(({ value }) => value === 'agrees') ? ['digests-agree'] : [];
}

export async function keepText(
  texts: Texts,
  draft: SourceDraft,
  clock: Clock,
): Promise<Result<TextRef | null>> {
  if (!draft.text) return ok(null);
  const blob = await texts.put(draft.text);
  if (!blob.ok) return blob;
  const layout = draft.layout ? await texts.putLayout(draft.layout) : ok(null);
  if (!layout.ok) return layout;
  const { text, language, direction } = draft.text;
  return ok({
    blob: blob.value,
    sha256: digestOfText(text),
    length: text.length,
    words: countWords(text),
    language,
    direction,
    encoding: draft.encoding,
    method: draft.textMethod,
    madeAt: toIso(clock.now()),
    ...(layout.value !== null && { layout: layout.value }),
  });
}

export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}’'ʼ-]*/gu)?.length ?? 0;
}

function refused(error: Failure): Result<never> {
  return error.code === 'disk-full' || error.code === 'read-only' || error.code === 'closed'
    ? { ok: false, error }
    : fail('io');
}
