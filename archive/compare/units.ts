/** Cuts a text into passages and sentences. Both are ranges of the original text, in order, never overlapping. */
import { limits, type TextDocument } from '../model/index.ts';
import type { Range, Unit } from './comparison.ts';

const SPACE = /\s/;
const HAS_WORD = /[\p{L}\p{N}]/u;
const SENTENCE_END = /[.!?…؟]+["»”’“)\]]*(?=\s)|\n+/g;
const LOWER_NEXT = /^\s*[("«„“]?\p{Ll}/u;
const DASH_NEXT = /^\s*[—–-]\s/u;
/** Abbreviations and initials after which a full stop ends nothing. */
const ABBREVIATION =
  /(?:^|[\s("«„“.])(?:\p{Lu}|г|гг|т|е|д|п|ул|им|ст|см|стр|руб|тыс|млн|млрд|проф|акад|р|м|вул|див|напр|грн|гл|тыс|адз|np|ul|ok|godz|prof|tys|mln|mld|im|św|nr|Mr|Mrs|Ms|Dr|Prof|St|Inc|Ltd|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Dept|Gov|Gen|Col|Lt|No|vs|approx|e\.g|i\.e|a\.m|p\.m)\.$/u;
const LOOK_BACK = 12;
const LOOK_AHEAD = 8;

/** `[start, end)` without white space at its ends; `null` when no letter and no digit is in it. */
function trimmed(text: string, start: number, end: number): Range | null {
  let from = start;
  let to = end;
  while (from < to && SPACE.test(text.charAt(from))) from++;
  while (to > from && SPACE.test(text.charAt(to - 1))) to--;
  return HAS_WORD.test(text.slice(from, to)) ? [from, to] : null;
}

const isLowSurrogate = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

/** Where a stretch that begins at `start` is cut if no sentence ends in time: at a space if there is one. */
function cutBefore(text: string, start: number, latest: number): number {
  const space = text.lastIndexOf(' ', latest);
  if (space > start + (latest - start) / 2) return space;
  return isLowSurrogate(text.charCodeAt(latest)) ? latest - 1 : latest;
}

function endsSentence(text: string, mark: string, end: number): boolean {
  if (mark.startsWith('\n')) return true;
  const next = text.slice(end, end + LOOK_AHEAD);
  if (LOWER_NEXT.test(next) || DASH_NEXT.test(next)) return false;
  return !mark.startsWith('.') || !ABBREVIATION.test(text.slice(Math.max(0, end - LOOK_BACK), end));
}

/** The sentences in `[start, end)`; none longer than `limits.passageLength`. */
function sentencesIn(text: string, start: number, end: number): Range[] {
  const sentences: Range[] = [];
  let from = start;
  const push = (to: number) => {
    while (to - from > limits.passageLength) {
      const cut = cutBefore(text, from, from + limits.passageLength);
      const piece = trimmed(text, from, cut);
      if (piece !== null) sentences.push(piece);
      from = cut;
    }
    const sentence = trimmed(text, from, to);
    if (sentence !== null) sentences.push(sentence);
    from = to;
  };
  const marks = new RegExp(SENTENCE_END);
  marks.lastIndex = start;
  for (let found = marks.exec(text); found !== null; found = marks.exec(text)) {
    const to = found.index + found[0].length;
    if (to >= end) break;
    if (endsSentence(text, found[0], to)) push(to);
  }
  push(end);
  return sentences;
}

/** Blocks as ranges inside the text, in order; one for the whole text when there are none. */
function blockRanges(document: TextDocument): Range[] {
  const length = document.text.length;
  if (document.blocks.length === 0) return [[0, length]];
  let least = 0;
  return document.blocks.map((block) => {
    const start = Math.min(length, Math.max(least, block.start));
    const end = Math.min(length, Math.max(start, block.end));
    least = end;
    return [start, end];
  });
}

export interface Passages {
  readonly units: readonly Unit[];
  /** Sentences of all passages; those of passage `i` are `firstSentence[i]` up to `firstSentence[i + 1]`. */
  readonly sentences: readonly Range[];
  readonly firstSentence: readonly number[];
}

export function passagesOf(document: TextDocument): Passages {
  const units: Unit[] = [];
  const sentences: Range[] = [];
  const firstSentence: number[] = [];
  blockRanges(document).forEach(([start, end], at) => {
    const paragraph = trimmed(document.text, start, end);
    if (paragraph === null) return;
    const inside = sentencesIn(document.text, paragraph[0], paragraph[1]);
    if (paragraph[1] - paragraph[0] <= limits.passageLength) {
      units.push({ kind: 'paragraph', start: paragraph[0], end: paragraph[1], paragraph: at + 1 });
      firstSentence.push(sentences.length);
      sentences.push(...inside);
      return;
    }
    for (const sentence of inside) {
      units.push({ kind: 'sentence', start: sentence[0], end: sentence[1], paragraph: at + 1 });
      firstSentence.push(sentences.length);
      sentences.push(sentence);
    }
  });
  firstSentence.push(sentences.length);
  return { units, sentences, firstSentence };
}
