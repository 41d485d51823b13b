/** Whether the letters of a PDF are what they look like: some fonts name none, or name others, and the text is noise. */

/** Words below which nothing is said, and share of them that may be noise: formulas and marks are in every report. */
const FEWEST = 20;
const MOST_NOISE = 0.3;
/** UTF-16 units looked at. */
const SAMPLE = 20_000;

const SCRIPTS = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Hebrew}/u,
] as const;
/** Private use, and code points that are nobody's. */
const NOBODYS = /[\p{Co}\p{Cn}\ufffd]/u;

/** No real writing mixes alphabets within most of its words. */
export function isLegible(text: string): boolean {
  const words = text.slice(0, SAMPLE).match(/[\p{L}\p{M}\p{Co}\p{Cn}\ufffd]+/gu) ?? [];
  if (words.length < FEWEST) return true;
  return words.filter(isNoise).length <= words.length * MOST_NOISE;
}

function isNoise(word: string): boolean {
  if (NOBODYS.test(word)) return true;
  const known = SCRIPTS.filter((script) => script.test(word)).length;
  const others = /\p{L}/u.test(word.replaceAll(ALPHABETS, '')) ? 1 : 0;
  return known + others > 1;
}

const ALPHABETS =
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}]/gu;
