/** Takes one file in: digests on arrival, bytes into the vault, then one change that makes it a source. */
import { createHash } from 'node:crypto';
import type { FileToImport, ImportOutcome } from '../face.ts';
import type { SourceReader } from '../import/index.ts';
import { toIso, type Clock } from '../lib/clock.ts';
import { type Failure, fail, ok, type Result } from '../lib/result.ts';
import { type BlobId, type Capture, limits, type Original, type TextRef } from '../model/index.ts';
import { importSource, type ReadSource, sameBytes } from '../store/commands/import-source.ts';
import type { Store } from '../store/store.ts';
import type { Vault } from '../vault/index.ts';
import { digestOfText, type Texts } from './texts.ts';

export interface Intake {
  readonly vault: Vault;
  readonly store: Store;
  readonly texts: Texts;
  readonly reader: SourceReader;
  readonly clock: Clock;
}

type Draft = Extract<Awaited<ReturnType<SourceReader['read']>>, { ok: true }>['value'];

/** A file that cannot be taken is an outcome; only what concerns the whole archive is a failure. */
export async function takeIn(
  { vault, store, texts, reader, clock }: Intake,
  file: FileToImport,
  capture: Capture,
): Promise<Result<ImportOutcome>> {
  const name = file.name;
  const failed = (code: string) => ok({ name, result: { state: 'failed', code } } as const);
  if (file.bytes.length === 0) return failed('empty');
  if (file.bytes.length > limits.originalBytes) return failed('too-large');
  const digests = digestsOf(file.bytes);
  const there = sameBytes(store.reading, digests.sha256);
  if (there) {
    return ok({
      name,
      result: { state: 'already-there', source: there.id, shelfmark: there.shelfmark },
    });
  }
  const read = await reader.read(file.bytes, {
    name,
    ...(file.address !== undefined && { address: file.address }),
  });
  if (!read.ok) return failed(read.error.code);
  const draft = read.value;

  const blob = await vault.blobs.put(file.bytes, 'original');
  if (!blob.ok) return refused(blob.error);
  const text = await keepText(texts, draft, clock);
  if (!text.ok) return refused(text.error);
  const original: Original = {
    blob: blob.value.id as BlobId,
    name: name.slice(0, limits.shortText),
    mediaType: draft.mediaType,
    size: file.bytes.length,
    ...digests,
  };
  const source: ReadSource = {
    kind: draft.kind,
    title: draft.title,
    original,
    text: text.value,
    image: draft.image,
    ...(draft.pages && { pages: draft.pages }),
    metadata: draft.metadata,
    capture,
  };
  const written = await store.run(importSource(source));
  if (!written.ok) return written;
  const { id, shelfmark, versionOf } = written.value.value;
  return ok({
    name,
    result: { state: 'taken', source: id, shelfmark, versionOf, notes: draft.notes },
  });
}

/** Two digests in one go over the bytes as they arrived. */
export function digestsOf(bytes: Uint8Array): { sha256: string; sha512: string } {
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    sha512: createHash('sha512').update(bytes).digest('hex'),
  };
}

async function keepText(texts: Texts, draft: Draft, clock: Clock): Promise<Result<TextRef | null>> {
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
