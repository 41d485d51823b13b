/** Looks through very many short texts at once: each by itself costs more than all of them joined. */
import { setImmediate } from 'node:timers/promises';

/** UTF-16 units that are looked through at once. */
const AT_ONCE = 200_000;
/** A word between two pieces: no name begins in one and ends in the next. */
const PARTED = '\n\nqqq\n\n';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** `look` finds places in a text; they are told in the piece that they stand in. The event loop is given way between. */
export async function lookInPieces<P extends { readonly text: string }, S extends Stretch>(
  pieces: Iterable<P>,
  look: (text: string) => readonly S[],
): Promise<{ readonly piece: P; readonly place: S }[]> {
  const found: { readonly piece: P; readonly place: S }[] = [];
  let joined = '';
  let begins: { readonly piece: P; readonly at: number }[] = [];
  const flush = (): void => {
    for (const place of look(joined)) {
      const begin = begins.findLast(({ at }) => at <= place.start);
      if (!begin) continue;
      const { piece, at } = begin;
      const moved = { ...place, start: place.start - at, end: place.end - at };
      if (moved.end <= piece.text.length) found.push({ piece, place: moved });
    }
    joined = '';
    begins = [];
  };
  for (const piece of pieces) {
    if (piece.text === '') continue;
    begins.push({ piece, at: joined.length });
    joined += piece.text + PARTED;
    if (joined.length < AT_ONCE) continue;
    flush();
    await setImmediate();
  }
  flush();
  return found;
}
