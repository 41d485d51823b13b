/** Why a word of the query and a word of the archive met. */
import { foldWord, scriptOf, sounds, stem, writtenForm } from '../text/index.ts';
import type { Reason } from './document.ts';
import { isSamePlace } from './place-names.ts';

/** Letters that must be changed, added or left out to make one of the other; turned neighbours count once. */
export function lettersApart(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (same ? 0 : 1),
      );
      const turned =
        i > 1 &&
        j > 1 &&
        a.charAt(i - 1) === b.charAt(j - 2) &&
        a.charAt(i - 2) === b.charAt(j - 1);
      if (turned) cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/** `asked` and `found` as they were typed and written; `language` is the document's. */
export function explain(
  asked: string,
  found: string,
  language: string,
  unfinished: boolean,
): Reason {
  const folded = foldWord(asked);
  const foldedFound = foldWord(found);
  if (folded === foldedFound) return { kind: 'exact', asked, found };
  const mine = sounds(asked);
  const theirs = sounds(found);
  if (mine.some((sound) => theirs.includes(sound))) return { kind: 'same-sound', asked, found };
  const oneScript = scriptOf(folded) === scriptOf(foldedFound);
  if (oneScript && stem(folded, language) === stem(foldedFound, language))
    return { kind: 'stem', asked, found };
  if (isSamePlace(writtenForm(asked), writtenForm(found)))
    return { kind: 'other-name', asked, found };
  if (unfinished && mine.some((sound) => theirs.some((other) => other.startsWith(sound))))
    return { kind: 'prefix', asked, found };
  const letters = oneScript
    ? lettersApart(writtenForm(asked), writtenForm(found))
    : Math.min(...mine.flatMap((one) => theirs.map((two) => lettersApart(one, two))));
  return { kind: 'letters-differ', asked, found, letters: Number.isFinite(letters) ? letters : 0 };
}
