/** Wrong usage, told apart from failures: the command line answers 2 for it, and says `reason` where there is one, else how it is used. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly reason: string | null;

  constructor(reason: string | null = null) {
    super('wrong usage');
    this.reason = reason;
  }
}
