/** Reads a date as a person types it: `2026`, `4.2026`, `9 April 2026`, `09.04.2026`, `2026-04-09`. */
const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

function monthOf(word: string): number | null {
  const index = months.findIndex(
    (name) => word.length >= 3 && name.startsWith(word.toLowerCase().replace('.', '')),
  );
  return index === -1 ? null : index + 1;
}

function joined(year: number, month?: number, day?: number): string | null {
  if (month === undefined) return String(year);
  if (month < 1 || month > 12) return null;
  const two = (value: number) => String(value).padStart(2, '0');
  if (day === undefined) return `${year}-${two(month)}`;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return day < 1 || day > last ? null : `${year}-${two(month)}-${two(day)}`;
}

/**
 * The date in the archive's form (`2026-04-09`, shorter where less was said), or `null` when it cannot be
 * understood. Day before month, as everywhere but in the United States; a time is taken only in the archive's form.
 */
export function parsePartialDate(typed: string): string | null {
  const text = typed.trim().replace(/\s+/g, ' ');
  const clock = /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d(?:Z|[+-]\d\d:\d\d)?$/.exec(text);
  if (clock) return joinedDay(text.slice(0, 10)) === null ? null : text;
  const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text);
  if (iso) return joined(...given(iso[1], iso[2], iso[3]));
  const dotted = /^(?:(\d{1,2})[./ ])?(\d{1,2})[./ ](\d{4})$/.exec(text);
  if (dotted) return joined(...given(dotted[3], dotted[2], dotted[1]));
  const worded = /^(?:(\d{1,2})\.? )?([a-z]+\.?),? (\d{4})$/i.exec(text);
  const month = worded && monthOf(worded[2] ?? '');
  if (worded && month !== null) return joined(...given(worded[3], String(month), worded[1]));
  return null;
}

function joinedDay(iso: string): string | null {
  const [year, month, day] = iso.split('-').map(Number);
  return joined(year ?? 0, month, day);
}

function given(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): [year: number, month?: number, day?: number] {
  if (month === undefined) return [Number(year)];
  return day === undefined
    ? [Number(year), Number(month)]
    : [Number(year), Number(month), Number(day)];
}
