/** Finds the n-th of a count: "the third fire", "седьмое дело", "للمرة الثالثة". */
import { foldWord } from '../text/index.ts';
import type { ListedLanguage } from './language.ts';
import type { Meanings } from './meaning.ts';
import { nthOf } from './nth-words.ts';
import type { FoundNumber } from './numbers.ts';
import { endAt, foldedAt, gapAfter, startAt, type Words } from './words.ts';

type Lists = Readonly<Record<Exclude<ListedLanguage, 'other'>, string>>;

/** What has a number to tell it from others: the second floor is no count of floors. */
const labelled: Lists = {
  en: 'floor storey grade class form hearing article school ward degree category kilometre kilometer channel platform century half part world instance shift group place quarter party person hand paragraph page line chapter volume sentence section edition draft row',
  ru: 'этаж век столет класс курс стать школ отделени степен километр категори канал групп половин част миров инстанц смен мест канал участк сторон очеред чтени абзац страниц строк глав раздел предложени издани ряд',
  be: 'паверх паверс стагоддз век клас курс артыкул школ аддзялен ступен кіламетр катэгор канал груп палов част сусветн інстанц змен мес бок чытанн абзац старон радк раздзел сказ выданн рад',
  uk: 'поверх поверс століт вік клас курс статт школ відділен ступен кілометр категор канал груп полов част світов інстанц змін місц бік бок читанн абзац сторін рядк розділ речен видан ряд',
  pl: 'piętr wiek stuleci klas kurs artykuł szkoł oddział stopn stopień kilometr kategori kanał grup połow częś świat instancj zmian miejsc stron czytan akapit wers rozdział zdani wydani rząd',
  ar: 'الطابق الدور الصف الماده المدرسه الدرجه الفيه القناه النصف العالميه الساعه القرن تشرين كانون ربيع جمادي طرف الفقره الصفحه السطر الفصل الجمله الطبعه',
};

/** What stands in one place and is told from others of its kind by a number: "the second furnace was cold". */
const standing: Lists = {
  en: 'furnace boiler bridge pump shaft gate wing building hall turbine generator reactor tower block unit kiln pier quay berth ferry room office corridor staircase lift entrance exit tunnel substation warehouse workshop barrack cell pit',
  ru: 'печ котел котл мост насос ворот корпус здани турбин генератор реактор башн блок энергоблок скважин пирс причал паром палат кабинет комнат коридор лестниц лифт барак подъезд тоннел туннел подстанци цех склад амбар отсек агрегат колодц',
  be: 'печ кацел катл мост помп насос варот корпус будын турбін генератар рэактар веж блок энергаблок свідравін прычал паром палат кабінет пако калідор лесвіц ліфт барак пад’езд тунэл падстанцы цэх склад свіран адсек агрэгат калодзеж',
  uk: 'піч печ котел котл міст мост насос ворот корпус будів турбін генератор реактор веж блок енергоблок свердловин причал пором палат кабінет кімнат коридор ліфт барак тунел підстанці цех склад комор відсік агрегат колодяз',
  pl: 'piec pomp most kocioł kotł bram skrzydł budyn turbin generator reaktor wież blok studni nabrzeż prom sali gabine pokoj pokój korytarz barak klatk tunel wydział magazyn spichlerz agregat',
  ar: 'الفرن الغلايه الجسر المضخه البئر البوابه المبني القاعه التوربين المولد المفاعل البرج الوحده الرصيف العباره الغرفه المكتب الممر المدخل المخرج النفق المحطه المستودع العنبر',
};
const STANDING_ENDING = 3;
/** "This is the second furnace that burst", "уже третий котёл": these are counted. */
const COUNTED_BEFORE = new Set(
  'this that is was already это уже был была стал стала гэта ўжо ужо быў была стаў стала це вже був була став стала to już był była został هذا هذه وهذا وهذه ذلك'
    .split(' ')
    .map(foldWord),
);

/** Little words after which something is counted all the same: "the third since May", "в третий раз". */
const counting: Lists = {
  en: 'time times since there such this in',
  ru: 'раз с по за такой такая такое',
  be: 'раз з па за такі такая такое',
  uk: 'раз з від за по такий така таке',
  pl: 'raz od z taki taka takie w',
  ar: '',
};

const listed = ['en', 'ru', 'be', 'uk', 'pl', 'ar'] as const;
const labelsOf = new Map<ListedLanguage, readonly string[]>(
  listed.map((language) => [language, labelled[language].split(' ').map(foldWord)]),
);

const standingOf = new Map<ListedLanguage, readonly string[]>(
  listed.map((language) => [language, standing[language].split(' ').map(foldWord)]),
);

const countingOf = new Map<ListedLanguage, ReadonlySet<string>>(
  listed.map((language) => [language, new Set(counting[language].split(' ').map(foldWord))]),
);

const WORD_GAP = /^[ \u00a0\u202f]$/;
const DASH_GAP = /^[-‑]$/;
const DIGIT_ORDINAL = /^(\d{1,3})(?:st|nd|rd|th)$/;
const SHORTEST_ENDING = /^(?:\p{L}{1,3})$/u;

/** The number and the last word of an ordinal at `at`. */
function readOrdinal(
  words: Words,
  meanings: Meanings,
  at: number,
): { readonly value: number; readonly last: number } | null {
  const folded = foldedAt(words, at);
  const english = DIGIT_ORDINAL.exec(folded);
  if (english !== null) return { value: Number(english[1]), last: at };
  const { digits } = meanings.at(words, at);
  if (digits && folded.length <= 3 && DASH_GAP.test(gapAfter(words, at)))
    return SHORTEST_ENDING.test(foldedAt(words, at + 1))
      ? { value: Number(folded), last: at + 1 }
      : null;
  const value = nthOf(folded, meanings.language);
  return value === null ? null : { value, last: at };
}

/** After these words an ordinal counts times, whatever follows: "po raz trzeci". */
const TIMES = new Set('раз raz المره للمره'.split(' ').map(foldWord));
/** The first is only counted as the last part of a number: "twenty-first". */
const FIRST = /^(?:first|перв|перш|pierwsz)/;
export const isFirst = (folded: string): boolean => FIRST.test(folded);
/** "The first time they took …, the second time …" tells which. */
const ANY_FIRST = /^(?:first|перв|перш|pierwsz|(?:[وفبل]?ال)?اول[يه]?$)/;

/** "Every fourth" is a share. */
const EVERY = new Set(
  'every each кожны кожная кожнае каждый каждая каждое каждого каждую кожен кожна кожне кожного co każdy każda każde كل'
    .split(' ')
    .map(foldWord),
);

/** Words looked at for what is counted, before and after: "второй судебный этаж". */
const LABEL_REACH = 2;

const COUNTED_REACH = 2;

/** Whether what is told of has its place, and nothing says that it is counted. */
function tellsWhich(words: Words, language: ListedLanguage, first: number, last: number): boolean {
  const at = language === 'ar' ? first - 1 : last + 1;
  if (!WORD_GAP.test(gapAfter(words, language === 'ar' ? at : last))) return false;
  const folded = foldedAt(words, at);
  const stands = (standingOf.get(language) ?? []).some(
    (thing) => folded.startsWith(thing) && folded.length - thing.length <= STANDING_ENDING,
  );
  if (!stands) return false;
  const from = language === 'ar' ? at : first;
  for (let before = from - COUNTED_REACH; before < from; before++)
    if (COUNTED_BEFORE.has(foldedAt(words, before))) return false;
  return true;
}

const CLAUSE_GAP = /[,;—–،؛]/;
const SENTENCE_END = /[.!?؟\n]/;
const FARTHEST_OTHER = 12;

/** "The third boiler was off, the second is broken": of one sentence with another that tells which. */
function goesOnWith(words: Words, which: number, at: number): boolean {
  if (which < 0 || at - which > FARTHEST_OTHER) return false;
  let clause = false;
  for (let word = which; word < at; word++) {
    const gap = gapAfter(words, word);
    if (SENTENCE_END.test(gap)) return false;
    // An article may stand between.
    if (CLAUSE_GAP.test(gap)) clause = at - word <= 3;
  }
  return clause;
}

/** Endings of what may stand between an n-th and its noun; "второй обстрел школы" counts attacks, and no schools. */
const DESCRIBES: Readonly<Partial<Record<ListedLanguage, RegExp>>> = {
  ru: /(?:[ыио]й|ая|яя|ое|ее|[ое]го|[ое]му|ую|юю|[ыи]м|[ое]м)$/,
  be: /(?:[ыі]|[ая]я|[оая]е|[оая]га|[оая]му|ую|юю|[ыі]м|[оая]й)$/,
  uk: /(?:[иі]й|[аяую]|[ое]го|[ое]му|[иі]м|ої)$/,
  pl: /(?:[yiae]|ego|emu|ej|ym|im)$/,
};
const mayDescribe = (words: Words, language: ListedLanguage, at: number): boolean =>
  DESCRIBES[language]?.test(foldedAt(words, at)) ?? true;

/** "The second time a man laughed" begins with an occasion; "for the second time" counts. */
const isOccasion = (words: Words, first: number): boolean =>
  foldedAt(words, first - 1) === 'the' && /[.!?;:,“"\n]/.test(gapAfter(words, first - 2));

const THIS_IS = new Set('это гэта це'.split(' ').map(foldWord));
const OF_WHICH = new Set(['which', 'whom', 'them', 'those']);
const ALREADY = new Set('already уже ужо вже już'.split(' ').map(foldWord));
const AND = new Set('and и і й ды та i oraz'.split(' ').map(foldWord));

/** "Drugi i trzeci kupiła spółka": two that are joined are told from others. */
const isJoinedNth = (words: Words, language: ListedLanguage, first: number): boolean =>
  AND.has(foldedAt(words, first - 1)) &&
  (nthOf(foldedAt(words, first - 2), language) !== null ||
    ANY_FIRST.test(foldedAt(words, first - 2)));

/** The past tense of what somebody did, and what was done to somebody. */
const DID: Readonly<Partial<Record<ListedLanguage, RegExp>>> = {
  ru: /(?:[аеиоуыяё]л[аои]?|л(?:ся|ась|ось|ись))$/u,
  be: /(?:[аеёіоуыя](?:ў|л[аоі])|ўся|л[аоі]ся)$/u,
  uk: /(?:[аеиіоуяїю](?:в|л[аои])|вся|л[аои]ся)$/u,
  pl: /(?:[aeiouyąęó](?:ł[aoy]?|li)|[ao]no|[eęiy]to)$/u,
};
/** Things whose words end so too: "третье дело", "другий прорив", "trzeci strzał". */
const NO_DID =
  /^(?:дел|справ|сел|сял|сіл|сил|тел|числ|скал|школ|стол|зал|канал|квартал|обстрел|абстрэл|обстріл|отдел|аддзел|відділ|раздел|провал|завал|вокзал|материал|журнал|сигнал|финал|генерал|острів|востраў|прорив|обрив|підрив|вплив|наплив|прарыў|szkoł|kanał|oddział|wydział|rozdział|materiał|strzał|generał|sił|skał)/u;

/** An n-th that did something, or to whom it was done, was told of before: "двое ранены, третьего отпустили". */
function tookPart(words: Words, meanings: Meanings, first: number, last: number): boolean {
  const did = DID[meanings.language];
  if (did === undefined || !WORD_GAP.test(gapAfter(words, last))) return false;
  if (first > 0 && WORD_GAP.test(gapAfter(words, first - 1))) return false;
  const { concept } = meanings.at(words, last + 1);
  if (concept !== null && concept.sort !== 'state' && concept.sort !== 'word') return false;
  const written = words.text.slice(startAt(words, last + 1), endAt(words, last + 1));
  return did.test(written) && !NO_DID.test(written);
}

/** What only tells which one, a fraction, or nothing that is counted. */
function countsNothing(words: Words, meanings: Meanings, first: number, last: number): boolean {
  const { language } = meanings;
  const before = meanings.at(words, first - 1);
  const next = meanings.at(words, last + 1);
  if (
    language !== 'ar' &&
    (isJoinedNth(words, language, first) || tookPart(words, meanings, first, last))
  )
    return true;
  // "one third of them", "a tenth of the nets", "two thirds"
  const tens = before.cardinal !== null && before.cardinal >= 20;
  if ((before.cardinal !== null && !tens) || (before.digits && language !== 'ar')) return true;
  if (TIMES.has(before.folded)) return false;
  if (next.folded === 'time' && isOccasion(words, first)) return true;
  if (EVERY.has(before.folded)) return true;
  if (language === 'en' && ['a', 'an'].includes(before.folded)) {
    // "A third of them", "of which a third came"
    if (next.folded === 'of' || OF_WHICH.has(foldedAt(words, first - 2))) return true;
  }
  const labels = labelsOf.get(language) ?? [];
  const from = language === 'ar' ? first - LABEL_REACH : last + 1;
  const to = last + LABEL_REACH;
  // "Гэта сёмая зачыненая школа": what is told of is counted.
  const told = language !== 'ar' && THIS_IS.has(before.folded);
  for (let at = from; at <= to && !told; at++)
    if (
      (at <= last + 1 || mayDescribe(words, language, at - 1)) &&
      labels.some((label) => foldedAt(words, at).startsWith(label))
    )
      return true;
  if (language === 'ar') return false;
  // "Гэтая — сёмая."
  if (/[—–]/.test(gapAfter(words, first - 1)) && !WORD_GAP.test(gapAfter(words, last)))
    return false;
  // "This is already the third."
  if (ALREADY.has(before.folded) || ALREADY.has(foldedAt(words, first - 2))) return false;
  if (!WORD_GAP.test(gapAfter(words, last)) || words.capital[last + 1] === 1) return true;
  return next.stop && countingOf.get(language)?.has(next.folded) !== true;
}

/** Twenty to ninety, or hundreds, in the word before; 0 when there is none. */
function tensBefore(words: Words, meanings: Meanings, at: number): number {
  const before = meanings.at(words, at - 1);
  const tens = before.cardinal ?? nthOf(before.folded, meanings.language) ?? 0;
  const joined = /^[ \u00a0-]$/.test(gapAfter(words, at - 1));
  if (joined && tens >= 100 && tens < 1_000 && tens % 100 === 0) return tens;
  return joined && tens >= 20 && tens <= 90 && tens % 10 === 0 ? tens : 0;
}

/** "Dwudziesty pierwszy": the tens of an n-th, which is read with its last word. */
const isTensOf = (words: Words, meanings: Meanings, at: number, value: number): boolean =>
  value >= 20 &&
  WORD_GAP.test(gapAfter(words, at)) &&
  (FIRST.test(foldedAt(words, at + 1)) ||
    (nthOf(foldedAt(words, at + 1), meanings.language) ?? value) < 10);

/** In order, with "twenty-first" as one; the first of a count is none. `taken[i]` is 1 for words of dates and numbers. */
export function ordinalsIn(words: Words, meanings: Meanings, taken: Uint8Array): FoundNumber[] {
  const found: FoundNumber[] = [];
  let which = -1;
  for (let at = 0; at < words.count; at++) {
    if (taken[at] === 1) continue;
    const tens = tensBefore(words, meanings, at);
    if (tens === 0 && ANY_FIRST.test(foldedAt(words, at))) which = at;
    const first = tens > 0 && FIRST.test(foldedAt(words, at));
    const read = first ? { value: 1, last: at } : readOrdinal(words, meanings, at);
    if (read === null || taken[read.last] === 1) continue;
    const whole = read.value < 10 || tens >= 100 ? tens + read.value : read.value;
    if (whole < 2 || isTensOf(words, meanings, at, read.value)) continue;
    if (goesOnWith(words, which, at)) continue;
    const telling = tellsWhich(words, meanings.language, at, read.last);
    if (telling) which = at;
    if (telling || countsNothing(words, meanings, at, read.last)) continue;
    found.push({
      first: whole === read.value ? at : at - 1,
      last: read.last,
      start: startAt(words, whole === read.value ? at : at - 1),
      end: endAt(words, read.last),
      value: whole,
      percent: false,
      approximate: false,
      needsNoun: false,
      label: false,
      ordinal: true,
    });
    at = read.last;
  }
  return found;
}
