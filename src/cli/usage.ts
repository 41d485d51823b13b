/** Wrong usage, told apart from failures: the command line answers 2 for it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
