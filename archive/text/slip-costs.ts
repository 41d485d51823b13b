/** What slips of the finger cost, and how far typed letters are looked at for them. */

/**
 * Costs in whole numbers: of a slip; and of reading a group as the second or third of its sounds. In all, a word may have that much of the latter.
 */
export const SLIP = 4;
export const DOUBT = 1;
export const MOST_DOUBT = 2;
export const MOST_COST = 2 * SLIP + MOST_DOUBT;
/** More than anything may cost. */
export const NONE = 99;

/** Letters of a typed word up to which slips are counted. */
export const SLIPPED = 20;
/** Places between and around so many letters. */
export const WIDTH = SLIPPED + 1;
/** One more than the typed letters that one group may cover, slips and all: the longest has seven. */
export const SPAN = 8;
