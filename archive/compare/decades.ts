/** Finds decades: "the 1990s", "в пятидесятые годы", "90-х", "latach siedemdziesiątych", "ثمانينات القرن الماضي". */
import { foldWord } from '../text/index.ts';
import type { FoundDate } from './dates.ts';
import type { ListedLanguage } from './language.ts';
import type { Meanings } from './meaning.ts';
import { TOLD } from './told-dates.ts';
import { endAt, foldedAt, gapAfter, startAt, type Words } from './words.ts';

type Listed = Exclude<ListedLanguage, 'other'>;

/** Beginnings of twenties, thirties and so on to nineties, parted by spaces. */
const beginnings: Readonly<Record<Listed, string>> = {
  en: 'twent thirt fort fift sixt sevent eight ninet',
  ru: 'двадцат тридцат сороков пятидесят шестидесят семидесят восьмидесят девяност',
  be: 'дваццат трыццат саракав пяцідзясят шасцідзясят сямідзясят васьмідзясят дзевяност',
  uk: "двадцят тридцят сороков п'ятдесят шістдесят сімдесят вісімдесят дев'яност",
  pl: 'dwudziest trzydziest czterdziest pięćdziesiąt sześćdziesiąt siedemdziesiąt osiemdziesiąt dziewięćdziesiąt',
  ar: 'عشرين ثلاثين اربعين خمسين ستين سبعين ثمانين تسعين',
};
/** Endings of many: one of them would be the n-th. */
const endings: Readonly<Record<Listed, RegExp>> = {
  en: /^ies$/,
  ru: /^(?:ые|ых|ым|ыми)$/,
  be: /^(?:ыя|ых|ым|ымі)$/,
  uk: /^(?:і|их|им|ими)$/,
  pl: /^(?:e|ych|ym|ymi)$/,
  ar: /^(?:ات|يات)$/,
};
const WRITTEN = /^(?:18|19|20)(\d)0s$|^(\d)0s$/;
const AGE = /^\d0s$|ties$/;
const DECADE_BEFORE = new Set(['the', 'early', 'late', 'mid']);
const SHORT = /^[2-9]0$/;
const FULL = /^(?:18|19|20)\d0$/;
const SHORT_ENDING = new Set('е х м ми я ыя і ті их тих ych tych te e'.split(' ').map(foldWord));
const POLISH_BEFORE = new Set(['lata', 'lat', 'latach', 'latami'].map(foldWord));

const lists = new Map<ListedLanguage, readonly string[]>(
  Object.entries(beginnings).map(([language, list]) => [
    language as Listed,
    list.split(' ').map(foldWord),
  ]),
);

function decadeOf(folded: string, language: Listed): string | null {
  const written = WRITTEN.exec(folded);
  if (written !== null) return `${written[1] ?? written[2] ?? ''}0s`;
  const bare = language === 'ar' ? folded.replace(/^(?:[وبف]?ال|[وبف])(?=.{4})/, '') : folded;
  const at = (lists.get(language) ?? []).findIndex(
    (beginning) =>
      bare.startsWith(beginning) && endings[language].test(bare.slice(beginning.length)),
  );
  return at < 0 ? null : `${at + 2}0s`;
}

/** In order. The century is not looked at: of two versions it is one. Linear in the text. */
export function decadesIn(words: Words, meanings: Meanings): FoundDate[] {
  const { language } = meanings;
  if (language === 'other') return [];
  const found: FoundDate[] = [];
  const add = (first: number, last: number, decade: string) =>
    found.push({
      first,
      last,
      start: startAt(words, first),
      end: endAt(words, last),
      value: `${TOLD}${decade}`,
      relative: false,
    });
  for (let at = 0; at < words.count; at++) {
    const folded = foldedAt(words, at);
    if (FULL.test(folded) || SHORT.test(folded)) {
      const dashed = /^[-‑]$/.test(gapAfter(words, at));
      const many = dashed && SHORT_ENDING.has(foldedAt(words, at + 1));
      if (many) add(at, at + 1, `${folded.slice(-2, -1)}0s`);
      else if (
        language === 'pl' &&
        SHORT.test(folded) &&
        POLISH_BEFORE.has(foldedAt(words, at - 1))
      )
        add(at, at, `${folded.slice(0, 1)}0s`);
      continue;
    }
    const decade = decadeOf(folded, language);
    // "Women in their 40s"
    if (AGE.test(folded) && !DECADE_BEFORE.has(foldedAt(words, at - 1))) continue;
    // "В двадцатых числах марта" is the time after the twentieth.
    if (decade !== null && !/^(?:числ|чысл)/.test(foldedAt(words, at + 1))) add(at, at, decade);
  }
  return found;
}
