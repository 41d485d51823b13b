/**
 * Whether a word in Arabic letters may be one in Latin or Cyrillic letters that has the same consonants (`bonesOf`): long vowels
 * are written in Arabic, so where one stands there the other word has one too; and w, a y before a vowel, and a vowel at the
 * beginning or the end always leave a letter.
 */
import { flesh } from './bones.ts';

/** What each letter may be elsewhere. */
const HEARD: Readonly<Record<string, RegExp>> = {
  ا: /[aeàáâãäåāēèéêаоэе]|o(?![uo])/,
  و: /[uowvûúūôуоўв]/,
  ي: /[ieyíīîиійыэе]/,
};
const LETTERS = /[اويه]/g;
const ANY = /[^h'’ʼ]/;
const CONSONANT_W = /[wvвў](?=.)/;
const CONSONANT_Y = /[yй](?=[aeiouаеоуі])/;
const TWO_SOUNDS: Readonly<Record<string, string>> = {
  я: 'йа',
  ю: 'йу',
  є: 'йе',
  ё: 'йо',
  ї: 'йі',
};
/** An ending of a case, as Slavonic languages put it on foreign names. */
const ENDING = /^й?[ауеыиоі]$/;

/** Of folded words with the same bones. */
export function vowelsAgree(arabic: string, elsewhere: string): boolean {
  const written = flesh(arabic, 'arabic');
  const heard = flesh(elsewhere, 'elsewhere').map((said) =>
    said.replace(/[яюєёї]/g, (letter) => TWO_SOUNDS[letter] ?? ''),
  );
  const last = written.length - 1;
  return (
    written.length === heard.length &&
    written.every((letters, at) => {
      const said = heard[at] ?? '';
      if (at === last) return endsAgree(letters, said);
      return at === 0 ? beginningsAgree(letters, said) : inTurn(letters, said);
    })
  );
}

/** Alef and ayn begin a word for any vowel. */
function beginningsAgree(letters: string, said: string): boolean {
  if ((letters === '') !== !ANY.test(said)) return false;
  return inTurn(
    letters.replace(/^[اعءي]/, (first) => (first === 'ي' ? first : '')),
    said,
  );
}

function endsAgree(letters: string, said: string): boolean {
  const writes = letters.match(LETTERS) !== null;
  const says = ANY.test(said);
  if (!writes) return !says || ENDING.test(said);
  // A closed ta, and an alef that is written as a ya, stand for any vowel.
  return says && inTurn(letters.replace(/[هي]$/, ''), said);
}

/** Each long vowel that is written is heard, in the same order; w and y that are heard are written. */
function inTurn(letters: string, said: string): boolean {
  let rest = said;
  for (const letter of letters) {
    const heard = HEARD[letter];
    if (!heard) continue;
    const at = rest.search(heard);
    if (at === -1) return false;
    rest = rest.slice(at + 1);
  }
  return (
    (letters.includes('و') || !CONSONANT_W.test(said)) &&
    (letters.includes('ي') || !CONSONANT_Y.test(said))
  );
}
