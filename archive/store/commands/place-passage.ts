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

/** UTF-16 units around the old place in which the words are looked for in another derivation of the text. */
const NEAR = 3_000;

/**
 * The same words in another derivation of the text: at their old place, or else near it, where they stand once, or
 * once with the same words around them. `null` when they do not, or when it cannot be told which of them is meant.
 */
export function placeAgain(source: SourceText, old: TextAnchor): TextAnchor | null {
  const { exact, start, prefix, suffix } = old;
  if (source.text.startsWith(exact, start)) return anchorAt(source, start, start + exact.length);
  const found: number[] = [];
  const last = start + NEAR;
  let at = source.text.indexOf(exact, Math.max(0, start - NEAR));
  while (at !== -1 && at <= last) {
    found.push(at);
    at = source.text.indexOf(exact, at + 1);
  }
  const alike = found.filter(
    (place) =>
      source.text.startsWith(prefix, place - prefix.length) &&
      source.text.startsWith(suffix, place + exact.length),
  );
  const [only, ...others] = alike.length > 0 ? alike : found;
  return only === undefined || others.length > 0
    ? null
    : anchorAt(source, only, only + exact.length);
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
