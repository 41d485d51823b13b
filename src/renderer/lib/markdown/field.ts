/** A field of written text, what is selected in it, and a change of it. */

export type Mark = 'strong' | 'em' | 'heading' | 'bullets' | 'numbers' | 'quotation' | 'link';

/** The text of a field with what is selected in it; `from` and `to` are equal where nothing is. */
export interface Field {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** What stands between `from` and `to` becomes `put`; then `start` to `end` is selected. */
export interface Change {
  readonly from: number;
  readonly to: number;
  readonly put: string;
  readonly start: number;
  readonly end: number;
}

/** Units of the text, `to` exclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The line that a place stands in, without its end. */
export function lineAt(text: string, at: number): Span {
  const next = text.indexOf('\n', at);
  return { from: text.lastIndexOf('\n', at - 1) + 1, to: next === -1 ? text.length : next };
}
