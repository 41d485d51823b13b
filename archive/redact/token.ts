/** What stands around a word without white space: it tells addresses and names of files from prose. */
import type { FoldedWord } from './folded.ts';
import type { Looking } from './pieces.ts';

type Placed = Pick<FoldedWord, 'start' | 'end'>;

const FAR = 2_000;
const ADDRESS = /[@#\\/_%=?&~]|[\p{L}\p{N}]\.[\p{L}\p{N}]|\d/u;
/** Signs of addresses, of Markdown and HTML, and hyphens. */
const NO_PROSE =
  /[@#\\/_%=&~*`<>[\]|^+]|\?\p{L}|\p{L}\.\p{L}|\p{L}[-\u2010\u2011]|[-\u2010\u2011]\p{L}/u;
const FILE_NAME = /^[^\n]{1,255}\.[a-z0-9]{2,5}$/i;

export function isInAddress(text: string, word: Placed): boolean {
  return ADDRESS.test(tokenAround(text, word));
}

/** A word among words: in no address, name of a file, compound or marked text, and with nothing unseen in it. */
function isInProse(text: string, word: FoldedWord): boolean {
  return (
    text.slice(word.start, word.end).normalize('NFKC') === word.written &&
    !NO_PROSE.test(tokenAround(text, word)) &&
    !FILE_NAME.test(text)
  );
}

/** Whether a common word that sounds like a name is taken for what it is there. */
export function isCommonPlace(
  { text, setting }: Pick<Looking, 'text' | 'setting'>,
  word: FoldedWord,
): boolean {
  return setting === 'joined' || (setting === 'prose' && isInProse(text, word));
}

function tokenAround(text: string, { start, end }: Placed): string {
  let from = start;
  while (from > 0 && start - from < FAR && !/\s/.test(text.charAt(from - 1))) from--;
  let to = end;
  while (to < text.length && to - end < FAR && !/\s/.test(text.charAt(to))) to++;
  return text.slice(from, to);
}
