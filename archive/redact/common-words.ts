/**
 * Words in small letters that are common in one of the languages of archives and may sound like a name in another spelling:
 * English _below_ like Белов, Polish _ją_ like Jan.
 */
import { foldWord, writtenForm } from '../text/index.ts';
import { isStopWordAnywhere } from '../text/stop-words.ts';
import { arabic, everydayWords, namesToo, pronouns } from './common-words-data.ts';

/** `grammar`: pronouns, prepositions and the like, never somebody's name. `everyday`: what may as well be meant for one. */
export type Commonness = 'grammar' | 'everyday';

/** Written together with the word after them. */
const ARABIC_BEFORE = /^[وف]?[بكل]?(?:ال|لل)?(?=\p{L}{2})/u;
const ARABIC = /^[\p{Script=Arabic}\p{M}]+$/u;
const SMALL = /^\p{Ll}[\p{Ll}\p{M}'’ʼ]*$/u;
const ENGLISH_S = /(?<=^[a-z]{3,})s$/;
const NAMES_TOO = setOf(namesToo);
const GRAMMAR = setOf(...Object.values(pronouns));
const EVERYDAY = setOf(...Object.values(everydayWords));
const ARABIC_GRAMMAR = setOf(arabic.grammar);
const ARABIC_EVERYDAY = setOf(arabic.everyday);

function setOf(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list.split(' ').map(formOf)));
}

/** As words are compared here: folded, but Arabic ones with all their signs. */
function formOf(word: string): string {
  return ARABIC.test(word) ? writtenForm(word) : foldWord(word);
}

/** Of a word as it is written; `null` for one with a capital, and for any other. */
export function commonness(written: string): Commonness | null {
  if (ARABIC.test(written)) return commonInArabic(formOf(written));
  if (!SMALL.test(written)) return null;
  const folded = formOf(written);
  if (NAMES_TOO.has(folded)) return null;
  if (GRAMMAR.has(folded) || isStopWordAnywhere(folded)) return 'grammar';
  return EVERYDAY.has(folded) || EVERYDAY.has(folded.replace(ENGLISH_S, '')) ? 'everyday' : null;
}

function commonInArabic(word: string): Commonness | null {
  const forms = [word, word.replace(/^[وف]/, ''), word.replace(ARABIC_BEFORE, '')];
  if (forms.some((form) => ARABIC_GRAMMAR.has(form))) return 'grammar';
  return forms.some((form) => ARABIC_EVERYDAY.has(form)) ? 'everyday' : null;
}
