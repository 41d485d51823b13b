/** Names whose letters stand apart: s p a c e d, bro-⏎ken at the end of a line, cut in two by a space or by signs of bold. */
import { allReadings, type FoldedWord } from './folded.ts';
import { type Forms, nameOfOneWord } from './forms.ts';
import type { Stretch } from './stretch.ts';

const HYPHEN = /^[-\u2010\u2011\u00ad]\s*$/;
/** White space, signs of Markdown, and what is not seen: nothing that parts two sentences. */
const CUT = /^[\s*_`~\p{Pd}\p{C}\u2800|]{1,8}$/u;
const PARAGRAPHS = /\n\s*\n/;
/** Any signs without white space: Ива.нов, И(в)анов, Iva{nov}. */
const SIGNS = /^[^\s\p{L}\p{N}]{1,4}$/u;
/** Letters of two alphabets. */
const MIXED = /[a-z][^a-z]|[^a-z][a-z]/;
/** Letters of a name that is s p a c e d. */
const SHORTEST_SPACED = 4;
const LONGEST_SPACED = 20;
/** Letters of a name that is looked for in pieces. */
const SHORTEST_CUT = 5;
const MOST_PIECES = 4;

/**
 * How common words are judged that sound like a name: in `prose` by what stands around them, in `disguise`, where somebody
 * cut or coded the words, as any others; where lines are `joined`, what stands around them is chance.
 */
export type Setting = 'prose' | 'disguise' | 'joined';

/** A text in which names are being looked for. */
export interface Looking {
  readonly text: string;
  readonly words: readonly FoldedWord[];
  readonly forms: Forms;
  /** One for each word: 1 when it is a part of a name that was found. */
  readonly taken: Uint8Array;
  readonly setting: Setting;
}

export function takePieces(reading: Looking, found: Stretch[]): void {
  takeSpaced(reading, found);
  takeBroken(reading, found);
}

/** V e s n a */
function takeSpaced({ words, forms, taken }: Looking, found: Stretch[]): void {
  for (let at = 0; at < words.length; at++) {
    if (words[at]?.folded.length !== 1) continue;
    let to = at;
    while (words[to]?.folded.length === 1) to++;
    const run = words.slice(at, to);
    const [first, last] = [run[0], run.at(-1)];
    const entity = run.length < SHORTEST_SPACED ? undefined : spacedName(run, forms);
    if (entity !== undefined && first && last) {
      found.push({ start: first.start, end: last.end, entity });
      taken.fill(1, at, to);
    }
    at = to;
  }
}

/** Whose name the letters are, or are a part of; `undefined` when there is none in them. */
function spacedName(run: readonly FoldedWord[], forms: Forms): string | null | undefined {
  const letters = run.map(({ folded }) => folded).join('');
  for (const map of [forms.joined, forms.single])
    for (const [name, entity] of map)
      if (name.length >= SHORTEST_SPACED && letters.includes(name))
        return letters === name ? entity : null;
  for (let from = 0; from + SHORTEST_SPACED <= run.length; from++)
    for (let long = SHORTEST_SPACED; long <= Math.min(LONGEST_SPACED, run.length - from); long++)
      if (nameOfOneWord(together(run.slice(from, from + long)), forms) !== undefined) return null;
  return undefined;
}

/** Ves-⏎na, Ves na */
function takeBroken({ text, words, forms, taken }: Looking, found: Stretch[]): void {
  for (let at = 0; at + 1 < words.length; at++)
    for (let count = 2; count <= MOST_PIECES; count++) {
      const [before, last] = [words[at + count - 2], words[at + count - 1]];
      if (!before || !last) break;
      const between = text.slice(before.end, last.start);
      if ((!CUT.test(between) && !SIGNS.test(between)) || PARAGRAPHS.test(between)) break;
      if (!taken.subarray(at, at + count).includes(0)) continue;
      const pieces = words.slice(at, at + count);
      const isHyphened = pieces.every(
        (piece, one) => one === 0 || HYPHEN.test(text.slice(pieces[one - 1]?.end, piece.start)),
      );
      const entity = isHyphened ? hyphenedName(pieces, forms) : cutName(pieces, forms);
      if (entity === undefined) continue;
      found.push({ start: words[at]?.start ?? 0, end: last.end, entity });
      taken.fill(1, at, at + count);
    }
}

function hyphenedName(pieces: readonly FoldedWord[], forms: Forms): string | null | undefined {
  const word = together(pieces);
  const name = nameOfOneWord(word, forms);
  return name === undefined ? forms.inside.joined.in(word.folded) : name;
}

/** Two words that stand side by side may be anything: only as it is written, letter for letter. */
function cutName(pieces: readonly FoldedWord[], forms: Forms): string | null | undefined {
  let folded = '';
  for (const piece of pieces) folded += piece.folded;
  if (folded.length < SHORTEST_CUT) return undefined;
  if (forms.single.has(folded) || !MIXED.test(folded)) return forms.single.get(folded);
  const readings = allReadings(together(pieces));
  const read = readings.find((reading) => forms.single.has(reading.folded));
  return read && forms.single.get(read.folded);
}

function together(pieces: readonly FoldedWord[]): FoldedWord {
  return {
    folded: pieces.map(({ folded }) => folded).join(''),
    written: pieces.map(({ written }) => written).join(''),
    start: pieces[0]?.start ?? 0,
    end: pieces.at(-1)?.end ?? 0,
  };
}
