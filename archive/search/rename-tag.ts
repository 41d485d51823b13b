/** A query that asks for a tag by its name, asking for it by another. Beginnings of names are left as they were typed. */
import { foldWord, wordsOf } from '../text/index.ts';
import { type Piece, piecesIn } from './query.ts';

/** A query that cannot be read stays as it is. */
export function renameTag(query: string, from: string, into: string): string {
  const wanted = plain(from);
  let renamed = query;
  for (const piece of piecesIn(query).toReversed())
    if (piece.name === 'tag' && plain(piece.value) === wanted)
      renamed = renamed.slice(0, piece.at) + filterFor(piece, into) + renamed.slice(piece.end);
  return renamed;
}

/** As the filter compares names; a name of signs alone is compared as it is. */
function plain(name: string): string {
  return wordsOf(name).map(foldWord).join(' ') || name.trim();
}

const MARKS = [
  ['"', '"'],
  ['«', '»'],
  ['“', '”'],
] as const;

function filterFor({ excluded, exact, fuzzier }: Piece, name: string): string {
  const signs = `${excluded ? '-' : ''}${exact ? '=' : ''}${fuzzier ? '~' : ''}`;
  if (/^[\p{L}\p{N}][\p{L}\p{N}-]*$/u.test(name)) return `${signs}tag:${name}`;
  const [open, close] = MARKS.find(([, end]) => !name.includes(end)) ?? MARKS[0];
  return `${signs}tag:${open}${name.replaceAll(close, ' ')}${close}`;
}
