/** Puts words together again that were broken at the end of a line of a page that we set. */
import { PIECE } from './printable.ts';

const INSIDE = '[\\p{L}\\p{M}\\p{N}]';
const ENDS_INSIDE = new RegExp(`${INSIDE}$`, 'u');
const BEGINS_INSIDE = new RegExp(`^${INSIDE}`, 'u');
const LONG = new RegExp(`\\S{${PIECE}}$`, 'u');
/**
 * Letters of scripts whose words have spaces between them and go from left to right. Of others it is not known in what order
 * a reader of the page gives a line, or a line may end anywhere.
 */
const WITH_SPACES = ['Latin', 'Cyrillic', 'Greek', 'Armenian', 'Georgian', 'Common', 'Inherited'];
const OTHER = new RegExp(
  `[^${WITH_SPACES.map((script) => `\\p{Script=${script}}`).join('')}]`,
  'u',
);

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
    OTHER.test(before) ||
    OTHER.test(after)
  );
}
