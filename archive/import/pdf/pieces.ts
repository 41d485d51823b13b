/** The pieces of text on one page as the PDF draws them, each with its box and the way it runs. */
import { limits } from '../../model/index.ts';
import { annotationsOf, type Written } from './annotations.ts';
import { hasArabic, unturned } from './joined-letters.ts';
import type { PDFDocumentProxy } from './open.ts';

type Page = Awaited<ReturnType<PDFDocumentProxy['getPage']>>;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * A piece in the frame of its own direction: `along` counts in the direction in which lines run, `base` across them
 * and downwards, as if the page had been turned so that its letters stand upright.
 */
export interface Piece {
  readonly text: string;
  readonly box: Box;
  /** Degrees by which its lines are turned, in steps of five. */
  readonly turn: number;
  readonly start: number;
  readonly end: number;
  readonly base: number;
  readonly size: number;
  readonly rightToLeft: boolean;
}

export interface PagePieces {
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly Piece[];
  /** Somebody wrote remarks beside the text. */
  readonly remarks: boolean;
}

type Matrix = readonly [number, number, number, number, number, number];

interface Item {
  readonly str: string;
  readonly dir: string;
  readonly width: number;
  readonly transform: readonly number[];
}

/** Points to which a coordinate is kept. */
const round = (value: number) =>
  Math.round(Math.min(limits.pageLength, Math.max(-limits.pageLength, value)) * 10) / 10 || 0;

export async function piecesOf(page: Page): Promise<PagePieces> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const view = toMatrix(transform);
  const items = await itemsOf(page);
  const { written, remarks } = await annotationsOf(page);
  const drawn = [...items, ...written.flatMap(toItems)];
  const pieces = view === null ? [] : withoutTwins(readItems(drawn, view));
  return { width: round(width), height: round(height), pieces, remarks };
}

async function itemsOf(page: Page): Promise<readonly Item[]> {
  // Not normalised by pdf.js: it would do so before it turns lines round, and shapes of two letters come out reversed.
  const content = await page.getTextContent({ disableNormalization: true });
  const items = content.items as readonly Item[];
  if (!hasArabic(items)) return items;
  const lines = await unturned(page, items);
  return items.map((item, index) => ({ ...item, str: lines[index] ?? item.str }));
}

function readItems(items: readonly Item[], view: Matrix): Piece[] {
  const pieces: Piece[] = [];
  for (const item of items) {
    if (pieces.length >= limits.pagePieces) break;
    if (item.str.trim() === '') continue;
    const piece = toPiece(item, view);
    if (piece) pieces.push(piece);
  }
  return pieces;
}

/** What is written into a field stands in lines from its upper edge, at the left. */
function toItems({ lines, left, right, top, bottom, size }: Written): Item[] {
  const step = size ?? Math.min(12, ((top - bottom) / lines.length) * 0.8);
  return lines.map((str, index) => ({
    str,
    dir: /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(str) ? 'rtl' : 'ltr',
    width: Math.min(right - left, str.length * step * 0.5),
    transform: [step, 0, 0, step, left, lineBase(index)],
  }));

  function lineBase(index: number): number {
    const room = Math.max(0, top - bottom - lines.length * step * 1.2);
    return top - room / 2 - step * (1.2 * index + 0.95);
  }
}

function toPiece({ str, dir, width, transform }: Item, view: Matrix): Piece | null {
  const own = toMatrix(transform);
  if (own === null || !Number.isFinite(width)) return null;
  const [a, b, c, d, x, y] = multiply(view, own);
  const size = Math.hypot(c, d);
  const scale = Math.hypot(view[0], view[1]);
  if (!(size > 0) || !Number.isFinite(x + y)) return null;
  const turn = (Math.round((Math.atan2(b, a) * 36) / Math.PI) * 5 + 360) % 360;
  const radians = (turn * Math.PI) / 180;
  const along = x * Math.cos(radians) + y * Math.sin(radians);
  const base = y * Math.cos(radians) - x * Math.sin(radians);
  const length = Math.abs(width) * scale;
  return {
    text: letters(str),
    box: boxOf(x, y, length, size, radians),
    turn,
    start: along,
    end: along + length,
    base,
    size,
    rightToLeft: dir === 'rtl',
  };
}

/** Shapes of letters, which fonts of Arabic and joined Latin letters are told by, to the letters themselves; all blanks to one. */
function letters(text: string): string {
  return text.replaceAll(
    /[\u00a0\u00b5\u037e\u0eb3\u2000-\u200a\u202f\u2126\ufb00-\ufb06\ufb13-\ufb17\ufb1d-\ufdff\ufe70-\ufefc]+/g,
    (shapes) => shapes.normalize('NFKC'),
  );
}

/** Shares of a letter's size above and below the line on which it stands. */
const ABOVE = 0.8;
const BELOW = 0.2;

/** The upright box around a line that may be turned. */
function boxOf(x: number, y: number, length: number, size: number, radians: number): Box {
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  const corners = [
    [0, -ABOVE * size],
    [length, -ABOVE * size],
    [0, BELOW * size],
    [length, BELOW * size],
  ] as const;
  const xs = corners.map(([along, across]) => x + along * cos - across * sin);
  const ys = corners.map(([along, across]) => y + along * sin + across * cos);
  const left = round(Math.min(...xs));
  const top = round(Math.min(...ys));
  return {
    x: left,
    y: top,
    width: round(Math.max(...xs) - left),
    height: round(Math.max(...ys) - top),
  };
}

/** Share of a letter's size. */
const TWIN = 0.15;

/** Letters that are drawn twice, a hair apart, to look bold are one. */
function withoutTwins(pieces: readonly Piece[]): Piece[] {
  const last = new Map<string, Piece>();
  return pieces.filter((piece) => {
    const twin = last.get(piece.text);
    last.set(piece.text, piece);
    if (twin?.turn !== piece.turn) return true;
    const away = Math.hypot(twin.base - piece.base, twin.start - piece.start);
    return away >= piece.size * TWIN;
  });
}

function toMatrix(numbers: readonly unknown[]): Matrix | null {
  const [a, b, c, d, e, f] = numbers;
  const all = [a, b, c, d, e, f];
  return all.every((one) => typeof one === 'number' && Number.isFinite(one))
    ? (all as unknown as Matrix)
    : null;
}

function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ];
}
