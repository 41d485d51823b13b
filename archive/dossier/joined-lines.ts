/** Puts words together again that were broken at the end of a line of a page that we set. */
import { PIECE } from './printable.ts';

const INSIDE = '[\\p{L}\\p{M}\\p{N}]';
const ENDS_INSIDE = new RegExp(`${INSIDE}$`, 'u');
const BEGINS_INSIDE = new RegExp(`^${INSIDE}`, 'u');
const LONG = new RegExp(`\\S{${PIECE}}$`, 'u');
/** What a reader of the page makes of the order of such a line is not known, so it may end anywhere. */
const OTHER_WAY = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
/** May be broken anywhere: they have no spaces. */
const WITHOUT_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * A line ends inside of a word only where so much of a long word stands before, or beside a sign. All other lines stay
 * apart: the words of a narrow column, one below the other, are no word.
 */
export function joinedLines(lines: readonly string[]): string {
  let text = '';
  let before = '';
  for (const line of lines) {
    text += goesOn(before, line) ? line : `\n${line}`;
    before = line;
  }
  return text;
}

function goesOn(before: string, after: string): boolean {
  return (
    !ENDS_INSIDE.test(before) ||
    !BEGINS_INSIDE.test(after) ||
    LONG.test(before) ||
    [before, after].some((line) => OTHER_WAY.test(line) || WITHOUT_SPACES.test(line))
  );
}
