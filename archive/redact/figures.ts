/** Figures and signs in the place of letters: Iv4n0v, Kr0l, 5акович, Kow@lski. */
import type { Forms } from './forms.ts';
import { type Reading, foldWithOrigins } from './folded.ts';
import { nameOfOneWord } from './forms.ts';
import type { Stretch } from './stretch.ts';

/** What may stand for which letters, in Latin and in Cyrillic words. */
const LATIN = lettersFor('0:o 1:il 2:z 3:e 4:a 5:s 6:bg 7:t 8:b 9:g @:a $:s !:i |:il €:e');
const CYRILLIC = lettersFor('0:о 1:іи 3:зеэ 4:ач 5:с 6:б 7:т 8:в 9:я @:а $:с !:іи |:і €:е');
/** At the end of a word they are only numbers and marks. */
const BEFORE_LETTER = /[\d@$!|€](?=\p{L})/gu;
const MASKED = /^[\p{L}\p{M}\p{N}@$!|€]$/u;
const LONGEST = 24;
const SIGN = /[\d@$!|€]/g;
const AT_THE_END = /[\d@$!|€]+$/;
const LETTER = /\p{L}/gu;
const MOST_SIGNS = 4;
const FEWEST_LETTERS = 2;
const MOST_READINGS = 24;
/** Letters and figures that tell a name; fewer may be a sign of something else. */
const TELLING = 5;

function lettersFor(list: string): ReadonlyMap<string, string> {
  return new Map(list.split(' ').map((each) => [each.charAt(0), each.slice(2)]));
}

export interface MaskedName extends Stretch {
  /** It can hardly be anything else. */
  readonly telling: boolean;
}

export function* maskedIn(text: string, forms: Forms): Generator<MaskedName> {
  let read = 0;
  for (const { index } of text.matchAll(BEFORE_LETTER)) {
    if (index < read) continue;
    const [start, end] = around(text, index, read);
    read = end;
    const masked = text.slice(start, end).replace(AT_THE_END, '');
    const signs = masked.match(SIGN)?.length ?? 0;
    const letters = masked.match(LETTER)?.length ?? 0;
    if (signs > MOST_SIGNS || letters < Math.max(FEWEST_LETTERS, signs)) continue;
    const entity = readingsOf(masked)
      .map((reading) => nameOfOneWord(reading, forms))
      .find((name) => name !== undefined);
    if (entity === undefined) continue;
    yield { start, end: start + masked.length, entity, telling: masked.length >= TELLING };
  }
}

/** Letters, figures and such signs on both sides; of a longer run only so much as a name may have. */
function around(text: string, at: number, from: number): readonly [number, number] {
  const isMasked = (place: number) => MASKED.test(text.charAt(place));
  let start = at;
  while (start > from && at - start < LONGEST && isMasked(start - 1)) start--;
  let end = at + 1;
  while (end < text.length && end - at < LONGEST && isMasked(end)) end++;
  return [start, end];
}

function readingsOf(masked: string): readonly Reading[] {
  const letters = /\p{Script=Cyrillic}/u.test(masked) ? CYRILLIC : LATIN;
  let read = [''];
  for (const sign of masked.normalize('NFKC')) {
    const meant = Array.from(letters.get(sign) ?? sign);
    read = read.flatMap((before) => meant.map((letter) => before + letter)).slice(0, MOST_READINGS);
  }
  return read.map((written) => ({ folded: foldWithOrigins(written).text, written }));
}
