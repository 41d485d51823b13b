/** How the number of a claim is written: plain, so that who prints it needs no schemas. */
import type { ClaimNumber } from './claim.ts';

/** Before a number that is no exact one; between the ends of a range. */
export const numberSigns = { about: '≈', 'at-least': '≥', 'at-most': '≤', range: '–' } as const;

/** `≥ 80`: in digits with a point, whatever the language, for a table is read across languages. */
export function numberText(number: ClaimNumber): string {
  if (number.kind === 'exact') return String(number.value);
  if (number.kind === 'range') return `${number.from}${numberSigns.range}${number.to}`;
  return `${numberSigns[number.kind]} ${number.value}`;
}
