/** Finds the passage that a draft names in the source's text, or says why it is not there. Misattribution stops here. */
import { anchorAt, type SourceText } from '../../anchoring/index.ts';
import { fail, ok, type Result } from '../../lib/result.ts';
import type { TextAnchor } from '../../model/index.ts';

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
