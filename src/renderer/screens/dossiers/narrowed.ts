/** The items of a list that have each of the typed words, whatever their case and marks. */
import { fold } from '../../lib/fold.ts';

export function narrowed<T extends { readonly words: string }>(
  items: readonly T[],
  typed: string,
): readonly T[] {
  const wanted = fold(typed).split(/\s+/u).filter(Boolean);
  if (wanted.length === 0) return items;
  return items.filter(({ words }) => {
    const folded = fold(words);
    return wanted.every((word) => folded.includes(word));
  });
}
