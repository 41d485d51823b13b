/** What each distinct word of a text means, worked out once per word and language. */
import { stem } from '../text/index.ts';
import { isStopWord } from '../text/stop-words.ts';
import { monthOf, nearDayOf, weekdayOf } from './calendar-words.ts';
import type { ListedLanguage } from './language.ts';
import { conceptOf, type Concept } from './lexicon.ts';
import { cardinalOf, isDual, ordinalOf } from './number-words.ts';
import type { Vocabulary, Words } from './words.ts';

export interface Meaning {
  readonly folded: string;
  readonly stem: string;
  readonly stop: boolean;
  readonly concept: Concept | null;
  readonly cardinal: number | null;
  /** An Arabic word that begins with "and", written as one with it. */
  readonly joined: boolean;
  readonly ordinal: number | null;
  readonly weekday: number | null;
  readonly nearDay: number | null;
  /** A month, or the first word of one. */
  readonly month: boolean;
  readonly dual: boolean;
  readonly digits: boolean;
}

const DIGITS = /^\d+$/;
const WITH_AND = /^و(?=..)/;
const PREFIXED = /^[وبفل](?=...)/;

const PREFIXED_DIGITS = /^[وبفل](?=\d+$)/;

function meaningOf(written: string, language: ListedLanguage, tag: string): Meaning {
  // "And 12" is one word in Arabic.
  const folded = language === 'ar' ? written.replace(PREFIXED_DIGITS, '') : written;
  const digits = DIGITS.test(folded);
  const bare = language === 'ar' ? folded.replace(PREFIXED, '') : folded;
  const plainCardinal = cardinalOf(folded, language);
  const joinedCardinal =
    plainCardinal === null && language === 'ar'
      ? cardinalOf(folded.replace(WITH_AND, ''), language)
      : null;
  const cardinal =
    plainCardinal ?? joinedCardinal ?? (bare === folded ? null : cardinalOf(bare, language));
  return {
    folded,
    stem: stem(folded, language === 'other' ? tag : language),
    stop: isStopWord(folded, language),
    concept: digits ? null : conceptOf(folded, language),
    cardinal,
    joined: joinedCardinal !== null,
    ordinal: ordinalOf(folded, language) ?? (bare === folded ? null : ordinalOf(bare, language)),
    weekday: weekdayOf(folded, language),
    nearDay: nearDayOf(folded, language),
    month:
      monthOf(folded, '', language) !== null ||
      (language === 'ar' && /^[وبفل]?(?:كانون|تشرين)$/.test(folded)),
    dual: isDual(folded, language),
    digits,
  };
}

/** Answers the meaning of a vocabulary number in one language. */
export class Meanings {
  readonly language: ListedLanguage;
  readonly #tag: string;
  readonly #vocabulary: Vocabulary;
  readonly #known: (Meaning | undefined)[] = [];

  constructor(vocabulary: Vocabulary, language: ListedLanguage, tag: string) {
    this.#vocabulary = vocabulary;
    this.language = language;
    this.#tag = tag;
  }

  of(number: number): Meaning {
    const known = this.#known[number];
    if (known !== undefined) return known;
    const meaning = meaningOf(this.#vocabulary.folded[number] ?? '', this.language, this.#tag);
    this.#known[number] = meaning;
    return meaning;
  }

  /** Of word `at` of a text; of an empty word past its ends. */
  at(words: Words, at: number): Meaning {
    return at >= 0 && at < words.count ? this.of(words.word[at] ?? -1) : NOTHING;
  }
}

const NOTHING = meaningOf('', 'other', 'und');
