/** The thread in which an index lives: neither typing nor saving waits for it, and it ends when the archive is locked. */
import { parentPort, workerData } from 'node:worker_threads';
import { assert } from '../lib/assert.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import type { SearchDocument, SearchOptions } from './document.ts';
import { createSearchIndex, loadSearchIndex } from './search-index.ts';
import type { AskedWording } from './wording.ts';

export type Asking =
  | { readonly what: 'add'; readonly documents: readonly SearchDocument[] }
  | { readonly what: 'remove'; readonly ids: readonly string[] }
  | { readonly what: 'compact' }
  | { readonly what: 'search'; readonly query: string; readonly options: SearchOptions }
  | { readonly what: 'alike'; readonly id: string; readonly limit: number }
  | { readonly what: 'wording'; readonly asked: AskedWording }
  | { readonly what: 'withWording'; readonly asked: AskedWording; readonly ids: readonly string[] }
  | { readonly what: 'save' }
  | { readonly what: 'load'; readonly bytes: Uint8Array };

export type ToIndex = Asking & { readonly number: number };

export interface FromIndex {
  readonly number: number;
  /** Absent after a bug, which says nothing of what it met. */
  readonly value?: unknown;
  readonly bug?: true;
}

const port = parentPort;
assert(port, 'this file runs as a worker');
/** A number in its place says that the question of that number is no longer wanted. */
const cancelled = new Int32Array(workerData as SharedArrayBuffer);
const waiting: ToIndex[] = [];
let index = createSearchIndex();
let working = false;

port.on('message', (message: ToIndex) => {
  waiting.push(message);
  if (!working) void work();
});

/** One after the other; the port is heard between two. */
async function work(): Promise<void> {
  working = true;
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    reply(next);
    await new Promise((resume) => setImmediate(resume));
  }
  working = false;
}

function reply(message: ToIndex): void {
  const { number } = message;
  try {
    const value = answer(message);
    const moved = value instanceof Uint8Array ? [value.buffer as ArrayBuffer] : [];
    port?.postMessage({ number, value } satisfies FromIndex, moved);
  } catch {
    port?.postMessage({ number, bug: true } satisfies FromIndex);
  }
}

function answer(message: ToIndex): unknown {
  switch (message.what) {
    case 'add':
      index.add(message.documents);
      return null;
    case 'remove':
      index.remove(message.ids);
      return null;
    case 'compact':
      index.compact();
      return null;
    case 'search': {
      const place = message.number % cancelled.length;
      const signal = {
        get aborted() {
          return Atomics.load(cancelled, place) === message.number;
        },
      };
      if (signal.aborted) return fail('cancelled');
      return index.search(message.query, { ...message.options, signal });
    }
    case 'alike':
      return index.alike(message.id, message.limit);
    case 'wording':
      return index.wordingCandidates(message.asked);
    case 'withWording':
      return index.withWording(message.asked, message.ids);
    case 'save':
      return index.save();
    case 'load':
      return load(message.bytes);
  }
}

/** The marks of its documents, when its bytes are whole and of this version. */
function load(bytes: Uint8Array): Result<ReturnType<typeof index.marks>> {
  const loaded = loadSearchIndex(bytes);
  if (!loaded.ok) return loaded;
  index = loaded.value;
  return ok(index.marks());
}
