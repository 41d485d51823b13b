/** The stretch of time that a date as far as it is known can mean. A month is its thirty days, never its first. */

export interface Stretch {
  /** Milliseconds since 1970 in UTC. */
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

export type Precision = 'year' | 'month' | 'day' | 'time';

const DATE =
  /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,6}))?)?(Z|[+-]\d\d:\d\d)?)?)?)?$/;
const MINUTE = 60_000;
const SECOND = 1_000;

export function precisionOf(date: string): Precision {
  if (date.length === 4) return 'year';
  if (date.length === 7) return 'month';
  return date.length === 10 ? 'day' : 'time';
}

/** `null` for what is no such date. A time whose zone is not stated is taken as UTC. */
export function stretchOf(date: string): Stretch | null {
  const parts = DATE.exec(date);
  if (!parts) return null;
  const [, year = '', month, day, hour, minute, second, , zone] = parts;
  const [y, m] = [Number(year), Number(month ?? '1') - 1];
  if (month === undefined) return { start: midnight(y, 0, 1), end: midnight(y + 1, 0, 1) };
  if (day === undefined) return { start: midnight(y, m, 1), end: midnight(y, m + 1, 1) };
  // 31 February is read as the last of that month: it does not become March.
  const start = Math.min(midnight(y, m, Number(day)), midnight(y, m + 1, 0));
  if (hour === undefined) return { start, end: start + 24 * 60 * MINUTE };
  const clock = (Number(hour) * 60 + Number(minute ?? '0') - offsetOf(zone)) * MINUTE;
  if (second === undefined) return { start: start + clock, end: start + clock + MINUTE };
  const at = start + clock + Number(second) * SECOND;
  return { start: at, end: at + SECOND };
}

/** `Date.UTC` takes the years up to 99 for those of the twentieth century. */
function midnight(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return date.getTime();
}

/** Minutes before UTC. */
function offsetOf(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6));
  return zone.startsWith('-') ? -minutes : minutes;
}
