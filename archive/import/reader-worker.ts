/** The thread in which originals are parsed, so that it can be bounded and ended. Holds one open container at most. */
import { parentPort } from 'node:worker_threads';
import { assert } from '../lib/assert.ts';
import type { FileChecks, FolderFile, ListedPart, StampReading } from '../model/index.ts';
import { readStamp, type StampFailure } from '../proof/read-stamp.ts';
import type { Hint, SourceDraft } from './draft.ts';
import type { ShownBeside } from './html/page-files.ts';
import { listPart } from './list-part.ts';
import type { Part } from './parts.ts';
import { open, readPlainly } from './read.ts';

export type ReaderRequest =
  | {
      readonly ask: 'read';
      readonly bytes: Uint8Array;
      readonly hint: Hint;
      /** Read as plain text, whatever it is. */
      readonly plainly: boolean;
      /** The numbers of the parts that are wanted; all of them without it. */
      readonly only?: readonly number[];
    }
  /** Read a time stamp. */
  | { readonly ask: 'stamp'; readonly bytes: Uint8Array }
  /** Check what files that lie beside one another say of each other. */
  | { readonly ask: 'check'; readonly files: readonly FolderFile[] }
  /** A saved page as it looked, with nothing alive in it. */
  | {
      readonly ask: 'appearance';
      readonly bytes: Uint8Array;
      readonly hint: Hint;
      readonly mhtml: boolean;
      readonly beside: readonly ShownBeside[];
    }
  /** The next part of the open container that is wanted. */
  | { readonly ask: 'next' }
  /** What the next parts are, as many as are looked at in a moment. */
  | { readonly ask: 'list' }
  /** Let the open container go. */
  | { readonly ask: 'close' };

export type ReaderAnswer =
  | { readonly draft: SourceDraft; readonly container: boolean }
  | { readonly stamp: StampReading | StampFailure }
  | { readonly checked: readonly FileChecks[] }
  /** `met` counts those too that were passed over. */
  | { readonly part: Part | null; readonly met: number }
  /** Only how far it is: the part is still looked for. */
  | { readonly passed: number }
  /** None when there are no more. */
  | { readonly listed: readonly ListedPart[] }
  | { readonly closed: true }
  | { readonly markup: string | null };

const port = parentPort;
assert(port, 'this file runs as a worker');
let parts: Iterator<Part> | AsyncIterator<Part> | null = null;
let wanted: ReadonlySet<number> | null = null;
let met = 0;

/** Parts, and bytes of them, after which it is told how far the work is. */
const AT_ONCE = 100;
const BYTES_AT_ONCE = 16 * 1024 ** 2;

async function answer(request: ReaderRequest): Promise<ReaderAnswer> {
  if (request.ask === 'next') {
    const part = await nextWanted();
    return { part: part && alone(part), met };
  }
  if (request.ask === 'list') return { listed: await listNext() };
  if (request.ask === 'close') {
    await parts?.return?.();
    parts = null;
    return { closed: true };
  }
  if (request.ask === 'stamp') return { stamp: await readStamp(request.bytes) };
  if (request.ask === 'check') {
    const { checkFolder } = await import('./field/check-folder.ts');
    return { checked: await checkFolder(request.files) };
  }
  if (request.ask === 'appearance') {
    const { appearanceOf } = await import('./html/appearance.ts');
    return { markup: appearanceOf(request.bytes, request.hint, request.mhtml, request.beside) };
  }
  const { bytes, hint, plainly, only } = request;
  const opened = plainly
    ? { draft: await readPlainly(bytes, hint), parts: null }
    : await open(bytes, hint);
  parts = opened.parts && begin(opened.parts);
  wanted = only ? new Set(only) : null;
  met = 0;
  return { draft: opened.draft, container: parts !== null };
}

function begin(found: Iterable<Part> | AsyncIterable<Part>) {
  return Symbol.asyncIterator in found ? found[Symbol.asyncIterator]() : found[Symbol.iterator]();
}

async function nextPart(): Promise<Part | null> {
  const next = await parts?.next();
  if (next?.done === false) {
    met += 1;
    return next.value;
  }
  parts = null;
  return null;
}

/** What is passed over is looked at all the same: the last part must be met to tell how many there are. */
async function nextWanted(): Promise<Part | null> {
  for (let bytes = 0, passed = 1; ; passed++) {
    const part = await nextPart();
    if (part === null || wanted?.has(met) !== false) return part;
    bytes += 'bytes' in part ? part.bytes.length : 0;
    if (passed % AT_ONCE !== 0 && bytes < BYTES_AT_ONCE) continue;
    port?.postMessage({ passed } satisfies ReaderAnswer);
    bytes = 0;
  }
}

async function listNext(): Promise<ListedPart[]> {
  const listed: ListedPart[] = [];
  for (let bytes = 0; listed.length < AT_ONCE && bytes < BYTES_AT_ONCE;) {
    const part = await nextPart();
    if (part === null) break;
    bytes += 'bytes' in part ? part.bytes.length : 0;
    listed.push(await listPart(part, met));
  }
  return listed;
}

/** A message would carry all of the buffer that bytes are a part of: those get a buffer of their own. */
function alone(part: Part): Part {
  if (!('bytes' in part) || part.bytes.byteLength === part.bytes.buffer.byteLength) return part;
  return { ...part, bytes: new Uint8Array(part.bytes) };
}

port.postMessage('ready');
port.on('message', (request: ReaderRequest) => {
  void answer(request).then((message) => {
    port.postMessage(message, buffersOf(message));
  });
});

/** Bytes of a part that nobody else looks at are handed over rather than copied. */
function buffersOf(message: ReaderAnswer): ArrayBuffer[] {
  if (!('part' in message) || message.part === null || !('bytes' in message.part)) return [];
  const { buffer, byteLength } = message.part.bytes;
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [];
}
