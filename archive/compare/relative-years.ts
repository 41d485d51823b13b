/** Months and seasons of a year that is told beside them: "in November of last year", "осенью прошлого года", "last November". */
import { foldWord } from '../text/index.ts';
import type { FoundDate } from './dates.ts';
import { foldedAt, gapAfter, type Words } from './words.ts';

const listOf = (words: string) => new Set(words.split(' ').map(foldWord));

const MONTH_OR_DAY = /^(?:\d{4}|-)-(\d\d(?:-\d\d)?)$/;
const MONTH = /^(\d{4})-(\d\d)$/;
const SEASON = /^~(?:spring|summer|autumn|winter)$/;
const TOLD_YEAR = /^~(?:before-last|last|this|next)-year$/;
const YEAR = /^\d{4}$/;
const JOINING = listOf('of in the من');
const PLAIN_GAP = /^,?[ \u00a0\u202f]$/;
const FARTHEST = 3;

/** Whether only little words stand between two dates: "November of last year". */
function goesOn(words: Words, { last }: FoundDate, { first }: FoundDate): boolean {
  if (first <= last || first - last > FARTHEST) return false;
  for (let at = last; at < first; at++) {
    if (!PLAIN_GAP.test(gapAfter(words, at))) return false;
    if (at > last && !JOINING.has(foldedAt(words, at))) return false;
  }
  return true;
}

/** The month or season `before` in the year that `date` tells; `null` when they do not go together. */
export function ofToldYear(words: Words, before: FoundDate, date: FoundDate): FoundDate | null {
  if (!TOLD_YEAR.test(date.value) || date.day === undefined || !YEAR.test(date.day)) return null;
  if (!goesOn(words, before, date)) return null;
  const whole = { ...before, last: date.last, end: date.end };
  const month = before.relative ? null : MONTH_OR_DAY.exec(before.value)?.[1];
  if (month !== null && month !== undefined) return { ...whole, value: `${date.day}-${month}` };
  return SEASON.test(before.value) ? { ...whole, value: `${before.value}-${date.day}` } : null;
}

const THAT = listOf(
  'that тот ту то той того та тую той тієї тамтой tamten tamtą tamtego tamtej ow ową owego owej ذلك',
);

/** "On that Sunday" is the Sunday that was told of. */
export function thatDay(words: Words, date: FoundDate): FoundDate {
  const day = date.weekday !== undefined && THAT.has(foldedAt(words, date.first - 1));
  return day ? { ...date, thatDay: true } : date;
}

const LAST = listOf(
  'last минулий минулого минулому прошлый прошлом прошлого мінулы мінулым мінулага',
);
const NEXT = listOf('next следующий следующем следующего наступний наступного наступному наступны');
const LAST_BEHIND = listOf('الماضي المنصرم الفائت');
const NEXT_BEHIND = listOf('المقبل القادم');

/** "Last November" is the one before the day of publication, "next May" the one after it. */
export function lastMonth(words: Words, date: FoundDate, published: string | null): FoundDate {
  const month = MONTH.exec(date.value);
  const today = /^(\d{4})-(\d\d)/.exec(published ?? '');
  if (month === null || today === null || date.first !== date.last) return date;
  const before = foldedAt(words, date.first - 1);
  const behind = PLAIN_GAP.test(gapAfter(words, date.last)) ? foldedAt(words, date.last + 1) : '';
  const last = LAST.has(before) || LAST_BEHIND.has(behind);
  const next = NEXT.has(before) || NEXT_BEHIND.has(behind);
  if (last === next) return date;
  const [year, now] = [Number(today[1]), Number(today[2])];
  const of = Number(month[2]);
  const whole = last ? year - (of < now ? 0 : 1) : year + (of > now ? 0 : 1);
  return { ...date, value: `${whole}-${month[2]}` };
}
