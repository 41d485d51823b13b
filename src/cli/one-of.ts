/** An option that is one of some words, whatever the case. Another word is told, with those that are known. */
import type { Arguments } from './command.ts';
import { t } from './output.ts';
import { UsageError } from './usage.ts';

export function oneOf<T extends string>(
  parsed: Arguments,
  option: string,
  words: readonly T[],
): T | undefined {
  const given = parsed.text(option);
  return given === undefined ? undefined : known(option, given, words);
}

/** Of an option that may be given several times. */
export function someOf<T extends string>(
  parsed: Arguments,
  option: string,
  words: readonly T[],
): T[] {
  return parsed.texts(option).map((given) => known(option, given, words));
}

export function known<T extends string>(option: string, given: string, words: readonly T[]): T {
  const wanted = given.trim().toLowerCase();
  const found = words.find((word) => word.toLowerCase() === wanted);
  if (found !== undefined) return found;
  throw new UsageError(t('command.unknownWord', { option, given, known: words.join(', ') }));
}
