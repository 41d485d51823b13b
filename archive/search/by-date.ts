/** Documents in the order of their dates. */
import type { SearchOptions } from './document.ts';
import type { Shelf } from './shelf.ts';

export const isByDate = ({ sort }: SearchOptions) => sort === 'newest' || sort === 'oldest';

/** The places in `numbers` in that order; `null` when they already are in the order that was asked for. */
export function placesByDate(
  numbers: readonly number[],
  options: SearchOptions,
  shelf: Shelf,
): Uint32Array | null {
  if (!isByDate(options)) return null;
  const sign = options.sort === 'newest' ? -1 : 1;
  const dates = numbers.map((number) => shelf.document(number)?.dates?.[0] ?? '');
  return Uint32Array.from(numbers.keys()).sort((a, b) => {
    const [one = '', other = ''] = [dates[a], dates[b]];
    return one === other ? a - b : one < other ? -sign : sign;
  });
}
