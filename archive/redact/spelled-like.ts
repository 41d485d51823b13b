/** Whether a word has the letters of a name: in its own spelling, a usual transliteration, or a case of one of them. */
import { bonesOf, foldWord, heardEnds, sideOf, vowelsAgree } from '../text/index.ts';
import { transliterations } from '../text/transliterate.ts';

const ARABIC = /^\p{Script=Arabic}/u;
/** What a case puts another ending for. */
const LAST_VOWEL = /[aeiouyаеиоуыэюяєіїйь]$/;
const LONGEST_ENDING = 3;

/** The word of a name folded, first as it is written, then in other alphabets. */
export function spellingsOf(name: string): readonly string[] {
  return [...new Set([name, ...transliterations(name)].map(foldWord))];
}

export function isSpelledLike(written: string, spellings: readonly string[]): boolean {
  const word = foldWord(written);
  const [own = ''] = spellings;
  return spellings.some((spelling) => isCaseOf(word, spelling)) || isHeardAs(word, own);
}

function isCaseOf(word: string, spelling: string): boolean {
  if (ARABIC.test(spelling)) return word.endsWith(spelling);
  const stem = spelling.replace(LAST_VOWEL, '');
  return word.startsWith(stem) && word.length - stem.length <= LONGEST_ENDING;
}

/** Out of Arabic letters nothing is transliterated: consonants and long vowels must do. */
function isHeardAs(word: string, spelling: string): boolean {
  if (sideOf(spelling) !== 'arabic' || sideOf(word) !== 'elsewhere') return false;
  const bones = bonesOf(spelling, 'arabic');
  return heardEnds(word).some(
    (form) => bonesOf(form, 'elsewhere') === bones && vowelsAgree(spelling, form),
  );
}
