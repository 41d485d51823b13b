/** Numbers and periods of a claim in words and signs, and numbers as they are typed. */
import { monthOf } from '../../../../archive/compare/calendar-words.ts';
import { languages } from '../../../../archive/compare/language.ts';
import type { ClaimNumber, Period } from '../../../../archive/model/index.ts';
import { foldWord } from '../../../../archive/text/index.ts';
import { formatDate, formatNumber } from '../../lib/format.ts';
import { t } from '../../lib/texts.svelte.ts';

const signs = { about: '≈', 'at-least': '≥', 'at-most': '≤' } as const;

export function sayNumber(number: ClaimNumber): string {
  switch (number.kind) {
    case 'exact':
      return formatNumber(number.value);
    case 'range':
      return `${formatNumber(number.from)}–${formatNumber(number.to)}`;
    default:
      return `${signs[number.kind]} ${formatNumber(number.value)}`;
  }
}

export function sayPeriod({ from, to }: Period): string {
  if (from !== null && to !== null)
    return from === to ? formatDate(from) : `${formatDate(from)} – ${formatDate(to)}`;
  if (from !== null) return t('claim.since', { date: formatDate(from) });
  return to === null ? '' : t('claim.until', { date: formatDate(to) });
}

/** `1,280`, `1 280` and `1280` are one number; `3.5` and `3,5` too. `null` when it is none. */
export function readNumber(typed: string): number | null {
  const plain = typed
    .trim()
    .replace(/[\s\u00a0\u202f'’]/gu, '')
    .replace(/(?<=\d)[.,](?=\d{3}(?:\D|$))/g, '')
    .replace(',', '.');
  if (!/^-?\d+(?:\.\d+)?$/.test(plain)) return null;
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
}

const FIGURE = /\d+(?:[.,\u00a0\u202f]\d+)*/gu;
/** In digits, such as `12.04.2026`, `2026-04-12`, `12/4/2026`, and hours such as `21:30`. */
const DIGITAL = /\d{1,4}([-./])\d{1,2}\1\d{1,4}|\d{1,2}:\d\d/gu;
/** What stands before and after a figure that is the day of a month, or the year behind one. */
const NEXT_WORD = /^[ \u00a0\u202f]?(\p{L}[\p{L}\p{M}]*)(?:[ \u00a0\u202f](\p{L}[\p{L}\p{M}]*))?/u;
const LAST_WORD = /(\p{L}[\p{L}\p{M}]*)[ \u00a0\u202f]?(?:\d{1,2},[ \u00a0\u202f])?$/u;

/** What only tells which one: "No. 4", "article 17"; and the n-th of a count: "5-й", "the 3rd". */
const WHICH_ONE =
  /(?:[№#§]|(?<!\p{L})(?:no|nr|ст|арт|art)\.|(?<!\p{L})(?:no|article|room|артыкул\p{L}*|стат\p{L}+|artykuł\p{L}*|رقم|المادة))[ \u00a0\u202f]*$/iu;
const NTH = /^(?:(?:st|nd|rd|th)(?!\p{L})|[-‑]\p{L}{1,3}(?!\p{L}))/u;

/** The first figure in some words that counts and belongs to no date, to begin with; none when there is none. */
export function figureIn(words: string): string {
  // As long as it was, so that places stay.
  const plain = words.replace(DIGITAL, (date) => '-'.repeat(date.length));
  for (const { 0: figure, index } of plain.matchAll(FIGURE)) {
    const behind = plain.slice(index + figure.length);
    if (WHICH_ONE.test(plain.slice(0, index)) || NTH.test(behind)) continue;
    const after = NEXT_WORD.exec(behind);
    const before = LAST_WORD.exec(plain.slice(0, index));
    if (!isMonth(after?.[1], after?.[2]) && !isMonth(before?.[1], '')) return figure;
  }
  return '';
}

function isMonth(word = '', next = ''): boolean {
  const [folded, nextFolded] = [foldWord(word), foldWord(next)];
  return languages.some((language) => monthOf(folded, nextFolded, language) !== null);
}
