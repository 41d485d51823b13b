/** "Today" where it means these times and no day: "once there were 40 of them, today there are 12". */
import { foldWord } from '../text/index.ts';
import type { Account } from './account.ts';
import type { FoundDate } from './dates.ts';
import { foldedAt, gapAfter, type Words } from './words.ts';

const listOf = (words: string) => new Set(words.split(' ').map(foldWord));

const TODAY = listOf('today сегодня сёння сьогодні dziś dzisiaj اليوم');
/** "Today in the morning" is a day. */
const PARTS_OF_DAY = listOf(
  'morning afternoon evening утром днем вечером ночью раніцай уранку ўранку днём увечары ўвечары ноччу уначы ўначы вранці зранку вдень ввечері увечері вночі уночі rano wieczorem nocą صباح مساء ظهر فجر صباحا ظهرا فجرا',
);
/** Words of old times, by which today is held against them. */
const OLD_TIMES = listOf(
  'formerly некогда калісьці некалі даўней колись kiedyś dawniej niegdyś قديما',
);
/** "Once there were", but not "at once", "more than once". */
const BEGINS = /[.!?,;:–—\n]/;
const YEARS_AGO = /^~-\d+(?:\.\d+)?Y$/;
const DECADE = /^~\d0s$/;
const YEAR = /^\d{4}(?:-\d\d)?$/;

/** "كانت الرحلة تستغرق ساعة، وصارت اليوم تستغرق ساعتين": it was so, and has become so today. */
const BECAME = /^[وف]?(?:صار|صارت|بات|باتت|اصبح|اصبحت)$/;
const WAS = /^[وف]?(?:كان|كانت|كانوا)$/;
const WAS_REACH = 15;

function wasBefore(words: Words, at: number): boolean {
  for (let before = at - 1; before >= at - WAS_REACH; before--) {
    if (/[.!?؟\n]/.test(gapAfter(words, before))) return false;
    if (WAS.test(foldedAt(words, before))) return true;
  }
  return false;
}

function tellsOldTimes(words: Words, at: number): boolean {
  const folded = foldedAt(words, at);
  if (folded === 'once') return at === 0 || BEGINS.test(gapAfter(words, at - 1));
  if (BECAME.test(folded) && TODAY.has(foldedAt(words, at + 1))) return wasBefore(words, at);
  return OLD_TIMES.has(folded) || (folded === 'когда' && foldedAt(words, at + 1) === 'то');
}

/** A year that is over, told without its day; years ago, a decade. */
const isLongAgo = ({ value, relative }: FoundDate, year: string): boolean =>
  YEARS_AGO.test(value) || DECADE.test(value) || (!relative && YEAR.test(value) && value < year);

/** Without those that are no day: with old times in their sentence, or in one beside it. Linear in the text. */
export function withoutNowadays(account: Account, dates: readonly FoundDate[]): FoundDate[] {
  const { words, sentenceOf, passageOf } = account;
  const isToday = ({ first, last }: FoundDate) =>
    first === last &&
    TODAY.has(foldedAt(words, first)) &&
    !PARTS_OF_DAY.has(foldedAt(words, first - 1)) &&
    !PARTS_OF_DAY.has(foldedAt(words, last + 1));
  const today = dates.find(isToday);
  if (today === undefined) return [...dates];
  /** The passage of each sentence that tells of old times, and of those by a word or a decade. */
  const old = new Map<number, number>();
  const plainly = new Map<number, number>();
  const note = (notes: Map<number, number>, at: number) =>
    notes.set(sentenceOf[at] ?? -1, passageOf[at] ?? -1);
  for (const date of dates) {
    if (isLongAgo(date, today.value.slice(0, 4))) note(old, date.first);
    if (DECADE.test(date.value)) note(plainly, date.first);
  }
  for (let at = 0; at < words.count; at++)
    if (tellsOldTimes(words, at)) for (const notes of [old, plainly]) note(notes, at);
  const besideOldTimes = ({ first }: FoundDate) => {
    const [sentence, passage] = [sentenceOf[first] ?? -1, passageOf[first]];
    // After the news of today its background often begins with a year: that is no contrast.
    return (
      old.get(sentence) === passage ||
      old.get(sentence - 1) === passage ||
      plainly.get(sentence + 1) === passage
    );
  };
  return dates.filter((date) => !(isToday(date) && besideOldTimes(date)));
}
