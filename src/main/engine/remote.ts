/** The face of an archive that lives in another thread. */
import { Worker } from 'node:worker_threads';
import type { Archive, StartPress, Trouble } from '../../../archive/index.ts';
import type { Job } from '../../../archive/lib/job.ts';
import { type Failure, fail, ok, type Result } from '../../../archive/lib/result.ts';
import type { Changed } from '../../../archive/model/index.ts';
import type { Begin, FromEngine, ToEngine } from './messages.ts';
import { Presses } from './presses.ts';

/** Milliseconds that closing may take before the thread is ended all the same. What was acknowledged is on the disk. */
const PATIENCE = 10_000;

/** Room for what lives shortly: what V8 takes by itself is memory that nobody misses, and a third of all. */
const YOUNG_MEGABYTES = 12;

interface Waiting {
  readonly done: (result: unknown) => void;
  readonly failed: (error: Error) => void;
  readonly progress: Job['progress'] | undefined;
}

export interface RemoteArchive {
  readonly archive: Archive;
  /** Calls back when the thread ended without being asked to. */
  readonly onLost: (listener: () => void) => void;
}

/** Opens or makes an archive in a thread of its own. The thread is gone when this fails. */
export async function startEngine(
  begin: Begin,
  startPress: StartPress,
): Promise<Result<RemoteArchive>> {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const worker = new Worker(new URL(`./worker.${extension}`, import.meta.url), {
    workerData: begin,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
  });
  const engine = new Engine(worker, startPress);
  const failure = await engine.opened;
  if (failure) {
    await worker.terminate();
    return fail(failure.code, failure.detail);
  }
  return ok({ archive: engine.archive(), onLost: (listener) => engine.lost.add(listener) });
}

class Engine {
  readonly opened: Promise<Failure | null>;
  readonly lost = new Set<() => void>();
  readonly #worker: Worker;
  readonly #presses: Presses;
  readonly #waiting = new Map<number, Waiting>();
  readonly #changed = new Set<(changed: Changed) => void>();
  readonly #trouble = new Set<(trouble: Trouble | null) => void>();
  #last = 0;
  #ended = false;

  constructor(worker: Worker, startPress: StartPress) {
    this.#worker = worker;
    this.#presses = new Presses(startPress, (message) => {
      this.#say(message);
    });
    this.opened = new Promise((resolve) => {
      worker.once('exit', () => {
        resolve({ code: 'io' });
        this.#exit();
      });
      // The thread's own error says what it was holding: it goes nowhere.
      worker.on('error', () => undefined);
      worker.on('message', (message: FromEngine) => {
        if (message.kind === 'opened') resolve(message.failure);
        else this.#hear(message);
      });
    });
  }

  archive(): Archive {
    const fixed: Partial<Archive> = {
      close: () => this.#close(),
      onChanged: (listener) => {
        this.#changed.add(listener);
        return () => this.#changed.delete(listener);
      },
      onTrouble: (listener) => {
        this.#trouble.add(listener);
        return () => this.#trouble.delete(listener);
      },
    };
    return new Proxy(fixed, {
      get: (own, method) => {
        if (typeof method !== 'string' || method === 'then') return undefined;
        if (Object.hasOwn(own, method)) return own[method as keyof Archive];
        return (...input: unknown[]) => this.#call(method, input);
      },
    }) as Archive;
  }

  #call(method: string, input: unknown[]): Promise<unknown> {
    if (this.#ended) return Promise.resolve(fail('closed'));
    const id = ++this.#last;
    const job = isJob(input.at(-1)) ? (input.pop() as Job) : undefined;
    return new Promise((done, failed) => {
      this.#waiting.set(id, { done, failed, progress: job?.progress });
      job?.signal.addEventListener('abort', () => {
        this.#say({ kind: 'cancel', id });
      });
      this.#say({ kind: 'call', id, method, input, job: job !== undefined }, buffersOf(input));
    });
  }

  #say(message: ToEngine, give: readonly ArrayBuffer[] = []): void {
    this.#worker.postMessage(message, give);
  }

  #hear(message: FromEngine): void {
    switch (message.kind) {
      case 'changed':
        for (const listener of this.#changed) listener(message.changed);
        break;
      case 'trouble':
        for (const listener of this.#trouble) listener(message.trouble);
        break;
      case 'progress':
        this.#waiting.get(message.id)?.progress?.(message.done, message.total);
        break;
      case 'answer':
        this.#take(message.id)?.done(message.result);
        break;
      case 'bug':
        this.#take(message.id)?.failed(new Error('the engine failed'));
        break;
      case 'press-start':
      case 'press-say':
      case 'press-kill':
        this.#presses.hear(message);
        break;
      case 'opened':
        break;
    }
  }

  #take(id: number): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    return waiting;
  }

  async #close(): Promise<void> {
    if (this.#ended) return;
    const closed = this.#call('close', []);
    this.#ended = true;
    let timer: NodeJS.Timeout | undefined;
    const tired = new Promise((resolve) => (timer = setTimeout(resolve, PATIENCE)));
    await Promise.race([closed, tired]);
    clearTimeout(timer);
    await this.#worker.terminate();
  }

  #exit(): void {
    const asked = this.#ended;
    this.#ended = true;
    this.#presses.killAll();
    for (const { done } of this.#waiting.values()) done(fail('closed'));
    this.#waiting.clear();
    if (!asked) for (const listener of this.lost) listener();
  }
}

/** A file's bytes are handed over to the engine's thread: a large one is never held twice. */
function buffersOf([file]: readonly unknown[]): ArrayBuffer[] {
  if (typeof file !== 'object' || file === null || !('bytes' in file)) return [];
  const { bytes } = file;
  if (!(bytes instanceof Uint8Array) || !(bytes.buffer instanceof ArrayBuffer)) return [];
  return bytes.byteLength === bytes.buffer.byteLength ? [bytes.buffer] : [];
}

function isJob(value: unknown): value is Job {
  return (
    typeof value === 'object' &&
    value !== null &&
    'signal' in value &&
    value.signal instanceof AbortSignal
  );
}
