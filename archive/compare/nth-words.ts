/** Words for the n-th of a count, second and third and so on, with their endings, in six languages, as data. */
import { foldWord } from '../text/index.ts';
import type { ListedLanguage } from './language.ts';

type Listed = Exclude<ListedLanguage, 'other'>;
type Lists = Readonly<Record<Listed, string>>;

/** Beginnings of what `values` tell, parted by spaces: the endings are one for all of a language. */
const beginnings: Lists = {
  en: 'second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth',
  ru: 'втор треть,трет четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат двадцат тридцат сороков пятидесят',
  be: 'друг трэц чацвёрт,чацверт пят шост сём,сем восьм дзявят дзясят адзінаццат дванаццат трынаццат чатырнаццат пятнаццат шаснаццат семнаццат васемнаццат,васямнаццат дзевятнаццат дваццат трыццат саракав пяцідзясят',
  uk: "друг треть,трет четверт п'ят шост сьом восьм дев'ят десят одинадцят дванадцят тринадцят чотирнадцят п'ятнадцят шістнадцят сімнадцят вісімнадцят дев'ятнадцят двадцят тридцят сороков п'ятдесят",
  pl: 'drug trzec czwart piąt szóst siódm ósm dziewiąt dziesiąt jedenast dwunast trzynast czternast piętnast szesnast siedemnast osiemnast dziewiętnast dwudziest trzydziest czterdziest pięćdziesiąt',
  ar: 'ثان,ثاني ثالث رابع خامس سادس سابع ثامن تاسع عاشر',
};
const values = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 30, 40, 50];
const endings: Lists = {
  en: '',
  ru: 'ый ой ий ые ая ое ую ого ому ым ом ья ье ью его ей ему им ем',
  be: 'ы і ыя ія ая яя ае ое яе ую юю ага ога яга ай ой яй аму ому яму ым ім',
  uk: 'ий ій а я е є у ю ого його ої йої ому йому им ім',
  pl: 'y i a ia e ie ą ią ego iego ej iej ym im emu iemu',
  ar: 'ي ه',
};

const readForms = (language: Listed): ReadonlyMap<string, number> =>
  new Map(
    beginnings[language].split(' ').flatMap((forms, at) =>
      forms.split(',').flatMap((form) =>
        ['', ...endings[language].split(' ')]
          // Only in English and Arabic is the beginning a word of its own.
          .filter((ending) => ending !== '' || language === 'en' || language === 'ar')
          .map((ending): [string, number] => [foldWord(form + ending), values[at] ?? 0]),
      ),
    ),
  );

const formsOf = new Map<ListedLanguage, ReadonlyMap<string, number>>(
  (Object.keys(beginnings) as Listed[]).map((language) => [language, readForms(language)]),
);

const ARTICLE = /^(?:[وفبكل]?ال|لل)(?=...)/;
const PREFIX = /^[وف](?=...)/;
/** Without an article a second of time, or "again". */
const ARABIC_SECOND = foldWord('ثانية');

/** 2 and more; `null` of any other word. */
export function nthOf(folded: string, language: ListedLanguage): number | null {
  const forms = formsOf.get(language);
  if (forms === undefined) return null;
  if (language !== 'ar') return forms.get(folded) ?? null;
  if (folded === ARABIC_SECOND) return null;
  return forms.get(folded.replace(ARTICLE, '')) ?? forms.get(folded.replace(PREFIX, '')) ?? null;
}
