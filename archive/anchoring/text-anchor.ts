/** A passage of a text as a quote keeps it: its words, what stands around them, and which text it was cut from. */
import { limits, type TextAnchor } from '../model/index.ts';

/** The text of a source as it stands in the vault. */
export interface SourceText {
  readonly text: string;
  readonly sha256: string;
}

export function anchorAt({ text, sha256 }: SourceText, start: number, end: number): TextAnchor {
  return {
    kind: 'text',
    exact: text.slice(start, end),
    prefix: wellFormed(text.slice(Math.max(0, start - limits.contextLength), start)),
    suffix: wellFormed(text.slice(end, end + limits.contextLength)),
    start,
    end,
    textSha256: sha256,
  };
}

/** Without half of a surrogate pair at either end. */
function wellFormed(piece: string): string {
  return piece.replace(/^[\uDC00-\uDFFF]/, '').replace(/[\uD800-\uDBFF]$/, '');
}
