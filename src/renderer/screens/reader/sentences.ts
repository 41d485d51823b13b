/** Sentences and letters of a text as a reader sees them. */
import type { TextDocument } from '../../../../archive/model/index.ts';
import { blockNumberAt, blocksOf } from './draw-text.ts';
import type { Stretch } from './text-map.ts';

const segmenter = (language: string, granularity: 'sentence' | 'grapheme' | 'word') =>
  new Intl.Segmenter(language === 'und' ? undefined : language, { granularity });

/** The sentence in which this unit stands, without the space behind it. Sentences do not cross blocks. */
export function sentenceAt(document: TextDocument, offset: number): Stretch | null {
  const block = blocksOf(document)[blockNumberAt(document, offset) - 1];
  if (!block) return null;
  const text = document.text.slice(block.start, block.end);
  const inside = Math.min(Math.max(0, offset - block.start), Math.max(0, text.length - 1));
  const found = segmenter(document.language, 'sentence').segment(text).containing(inside);
  if (!found) return null;
  return trimmed(document.text, {
    start: block.start + found.index,
    end: block.start + found.index + found.segment.length,
  });
}

/** The sentence behind this stretch, or the one before it, into the next block if need be. */
export function sentenceBeside(
  document: TextDocument,
  stretch: Stretch,
  step: 1 | -1,
): Stretch | null {
  const { text } = document;
  let at = step === 1 ? stretch.end : stretch.start - 1;
  while (at >= 0 && at < text.length && /\s/.test(text.charAt(at))) at += step;
  return at >= 0 && at < text.length ? sentenceAt(document, at) : null;
}

/** The same stretch with the sentence behind it, into the next block if need be. */
export function withNextSentence(document: TextDocument, stretch: Stretch): Stretch {
  const next = sentenceBeside(document, stretch, 1);
  return next && next.end > stretch.end ? { start: stretch.start, end: next.end } : stretch;
}

/** Without white space at its ends, and never through the middle of a letter. `null` when nothing is left. */
export function trimmed(text: string, { start, end }: Stretch): Stretch | null {
  let from = Math.max(0, start);
  let to = Math.min(text.length, end);
  if (isLowHalf(text, from)) from -= 1;
  if (isLowHalf(text, to)) to += 1;
  while (from < to && /\s/.test(text.charAt(from))) from += 1;
  while (to > from && /\s/.test(text.charAt(to - 1))) to -= 1;
  return from < to ? { start: from, end: to } : null;
}

/** The next or last place where an edge may stand, by letters as they are seen or by words. */
export function edgeFrom(
  document: TextDocument,
  offset: number,
  step: 1 | -1,
  by: 'grapheme' | 'word',
): number {
  const reach = 200;
  const from = Math.max(0, offset - reach);
  const piece = document.text.slice(from, offset + reach);
  const edges = [...segmenter(document.language, by).segment(piece)]
    .filter(
      ({ segment, isWordLike }) =>
        by === 'grapheme' || isWordLike === true || !/^\s+$/.test(segment),
    )
    .map(({ index, segment }) => from + index + (step === 1 || by === 'word' ? segment.length : 0));
  if (by === 'grapheme' && step === -1) return edges.findLast((edge) => edge < offset) ?? 0;
  return step === 1
    ? (edges.find((edge) => edge > offset) ?? offset)
    : (edges.findLast((edge) => edge < offset) ?? offset);
}

const isLowHalf = (text: string, at: number) => {
  const unit = text.charCodeAt(at);
  const before = text.charCodeAt(at - 1);
  return unit >= 0xdc00 && unit < 0xe000 && before >= 0xd800 && before < 0xdc00;
};
