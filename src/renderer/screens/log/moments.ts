/** Times of the log: as they were in UTC, and by the clock of the place where it was done. */
const two = (value: number): string => String(value).padStart(2, '0');

/** `2026-04-09 21:14:03` */
export function momentInUtc(instant: string): string {
  return instant.slice(0, 19).replace('T', ' ');
}

/** `21:14 (+03:00)`, with the day before or after it when that differs from the day in UTC. */
export function momentThere(instant: string, offset: number): string {
  const there = new Date(Date.parse(instant) + offset * 60_000);
  const day = there.toISOString().slice(0, 10);
  const clock = `${two(there.getUTCHours())}:${two(there.getUTCMinutes())}`;
  const ahead = Math.abs(offset);
  const zone = `${offset < 0 ? '−' : '+'}${two(Math.floor(ahead / 60))}:${two(ahead % 60)}`;
  return `${day === instant.slice(0, 10) ? '' : `${day} `}${clock} (${zone})`;
}
