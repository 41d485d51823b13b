/** Two copies of one file: which of them to go by. */
import { TooNewError } from '../format/damage.ts';

/**
 * The first that could be read, or `null`. Throws `TooNewError` when none could and one says that it is of a later
 * version: beside a whole copy such a one is merely damaged.
 */
export function wholeOf<T extends object>(copies: readonly (T | TooNewError | null)[]): T | null {
  const whole = copies.find((copy): copy is T => copy !== null && !(copy instanceof TooNewError));
  if (whole) return whole;
  const tooNew = copies.find((copy) => copy instanceof TooNewError);
  if (tooNew) throw tooNew;
  return null;
}
