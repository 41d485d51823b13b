/** Calls that wait for the next flush, and as much of them as goes into one frame. */
import { FRAME_MOST } from '../format/frame.ts';
import type { Result } from '../lib/result.ts';
import type { VaultFailure } from './failures.ts';
import type { Op } from './state.ts';

type Appended = Result<number, VaultFailure>;

export interface WaitingCall {
  readonly ops: readonly Op[];
  readonly done: (result: Appended) => void;
}

/** Characters of JSON in one frame before the rest of what waits goes into the next. */
const FRAME_TARGET = FRAME_MOST / 8;

export class Waiting {
  #calls: WaitingCall[] = [];

  get count(): number {
    return this.#calls.length;
  }

  /** Resolves with what becomes of them. */
  add(ops: readonly Op[]): Promise<Appended> {
    return new Promise((done) => {
      this.#calls.push({ ops, done });
    });
  }

  /** As much of what waits as goes well into one frame; at least one call. */
  nextBatch(): WaitingCall[] {
    if (this.#calls.length === 1) return this.#calls.splice(0);
    let size = 0;
    let count = 0;
    for (const { ops } of this.#calls) {
      size += ops.reduce((sum, { v }) => sum + roughSize(v), 0);
      if (count > 0 && size > FRAME_TARGET) break;
      count += 1;
    }
    return this.#calls.splice(0, count);
  }
}

function roughSize(value: unknown): number {
  if (typeof value === 'string') return value.length + 2;
  if (typeof value !== 'object' || value === null) return 8;
  let size = 2;
  for (const member of Object.values(value)) size += 12 + roughSize(member);
  return size;
}
