/** How slips are shared out over a word, so that a walk keeps close to what was typed. */

/** How many slips a walk lets pass: `first` in the first `letters` typed ones, `most` in all. */
export interface Sharing {
  readonly first: number;
  readonly letters: number;
  readonly most: 1 | 2;
}

/**
 * The ways to share out slips that together let pass every word with at most `most`, each with so few at the beginning that a walk keeps close to what was typed.
 * Two slips leave one part of three alone: the first, or the last (which is the first backwards), or the middle one with one slip before it. One leaves one
 * of two alone. A letter that is missing between two parts counts as one of the outer part.
 */
export function sharings(typed: number, most: 1 | 2, backwards: boolean): readonly Sharing[] {
  if (most === 1) {
    const half = typed >> 1;
    return [{ first: 0, letters: backwards ? typed - half - 1 : half, most }];
  }
  const third = Math.floor(typed / 3);
  const outer = { first: 0, letters: third, most };
  return backwards ? [outer] : [outer, { first: 1, letters: typed - third - 1, most }];
}
