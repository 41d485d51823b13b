/** What work gives that can be stopped, as a value. */
import { fail, FailureError, ok, type Result } from '../lib/result.ts';

/** What `work` gives, or `cancelled` when it was stopped on the way. */
export async function orCancelled<T>(work: () => T | Promise<T>): Promise<Result<T, 'cancelled'>> {
  try {
    return ok(await work());
  } catch (error) {
    if (error instanceof FailureError && error.failure.code === 'cancelled')
      return fail('cancelled');
    throw error;
  }
}
