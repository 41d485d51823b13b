/**
 * Running lines: what stands at the upper or lower edge of page after page. The first time it stays, as a caption;
 * later it is no part of the running text. Page numbers go.
 */
import type { Column, Line } from './columns.ts';

export interface LaidPage {
  /** Points. */
  readonly height: number;
  readonly columns: readonly Column[];
}

export type Place = 'text' | 'caption' | 'gone';

/** Share of a page's height at either edge, and lines of it, in which running lines are looked for. */
const EDGE = 0.14;
const LINES = 3;
/** Pages on which a line stands at the same height to be a running one. */
const PAGES = 3;
/** Points by which it may move. */
const MOVES = 3;
/** Pages that may lie between two of them: left and right pages differ. */
const APART = 3;
/** Numbers of one line that may be the page's. */
const NUMBERS = 4;

interface Seen {
  readonly page: number;
  readonly line: Line;
}

/** Where each line of the pages belongs; lines that are not named belong to the text. */
export function findRunning(pages: readonly LaidPage[]): ReadonlyMap<Line, Place> {
  const byKey = new Map<string, Seen[]>();
  pages.forEach((page, index) => {
    for (const line of edgeLines(page))
      for (const words of keysOf(line.text, index + 1)) {
        for (const height of [0, 1]) {
          const key = `${words} ${Math.floor(line.base / MOVES / 2 + height / 2)} ${height}`;
          const seen = byKey.get(key);
          if (seen) seen.push({ page: index, line });
          else byKey.set(key, [{ page: index, line }]);
        }
      }
  });
  const places = new Map<Line, Place>();
  for (const seen of byKey.values()) {
    if (!isRunning(seen)) continue;
    seen.forEach(({ line }, index) => {
      const place = index === 0 && saysMore(line.text) ? 'caption' : 'gone';
      if (places.get(line) !== 'caption') places.set(line, place);
    });
  }
  return places;
}

const PAGE_WORDS =
  /\b(?:page|of|seite|von|strona|str|z|pag|p)\b|(?<!\p{L})(?:страница|стр|старонка|сторінка|из|з|с|ст)(?!\p{L})/giu;

/** More than the number of a page. */
function saysMore(text: string): boolean {
  return /\p{L}{2}/u.test(text.replaceAll(PAGE_WORDS, ' '));
}

function edgeLines({ height, columns }: LaidPage): Line[] {
  const lines = columns.flat().sort((a, b) => a.base - b.base);
  const upper = lines.slice(0, LINES).filter(({ base }) => base < height * EDGE);
  const lower = lines.slice(-LINES).filter(({ base }) => base > height * (1 - EDGE));
  return [...new Set([...upper, ...lower])];
}

/**
 * The line's words, and the same with each of its numbers told by its distance from the number of the page: of a
 * running line one of them is the same on each page. Other numbers must be equal: lines that only count are text.
 */
function keysOf(text: string, page: number): Set<string> {
  const parts = text.trim().split(/(\d+)/);
  const numbers = Math.min(NUMBERS, (parts.length - 1) / 2);
  const keys = new Set<string>();
  for (let chosen = 0; chosen < 2 ** numbers; chosen++) {
    const words = parts.map((part, index) => {
      const place = (index - 1) / 2;
      const counted = index % 2 === 1 && place < NUMBERS && ((chosen >> place) & 1) === 1;
      return counted ? `{${Number(part) - page}}` : part;
    });
    keys.add(words.join(''));
  }
  return keys;
}

function isRunning(seen: readonly Seen[]): boolean {
  if (seen.length < PAGES) return false;
  let near = 1;
  for (let index = 1; index < seen.length; index++) {
    const step = (seen[index]?.page ?? 0) - (seen[index - 1]?.page ?? 0);
    near = step <= APART ? near + 1 : 1;
    if (near >= PAGES) return true;
  }
  return false;
}
