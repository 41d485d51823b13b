/**
 * What can be taken back, and made again: steps kept in the vault, each written in the frame of the change that it leads
 * back from, so that one is never there without the other. Within a session there is no end to them; from one
 * session to the next the newest are kept, within bounds.
 */
import type { Delete, Put } from '../model/index.ts';
import { limits } from '../model/limits.ts';
import type { Json, Op } from '../vault/index.ts';
import { type Step, STEPS } from './state.ts';
import { touchedBy } from './step.ts';

export type Pile = 'undo' | 'redo';

/** How a source or quote was left: what differs from that was read by machine since. */
export interface Mark {
  readonly id: string;
  readonly mark: string;
}

export interface KeptStep {
  /** The pile, and the number of the change that it leads back from: in that order they stand. */
  readonly id: string;
  readonly action: string;
  readonly back: Step;
  readonly left: readonly Mark[];
}

/** What becomes of the piles with a change. */
export interface PileChange {
  readonly puts: readonly KeptStep[];
  readonly gone: readonly string[];
}

export const noPileChange: PileChange = { puts: [], gone: [] };

/** As it is kept: in few bytes, for every change has one. */
export interface StoredStep {
  readonly action: string;
  readonly puts?: readonly Put[];
  readonly deletes?: readonly (readonly [Delete['collection'], string])[];
  readonly left?: readonly (readonly [string, string])[];
}

export type StoredSteps = Map<string, StoredStep>;

export class Steps {
  readonly #kept: StoredSteps;
  #piles: Readonly<Record<Pile, string[]>>;

  /** Forgets what is beyond the bounds from one session to the next. */
  constructor(kept: StoredSteps) {
    this.#kept = kept;
    this.#piles = pilesOf(kept);
    for (const id of outgrown(this.#piles, kept)) kept.delete(id);
    this.#piles = pilesOf(kept);
  }

  /** The one that was put there last. */
  top(pile: Pile): KeptStep | null {
    const id = this.#piles[pile].at(-1);
    return id === undefined ? null : this.#get(id);
  }

  /** Records that one of them would put back. */
  records(): readonly unknown[] {
    return [...this.#kept.values()].flatMap(({ puts = [] }) => puts.map(({ record }) => record));
  }

  ids(pile: Pile): readonly string[] {
    return this.#piles[pile];
  }

  /** Answers what leads back. */
  apply({ puts, gone }: PileChange): PileChange {
    if (puts.length === 0 && gone.length === 0) return noPileChange;
    const removed = gone.flatMap((id) => this.#get(id) ?? []);
    for (const id of gone) this.#kept.delete(id);
    for (const step of puts) this.#kept.set(step.id, packed(step));
    const [only] = puts;
    // Imports of thousands of files put one behind the other.
    if (gone.length === 0 && puts.length === 1 && only) this.#piles[pileOf(only.id)].push(only.id);
    else this.#piles = pilesOf(this.#kept);
    return { puts: removed, gone: puts.map(({ id }) => id) };
  }

  /**
   * The steps that know anything of these records, and those that lead back to before such a step: without it they would
   * undo more than they say.
   */
  knowing(ids: ReadonlySet<string>): string[] {
    const found: string[] = [];
    for (const pile of Object.values(this.#piles)) {
      const doubtful = new Set(ids);
      for (const id of pile.toReversed()) {
        const step = this.#get(id);
        if (!step) continue;
        const touched = touchedBy(step.back);
        if (!touched.some((one) => doubtful.has(one)) && !mentions(step.back.puts, ids)) continue;
        found.push(id);
        for (const one of touched) doubtful.add(one);
      }
    }
    return found;
  }

  #get(id: string): KeptStep | null {
    const stored = this.#kept.get(id);
    if (!stored) return null;
    const { action, puts = [], deletes = [], left = [] } = stored;
    const back = { puts, deletes: deletes.map(([collection, gone]) => ({ collection, id: gone })) };
    return { id, action, back, left: left.map(([of, mark]) => ({ id: of, mark })) };
  }
}

function packed({ action, back: { puts, deletes }, left }: KeptStep): StoredStep {
  return {
    action,
    ...(puts.length > 0 && { puts }),
    ...(deletes.length > 0 && { deletes: deletes.map(({ collection, id }) => [collection, id]) }),
    ...(left.length > 0 && { left: left.map(({ id, mark }) => [id, mark]) }),
  };
}

export function stepId(pile: Pile, seq: number): string {
  return `${pile === 'undo' ? 'u' : 'r'}${seq}`;
}

export function opsOfPiles({ puts, gone }: PileChange): Op[] {
  return [
    ...gone.map((id) => ({ c: STEPS, id, v: null })),
    ...puts.map((step) => ({ c: STEPS, id: step.id, v: packed(step) as unknown as Json })),
  ];
}

function pileOf(id: string): Pile {
  return id.startsWith('u') ? 'undo' : 'redo';
}

function pilesOf(kept: StoredSteps): Record<Pile, string[]> {
  const piles: Record<Pile, string[]> = { undo: [], redo: [] };
  const numberOf = (id: string) => Number(id.slice(1));
  const inOrder = [...kept.keys()].sort((a, b) => numberOf(a) - numberOf(b));
  for (const id of inOrder) piles[pileOf(id)].push(id);
  return piles;
}

/** From the newest on, as many as there is room for. */
function outgrown(piles: Readonly<Record<Pile, readonly string[]>>, kept: StoredSteps): string[] {
  return Object.values(piles).flatMap((pile) => {
    let units = 0;
    let count = 0;
    for (const id of pile.toReversed()) {
      units += JSON.stringify(kept.get(id)).length;
      if (count >= limits.undoSteps || units > limits.undoUnits) break;
      count += 1;
    }
    return pile.slice(0, pile.length - count);
  });
}

function mentions(value: unknown, ids: ReadonlySet<string>): boolean {
  if (typeof value === 'string') return ids.has(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((member) => mentions(member, ids));
}
