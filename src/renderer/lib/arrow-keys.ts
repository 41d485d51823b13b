/** Where a key leads in a row or a column of controls of which one alone is a stop of the Tab key. */

interface Controls {
  /** The one that has the focus, and how many there are. */
  readonly at: number;
  readonly count: number;
  /** A row goes round, a column has ends; of a choice each arrow takes the one beside. */
  readonly as: 'row' | 'column' | 'choice';
}

/** Null for a key that leads nowhere, and one that is another command. */
export function placeByKey(event: KeyboardEvent, { at, count, as }: Controls): number | null {
  const to = placesOf(event, as, at, count)[event.key];
  if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return null;
  return as === 'column' ? Math.max(0, Math.min(count - 1, to)) : (to + count) % count;
}

function placesOf(
  event: KeyboardEvent,
  as: Controls['as'],
  at: number,
  count: number,
): Partial<Record<string, number>> {
  const forward = getComputedStyle(event.currentTarget as Element).direction === 'rtl' ? -1 : 1;
  const along = { ArrowRight: at + forward, ArrowLeft: at - forward };
  const down = { ArrowDown: at + 1, ArrowUp: at - 1 };
  if (as === 'choice') return { ...along, ...down };
  return { ...(as === 'row' ? along : down), Home: 0, End: count - 1 };
}
