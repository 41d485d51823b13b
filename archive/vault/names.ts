/** Names of the files in an archive's folder. */
const hex = (number: number) => number.toString(16).padStart(16, '0');

export const nameOf = {
  /** Two copies of the key file, two of the head. */
  keys: (generation: number) => [`k-${hex(generation)}`, `c-${hex(generation)}`] as const,
  heads: (generation: number) => [`h-${hex(generation)}`, `g-${hex(generation)}`] as const,
  snapshot: (number: number) => `s-${hex(number)}`,
  segment: (number: number) => `j-${hex(number)}`,
};

export const BLOBS = 'blobs';
export const INDEX = 'x';

export interface Listing {
  /** Generations of which there is at least one copy, newest first. */
  readonly keys: readonly number[];
  readonly heads: readonly number[];
  readonly snapshots: readonly number[];
  readonly segments: readonly number[];
  readonly unfinished: readonly string[];
  /** Whether anything in the folder looks like ours. */
  readonly ours: boolean;
}

export function readListing(names: readonly string[]): Listing {
  const numbers = (letters: string) => {
    const pattern = new RegExp(`^[${letters}]-([0-9a-f]{16})$`);
    const found = names.flatMap((name) => {
      const digits = pattern.exec(name)?.[1];
      const number = digits === undefined ? NaN : Number.parseInt(digits, 16);
      return Number.isSafeInteger(number) ? [number] : [];
    });
    return [...new Set(found)].sort((a, b) => b - a);
  };
  const listing = {
    keys: numbers('kc'),
    heads: numbers('hg'),
    snapshots: numbers('s'),
    segments: numbers('j'),
    unfinished: names.filter((name) => /^tmp-[0-9a-f]{12}$/.test(name)),
  };
  const { keys, heads, snapshots, segments } = listing;
  return { ...listing, ours: [keys, heads, snapshots, segments].some(({ length }) => length > 0) };
}
