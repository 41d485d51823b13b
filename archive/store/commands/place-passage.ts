/** Finds the passage that a draft names in the source's text, or says why it is not there. Misattribution stops here. */
import { fail, ok, type Result } from '../../lib/result.ts';
import { limits, type TextAnchor } from '../../model/index.ts';

/** The text of a source as it stands in the vault. */
export interface SourceText {
  readonly text: string;
  readonly sha256: string;
}

type PlaceFailure = 'passage-differs' | 'passage-missing' | 'passage-ambiguous';

export function placeAt(
  source: SourceText,
  exact: string,
  start: number,
  end: number,
): Result<TextAnchor, PlaceFailure> {
  if (source.text.slice(start, end) !== exact) return fail('passage-differs');
  return ok(anchorAt(source, start, end));
}

/** The words must stand exactly once. */
export function placeByWords(source: SourceText, exact: string): Result<TextAnchor, PlaceFailure> {
  const start = source.text.indexOf(exact);
  if (start < 0) return fail('passage-missing');
  if (source.text.includes(exact, start + 1)) return fail('passage-ambiguous');
  return ok(anchorAt(source, start, start + exact.length));
}

/**
 * Finds a quoted passage in another derivation of the same original: its words must stand once, or once between the
 * same words as before.
 */
export function placeAgain(
  source: SourceText,
  { exact, prefix, suffix }: TextAnchor,
): Result<TextAnchor, PlaceFailure> {
  const alone = placeByWords(source, exact);
  if (alone.ok || alone.error.code === 'passage-missing') return alone;
  const around = placeByWords(source, `${prefix}${exact}${suffix}`);
  if (!around.ok) return around;
  const start = around.value.start + prefix.length;
  return ok(anchorAt(source, start, start + exact.length));
}

function anchorAt({ text, sha256 }: SourceText, start: number, end: number): TextAnchor {
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
