/** Numbers that look random and are the same for the same seed. */

export interface Random {
  /** 0 to below 1. */
  next(): number;
  /** 0 to below `bound`, whole. */
  below(bound: number): number;
  pick<T>(list: readonly T[]): T;
  chance(share: number): boolean;
}

/** A generator of its own for each `part` of a seed. */
export function random(seed: number, part = 0): Random {
  let state = (Math.imul(seed + 0x9e37_79b9, 0x85eb_ca6b) ^ Math.imul(part + 1, 0xc2b2_ae35)) >>> 0;
  const next = () => {
    state = (state + 0x6d2b_79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (bound: number) => Math.floor(next() * bound);
  return {
    next,
    below,
    pick: <T>(list: readonly T[]) => list[below(list.length)] as T,
    chance: (share) => next() < share,
  };
}
