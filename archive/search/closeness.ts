/** Fuse.js on the best candidates: how closely a text has the query as a whole, in its order and as it sounds. */
import Fuse from 'fuse.js';

/** Fuse cuts patterns into pieces of 32; more than two of them cost more than they tell. */
const PATTERN = 64;

/**
 * For each text 0 (nothing of it) to 1 (there letter by letter). Texts and query are sound spellings, words parted by single
 * spaces: Fuse knows nothing of scripts.
 */
export function closeness(query: string, texts: readonly string[]): number[] {
  const close = texts.map(() => 0);
  if (query === '') return close;
  // A copy: Fuse keeps the list that it is given.
  const fuse = new Fuse([...texts], {
    includeScore: true,
    ignoreLocation: true,
    ignoreFieldNorm: true,
    shouldSort: false,
    threshold: 0.5,
  });
  for (const { refIndex, score } of fuse.search(query.slice(0, PATTERN)))
    close[refIndex] = 1 - (score ?? 1);
  return close;
}
