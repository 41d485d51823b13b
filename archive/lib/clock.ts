/** The time of day as an argument, so that tests and rebuilt documents can fix it. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00Z. */
  now(): number;
  /** Minutes that local time is ahead of UTC. */
  offset(): number;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  offset: () => -new Date().getTimezoneOffset(),
};

/** `2026-04-09T21:14:03.120Z` */
export function toIso(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
