/** A text with stretches replaced, and where each place of the text before has gone. */

export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Edited {
  readonly text: string;
  readonly changed: boolean;
  /** A place inside of what was replaced goes to the beginning of the replacement. */
  start(at: number): number;
  /** A place inside of what was replaced goes to the end of the replacement. */
  end(at: number): number;
}

export function unedited(text: string): Edited {
  return { text, changed: false, start: (at) => at, end: (at) => at };
}

/** `edits` are in order and do not overlap. What stands outside of them stays as it is, unit for unit. */
export function applyEdits(text: string, edits: readonly Edit[]): Edited {
  if (edits.length === 0) return unedited(text);
  const parts: string[] = [];
  const places: { readonly edit: Edit; readonly at: number }[] = [];
  let from = 0;
  let length = 0;
  for (const edit of edits) {
    const kept = text.slice(from, edit.start);
    parts.push(kept, edit.text);
    places.push({ edit, at: length + kept.length });
    length += kept.length + edit.text.length;
    from = edit.end;
  }
  parts.push(text.slice(from));
  const moved = (at: number, side: 'start' | 'end'): number => {
    const before = lastBefore(places, at);
    if (!before) return at;
    const { edit, at: place } = before;
    if (at >= edit.end) return place + edit.text.length + (at - edit.end);
    return side === 'start' ? place : place + edit.text.length;
  };
  return {
    text: parts.join(''),
    changed: true,
    start: (at) => moved(at, 'start'),
    end: (at) => moved(at, 'end'),
  };
}

/** The last edit that begins before the place. */
function lastBefore<T extends { readonly edit: Edit }>(places: readonly T[], at: number): T | null {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.edit.start ?? Infinity) < at) low = middle + 1;
    else high = middle;
  }
  return places[low - 1] ?? null;
}

export function followedBy(first: Edited, second: Edited): Edited {
  return {
    text: second.text,
    changed: first.changed || second.changed,
    start: (at) => second.start(first.start(at)),
    end: (at) => second.end(first.end(at)),
  };
}
