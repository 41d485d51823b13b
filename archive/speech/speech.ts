/** What a finder of direct speech answers. Offsets are UTF-16 units of the text, `end` exclusive. */

export interface Mention {
  readonly start: number;
  readonly end: number;
  /** Which of the entities it names, by its place in the list that was given; `null` for a name that none of them has. */
  readonly entity: number | null;
}

export interface Speaker extends Mention {
  /** Named beside the words, or only pointed at by “she said” and named before. */
  readonly named: 'beside' | 'before';
}

export interface Speech {
  /** The words themselves, without the marks around them. */
  readonly start: number;
  readonly end: number;
  readonly speaker: Speaker | null;
  readonly attribution: 'said' | 'according-to' | null;
}

/** A stretch of the text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}
