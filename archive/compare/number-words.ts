/** Number words of six languages with their inflected forms, as data, and how they are put together. */
import { foldWord } from '../text/index.ts';
import type { ListedLanguage } from './language.ts';

type Lists = Readonly<Record<Exclude<ListedLanguage, 'other'>, string>>;

/** `value:form,form,…`, parted by spaces. */
const cardinals: Lists = {
  en: '0:zero 1:one 2:two 3:three 4:four 5:five 6:six 7:seven 8:eight 9:nine 10:ten 11:eleven 12:twelve,dozen 13:thirteen 14:fourteen 15:fifteen 16:sixteen 17:seventeen 18:eighteen 19:nineteen 20:twenty 30:thirty 40:forty,fourty 50:fifty 60:sixty 70:seventy 80:eighty 90:ninety 100:hundred 1000:thousand 1000000:million,mln 1000000000:billion,bn',
  be: '0:нуль 1:адзін,адна,адно,аднаго,адной,адну,аднаму,адным,адною 2:два,дзве,двух,дзвюх,двум,дзвюм,двума,двое,дваіх,дваім,дваімі 3:тры,трох,тром,трыма,трое,траіх,траім,траімі 4:чатыры,чатырох,чатыром,чатырма,чацвёра,чацвярых,чацвярым,чацвярымі 5:пяць,пяці,пяццю,пяцёра,пяцярых,пяцярым,пяцярымі,пяцёх 6:шэсць,шасці,шасцю,шасцёра,шасцярых,шасцярым,шасцёх 7:сем,сямі,сямю,сямёра,сямярых,сямярым,сямёх 8:восем,васьмі,васьмю,васьмёра,васьмярых,восьмярых,васьмярым,васьмёх 9:дзевяць,дзевяці,дзевяццю,дзевяцёра,дзевяцярых,дзевяцярым 10:дзесяць,дзесяці,дзесяццю,дзесяцёра,дзесяцярых,дзесяцярым 11:адзінаццаць,адзінаццаці,адзінаццаццю 12:дванаццаць,дванаццаці,дванаццаццю 13:трынаццаць,трынаццаці 14:чатырнаццаць,чатырнаццаці 15:пятнаццаць,пятнаццаці,пятнаццаццю 16:шаснаццаць,шаснаццаці 17:семнаццаць,сямнаццаць,сямнаццаці 18:васемнаццаць,васямнаццаць,васемнаццаці,васямнаццаці 19:дзевятнаццаць,дзевятнаццаці 20:дваццаць,дваццаці,дваццаццю 30:трыццаць,трыццаці,трыццаццю 40:сорак,сарака 50:пяцьдзясят,пяцідзесяці,пяццюдзесяццю 60:шэсцьдзясят,шасцідзесяці,шасцюдзесяццю 70:семдзесят,сямідзесяці,сямюдзесяццю 80:восемдзесят,васьмідзесяці,васьмюдзесяццю 90:дзевяноста 100:сто,ста 200:дзвесце,двухсот,дзвюхсот,дзвюмстам,двумстам 300:трыста,трохсот 400:чатырыста,чатырохсот 500:пяцьсот,пяцісот 600:шэсцьсот,шасцісот 700:семсот,сямісот 800:восемсот,васьмісот 900:дзевяцьсот,дзевяцісот 1000:тысяча,тысячы,тысяч,тысячу,тыс,тысячай,тысячаю,тысячам,тысячамі,тысячах 1000000:мільён,мільёна,мільёнаў,мільёны,млн,мільёну,мільёнам,мільёнамі 1000000000:мільярд,мільярда,мільярдаў,млрд 1.5:паўтара,паўтары',
  ru: '0:ноль,нуль 1:один,одна,одно,одного,одной,одну,одному,одним,одном 2:два,две,двух,двум,двумя,двое,двоих,двоим,двоими 3:три,трех,трем,тремя,трое,троих,троим,троими 4:четыре,четырех,четырем,четырьмя,четверо,четверых,четверым,четверыми 5:пять,пяти,пятью,пятеро,пятерых,пятерым,пятерыми 6:шесть,шести,шестью,шестеро,шестерых,шестерым,шестерыми 7:семь,семи,семью,семеро,семерых,семерым,семерыми 8:восемь,восьми,восемью,восьмью,восьмеро,восьмерых,восьмерым,восьмерыми 9:девять,девяти,девятью,девятеро,девятерых,девятерым 10:десять,десяти,десятью,десятеро,десятерых,десятерым 11:одиннадцать,одиннадцати,одиннадцатью 12:двенадцать,двенадцати,двенадцатью 13:тринадцать,тринадцати,тринадцатью 14:четырнадцать,четырнадцати,четырнадцатью 15:пятнадцать,пятнадцати,пятнадцатью 16:шестнадцать,шестнадцати,шестнадцатью 17:семнадцать,семнадцати,семнадцатью 18:восемнадцать,восемнадцати,восемнадцатью 19:девятнадцать,девятнадцати,девятнадцатью 20:двадцать,двадцати,двадцатью 30:тридцать,тридцати,тридцатью 40:сорок,сорока 50:пятьдесят,пятидесяти,пятьюдесятью 60:шестьдесят,шестидесяти,шестьюдесятью 70:семьдесят,семидесяти,семьюдесятью 80:восемьдесят,восьмидесяти,восемьюдесятью,восьмьюдесятью 90:девяносто,девяноста 100:сто,ста 150:полтораста 200:двести,двухсот,двумстам,двумястами 300:триста,трехсот,тремстам,тремястами 400:четыреста,четырехсот,четыремстам,четырьмястами 500:пятьсот,пятисот,пятистам,пятьюстами 600:шестьсот,шестисот,шестистам,шестьюстами 700:семьсот,семисот,семистам,семьюстами 800:восемьсот,восьмисот,восьмистам 900:девятьсот,девятисот,девятистам 1000:тысяча,тысячи,тысяч,тысячу,тыс,тысяче,тысячей,тысячью,тысячам,тысячами,тысячах 1000000:миллион,миллиона,миллионов,миллионы,млн,миллиону,миллионом,миллионам,миллионами 1000000000:миллиард,миллиарда,миллиардов,млрд,миллиарду,миллиардам 1.5:полтора,полторы,полутора',
  uk: "0:нуль 1:один,одна,одно,одне,одного,однієї,одну,одному,одним,одній,однією,однім 2:два,дві,двох,двом,двома,двоє,двоєх,двоїх,двійко 3:три,трьох,трьом,трьома,троє,троєх,троїх,трійко 4:чотири,чотирьох,чотирьом,чотирма,чотирьома,четверо 5:п'ять,п'яти,п'ятьох,п'ятеро,п'ятьом,п'ятьма,п'ятьома 6:шість,шести,шістьох,шестеро,шістьом,шістьма,шістьома 7:сім,семи,сімох,семеро,сімом,сьома,сімома 8:вісім,восьми,вісьмох,вісьмом,вісьма,вісьмома,восьмеро 9:дев'ять,дев'яти,дев'ятьох,дев'ятьом,дев'ятьма,дев'ятьома,дев'ятеро 10:десять,десяти,десятьох,десятьом,десятьма,десятьома,десятеро 11:одинадцять,одинадцяти,одинадцятьох,одинадцятеро 12:дванадцять,дванадцяти,дванадцятьох,дванадцятеро 13:тринадцять,тринадцяти,тринадцятьох,тринадцятеро 14:чотирнадцять,чотирнадцяти,чотирнадцятьох,чотирнадцятеро 15:п'ятнадцять,п'ятнадцяти,п'ятнадцятьох,п'ятнадцятеро 16:шістнадцять,шістнадцяти,шістнадцятьох 17:сімнадцять,сімнадцяти,сімнадцятьох 18:вісімнадцять,вісімнадцяти,вісімнадцятьох 19:дев'ятнадцять,дев'ятнадцяти,дев'ятнадцятьох 20:двадцять,двадцяти,двадцятьох,двадцятьма,двадцятеро 30:тридцять,тридцяти,тридцятьох,тридцятьма,тридцятеро 40:сорок,сорока 50:п'ятдесят,п'ятдесяти,п'ятдесятьох 60:шістдесят,шістдесяти,шістдесятьох 70:сімдесят,сімдесяти,сімдесятьох 80:вісімдесят,вісімдесяти,вісімдесятьох 90:дев'яносто,дев'яноста 100:сто,ста 200:двісті,двохсот,двомстам 300:триста,трьохсот 400:чотириста,чотирьохсот 500:п'ятсот,п'ятисот 600:шістсот,шестисот 700:сімсот,семисот 800:вісімсот,восьмисот 900:дев'ятсот,дев'ятисот 1000:тисяча,тисячі,тисяч,тисячу,тис,тисячею,тисячам,тисячами,тисячах 1000000:мільйон,мільйона,мільйонів,мільйони,млн,мільйону,мільйонам,мільйонами 1000000000:мільярд,мільярда,мільярдів,млрд 1.5:півтора,півтори",
  pl: '0:zero 1:jeden,jedna,jedno,jednego,jednej,jedną,jednym,jednemu 2:dwa,dwie,dwóch,dwaj,dwom,dwóm,dwoma,dwiema,dwu,dwoje,dwojga,dwojgiem,dwojgu 3:trzy,trzech,trzej,trzem,trzema,troje,trojga,trojgiem,trojgu 4:cztery,czterech,czterej,czterem,czterema,czworo,czworga,czworgiem,czworgu 5:pięć,pięciu,pięcioro,pięciorga,pięciorgiem,pięciorgu,pięcioma 6:sześć,sześciu,sześcioro,sześciorga,sześciorgiem,sześciorgu,sześcioma 7:siedem,siedmiu,siedmioro,siedmiorga,siedmiorgiem,siedmioma,siedmiorgu 8:osiem,ośmiu,ośmioro,ośmiorga,ośmiorgiem,ośmioma 9:dziewięć,dziewięciu,dziewięcioma,dziewięcioro,dziewięciorga 10:dziesięć,dziesięciu,dziesięcioma,dziesięcioro,dziesięciorga 11:jedenaście,jedenastu,jedenastoma,jedenaścioro,jedenaściorga 12:dwanaście,dwunastu,dwunastoma,tuzin,dwanaścioro,dwanaściorga 13:trzynaście,trzynastu,trzynastoma,trzynaścioro,trzynaściorga 14:czternaście,czternastu,czternastoma,czternaścioro,czternaściorga 15:piętnaście,piętnastu,piętnastoma,piętnaścioro,piętnaściorga 16:szesnaście,szesnastu,szesnaścioro,szesnaściorga 17:siedemnaście,siedemnastu,siedemnaścioro,siedemnaściorga 18:osiemnaście,osiemnastu,osiemnaścioro,osiemnaściorga 19:dziewiętnaście,dziewiętnastu,dziewiętnaścioro,dziewiętnaściorga 20:dwadzieścia,dwudziestu,dwudziestoma,dwadzieścioro 30:trzydzieści,trzydziestu,trzydziestoma 40:czterdzieści,czterdziestu,czterdziestoma 50:pięćdziesiąt,pięćdziesięciu,pięćdziesięcioma 60:sześćdziesiąt,sześćdziesięciu 70:siedemdziesiąt,siedemdziesięciu 80:osiemdziesiąt,osiemdziesięciu 90:dziewięćdziesiąt,dziewięćdziesięciu 100:sto,stu,stoma 200:dwieście,dwustu 300:trzysta,trzystu 400:czterysta,czterystu 500:pięćset,pięciuset 600:sześćset,sześciuset 700:siedemset,siedmiuset 800:osiemset,ośmiuset 900:dziewięćset,dziewięciuset 1000:tysiąc,tysiące,tysięcy,tysiąca,tys,tysiącem,tysiącom,tysiącami,tysiącach 1000000:milion,miliona,milionów,miliony,mln,milionom,milionami,milionem 1000000000:miliard,miliarda,miliardów,mld,miliardom 1.5:półtora,półtorej',
  ar: '0:صفر 1:واحد,واحدة,واحدا,أحد,إحدى 2:اثنان,اثنين,اثنتان,اثنتين,اثنا,اثني,اثنتا,اثنتي 3:ثلاثة,ثلاث,ثلاثا 4:أربعة,أربع,أربعا 5:خمسة,خمس,خمسا 6:ستة,ست,ستا 7:سبعة,سبع,سبعا 8:ثمانية,ثماني,ثمان,ثمانيا 9:تسعة,تسع,تسعا 10:عشرة,عشر,عشرا 20:عشرون,عشرين 30:ثلاثون,ثلاثين 40:أربعون,أربعين 50:خمسون,خمسين 60:ستون,ستين 70:سبعون,سبعين 80:ثمانون,ثمانين 90:تسعون,تسعين 100:مئة,مائة 200:مئتان,مئتين,مئتا,مئتي,مائتان,مائتين 300:ثلاثمئة,ثلاثمائة 400:أربعمئة,أربعمائة 500:خمسمئة,خمسمائة 600:ستمئة,ستمائة 700:سبعمئة,سبعمائة 800:ثمانمئة,ثمانمائة 900:تسعمئة,تسعمائة 1000:ألف,آلاف,ألفا 2000:ألفان,ألفين,ألفي 2000000:مليونان,مليونين,مليوني 1000000:مليون,مليونا,ملايين 1000000000:مليار,مليارات',
};

/** First to twelfth, by the beginnings of the words: for hours and days that are told so. */
const ordinals: Lists = {
  en: '1:first 2:second 3:third 4:fourth 5:fifth 6:sixth 7:seventh 8:eighth 9:ninth 10:tenth 11:eleventh 12:twelfth',
  be: '1:першай,першага 2:другой,другога 3:трэцяй,трэцяга 4:чацвёртай,чацвёртага 5:пятай,пятага 6:шостай,шостага 7:сёмай,сёмага 8:восьмай,восьмага 9:дзявятай,дзявятага 10:дзясятай,дзясятага 11:адзінаццатай,адзінаццатага 12:дванаццатай,дванаццатага',
  ru: '1:первого 2:второго 3:третьего 4:четвертого 5:пятого 6:шестого 7:седьмого 8:восьмого 9:девятого 10:десятого 11:одиннадцатого 12:двенадцатого',
  uk: "1:першій,першого,першої 2:другій,другої,другого 3:третій,третьої,третього 4:четвертій,четвертої,четвертого 5:п'ятій,п'ятої,п'ятого 6:шостій,шостої,шостого 7:сьомій,сьомої,сьомого 8:восьмій,восьмої,восьмого 9:дев'ятій,дев'ятої,дев'ятого 10:десятій,десятої,десятого 11:одинадцятій,одинадцятої,одинадцятого 12:дванадцятій,дванадцятої,дванадцятого",
  pl: '1:pierwszej,pierwszego 2:drugiej,drugiego 3:trzeciej,trzeciego 4:czwartej,czwartego 5:piątej,piątego 6:szóstej,szóstego 7:siódmej,siódmego 8:ósmej,ósmego 9:dziewiątej,dziewiątego 10:dziesiątej,dziesiątego 11:jedenastej,jedenastego 12:dwunastej,dwunastego',
  ar: '2:الثانية 3:الثالثة 4:الرابعة 5:الخامسة 6:السادسة 7:السابعة 8:الثامنة 9:التاسعة 10:العاشرة',
};

function readLists(lists: Lists): ReadonlyMap<string, ReadonlyMap<string, number>> {
  return new Map(
    Object.entries(lists).map(([language, list]) => {
      const values = new Map<string, number>();
      for (const entry of list.split(' ')) {
        const [value = '', forms = ''] = entry.split(':', 2);
        for (const form of forms.split(',')) values.set(foldWord(form), Number(value));
      }
      return [language, values];
    }),
  );
}

const cardinalsOf = readLists(cardinals);
const ordinalsOf = readLists(ordinals);

/** Arabic duals of what is counted here: they tell of two without a number word. */
const DUAL =
  /^(?:ال)?(?:شقت|يوم|شخص|طالب|منزل|ساع|شهر|اسبوع|سن|عام|قتيل|جريح|رجل|امرا|طفل|جند|مرت|هجوم|انفجار|صحفي|صحافي|شرطي|ضابط|معتقل|محتجز|قريت|مدينت|سيارت|قذيفت|صاروخ)(?:ان|ين|تان|تين)$/;

export function cardinalOf(folded: string, language: ListedLanguage): number | null {
  return cardinalsOf.get(language)?.get(folded) ?? null;
}

export function ordinalOf(folded: string, language: ListedLanguage): number | null {
  return ordinalsOf.get(language)?.get(folded) ?? null;
}

/** Whether an Arabic word, by its ending alone, tells of two. */
export const isDual = (folded: string, language: ListedLanguage): boolean =>
  language === 'ar' && DUAL.test(folded);

export const isScale = (value: number) => value === 1e3 || value === 1e6 || value === 1e9;

/**
 * Adds number words up one by one: `thirty`, `one`; `два`, `тысячи`, `сто`; `three`, `hundred`; `واحد`, `وثلاثون`.
 * `take` answers whether the word can belong to the number begun.
 */
export class NumberSum {
  #total = 0;
  #group = 0;
  /** Only a value below this may follow within the group: tens after hundreds, ones after tens. */
  #below = Infinity;
  #lastScale = Infinity;
  #taken = 0;
  #endsInOnes = false;

  get value(): number {
    return this.#total + this.#group;
  }

  take(value: number, joined: boolean): boolean {
    const fits = this.#fit(value, joined);
    if (fits) {
      this.#taken++;
      this.#endsInOnes = value > 0 && value < 10;
    }
    return fits;
  }

  #fit(value: number, joined: boolean): boolean {
    // Arabic has words for two thousand and two million.
    if (isScale(value / 2) && !isScale(value)) {
      if (value / 2 >= this.#lastScale || this.#group > 0) return false;
      this.#total += value;
      this.#below = 1_000;
      this.#lastScale = value / 2;
      return true;
    }
    if (isScale(value)) {
      if (value >= this.#lastScale) return false;
      if (this.#taken > 0 && this.#group === 0) return false;
      this.#total += (this.#taken === 0 ? 1 : this.#group) * value;
      this.#group = 0;
      this.#below = 1_000;
      this.#lastScale = value;
      return true;
    }
    if (value === 100 && this.#group >= 1 && this.#group < 10 && !joined) {
      this.#group *= 100;
      this.#below = 100;
      return true;
    }
    // Arabic says ones before tens: "one and thirty", and "three ten" for thirteen.
    if (joined && value >= 20 && value <= 90 && this.#group % 100 > 0 && this.#group % 100 < 10) {
      this.#group += value;
      this.#below = 0;
      return true;
    }
    if (value === 10 && !joined && this.#endsInOnes && this.#group % 100 < 10) {
      this.#group += 10;
      this.#below = 0;
      return true;
    }
    if (value >= this.#below || (this.#taken > 0 && value === 0)) return false;
    this.#group += value;
    this.#below = value >= 100 ? 100 : value >= 20 ? 10 : 0;
    return true;
  }
}
