/** Whether a figure or a day is told to be put right: "not 40, but 63". */
import { foldWord } from '../text/index.ts';
import { foldedAt, type Words } from './words.ts';

const listOf = (words: string) => new Set(words.split(' ').map(foldWord));

const NOT = listOf('not не nie لا ليس وليس ليست وليست');
/** What may stand between "not" and a figure: "nie z 26", "не за жнівень". */
const LITTLE = listOf(
  'in on at for since from of за з із с в у ў на z w od na в к до da do في من بـ',
);
/** Polish "na nie" is "on them". */
const POLISH_ON = listOf('na w za o po przez pod nad');

/** "Not 40, but 63", "forty-two, not thirty": the figure is told to be put right. */
export function isDenied(words: Words, first: number): boolean {
  const before = foldedAt(words, first - 1);
  if (before === 'nie' && POLISH_ON.has(foldedAt(words, first - 2))) return false;
  return NOT.has(before) || (LITTLE.has(before) && NOT.has(foldedAt(words, first - 2)));
}
