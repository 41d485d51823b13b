/** Which way a text runs: that of its first letter that has a way. */
const STRONG = /[\p{L}]/u;
const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

export type Direction = 'ltr' | 'rtl';

export function hasRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}

/** `otherwise` when no letter says. */
export function directionOf(text: string, otherwise: Direction): Direction {
  const first = STRONG.exec(text);
  if (!first) return otherwise;
  return RIGHT_TO_LEFT.test(first[0]) ? 'rtl' : 'ltr';
}
