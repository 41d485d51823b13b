/** Where a name stands in a text. */
export interface Stretch {
  /** UTF-16 units of the text, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  /** `null` when a part of a name stands there alone, which does not say whose it is. */
  readonly entity: string | null;
  /** A later piece of a name that began in another paragraph: it goes without a mark of its own. */
  readonly later?: true;
}
