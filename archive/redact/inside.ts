/** Names inside of words, as addresses, names of files and hashtags have them: martavesna1987@…, photo_vesna2.jpg, #FreeVesna. */
import { sounds } from '../text/index.ts';
import { allReadings, type Reading } from './folded.ts';
import { type Forms, nameOfOneWord } from './forms.ts';
import type { Looking } from './pieces.ts';
import type { Stretch } from './stretch.ts';

/** Letters of a word that is looked into. */
const SHORTEST = 4;
const ADDRESS = /[@#\\/_%=?&~]|[\p{L}\p{N}]\.[\p{L}\p{N}]|\d/u;
const DIGEST = /^[0-9a-f]{16,}$/;
const FAR = 2_000;
/** scan|Ivanov, Ivanov|1987 */
const SEAMS = /(?<=\p{Ll}\p{M}*)(?=\p{Lu})|(?<=\p{L}\p{M}*)(?=\p{N})|(?<=\p{N})(?=\p{L})/u;
/** Mac|Donald is one name. */
const PREFIX = /^(?:mc|mac|de|del|di|du|la|le|van|von|ter|fitz|o)$/i;

export function takeInside({ text, words, forms, taken }: Looking, found: Stretch[]): void {
  for (const [at, word] of words.entries()) {
    if (taken[at] || word.folded.length < SHORTEST || DIGEST.test(word.folded)) continue;
    const isInAddress = () => ADDRESS.test(tokenAround(text, word));
    const entity = allReadings(word)
      .map((reading) => nameIn(reading, forms, isInAddress))
      .find((name) => name !== undefined);
    if (entity === undefined) continue;
    taken[at] = 1;
    found.push({ start: word.start, end: word.end, entity });
  }
}

function nameIn(
  word: Reading,
  forms: Forms,
  isInAddress: () => boolean,
): string | null | undefined {
  const joined = forms.inside.joined.in(word.folded);
  if (joined !== undefined) return joined;
  const parts = word.written.split(SEAMS);
  if (parts.length > 1 && parts.some((part, at) => isName(part, parts[at - 1] ?? '', forms)))
    return null;
  if (!isInAddress()) return undefined;
  if (forms.inside.single.in(word.folded) !== undefined) return null;
  const isHeard = (sound: string) => forms.inside.sounds.in(sound) !== undefined;
  return sounds(word.folded).some(isHeard) ? null : undefined;
}

function isName(part: string, before: string, forms: Forms): boolean {
  if (part.length < SHORTEST || PREFIX.test(before)) return false;
  return nameOfOneWord({ folded: part.toLowerCase(), written: part }, forms) !== undefined;
}

/** What stands around without white space. */
function tokenAround(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): string {
  let from = start;
  while (from > 0 && start - from < FAR && !/\s/.test(text.charAt(from - 1))) from--;
  let to = end;
  while (to < text.length && to - end < FAR && !/\s/.test(text.charAt(to))) to++;
  return text.slice(from, to);
}
