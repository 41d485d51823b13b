/** Names inside of words, as addresses, names of files and hashtags have them: martavesna1987@…, photo_vesna2.jpg, #FreeVesna. */
import { sounds } from '../text/index.ts';
import { commonness } from './common-words.ts';
import { allReadings, type FoldedWord, type Reading } from './folded.ts';
import { type Forms, nameOfOneWord } from './forms.ts';
import type { Looking } from './pieces.ts';
import type { Stretch } from './stretch.ts';
import { isCommonPlace, isInAddress } from './token.ts';

/** Letters of a word that is looked into. */
const SHORTEST = 4;
const DIGEST = /^[0-9a-f]{16,}$/;
/** scan|Ivanov, Ivanov|1987 */
const SEAMS = /(?<=\p{Ll}\p{M}*)(?=\p{Lu})|(?<=\p{L}\p{M}*)(?=\p{N})|(?<=\p{N})(?=\p{L})/u;
const NUMBERS = /^\p{N}+|\p{N}+$/gu;
/** Mac|Donald is one name. */
const PREFIX = /^(?:mc|mac|de|del|di|du|la|le|van|von|ter|fitz|o)$/i;

export function takeInside(looking: Looking, found: Stretch[]): void {
  const { text, words, forms, taken } = looking;
  for (const [at, word] of words.entries()) {
    if (taken[at] || word.folded.length < SHORTEST || DIGEST.test(word.folded)) continue;
    if (isBesideNumber(looking, word)) continue;
    const inAddress = () => isInAddress(text, word) && !isCommonHere(looking, word);
    const entity = allReadings(word)
      .map((reading) => nameIn(reading, forms, inAddress))
      .find((name) => name !== undefined);
    if (entity === undefined) continue;
    taken[at] = 1;
    found.push({ start: word.start, end: word.end, entity });
  }
}

function isCommonHere(looking: Looking, word: FoldedWord): boolean {
  return commonness(word.written) !== null && isCommonPlace(looking, word);
}

/** A number ends a line, and a common word begins the next. */
function isBesideNumber({ setting }: Looking, { written }: FoldedWord): boolean {
  return setting === 'joined' && commonness(written.replace(NUMBERS, '')) !== null;
}

function nameIn(word: Reading, forms: Forms, inAddress: () => boolean): string | null | undefined {
  const joined = forms.inside.joined.in(word.folded);
  if (joined !== undefined) return joined;
  const parts = word.written.split(SEAMS);
  if (parts.length > 1 && parts.some((part, at) => isName(part, parts[at - 1] ?? '', forms)))
    return null;
  if (!inAddress()) return undefined;
  if (forms.inside.single.in(word.folded) !== undefined) return null;
  const isHeard = (sound: string) => forms.inside.sounds.in(sound) !== undefined;
  return sounds(word.folded).some(isHeard) ? null : undefined;
}

function isName(part: string, before: string, forms: Forms): boolean {
  if (part.length < SHORTEST || PREFIX.test(before)) return false;
  return nameOfOneWord({ folded: part.toLowerCase(), written: part }, forms) !== undefined;
}
