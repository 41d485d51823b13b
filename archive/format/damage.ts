/** What cannot be read as it was written. Thrown inside, turned into a failure once at the vault's face. */
export class DamageError extends Error {
  override readonly name = 'DamageError';
  /** Rule of FORMAT.md that does not hold. */
  readonly rule: string;

  constructor(rule: string) {
    super(`damaged: ${rule}`);
    this.rule = rule;
  }
}

/** A file of a later version of the format. */
export class TooNewError extends Error {
  override readonly name = 'TooNewError';
  readonly found: number;

  constructor(found: number) {
    super('made by a newer version');
    this.found = found;
  }
}
