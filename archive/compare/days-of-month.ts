/** Finds days of a month that is not named: "on the 20th", "к 20-му", "отложили на 12-е". */
import { foldWord } from '../text/index.ts';
import type { FoundDate } from './dates.ts';
import type { ListedLanguage } from './language.ts';
import type { Meanings } from './meaning.ts';
import { TOLD } from './told-dates.ts';
import { endAt, foldedAt, gapAfter, startAt, type Words } from './words.ts';

type Listed = Exclude<ListedLanguage, 'other'>;

const listOf = (words: string) => new Set(words.split(' ').map(foldWord));
const before: Readonly<Partial<Record<Listed, ReadonlySet<string>>>> = {
  en: listOf('on by until till since from before after'),
  ru: listOf('к до с после на по от перед'),
  be: listOf('да з пасля на па ад перад'),
  uk: listOf('до з із після на по від перед'),
};
const WRITTEN = /^(\d{1,2})(?:st|nd|rd|th)$/;
const DIGITS = /^\d{1,2}$/;
const ENDINGS = listOf('го ого му ому е ое га ага е ае му те ше ге');
const DAY_WORDS = listOf('числа числу число чысла чыслу чысло');
const PLAIN_GAP = /^[ \u00a0\u202f]$/;
const HYPHEN = /^[-‑]$/;
const LAST_DAY = 31;

export const DAY_OF_MONTH = /^~d(\d\d)$/;

/** In order. What follows must be no noun: "on the 20th floor", "на 12-е заседание". Linear in the text. */
export function daysOfMonth(words: Words, meanings: Meanings, taken: Uint8Array): FoundDate[] {
  const { language } = meanings;
  const prepositions = language === 'other' ? undefined : before[language];
  if (prepositions === undefined) return [];
  const found: FoundDate[] = [];
  for (let at = 1; at < words.count; at++) {
    if (taken[at] === 1) continue;
    const folded = foldedAt(words, at);
    const english = WRITTEN.exec(folded)?.[1];
    const ending = HYPHEN.test(gapAfter(words, at)) && ENDINGS.has(foldedAt(words, at + 1));
    const day = Number(english ?? (ending && DIGITS.test(folded) ? folded : 0));
    if (day < 1 || day > LAST_DAY) continue;
    const article = english !== undefined && foldedAt(words, at - 1) === 'the';
    if (english !== undefined && !article) continue;
    if (!prepositions.has(foldedAt(words, at - (article ? 2 : 1)))) continue;
    const own = english === undefined ? at + 1 : at;
    const next = meanings.at(words, own + 1);
    const follows = PLAIN_GAP.test(gapAfter(words, own));
    const marked = follows && DAY_WORDS.has(next.folded);
    if (follows && !marked && !next.stop) continue;
    const last = marked ? own + 1 : own;
    found.push({
      first: at,
      last,
      start: startAt(words, at),
      end: endAt(words, last),
      value: `${TOLD}d${String(day).padStart(2, '0')}`,
      relative: true,
    });
    at = last;
  }
  return found;
}
