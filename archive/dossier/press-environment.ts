/** The environment of a press: how the C library is to keep memory, and nothing else. */
import { bareEnvironment } from '../lib/bare-environment.ts';

/**
 * Memory goes back to the system when it is given up: glibc alone keeps most of it for later, for each thread by itself.
 * Two places for all threads take 130 MB less, and a hundredth of the time more; one place alone would take a fifth more.
 * An end of 2 MB that is free goes back at once: 10 to 30 MB less than with 32 MB, for three hundredths of the time.
 * Where another library keeps the memory, nobody reads this.
 */
const TRIMMED = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: String(128 * 1_024),
  MALLOC_TRIM_THRESHOLD_: String(2 * 1_024 * 1_024),
};

export const pressEnvironment = (): Record<string, string> => bareEnvironment(TRIMMED);
