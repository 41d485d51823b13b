/** Compares one text with others, one after the other: short ones here, long ones in a thread that ends when nobody waits any more. */
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import {
  type Carrier,
  type CarrierGroup,
  ReuseFinder,
  ReuseGroups,
  type SharedWording,
} from '../compare/index.ts';
import { limits, type SourceId } from '../model/index.ts';
import type { FromReuse } from './reuse-worker.ts';

export interface AskedText {
  readonly text: string;
  readonly part: readonly [start: number, end: number] | null;
  readonly carrier: Carrier<SourceId>;
}

/** Texts are given one by one, so that no two others are held. */
export interface Reusing {
  compare(other: Carrier<SourceId>, text: string): Promise<SharedWording | null>;
  groups(): Promise<readonly CarrierGroup<SourceId>[]>;
  end(): Promise<void>;
}

/** UTF-16 units of one of the texts up to which a thread takes longer to start than the work. */
export const AT_ONCE = 40_000;

const extname = import.meta.url.endsWith('.ts') ? '.ts' : '.js';

/** The work itself, wherever it is done. */
export class ReuseWork {
  readonly #finder: ReuseFinder;
  readonly #groups: ReuseGroups<SourceId>;

  constructor({ text, part, carrier }: AskedText) {
    this.#finder = new ReuseFinder(text, part ?? undefined);
    this.#groups = new ReuseGroups(carrier, limits.reuseGrouped);
  }

  compare(other: Carrier<SourceId>, text: string): SharedWording | null {
    const wording = this.#finder.in(text);
    if (wording) this.#groups.take(other, text, wording.share, wording.shareOfOther);
    return wording;
  }

  groups(): readonly CarrierGroup<SourceId>[] {
    return this.#groups.groups();
  }
}

/** `longest` is how many units the longest of the texts has. */
export function startReusing(asked: AskedText, longest: number, signal: AbortSignal): Reusing {
  return longest <= AT_ONCE ? reusingHere(asked) : reusingInThread(asked, signal);
}

function reusingHere(asked: AskedText): Reusing {
  const work = new ReuseWork(asked);
  return {
    compare: async (other, text) => {
      await setImmediate();
      return work.compare(other, text);
    },
    groups: () => Promise.resolve(work.groups()),
    end: () => Promise.resolve(),
  };
}

/** Rejects when it is ended while somebody waits. */
function reusingInThread(asked: AskedText, signal: AbortSignal): Reusing {
  const worker = new Worker(new URL(`./reuse-worker${extname}`, import.meta.url), {
    workerData: asked,
  });
  const ask = (message: unknown): Promise<FromReuse> =>
    new Promise((resolve, reject) => {
      const stop = () => {
        reject(new Error('the thread ended'));
      };
      signal.addEventListener('abort', stop, { once: true });
      worker.once('error', stop);
      worker.once('exit', stop);
      worker.once('message', (answer: FromReuse) => {
        signal.removeEventListener('abort', stop);
        worker.off('error', stop);
        worker.off('exit', stop);
        resolve(answer);
      });
      worker.postMessage(message);
    });
  return {
    compare: async (other, text) => {
      const answer = await ask({ other, text });
      return answer.kind === 'compared' ? answer.wording : null;
    },
    groups: async () => {
      const answer = await ask(null);
      return answer.kind === 'grouped' ? answer.groups : [];
    },
    end: async () => {
      await worker.terminate();
    },
  };
}
