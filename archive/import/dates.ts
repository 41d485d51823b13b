/** Dates as files write them, to `PartialDate`: as far as they are known, with their own zone or without one. */

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const ISO =
  /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2})(?:(?:[T ]|\s+)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?)?)?$/i;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$/i;
/** RFC 5322, and what `toString` of a date gives: `Thu Apr 09 2026 21:14:03 GMT+0300 (…)`. */
const MAIL =
  /^(?:[a-z]{3,9},?\s+)?(\d{1,2})\s+([a-z]{3})[a-z]*\.?,?\s+(\d{4})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(?:(Z|UTC|GMT|UT)|([+-]\d{2}:?\d{2}))?)?\s*(?:\(.*\))?$/i;
const SCRIPT =
  /^(?:[a-z]{3,9},?\s+)?([a-z]{3})[a-z]*\.?\s+(\d{1,2}),?\s+(\d{4})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(?:GMT|UTC)?(Z|[+-]\d{2}:?\d{2})?)?\s*(?:\(.*\))?$/i;

/**
 * `2026-04-09T21:14:03+0300` → `2026-04-09T21:14:03+03:00`. `null` for what is no date, does not exist
 * (30 February) or cannot be read without guessing (`04/09/2026`). A time without a zone stays without one.
 */
export function toPartialDate(written: string): string | null {
  const text = written.slice(0, 100).trim();
  const iso = ISO.exec(text);
  if (iso) {
    const [, year, month, day, hour, minute, second, fraction, zone] = iso;
    return compose(year, month, day, { hour, minute, second, fraction, zone });
  }
  const compact = COMPACT.exec(text);
  if (compact) {
    const [, year, month, day, hour, minute, second, zone] = compact;
    return compose(year, month, day, { hour, minute, second, zone });
  }
  const mail = MAIL.exec(text);
  if (mail) {
    const [, day, month, year, hour, minute, second, utc, zone] = mail;
    return compose(year, monthNumber(month), day, { hour, minute, second, zone: utc ?? zone });
  }
  const script = SCRIPT.exec(text);
  if (script) {
    const [, month, day, year, hour, minute, second, offset] = script;
    const zone = offset ?? (/\b(?:GMT|UTC)\b/i.test(text) ? 'Z' : undefined);
    return compose(year, monthNumber(month), day, { hour, minute, second, zone });
  }
  return null;
}

/** EXIF writes `2026:04:09 21:14:03`, the zone apart: `+03:00`. `null` for blanks, zeros and nonsense. */
export function fromExifDate(written: string, zone: string | null): string | null {
  const text = written.trim().replace(/^(\d{4}):(\d{2}):(\d{2})/, '$1-$2-$3');
  const offset = zone !== null && /^[+-]\d{2}:\d{2}$/.test(zone.trim()) ? zone.trim() : '';
  return toPartialDate(
    /\d:\d\d/.test(text) && !/(?:Z|[+-]\d{2}:\d{2})$/.test(text) ? text + offset : text,
  );
}

interface Time {
  readonly hour: string | undefined;
  readonly minute: string | undefined;
  readonly second?: string | undefined;
  readonly fraction?: string | undefined;
  readonly zone?: string | undefined;
}

function compose(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  time: Time,
): string | null {
  if (year === undefined || Number(year) === 0) return null;
  if (month === undefined) return year;
  if (Number(month) < 1 || Number(month) > 12) return null;
  if (day === undefined) return `${year}-${two(month)}`;
  if (!exists({ year: Number(year), month: Number(month), day: Number(day) })) return null;
  const date = `${year}-${two(month)}-${two(day)}`;
  const clock = toClock(time);
  return clock === null ? null : date + clock;
}

/** Empty when there is no time; `null` when there is no such time. */
function toClock({ hour, minute, second, fraction, zone }: Time): string | null {
  if (hour === undefined || minute === undefined) return '';
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return null;
  const seconds = second === undefined ? '' : `:${second}`;
  const part = second === undefined || fraction === undefined ? '' : `.${fraction.slice(0, 6)}`;
  const offset = toZone(zone);
  return offset === null ? null : `T${two(hour)}:${minute}${seconds}${part}${offset}`;
}

function toZone(zone: string | undefined): string | null {
  if (zone === undefined) return '';
  if (/^(?:z|utc|gmt|ut)$/i.test(zone)) return 'Z';
  const [, sign = '', hours = '', minutes = '00'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? [];
  if (Number(hours) > 15 || Number(minutes) > 59) return null;
  return `${sign}${hours}:${minutes}`;
}

function exists({ year, month, day }: Day): boolean {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day >= 1 && day <= (lengths[month - 1] ?? 0);
}

function monthNumber(name: string | undefined): string {
  return String(MONTHS.indexOf((name ?? '').toLowerCase().slice(0, 3)) + 1);
}

function two(number: string): string {
  return number.padStart(2, '0');
}
