/** The numbers and days that are read of one sentence in versions, for tables of tests. */
import { accountOf } from '../../../archive/compare/account.ts';
import { datesOf, numbersOf } from '../../../archive/compare/version-facts.ts';
import { Vocabulary } from '../../../archive/compare/words.ts';
import { documentOf } from './cases.ts';

const rounded = (value: number) => String(Number(value.toFixed(2)));

/** Read on 6 October 2026, a Tuesday. Numbers to two places, dates with `@`. */
export function toldIn(text: string, language: string): string {
  const account = accountOf(documentOf([text], language), new Vocabulary(), '2026-10-06', []);
  const numbers = numbersOf(account, true)
    .filter(({ number }) => number.implied !== true && number.ofSpan !== true)
    .map(({ number: { start, value, upTo } }) => ({
      start,
      told: upTo === undefined ? rounded(value) : `${rounded(value)}–${rounded(upTo)}`,
    }));
  const dates = datesOf(account, true).map(({ start, value }) => ({ start, told: `@${value}` }));
  return [...numbers, ...dates]
    .sort((one, other) => one.start - other.start)
    .map(({ told }) => told)
    .join(' ');
}
