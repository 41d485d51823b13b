/** "One" and the Arabic dual of any word, where something is counted by them. */
import { foldWord } from '../text/index.ts';
import type { CountedNumber } from './account.ts';
import type { Meanings } from './meaning.ts';
import type { FoundNumber } from './numbers.ts';
import { endAt, foldedAt, gapAfter, startAt, type Words } from './words.ts';

const listOf = (words: string) => new Set(words.split(' ').map(foldWord));
const NOT_BEFORE = listOf(
  'no any every each which this that ни ні ніводнага ніводнай ani żaden żadnej żadnego жоден жодна жодного жодної',
);
const NOT_AFTER = listOf(
  'another such more thing day самых самый самая самой наиболее другого другому другой из_самых аднаго другога najbardziej największych raz раз разу одного іншого найбільш найбільших',
);
/** Not the word for "anyone". */
const ARABIC_ONE = foldWord('واحد');
const OF = listOf('of из з із са с z ze со');
const PLAIN_GAP = /^[ \u00a0\u202f]$/;

/** One of the neighbours, one crew; not "no one", "one another", "one of the largest". */
export function onesThatCount(
  words: Words,
  meanings: Meanings,
  ones: readonly CountedNumber[],
): CountedNumber[] {
  return ones.filter(({ number, counted }) => {
    if (number.value !== 1 || NOT_BEFORE.has(foldedAt(words, number.first - 1))) return false;
    // In Arabic what is counted stands before it: "one box" is "box one".
    if (meanings.language === 'ar')
      return (
        foldedAt(words, number.first).startsWith(ARABIC_ONE) &&
        PLAIN_GAP.test(gapAfter(words, number.first - 1))
      );
    if (!PLAIN_GAP.test(gapAfter(words, number.last))) return false;
    const next = foldedAt(words, number.last + 1);
    if (counted.noun === null && !(OF.has(next) && counted.state !== null)) return false;
    const noun = OF.has(next) ? foldedAt(words, number.last + 2) : next;
    if (NOT_AFTER.has(next) || NOT_AFTER.has(noun)) return false;
    return OF.has(next) || !meanings.at(words, number.last + 1).stop;
  });
}

/** Words of which there are two in "-ان" alone, for their plural is in "-ين"; and words that have both endings. */
const PEOPLE = listOf(
  'ممرض طبيب مريض عامل موظف شاب شقيق سجين شهيد متظاهر متطوع مسعف حارس مسلح سائق معلم مدرس لاجئ نازح مدني محتج ناشط مصاب راكب محام قاض مهندس خباز مزارع صياد تاجر جار مراسل مصور مواطن شاهد متهم',
);
const THINGS = listOf(
  'صندوق بيت محل متجر مصنع مخبز مخيم خزان كيلومتر متر لتر كيس رغيف باب جدار طابق جسر طريق شارع حي بلد قارب مبنى مبن مستشفي مسجد كتاب مقطع حاجز معبر لغم حريق فرن قسم مركز مشروع قرار بيان اجتماع خط لقاء اعتصام اضراب صف ملف تقرير مكتب هاتف حاسوب حقل كوخ زورق مولد قرن عقد موقع فندق متحف فصل درس',
);
const FEMININE = listOf(
  'عائل اسر غرف قنبل طائر رصاص دفع جلس خيم حافل شاحن مدرس دقيق نقط محافظ دول شرك منظم لجن رسال صور وجب دور ضرب غار طعن عياد صيدلي جريم مظاهر حمل دوري جث شهاد وثيق ورق حقيب عبو سن فتا قضي محاول عملي جول ناقل صحيف مكتب مزرع شجر طفل ممرض طبيب عامل معلم موظف',
);

const DUAL = /^(?:[وفبكل]?ال|[وفبكل])?(\p{L}{3,}?)(?:تان|تين|ان|ين)$/u;
const ARTICLE = /^(?:[وفبك]?ال|[وفبك](?=.{4}))/;

/**
 * Duals of listed words, and those whose singular stands elsewhere in the text: of "-ين" alone it is not known whether
 * two are told of or many.
 */
export function duals(words: Words, meanings: Meanings, taken: Uint8Array): FoundNumber[] {
  if (meanings.language !== 'ar') return [];
  const found: FoundNumber[] = [];
  const singulars = new Set<string>();
  for (let at = 0; at < words.count; at++) singulars.add(foldedAt(words, at).replace(ARTICLE, ''));
  for (let at = 0; at < words.count; at++) {
    if (taken[at] === 1) continue;
    const folded = foldedAt(words, at);
    const stem = DUAL.exec(folded)?.[1];
    if (stem === undefined) continue;
    const before = meanings.at(words, at - 1);
    if (before.cardinal !== null || before.digits) continue;
    const ending = folded.slice(-2);
    const feminine = /ت(?:ان|ين)$/.test(folded);
    const known = feminine
      ? FEMININE.has(stem) || singulars.has(`${stem}ه`)
      : THINGS.has(stem) || (ending === 'ان' && (PEOPLE.has(stem) || singulars.has(stem)));
    if (!known) continue;
    found.push({
      first: at,
      last: at,
      start: startAt(words, at),
      end: endAt(words, at),
      value: 2,
      percent: false,
      approximate: false,
      needsNoun: true,
      label: false,
    });
  }
  return found;
}
