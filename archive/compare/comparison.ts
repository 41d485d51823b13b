/**
 * What a comparison of two texts says. Every range is `[start, end)` in UTF-16 units of the original text of its side;
 * every number in `a`, `b`, `onlyA`, `onlyB` is an index into `Comparison.a` or `Comparison.b`.
 */
import type { PairingId } from '../model/index.ts';

export type Range = readonly [start: number, end: number];

/** A passage: a paragraph, or a sentence where a paragraph is too long to be one passage. In order, never overlapping. */
export interface Unit {
  readonly kind: 'paragraph' | 'sentence';
  readonly start: number;
  readonly end: number;
  /** The number of the paragraph that it is or stands in, from 1 (headings and list items count). */
  readonly paragraph: number;
}

export type ReasonKind = 'same-quote' | 'same-number' | 'same-date' | 'same-name' | 'same-words';

/** Why two things belong together, as data: what stands in A and what stands in B. */
export interface Reason {
  readonly kind: ReasonKind;
  readonly a: string;
  readonly b: string;
}

/** A stretch of a word diff. `a` is `null` when added in B, `b` is `null` when removed from A. */
export interface DiffPart {
  readonly kind: 'same' | 'changed' | 'removed' | 'added';
  readonly a: Range | null;
  readonly b: Range | null;
}

/** Two sentences (or runs of sentences) inside a match that answer to each other. */
export interface SentencePair {
  readonly a: Range;
  readonly b: Range;
  /** 0 to 1. */
  readonly score: number;
}

export interface Match {
  /** Passages of A, ascending; more than one where B tells it in one. */
  readonly a: readonly number[];
  readonly b: readonly number[];
  /** 0 to 1; 1 when the words are the same. */
  readonly score: number;
  /** It stands in another order than the matches around it. */
  readonly moved: boolean;
  readonly reasons: readonly Reason[];
  readonly sentences: readonly SentencePair[];
  /** Of versions: what changed inside, in order; all `same` when nothing did. Not of what was matched by hand. */
  readonly diff?: readonly DiffPart[];
  /** A person said that they tell of the same. */
  readonly byHand?: { readonly id: PairingId; readonly decision: 'made' | 'broken' };
}

/** The same words, or nearly, on both sides. Says nothing of who took them from whom. */
export interface SharedPassage {
  readonly a: Range;
  readonly b: Range;
  readonly kind: 'verbatim' | 'near';
  /** Share of words that are the same, 0 to 1. */
  readonly similarity: number;
  readonly words: number;
  /** The stretches that are not the same; an empty range where one side has nothing. */
  readonly differences: readonly { readonly a: Range; readonly b: Range }[];
}

/** `words` are no fact that was found: a person said of them that they tell of the same, or that they do not. */
export type FactKind = 'number' | 'date' | 'place' | 'name' | 'words';

/** A figure, a date, a place or a name as one text states it; repeated mentions are one fact. */
export interface Fact {
  readonly start: number;
  readonly end: number;
  /** The words at [start, end). */
  readonly text: string;
  /**
   * Of a number: decimal digits (`31`, `0.5`). Of a date: ISO as far as known (`2026-04-06`, `--04-06` without a year,
   * `2026-04`, `2026`, `T06:00`); `-P1D` style when it is relative and the date of publication is not known;
   * with a `~` before it (`~+1W`, `~autumn-2025`, `~start-of-year`) when it is told from elsewhere or by its season.
   * Of a name or a place: the first spelling of its entity.
   */
  readonly value: string;
  /** Of a range of numbers ("40–50 million") its other end. */
  readonly upTo?: string;
  /**
   * Why the number is no count: the n-th of one ("the third fire" is no count of three), a share ("a third of them"), or
   * it only tells which one ("room 12").
   */
  readonly noCount?: 'nth' | 'share' | 'which';
  /** `%`, or a unit of measure or money (`km`, `hour`, `rouble`). */
  readonly unit?: string;
  /** What is counted, as the text says it. */
  readonly noun?: string;
  /** What is counted, as a concept of the lexicon, when it is known there (`person`, `attack`). */
  readonly concept?: string;
  /** What befell or did it, as a concept of the lexicon (`detain`, `kill`). */
  readonly state?: string;
  /** "about", "nearly", "some". */
  readonly approximate?: boolean;
  /** "more than", "at least" or "up to". */
  readonly bound?: 'at-least' | 'at-most';
  /** A date that was worked out from the date of publication ("yesterday", "on Monday"). */
  readonly relative?: boolean;
  /** Where else the same fact stands in this text. */
  readonly mentions: readonly Range[];
  /** Index of the passage in which [start, end) stands. */
  readonly passage: number;
}

export interface FactPair {
  readonly kind: FactKind;
  readonly a: Fact | null;
  readonly b: Fact | null;
  readonly verdict: 'same' | 'differs' | 'only-a' | 'only-b';
  /** A few words of the texts that say what is counted (`people, detained`); of a date its value. May be empty. */
  readonly label: string;
  readonly reasons: readonly Reason[];
  /** A person decided that they belong together, or that they do not. */
  readonly byHand?: { readonly id: PairingId; readonly decision: 'made' | 'broken' };
}

export interface Comparison {
  readonly kind: 'versions' | 'accounts';
  readonly a: readonly Unit[];
  readonly b: readonly Unit[];
  readonly matches: readonly Match[];
  /** Passages without an answer on the other side. */
  readonly onlyA: readonly number[];
  readonly onlyB: readonly number[];
  readonly shared: readonly SharedPassage[];
  readonly facts: readonly FactPair[];
}

/** The spellings of one entity, the first one is its name; with its kind when that is known. */
export type Spellings =
  | readonly string[]
  | {
      readonly kind: 'person' | 'organisation' | 'place';
      readonly spellings: readonly string[];
    };
