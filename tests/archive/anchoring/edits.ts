/** Texts that are edited at random, with where every word of the old one stands in the new one. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Random } from '../../../bench/search/random.ts';

export interface Edited {
  readonly old: string;
  readonly now: string;
  /** Words of the old text, and where each of them stands in the new one; `null` when it does not. */
  readonly words: readonly Word[];
}

export interface Word {
  readonly start: number;
  readonly end: number;
  readonly now: { readonly start: number; readonly end: number } | null;
}

export interface EditOptions {
  /** The share of words that are changed: a third each is replaced, taken out, or has another put before it. */
  readonly share: number;
  /** The share of paragraphs that are moved, taken out, or come twice. */
  readonly paragraphs: number;
}

interface Token {
  readonly text: string;
  /** The number of the word in the old text, or -1 for one that is new. */
  readonly word: number;
}

/** Our own marked texts of one language, one after the other. */
export function textsOf(language: string): string[] {
  const folder = join(import.meta.dirname, '../../fixtures/compare');
  return ['judged', 'tuning'].flatMap((set) =>
    readdirSync(join(folder, set))
      .filter((name) => name.endsWith('.json'))
      .flatMap((name) => {
        const pair = JSON.parse(readFileSync(join(folder, set, name), 'utf8')) as Record<
          'a' | 'b',
          { readonly language: string; readonly paragraphs: readonly string[] }
        >;
        return [pair.a, pair.b]
          .filter((side) => side.language === language)
          .flatMap(({ paragraphs }) => paragraphs);
      }),
  );
}

/** The same paragraphs with phrases that come again and again, as in minutes, chats and lists. */
export function repeating(paragraphs: readonly string[], random: Random): string[] {
  const often = Array.from({ length: 6 }, () => random.pick(paragraphs));
  return paragraphs.flatMap((paragraph) =>
    random.chance(0.4) ? [paragraph, random.pick(often)] : [paragraph],
  );
}

export function edited(
  paragraphs: readonly string[],
  { share, paragraphs: ofParagraphs }: EditOptions,
  random: Random,
): Edited {
  let count = 0;
  const old = paragraphs.map((paragraph): Token[] =>
    paragraph.split(' ').map((text) => ({ text, word: count++ })),
  );
  const all = old.flat();
  const blocks = moved(old, ofParagraphs, random);
  const now = blocks.map((block) =>
    block.flatMap((token): Token[] => {
      if (!random.chance(share)) return [token];
      const other = { text: random.pick(all).text, word: -1 };
      const kind = random.below(3);
      return kind === 0 ? [other] : kind === 1 ? [] : [other, token];
    }),
  );
  const [before, after] = [laidOut(old), laidOut(now)];
  const places = new Map(after.places.map(({ word, start, end }) => [word, { start, end }]));
  return {
    old: before.text,
    now: after.text,
    words: before.places.map(({ word, start, end }) => ({
      start,
      end,
      now: places.get(word) ?? null,
    })),
  };
}

/** What comes twice is new the second time: a quote stands at the first place. */
function moved(blocks: readonly Token[][], share: number, random: Random): Token[][] {
  const result: Token[][] = [];
  const later: Token[][] = [];
  for (const block of blocks) {
    const kind = random.chance(share) ? random.below(3) : -1;
    if (kind === 0) continue;
    if (kind === 1) {
      later.push(block);
      continue;
    }
    result.push(block);
    if (kind === 2) later.push(block.map(({ text }) => ({ text, word: -1 })));
  }
  for (const block of later) result.splice(random.below(result.length + 1), 0, block);
  return result;
}

function laidOut(blocks: readonly (readonly Token[])[]) {
  let text = '';
  const places: { word: number; start: number; end: number }[] = [];
  for (const [at, block] of blocks.filter(({ length }) => length > 0).entries()) {
    if (at > 0) text += '\n\n';
    for (const [index, token] of block.entries()) {
      if (index > 0) text += ' ';
      const start = text.length;
      text += token.text;
      if (token.word !== -1) places.push({ word: token.word, start, end: text.length });
    }
  }
  return { text, places };
}
