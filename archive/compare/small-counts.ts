/** "One" and the Arabic dual of any word, where something is counted by them. */
import { foldWord } from '../text/index.ts';
import type { CountedNumber } from './account.ts';
import type { Meanings } from './meaning.ts';
import type { FoundNumber } from './numbers.ts';
import { endAt, foldedAt, gapAfter, startAt, type Words } from './words.ts';

const listOf = (words: string) => new Set(words.split(' ').map(foldWord));
const NOT_BEFORE = listOf(
  'no not any every each which this that ни ні ніводнага ніводнай ani żaden żadnej żadnego жоден жодна жодного жодної',
);
const NOT_AFTER = listOf(
  'another such more самых самый самая самой наиболее другого другому другой из_самых аднаго другога najbardziej największych разу одного іншого найбільш найбільших',
);
/** Not the word for "anyone". */
const ARABIC_ONE = foldWord('واحد');
const ARABIC_OF_THEM = listOf('منهم منهن منها منهما');
const ARABIC_ONE_OF = listOf('أحد إحدى');
const THEM = listOf('them those us nich их них іх ніх нас нам');
/** "Once more" is no count. */
const MORE_BEFORE = listOf('ещё еще яшчэ ще jeszcze');
const DAY_BEFORE = listOf('for in within after just only least than is was of by last took');
const TIMES = listOf('раз razy raz');
const OF = listOf('of из з із са с z ze со');
const PLAIN_GAP = /^[ \u00a0\u202f]$/;
/** "One after another", "jedno po drugim", "один за одним". */
const AFTER = listOf('after by за по po تلو بعد');
const OTHER = listOf(
  'one another other другим другой другому другою одним одной одному одною адным адной другім drugim drugiej drugą الآخر الاخر الأخرى واحد واحدة',
);

const ONE = listOf(
  'one один одна одно одну одного одной адзін адна адно адну аднаго адной одне одну одної jeden jedna jedno jedną jednego jednej واحد واحدا واحدة',
);
const BY = listOf('по па po');

/** "One thing is clear", "in one word", "on the one hand". */
const IN_SAYINGS = listOf(
  'thing hand скажу знаю ясно кажу powiem словом словам słowem боку сторону стороны strony',
);
/** "One of the largest", "один из крупнейших". */
const SUPERLATIVE = /^.{3,}est$|^most$|(?:ейш|айш)\p{L}{2,3}$|^(?:най|naj)/u;

const ARABIC_ANYONE = listOf('أحد أحدا');

/** No "one" that could count: "no one", "one by one". */
export function isNoOne(words: Words, { first, last }: FoundNumber): boolean {
  if (NOT_BEFORE.has(foldedAt(words, first - 1))) return true;
  const next = foldedAt(words, last + 1);
  const before = foldedAt(words, first - 1);
  // "One by one", "один за другим": the last of them; "по одному", where nothing is counted.
  if (AFTER.has(before) && ONE.has(foldedAt(words, first - 2))) return true;
  // "واحدا واحدا"
  const again = [
    [before, gapAfter(words, first - 1)],
    [next, gapAfter(words, last)],
  ].some(([word, gap = '']) => word === foldedAt(words, first) && PLAIN_GAP.test(gap));
  if (again) return true;
  if (BY.has(before) && !PLAIN_GAP.test(gapAfter(words, last))) return true;
  if (IN_SAYINGS.has(next) || (OF.has(next) && isOfTheMost(words, last + 2))) return true;
  if (isAlone(words, first, last)) return true;
  // "ولم يرد أحد": anyone, unless what he is one of follows.
  const anyone = ARABIC_ANYONE.has(foldedAt(words, first)) && !next.startsWith('ال');
  return anyone || (AFTER.has(next) && OTHER.has(foldedAt(words, last + 2)));
}

const SUBJECT = listOf('один одна одно адзін адна адно одне jeden jedna jedno');
const HE = listOf('он она я ён яна він вона on ona');
/** "Он остался один": alone. */
const isAlone = (words: Words, first: number, last: number): boolean =>
  SUBJECT.has(foldedAt(words, first)) &&
  HE.has(foldedAt(words, first - 2)) &&
  !PLAIN_GAP.test(gapAfter(words, last));

/** One of the neighbours, one crew; not "no one", "one another", "one of the largest". */
export function onesThatCount(
  words: Words,
  meanings: Meanings,
  ones: readonly CountedNumber[],
): CountedNumber[] {
  return ones.filter(({ number, counted }) => {
    if (number.value !== 1 || isNoOne(words, number)) return false;
    if (meanings.language === 'ar') return countsInArabic(words, number);
    if (!PLAIN_GAP.test(gapAfter(words, number.last))) return isPredicate(words, meanings, number);
    const next = foldedAt(words, number.last + 1);
    // "One day she left."
    if (next === 'day' && !DAY_BEFORE.has(foldedAt(words, number.first - 1))) return false;
    if (TIMES.has(next)) return !MORE_BEFORE.has(foldedAt(words, number.first - 1));
    const noun = OF.has(next) ? foldedAt(words, number.last + 2) : next;
    const the = foldedAt(words, number.last + 2) === 'the' ? 1 : 0;
    const among = meanings.at(words, number.last + 2 + the);
    const ofThem =
      OF.has(next) &&
      (counted.state !== null || THEM.has(noun) || among.digits || among.cardinal !== null);
    if (!ofThem && (counted.noun === null || WAS_DONE.has(next)))
      return wasDone(words, meanings, number);
    if (NOT_AFTER.has(next) || NOT_AFTER.has(noun)) return false;
    return OF.has(next) || !meanings.at(words, number.last + 1).stop;
  });
}

const WAS_DONE = listOf('was has had died');
/** "One was killed, two wounded", "один погиб": what befell one of them follows. */
const wasDone = (words: Words, meanings: Meanings, { last }: FoundNumber): boolean =>
  WAS_DONE.has(foldedAt(words, last + 1)) || meanings.at(words, last + 1).concept?.sort === 'state';

const WAS = listOf(
  'был была было быў была было був була було есть лишь только всего толькі ўсяго лише тільки усього był była było jest tylko',
);
/** Of verbs: "жил один" is alone. */
const VERB = /(?:[лвўł]|л[аои]|l[aio]|ся|сь|ць|ть|ти|ет|ит|ют|ут|ят|ат|є|иться|uje|ie)$/;

/** "The heater was one", "обігрівач один, і він зламаний": what is counted stands before. */
function isPredicate(words: Words, meanings: Meanings, { first }: FoundNumber): boolean {
  if (!SUBJECT.has(foldedAt(words, first)) || !PLAIN_GAP.test(gapAfter(words, first - 1)))
    return false;
  const before = meanings.at(words, first - 1);
  if (WAS.has(before.folded)) return !before.digits;
  return !before.stop && !before.digits && !VERB.test(before.folded);
}

const isOfTheMost = (words: Words, at: number): boolean =>
  SUPERLATIVE.test(foldedAt(words, at)) ||
  (foldedAt(words, at) === 'the' && SUPERLATIVE.test(foldedAt(words, at + 1)));

/** What is counted stands before it ("one box" is "box one"); "one of the neighbours" has it behind. */
function countsInArabic(words: Words, { first, last }: FoundNumber): boolean {
  if (foldedAt(words, first).startsWith(ARABIC_ONE)) {
    const ofThem = ARABIC_OF_THEM.has(foldedAt(words, last + 1));
    return ofThem || PLAIN_GAP.test(gapAfter(words, first - 1));
  }
  const of = ARABIC_ONE_OF.has(foldedAt(words, first).replace(/^[وف](?=...)/, ''));
  return of && PLAIN_GAP.test(gapAfter(words, last)) && foldedAt(words, last + 1).startsWith('ال');
}

/** Words of which there are two in "-ان" alone, for their plural is in "-ين"; and words that have both endings. */
const PEOPLE = listOf(
  'ممرض طبيب مريض عامل موظف شاب شقيق سجين شهيد متظاهر متطوع مسعف حارس مسلح سائق معلم مدرس لاجئ نازح مدني محتج ناشط مصاب راكب محام قاض مهندس خباز مزارع صياد تاجر جار مراسل مصور مواطن شاهد متهم',
);
/** Their plural is another word, so "-ين" tells of two as well. */
const BROKEN = listOf(
  'طبيب مريض شاب سجين شهيد حارس تاجر جار شاهد شقيق راكب سائق جندي ضابط شرطي رجل ولد طفل ابن اب اخ صديق قتيل جريح اسير خبير نائب قاض رئيس مدير وزير',
);
const THINGS = listOf(
  'مصباح جهاز سلاح هاتف علم شهر يوم عام اسبوع برج سور كرسي سرير صاروخ لغم مبلغ الف قرن ثلث ربع صندوق بيت محل متجر مصنع مخبز مخيم خزان كيلومتر متر لتر كيس رغيف باب جدار طابق جسر طريق شارع حي بلد قارب مبنى مبن مستشفي مسجد كتاب مقطع حاجز معبر لغم حريق فرن قسم مركز مشروع قرار بيان اجتماع خط لقاء اعتصام اضراب صف ملف تقرير مكتب هاتف حاسوب حقل كوخ زورق مولد قرن عقد موقع فندق متحف فصل درس',
);
const FEMININE = listOf(
  'فرق حمل مئ كتل قطع لوح ناف شاش معصر بئر ليل مقبر منطق ضفة وحد عائل اسر غرف قنبل طائر رصاص دفع جلس خيم حافل شاحن مدرس دقيق نقط محافظ دول شرك منظم لجن رسال صور وجب دور ضرب غار طعن عياد صيدلي جريم مظاهر حمل دوري جث شهاد وثيق ورق حقيب عبو سن فتا قضي محاول عملي جول ناقل صحيف مكتب مزرع شجر طفل ممرض طبيب عامل معلم موظف امرا ابن اخ سيد صديق مريض سجين ناشط متطوع لاجئ نازح شاب جار شقيق جند مر ساع قري مدين سيار قذيف شقق شق سن',
);

const DUAL = /^(?:[وفبكل]?ال)?(\p{L}{2,}?)(تان|تين|تا|تي|ان|ين)$/u;
const PREFIXED_DUAL = /^[وفبكل](\p{L}{2,}?)(تان|تين|تا|تي|ان|ين)$/u;
const ENDING = /(?:ان|ين|تا|تي)$/;
const ARTICLE = /^(?:[وفبك]?ال|[وفبك](?=.{4}))/;

function isDual(
  words: Words,
  at: number,
  stem: string,
  ending: string,
  singulars: ReadonlySet<string>,
): boolean {
  // "راتبين" and "الراتبان": of many it would be "-ون".
  const both = [`${stem}ان`, `${stem}ين`].every((form) => singulars.has(form));
  if (stem.length >= 3 && both && !singulars.has(`${stem}ون`)) return true;
  if (ending.startsWith('ت')) return isFeminine(words, at, stem, ending, singulars);
  if (THINGS.has(stem) || BROKEN.has(stem)) return true;
  return ending === 'ان' && stem.length >= 3 && (PEOPLE.has(stem) || singulars.has(stem));
}

/** "-تان" and "-تين" tell of two nearly always; "-تا" and "-تي" only before what the two are of. */
function isFeminine(
  words: Words,
  at: number,
  stem: string,
  ending: string,
  singulars: ReadonlySet<string>,
): boolean {
  const known = FEMININE.has(stem) || singulars.has(`${stem}ه`);
  if (ending === 'تا' || ending === 'تي')
    return known && stem.length >= 2 && PLAIN_GAP.test(gapAfter(words, at));
  return known || (stem.length >= 3 && !NO_DUAL.test(foldedAt(words, at)));
}

const AND = 'و';
/** "كلا الرجلين" are both, and "عاملان جريحان" are told of once. `dual`: the last one before. */
export const isToldBefore = (words: Words, at: number, dual: number): boolean =>
  PLAIN_GAP.test(gapAfter(words, at - 1)) &&
  (BOTH.has(foldedAt(words, at - 1)) || (dual === at - 1 && !foldedAt(words, at).startsWith(AND)));
const BOTH = listOf('كلا كلتا كلي كلتي');

/** Afghanistan, garden, dress. */
const NO_DUAL = /(?:ستان|بستان|فستان|كتان|بهتان)$/;

/**
 * Duals of listed words, and those whose singular stands elsewhere in the text: of "-ين" alone it is not known whether
 * two are told of or many.
 */
export function duals(words: Words, meanings: Meanings, taken: Uint8Array): FoundNumber[] {
  if (meanings.language !== 'ar') return [];
  const found: FoundNumber[] = [];
  const singulars = new Set<string>();
  // Of both texts: the other one may tell of one of them.
  for (const folded of words.vocabulary.folded) singulars.add(folded.replace(ARTICLE, ''));
  for (let at = 0; at < words.count; at++) {
    if (taken[at] === 1) continue;
    const folded = foldedAt(words, at);
    if (!ENDING.test(folded)) continue;
    const before = meanings.at(words, at - 1);
    const counted = PLAIN_GAP.test(gapAfter(words, at - 1));
    // "وامرأة واحدة وطفلان": one stands behind what is one.
    const ofOther =
      before.cardinal === 1 || (folded.startsWith(AND) && found.at(-1)?.last === at - 1);
    if (counted && !ofOther && (before.cardinal !== null || before.digits)) continue;
    if (isToldBefore(words, at, found.at(-1)?.last ?? -1)) continue;
    // "و" and "ف" may be "and" or the first letter.
    const known = [DUAL.exec(folded), PREFIXED_DUAL.exec(folded)].some(
      (dual) => dual !== null && isDual(words, at, dual[1] ?? '', dual[2] ?? '', singulars),
    );
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
      dual: true,
    });
  }
  return found;
}
