/** How near words are, 0 to 1, where several ways to find them must agree. */

/** From here on words sound the same, and are not judged by their letters. */
export const SAME_SOUND = 0.95;
/** Less for each sound of an ending. */
export const ENDING = 0.006;
