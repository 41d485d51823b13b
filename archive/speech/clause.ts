/** What stands beside a passage in its sentence, as words: who speaks is told there. */
import { eachWord, writtenForm } from '../text/index.ts';
import { BEFORE_OBJECT, NO_NAME, PARTICLE, POINTS_BACK, PRONOUN, SPEAKS } from './lexicon.ts';
import type { Mention, Stretch } from './speech.ts';

export interface Word extends Stretch {
  /** As it is written, in small letters, without invisible marks. */
  readonly written: string;
  readonly capital: boolean;
}

const CAPITAL = /^[\p{Lu}\p{Lt}]/u;
const INITIAL = /^\p{Lu}$/u;
const ARABIC = /[\u0600-\u06ff]/u;
const ONLY_SPACE = /^[ \u00a0-]*$/u;
const AFTER_INITIAL = /^\. ?$/u;

export function wordsIn(text: string, { start: from, end: to }: Stretch): Word[] {
  const words: Word[] = [];
  eachWord(text.slice(from, to), (start, end) => {
    const word = text.slice(from + start, from + end);
    words.push({
      start: from + start,
      end: from + end,
      written: writtenForm(word),
      capital: CAPITAL.test(word),
    });
  });
  return words;
}

export const speaks = (word: Word): boolean => SPEAKS.test(word.written);
export const isPronoun = (word: Word): boolean => PRONOUN.test(word.written);
export const pointsBack = (word: Word): boolean => POINTS_BACK.test(word.written);
export const isArabic = (word: Word): boolean => ARABIC.test(word.written);

/** Words that stand with a capital inside sentences of a text, whatever their ending is. */
export class KnownNames {
  readonly #beginnings = new Set<string>();

  /** The words of one sentence. */
  learn(words: readonly Word[]): void {
    for (const { capital, written } of words.slice(1))
      if (capital && !NO_NAME.test(written)) this.#beginnings.add(beginningOf(written));
  }

  has(written: string): boolean {
    return this.#beginnings.has(beginningOf(written));
  }
}

/** Letters that an ending may have, and the least that must be left. */
const ENDING = 2;
const LEAST = 4;
const beginningOf = (written: string) => written.slice(0, Math.max(LEAST, written.length - ENDING));

export interface Run extends Mention {
  /** Places of its first and last word among those of the clause. */
  readonly first: number;
  readonly last: number;
  /** A word like “of” or “at” stands before it. */
  readonly object: boolean;
}

/** Names among the words, in order: entities that were found, and runs of words with capitals. */
export function namesAmong(
  text: string,
  words: readonly Word[],
  mentions: readonly Mention[],
  /** `null`: they do not begin a sentence. Else the names that the text has elsewhere. */
  beginning: KnownNames | null,
): Run[] {
  const runs: Run[] = [];
  for (let at = 0; at < words.length; at++) {
    const found = mentionFrom(words, at, mentions) ?? runFrom(text, words, at, beginning);
    if (!found) continue;
    const [first, last] = [words[at], words[found.last]];
    if (!first || !last) continue;
    const before = words[at - 1];
    runs.push({
      start: first.start,
      end: last.end,
      entity: found.entity,
      first: at,
      last: found.last,
      object: before !== undefined && BEFORE_OBJECT.test(before.written),
    });
    at = found.last;
  }
  return runs;
}

type Found = Pick<Run, 'last' | 'entity'>;

/** The longest mention that begins with this word. */
function mentionFrom(
  words: readonly Word[],
  at: number,
  mentions: readonly Mention[],
): Found | null {
  const mention = mentions.findLast(({ start }) => start === words[at]?.start);
  if (!mention) return null;
  const last = words.findLastIndex(({ end }) => end <= mention.end);
  return last < at ? null : { last, entity: mention.entity };
}

function runFrom(
  text: string,
  words: readonly Word[],
  at: number,
  beginning: KnownNames | null,
): Found | null {
  const first = words[at];
  if (!first?.capital || NO_NAME.test(first.written) || SPEAKS.test(first.written)) return null;
  let last = at;
  for (let next = at + 1; next < words.length; next++) {
    const [word, before] = [words[next], words[next - 1]];
    if (!word || !before) break;
    const gap = text.slice(before.end, word.start);
    const joined =
      ONLY_SPACE.test(gap) ||
      (AFTER_INITIAL.test(gap) && INITIAL.test(text.slice(before.start, before.end)));
    if (!joined || SPEAKS.test(word.written)) break;
    if (word.capital) last = next;
    else if (!PARTICLE.test(word.written)) break;
  }
  // What begins a sentence has a capital whatever it is.
  if (beginning && at === 0 && last === at && !beginning.has(first.written)) return null;
  return { last, entity: null };
}
