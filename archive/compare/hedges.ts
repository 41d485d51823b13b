/** Words before a number that say how sure it is: "about", "more than", "up to". */
import { foldWord } from '../text/index.ts';
import type { ListedLanguage } from './language.ts';
import { foldedAt, type Words } from './words.ts';

interface Hedge {
  readonly approximate: boolean;
  readonly bound?: 'at-least' | 'at-most';
}

type Lists = Readonly<Record<Exclude<ListedLanguage, 'other'>, string>>;

const about: Lists = {
  en: 'about around some nearly almost roughly approximately circa',
  be: 'каля прыкладна прыблізна амаль',
  ru: 'около примерно приблизительно почти порядка',
  uk: 'близько приблизно майже біля',
  pl: 'około ok prawie niemal blisko mniej_więcej',
  ar: 'نحو حوالي حوالى قرابة زهاء تقريبا بنحو يقارب',
};
/** Forms of two words are joined by `_`. */
const atLeast: Lists = {
  en: 'over above more_than at_least no_fewer_than no_less_than not_less_than upwards_of',
  be: 'звыш больш_за больш_чым больш не_менш_за не_менш прынамсі мінімум',
  ru: 'свыше более больше не_менее не_меньше минимум',
  uk: 'понад більше більш щонайменше не_менше не_менш мінімум',
  pl: 'ponad powyżej więcej_niż co_najmniej przynajmniej nie_mniej_niż',
  ar: 'أكثر_من ما_لا_يقل_عن لا_يقل_عن فوق يزيد_عن',
};
const atMost: Lists = {
  en: 'up_to under below at_most no_more_than fewer_than less_than',
  be: 'да не_больш_за менш_за менш',
  ru: 'до не_более менее меньше',
  uk: 'до не_більше менше',
  pl: 'do najwyżej mniej_niż',
  ar: 'حتى أقل_من ما_لا_يزيد_عن',
};
const LONGEST = 4;

const readLists = (lists: Lists) =>
  new Map(
    Object.entries(lists).map(([language, list]) => [
      language,
      new Set(list.split(' ').map((form) => form.split('_').map(foldWord).join(' '))),
    ]),
  );
const aboutOf = readLists(about);
const atLeastOf = readLists(atLeast);
const atMostOf = readLists(atMost);

/** What stands before the number whose first word is `first`. */
export function approximateIn(words: Words, first: number, language: ListedLanguage): Hedge {
  let before = '';
  let hedge: Hedge = { approximate: false };
  // The longest wording counts: "no more than" is not "more than".
  for (let length = 1; length <= LONGEST && first - length >= 0; length++) {
    before =
      length === 1 ? foldedAt(words, first - 1) : `${foldedAt(words, first - length)} ${before}`;
    if (aboutOf.get(language)?.has(before) === true) hedge = { approximate: true };
    else if (atLeastOf.get(language)?.has(before) === true)
      hedge = { approximate: false, bound: 'at-least' };
    else if (atMostOf.get(language)?.has(before) === true)
      hedge = { approximate: false, bound: 'at-most' };
  }
  return hedge;
}
