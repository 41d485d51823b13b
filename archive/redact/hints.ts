/**
 * What may be a name that is looked for, and as well may not: a short form of a given name by itself, a slip, figures in the
 * place of the letters of a short name, initials, a word in Arabic letters with the consonants of a name, a common word that
 * sounds like one. It is told, and neither replaced nor held back.
 */
import { mayBeName, mayStandAlone } from './given-names.ts';
import { maskedIn } from './figures.ts';
import { findAllNames, type FoundNames } from './find.ts';
import { type FoldedWord, foldWithOrigins, wordsOf } from './folded.ts';
import type { Form, Forms } from './forms.ts';
import { initialsKey } from './initials.ts';
import type { Stretch } from './stretch.ts';
import { isCommonPlace } from './token.ts';
import type { WordMatch } from './words.ts';

export type HintReason =
  'given-name' | 'slip' | 'figures' | 'initials' | 'consonants' | 'common-word';

export interface Hint extends Stretch {
  readonly why: HintReason;
}

/** И. И., I.I., by themselves: no word with a capital stands beside them. */
const INITIALS =
  /(?<![\p{L}\p{N}.]|\p{Lu}[\p{L}\p{M}'’ʼ-]+[ \u00a0\u202f])\p{Lu}\p{M}*\.(?:[ \u00a0\u202f]?\p{Lu}\p{M}*\.){1,2}(?![ \u00a0\u202f]?\p{Lu}|\p{L})/gu;
const INITIAL = /\p{Lu}/gu;

/** In order. `names` is what is found in the text for sure: nothing is told twice, nor of whom may be named. */
export function findHints(
  text: string,
  forms: Forms,
  names: FoundNames = findAllNames(text, forms),
): readonly Hint[] {
  if (forms.empty || text === '') return [];
  const hints: Hint[] = [];
  for (const word of wordsOf(text, foldWithOrigins(text))) {
    const hint = hintOfWord(word, forms, text);
    if (hint) hints.push({ ...hint, start: word.start, end: word.end });
  }
  for (const { start, end, entity } of maskedIn(text, forms))
    hints.push({ start, end, entity, why: 'figures' });
  for (const { index: start, 0: initials } of text.matchAll(INITIALS))
    for (const entity of forms.initials.get(initialsKey(initials.match(INITIAL) ?? [])) ?? [])
      hints.push({ start, end: start + initials.length, entity, why: 'initials' });
  return besides(
    hints.sort((a, b) => a.start - b.start),
    [...names.found, ...names.kept],
  );
}

/** Those that touch no such stretch; all are in order. */
function besides(hints: readonly Hint[], stretches: readonly Stretch[]): readonly Hint[] {
  const sorted = stretches.toSorted((a, b) => a.start - b.start);
  let next = 0;
  let reach = 0;
  return hints.filter(({ start, end }) => {
    for (let at = sorted[next]; at && at.start < end; at = sorted[++next])
      reach = Math.max(reach, at.end);
    return reach <= start;
  });
}

function hintOfWord(
  word: FoldedWord,
  forms: Forms,
  text: string,
): { readonly entity: string | null; readonly why: HintReason } | null {
  const matches = forms.words.matches(word);
  if (mayStandAlone(word.written)) {
    const whose = new Set(matches.flatMap((match) => [...(forms.called.get(match.word) ?? [])]));
    if (whose.size > 0) return { entity: onlyOne(whose), why: 'given-name' };
  }
  if (mayBeName(word.written)) {
    const missed = forms.misses.of(word.folded);
    if (missed.size > 0) return { entity: onlyOne(missed), why: 'slip' };
  }
  const heard = nameOf(
    matches.filter(({ nearness }) => nearness === 'heard'),
    forms,
  );
  if (heard) return { entity: heard.entity, why: 'consonants' };
  const everyday = nameOf(
    matches.filter(({ common }) => common === 'everyday'),
    forms,
  );
  return everyday && isCommonPlace({ text, setting: 'prose' }, word)
    ? { entity: everyday.entity, why: 'common-word' }
    : null;
}

function nameOf(matches: readonly WordMatch[], forms: Forms): Form | undefined {
  return matches
    .flatMap((match) => forms.byFirst.get(match.word) ?? [])
    .find(({ words, kept }) => words.length === 1 && !kept);
}

function onlyOne(of: ReadonlySet<string>): string | null {
  const [first = null] = of;
  return of.size === 1 ? first : null;
}
