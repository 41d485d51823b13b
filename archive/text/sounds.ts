/** Sound spellings of a word: one Latin alphabet across Latin, Cyrillic and Arabic, so that transliterations meet. */
import { withoutPossessive, writtenForm } from './fold.ts';
import { groupAt, soundsOfGroup } from './letters.ts';

/** Units of a word that are read; the rest of a longer one is not a name. */
const LONGEST_WORD = 64;
const VOWEL_LETTERS = 'aeiouy';
const SOUND_VOWELS = 'aeiu';
const E = 0x65;
const I = 0x69;
const SURROGATES = 0xd800;
const ARABIC = /^[\u0600-\u06ff]/;
const MARKS = /\p{M}/gu;
/** And, by, for, like + the article, or the article alone. */
const ARABIC_ARTICLE = /^(?:[وفبك]?ال|لل)(?=.{3})/;

interface Reading {
  sound: string;
  /** 0 for the likeliest reading; each second or third choice of a group adds one or two. */
  readonly doubt: number;
}

/** "ou" and "au" before a vowel are not one sound: the u belongs to the next syllable. */
function partsBeforeVowel(word: string, at: number, length: number): boolean {
  return (
    length === 2 &&
    word.charAt(at + 1) === 'u' &&
    VOWEL_LETTERS.includes(word.charAt(at + 2) || '-')
  );
}

function isSoftC(word: string, at: number, length: number): boolean {
  return length === 2 && word.charAt(at) === 'c' && 'eiy'.includes(word.charAt(at + 1));
}

function soundsOfUnknown(letter: string): readonly string[] {
  const bare = letter.normalize('NFKD').replace(MARKS, '');
  return bare === letter ? [letter] : (soundsOfGroup.get(bare) ?? [bare]);
}

function extend(readings: readonly Reading[], choices: readonly string[], most: number): Reading[] {
  const next: Reading[] = [];
  for (const reading of readings)
    choices.forEach((choice, rank) =>
      next.push({ sound: reading.sound + choice, doubt: reading.doubt + rank }),
    );
  next.sort((a, b) => a.doubt - b.doubt);
  return next.length > most ? next.slice(0, most) : next;
}

/** Whether something may be doubled, or an `ie` stand in it: in most sounds there is neither. */
function isTidy(sound: string): boolean {
  let before = 0;
  for (let at = 0; at < sound.length; at++) {
    const unit = sound.charCodeAt(at);
    if (unit === before || (unit === E && before === I) || unit >= SURROGATES) return false;
    before = unit;
  }
  return true;
}

/** Doubled sounds become one, and `ie` becomes `e`. Arabic writes no consonant twice but where a vowel parts them. */
function tidy(sound: string, abjad: boolean): string {
  if (isTidy(sound)) return sound;
  let out = '';
  for (const letter of sound) {
    if (out.endsWith(letter) && !(abjad && !SOUND_VOWELS.includes(letter))) continue;
    if (letter === 'e' && out.endsWith('i')) out = out.slice(0, -1);
    if (!out.endsWith(letter) || abjad) out += letter;
  }
  return out;
}

function read(word: string, most: number): Reading[] {
  let readings: Reading[] = [{ sound: '', doubt: 0 }];
  for (let at = 0; at < word.length;) {
    const group = groupAt(word, at);
    let length: number;
    let choices: readonly string[];
    if (group) {
      length = group.letters.length;
      choices = group.sounds;
      if (isSoftC(word, at, length)) length = 1;
      else if (partsBeforeVowel(word, at, length)) {
        length = 1;
        choices = soundsOfGroup.get(word.charAt(at)) ?? [];
      }
    } else {
      length = (word.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
      choices = soundsOfUnknown(word.slice(at, at + length));
    }
    if (choices.length > 1) readings = extend(readings, choices, most);
    else for (const reading of readings) reading.sound += choices[0] ?? '';
    at += length;
  }
  return readings;
}

/** Of the readings of an Arabic word without its article and with it, in turn. */
function arabicSounds(written: string, most: number): Set<string> {
  const found = new Set<string>();
  const whole = read(written, most);
  const withoutArticle = written.replace(ARABIC_ARTICLE, '');
  const bare = withoutArticle === written ? [] : read(withoutArticle, most);
  for (let rank = 0; rank < most; rank++)
    for (const readings of [bare, whole]) {
      const sound = readings[rank]?.sound ?? '';
      found.add(tidy(sound, true));
      found.add(tidy(sound, false));
    }
  return found;
}

/**
 * The sound spellings of a word, likeliest first, at most `most`, without repeats; a word of silence alone has
 * none. Made of the letters of `letters.ts`, digits, and letters of other scripts as they are. The word may be
 * written in any way (`writtenForm` is applied); only its first 64 units are read.
 */
export function sounds(word: string, most = 4): string[] {
  const written = withoutPossessive(writtenForm(word.slice(0, LONGEST_WORD)));
  if (ARABIC.test(written)) return distinct(arabicSounds(written, most), most);
  const readings = read(written, most);
  return distinct(new Set(readings.map(({ sound }) => tidy(sound, false))), most);
}

function distinct(found: Set<string>, most: number): string[] {
  found.delete('');
  return [...found].slice(0, most);
}
