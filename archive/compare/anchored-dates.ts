/** What spans that are told from elsewhere come to: "on 15 January … the next day", "64 million in 2025 … two years earlier". */
import type { Account } from './account.ts';
import type { FoundDate } from './dates.ts';

const SPAN = /^~([+-])(\d+)([DWMY])$/;
const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;
const MONTH = /^(\d{4})-(\d\d)(?:-\d\d)?$/;
const YEAR = /^(\d{4})(?:-\d\d){0,2}$|^~(?:spring|summer|autumn|winter)-(\d{4})$/;
const DAY_MILLISECONDS = 86_400_000;
const MONTHS = 12;

/** The day, month or year so far from `anchor`; `null` when the anchor is not told as exactly. */
function cameTo(span: RegExpExecArray, anchor: string): string | null {
  const [, sign, count = '', unit = ''] = span;
  const by = Number(count) * (sign === '-' ? -1 : 1);
  if (unit === 'Y') {
    const year = YEAR.exec(anchor);
    return year === null ? null : String(Number(year[1] ?? year[2]) + by);
  }
  if (unit === 'M') {
    const month = MONTH.exec(anchor);
    if (month === null) return null;
    const months = Number(month[1]) * MONTHS + Number(month[2]) - 1 + by;
    return `${Math.floor(months / MONTHS)}-${String((months % MONTHS) + 1).padStart(2, '0')}`;
  }
  if (!DAY.test(anchor)) return null;
  const days = by * (unit === 'W' ? 7 : 1);
  return new Date(Date.parse(anchor) + days * DAY_MILLISECONDS).toISOString().slice(0, 10);
}

/** In order, as `dates` are. Each span gets what it comes to from the date before it in its passage. */
export function anchored(account: Account, dates: readonly FoundDate[]): FoundDate[] {
  let passage = -1;
  let anchor: string | undefined;
  return dates.map((date) => {
    const own = account.passageOf[date.first] ?? -1;
    if (own !== passage) {
      passage = own;
      anchor = undefined;
    }
    const span = SPAN.exec(date.value);
    if (span === null) {
      if (YEAR.test(date.value)) anchor = date.value;
      return date;
    }
    const from = anchor === undefined ? null : cameTo(span, anchor);
    if (from === null) return date;
    anchor = from;
    return { ...date, fromBefore: from };
  });
}
