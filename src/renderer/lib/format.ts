/** Dates, numbers and names of languages as a person reads them. The one place that uses `Intl`. */
const locale = 'en-GB';

const numbers = new Intl.NumberFormat(locale);
const oneDecimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
const languages = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' });

const utc = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
const fullDay = utc({ day: 'numeric', month: 'long', year: 'numeric' });
const shortDay = utc({ day: 'numeric', month: 'short', year: 'numeric' });
const dayAndMonth = utc({ day: 'numeric', month: 'short' });
const longDayAndMonth = utc({ day: 'numeric', month: 'long' });
const monthAlone = utc({ month: 'long' });
const month = utc({ month: 'long', year: 'numeric' });
const shortMonth = utc({ month: 'short', year: 'numeric' });
const weekday = utc({ weekday: 'short' });
const localMoment = new Intl.DateTimeFormat(locale, {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

export const formatNumber = (value: number): string => numbers.format(value);

/** `3.4 MB`, by powers of 1,000. */
export function formatBytes(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${oneDecimal.format(value)} ${units[unit] ?? ''}`;
}

/**
 * `Belarusian` for `be`; an empty text for `und`. What is no code, such as one that is still being typed, comes back as
 * it is: `Intl` throws at it.
 */
export function formatLanguage(code: string): string {
  if (code === 'und') return '';
  try {
    return languages.of(code) ?? code;
  } catch {
    return code;
  }
}

/**
 * A date as far as it is known: `2026`, `April 2026`, `9 April 2026`, `9 April 2026, 21:14 (+03:00)`. The time is
 * told as it was read, never moved into another zone. `brief` leaves out the present year. `--04-10`, of which no year is
 * known, is `10 April`. What is no such date comes back as it is.
 */
export function formatDate(partial: string, length: 'long' | 'short' | 'brief' = 'long'): string {
  const parts =
    /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d)(?::[\d.]+)?(Z|[+-]\d\d:\d\d)?)?)?)?$/.exec(
      partial,
    );
  if (!parts) return formatYearless(partial) ?? partial;
  const [, year = '', monthPart, day, time, zone] = parts;
  if (monthPart === undefined) return year;
  const at = Date.UTC(Number(year), Number(monthPart) - 1, Number(day ?? 1));
  if (day === undefined) return (length === 'long' ? month : shortMonth).format(at);
  if (length === 'brief' && Number(year) === new Date().getFullYear())
    return dayAndMonth.format(at);
  const date = (length === 'long' ? fullDay : shortDay).format(at);
  if (time === undefined || length !== 'long') return date;
  return zone === undefined
    ? `${date}, ${time}`
    : `${date}, ${time} (${zone === 'Z' || zone === '+00:00' ? 'UTC' : zone})`;
}

function formatYearless(partial: string): string | null {
  const [, monthPart, day] = /^--(\d\d)(?:-(\d\d))?$/.exec(partial) ?? [];
  if (monthPart === undefined) return null;
  // A leap year: 29 February is a day of it.
  const at = Date.UTC(2024, Number(monthPart) - 1, Number(day ?? 1));
  return (day === undefined ? monthAlone : longDayAndMonth).format(at);
}

/** `Wed` for a date known to the day, else an empty text. */
export function formatWeekday(partial: string): string {
  const day = /^(\d{4})-(\d\d)-(\d\d)/.exec(partial);
  if (!day) return '';
  return weekday.format(Date.UTC(Number(day[1]), Number(day[2]) - 1, Number(day[3])));
}

/** A moment in UTC in the clock of this machine: `9 April 2026 at 21:14`. */
export const formatMoment = (instant: string): string => localMoment.format(new Date(instant));

/** A moment in UTC as the day of this machine's clock: `9 Apr 2026`; `brief` leaves out the present year. */
export function formatDayOf(instant: string, length: 'short' | 'brief' = 'short'): string {
  const at = new Date(instant);
  const brief = length === 'brief' && at.getFullYear() === new Date().getFullYear();
  return (brief ? dayAndMonth : shortDay).format(
    Date.UTC(at.getFullYear(), at.getMonth(), at.getDate()),
  );
}

/** A digest in groups of four, for eyes that compare: `9f3c 21ab …`. */
export const formatDigest = (hex: string): string => hex.replace(/(.{4})(?=.)/g, '$1 ');

/** Orders names as a reader expects, whatever the script. */
export const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
