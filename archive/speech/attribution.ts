/**
 * Who said a passage, by what stands beside it: “…, said X”, “X, head of Y, said: …”, “according to X, …”. Rules of order
 * alone; where they do not tell, nobody is named.
 */
import {
  type KnownNames,
  type Run,
  type Word,
  isArabic,
  isPronoun,
  namesAmong,
  speaks,
  wordsIn,
} from './clause.ts';
import { ACCORDING, ADDRESSED, BEFORE_OBJECT } from './lexicon.ts';
import type { Mention, Stretch } from './speech.ts';

export interface Attribution {
  readonly how: 'said' | 'according-to';
  /** The verb stands right beside the passage, or a colon leads to it. */
  readonly close: boolean;
  /** The name, or `pronoun`: who was spoken of before, or `null`: somebody without a name. */
  readonly who: Mention | 'pronoun' | null;
}

/** Words between a passage and its verb. */
const NEAR = 5;
/** Words after a verb among which a name may stand in a script without capitals. */
const LONGEST_NAME = 6;

interface Clause {
  readonly text: string;
  readonly words: readonly Word[];
  readonly names: readonly Run[];
}

function clauseOf(
  text: string,
  stretch: Stretch,
  mentions: readonly Mention[],
  beginning: KnownNames | null,
): Clause {
  const words = wordsIn(text, stretch);
  return { text, words, names: namesAmong(text, words, mentions, beginning) };
}

/** By the piece of the sentence after the passage. */
export function attributionAfter(
  text: string,
  stretch: Stretch,
  mentions: readonly Mention[],
): Attribution | null {
  const clause = clauseOf(text, stretch, mentions, null);
  const verb = clause.words.findIndex(speaks);
  if (verb >= 0 && verb < NEAR + nameWords(clause, verb))
    return { how: 'said', close: true, who: subjectOf(clause, verb) };
  const piece = text.slice(stretch.start, stretch.end);
  const according = accordingTo(clause, piece, stretch.start);
  if (according) return according;
  return verb < 0 ? null : { how: 'said', close: false, who: subjectOf(clause, verb) };
}

/** By the piece of the sentence before the passage. */
export function attributionBefore(
  text: string,
  stretch: Stretch,
  mentions: readonly Mention[],
  known: KnownNames,
): Attribution | null {
  const clause = clauseOf(text, stretch, mentions, known);
  const piece = text.slice(stretch.start, stretch.end);
  const colon = /:\s*$/u.test(piece);
  const verb = clause.words.findLastIndex(speaks);
  if (verb >= 0) {
    const close = colon || clause.words.length - 1 - verb < NEAR;
    return { how: 'said', close, who: subjectOf(clause, verb) };
  }
  const according = accordingTo(clause, piece, stretch.start);
  if (according) return according;
  if (!colon) return null;
  // “Ada Vell: …”, as in an interview or a protocol.
  const [only] = clause.names;
  const alone =
    only !== undefined && clause.names.length === 1 && clause.words.length <= only.last + 1;
  return { how: 'said', close: true, who: alone ? only : null };
}

/** Words of names that stand before the verb push it away. */
const nameWords = ({ names }: Clause, verb: number): number =>
  names.reduce((count, { first, last }) => (last < verb ? count + last - first + 1 : count), 0);

function accordingTo(clause: Clause, piece: string, start: number): Attribution | null {
  const found = ACCORDING.exec(piece.toLowerCase());
  if (!found) return null;
  const from = start + found.index + found[0].length;
  const after = clause.names.filter((name) => name.start >= from);
  const next = clause.words.findIndex((word) => word.start >= from);
  const who = lastBeforeComma(clause, after, next) ?? bareName(clause, next);
  return { how: 'according-to', close: true, who };
}

/** The subject of the verb: before it, or else after it up to the first comma. */
function subjectOf(clause: Clause, verb: number): Attribution['who'] {
  const { words, names, text } = clause;
  const before = names.filter(({ last }) => last < verb);
  const pronounBefore = words.findLastIndex(
    (word, at) => at < verb && at >= verb - 3 && isPronoun(word),
  );
  const nearest = before.at(-1);
  if (pronounBefore >= 0 && (nearest === undefined || nearest.last < pronounBefore))
    return 'pronoun';
  const subject = subjectBefore(clause, before, verb);
  if (subject) return subject;
  const after = names.filter(({ first, last }) => first > verb && !isAddressed(words[last]));
  const behind = lastBeforeComma(clause, after, verb + 1);
  if (behind) return behind;
  const next = words[verb + 1];
  if (next && isPronoun(next)) return 'pronoun';
  const bare = bareNameBefore(clause, verb) ?? bareName(clause, verb + 1);
  if (bare) return bare;
  return standsAlone(text, words, verb) ? 'pronoun' : null;
}

const isAddressed = (word: Word | undefined) => word !== undefined && ADDRESSED.test(word.written);

/** Nobody stands beside the verb: the ending of the verb alone says who, as in “powiedział”, “قالت”. */
function standsAlone(text: string, words: readonly Word[], verb: number): boolean {
  const [word, before, next] = [words[verb], words[verb - 1], words[verb + 1]];
  if (!word || before?.capital === false) return false;
  if (/^[\p{Script=Latin}]/u.test(word.written) && /(?:ed|s|id|te|old)$/u.test(word.written))
    return false;
  if (!next) return true;
  return BEFORE_OBJECT.test(next.written) || /[,.:;—–]/u.test(text.slice(word.end, next.start));
}

function subjectBefore({ text, words }: Clause, before: readonly Run[], verb: number): Run | null {
  const candidates = before.filter(({ object }) => !object);
  const verbWord = words[verb];
  const last = candidates.at(-1);
  if (!last || !verbWord) return null;
  const end = words[last.last]?.end ?? 0;
  // “Ada Vell, head of the clinic, said”: what stands before the apposition.
  if (/,\s*$/u.test(text.slice(words[verb - 1]?.end ?? 0, verbWord.start)))
    return candidates[0] ?? last;
  // Between a name and its verb stand few words, and no comma.
  return /[,;]/u.test(text.slice(end, verbWord.start)) ? (candidates[0] ?? last) : last;
}

/** “said Reed Lane clinic director Ada Vell, who …”: the last name before the comma that no “of” stands before. */
function lastBeforeComma({ text, words }: Clause, names: readonly Run[], from: number): Run | null {
  const first = words[from];
  if (!first) return null;
  const comma = text.slice(first.start).search(/[,;:.!?]\s|$/u);
  const end = first.start + comma;
  const near = names.filter((name) => !name.object && name.start <= end + 1);
  return near.at(-1) ?? names.find(({ object }) => !object) ?? null;
}

/**
 * In a script without capitals: of the words up to a mark or a word like “in” the last two, where they look like a name:
 * a given one and a family one with its article, or nothing beside them.
 */
function bareName({ text, words }: Clause, from: number): Mention | null {
  const first = words[from];
  if (!first || !isArabic(first)) return null;
  let last = from - 1;
  for (let at = from; at < words.length && at < from + LONGEST_NAME; at++) {
    const [word, before] = [words[at], words[at - 1]];
    if (!word) break;
    const parted = at > from && before && /[^\s]/u.test(text.slice(before.end, word.start));
    if (parted === true || endsName(word)) break;
    last = at;
  }
  return twoWords(words, from, last);
}

const endsName = (word: Word) =>
  BEFORE_OBJECT.test(word.written) ||
  speaks(word) ||
  isPronoun(word) ||
  /^(?:لل|[أا]ن|التي|الذي)$/u.test(word.written);
const hasArticle = (word: Word) => word.written.startsWith('ال');
/** Verbs of the present, and what “and” is written in one with, begin so. */
const VERB_LIKE = /^[يتو]/u;

function twoWords(words: readonly Word[], from: number, last: number): Mention | null {
  const [given, family] = [words[last - 1], words[last]];
  if (!given || !family || last - 1 < from || hasArticle(given)) return null;
  if (!hasArticle(family) && (last - from > 1 || VERB_LIKE.test(family.written))) return null;
  return { start: given.start, end: family.end, entity: null };
}

/** “The lawyer Sunbula al-Talnaji said”: the same before the verb. */
function bareNameBefore({ text, words }: Clause, verb: number): Mention | null {
  const [family, said] = [words[verb - 1], words[verb]];
  if (!family || !said || !isArabic(family) || !hasArticle(family)) return null;
  if (/[^\s]/u.test(text.slice(family.end, said.start))) return null;
  return twoWords(words, Math.max(0, verb - 2), verb - 1);
}
