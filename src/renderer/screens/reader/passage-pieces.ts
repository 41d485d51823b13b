/** A passage that stands in another source, in pieces: what is the same, and what it has in the place of words here. Pure. */
import type { ReusedPassage } from '../../../../archive/face/index.ts';

export type PassagePiece =
  | { readonly kind: 'same'; readonly text: string }
  /** Words that are the same and are not shown. */
  | { readonly kind: 'left-out' }
  /** Either may be empty: words that only one of them has. */
  | { readonly kind: 'differs'; readonly here: string; readonly there: string };

/** `text` is the one of the source that was asked for; empty where it is not known. */
export function passagePieces(
  { b, differences, text: words }: ReusedPassage,
  text: string,
): readonly PassagePiece[] {
  const pieces: PassagePiece[] = [];
  const [begin] = b;
  const same = (from: number, to: number) => {
    if (to > from) pieces.push({ kind: 'same', text: words.slice(from, to) });
  };
  let at = 0;
  for (const difference of differences) {
    const [start, end] = [difference.b[0] - begin, difference.b[1] - begin];
    // It is told in part alone.
    if (start >= words.length) break;
    same(at, start);
    const here = text.slice(...difference.a);
    pieces.push({ kind: 'differs', here, there: words.slice(start, end) });
    at = end;
  }
  same(at, words.length);
  return pieces;
}

/** Words shown beside a difference, and at the begin of a passage without one. */
const BESIDE = 7;
const BEGIN = 24;

/** What differs, with some words around it: of a copied report nobody reads the same words once more. */
export function shortened(pieces: readonly PassagePiece[]): readonly PassagePiece[] {
  return pieces.flatMap((piece, at) => {
    if (piece.kind !== 'same') return [piece];
    const [first, last] = [at === 0, at === pieces.length - 1];
    const from = first && last ? BEGIN : BESIDE;
    return cut(piece.text, from, last ? 0 : BESIDE);
  });
}

/** So many words of its begin and of its end; whole when little would be left out. */
function cut(text: string, from: number, to: number): readonly PassagePiece[] {
  const words = [...text.matchAll(/\S+/g)];
  if (words.length <= from + to + BESIDE) return [{ kind: 'same', text }];
  const last = words[from - 1];
  const next = words[words.length - to];
  const head = last ? text.slice(0, last.index + last[0].length) : '';
  const tail = next ? text.slice(next.index) : '';
  return [
    { kind: 'same', text: `${head} ` },
    { kind: 'left-out' },
    ...(tail === '' ? [] : [{ kind: 'same' as const, text: ` ${tail}` }]),
  ];
}
