/**
 * The language of a text and the way it runs. The middle of the three tables: within a point of the large one on 60
 * letters, at half of its memory.
 */
import { eld } from 'eld/medium';

/** Letters below which the guess is no better than chance. */
const LETTERS = 20;
/** UTF-16 units looked at. */
const SAMPLE = 20_000;
const LETTER = /\p{L}/gu;
const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu;

/** A `Language`; `und` when too few letters are there to tell. */
export function languageOf(text: string): string {
  const sample = text.slice(0, SAMPLE).toWellFormed();
  if ((sample.match(LETTER)?.length ?? 0) < LETTERS) return 'und';
  const { language } = eld.detect(sample);
  return /^[a-z]{2,3}$/.test(language) ? language : 'und';
}

/** The direction of most letters: a text in Arabic may begin with a Latin name. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const sample = text.slice(0, SAMPLE);
  const letters = sample.match(LETTER)?.length ?? 0;
  const rightToLeft = sample.match(RIGHT_TO_LEFT)?.length ?? 0;
  return rightToLeft * 2 > letters ? 'rtl' : 'ltr';
}

/** `be-BY`, `sr-Latn` … out of what a page says; `null` when it is no language tag of the kept form. */
export function toLanguage(tag: string): string | null {
  const [language = '', ...rest] = tag.trim().split(/[-_]/);
  if (!/^[a-z]{2,3}$/i.test(language)) return null;
  const script = rest.find((part) => /^[a-z]{4}$/i.test(part));
  const region = rest.find((part) => /^[a-z]{2}$/i.test(part));
  const scriptPart = script === undefined ? '' : `-${capital(script)}`;
  const regionPart = region === undefined ? '' : `-${region.toUpperCase()}`;
  return `${language.toLowerCase()}${scriptPart}${regionPart}`;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}
