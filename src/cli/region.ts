/** Parts of pictures as they are written on the command line: numbers in percent of the width and the height. */
import { boundsOf, type RegionAnchor } from '../../archive/model/index.ts';
import type { Arguments } from './command.ts';
import { UsageError } from './usage.ts';

export const regionOptions = {
  region: { type: 'string' },
  outline: { type: 'string' },
  page: { type: 'string' },
  seen: { type: 'string' },
} as const;

/** `null` when no part is named. What lies outside of the picture is the engine's to refuse. */
export function regionOf(parsed: Arguments): RegionAnchor | null {
  const rectangle = parsed.text('region');
  const outline = parsed.text('outline');
  const page = parsed.text('page');
  if (rectangle === undefined && outline === undefined) {
    if (page !== undefined || parsed.text('seen') !== undefined) throw new UsageError();
    return null;
  }
  if (rectangle !== undefined && outline !== undefined) throw new UsageError();
  const ofPage = page === undefined ? {} : { page: wholeNumber(page) };
  if (outline !== undefined) {
    const polygon = cornersOf(sharesOf(outline));
    return { kind: 'region', ...boundsOf(polygon), polygon, ...ofPage };
  }
  return { kind: 'region', ...rectangleOf(rectangle ?? ''), ...ofPage };
}

type Rectangle = Pick<RegionAnchor, 'x' | 'y' | 'width' | 'height'>;

/** Four numbers in percent: left, top, width, height. */
export function rectangleOf(written: string): Rectangle {
  const [x, y, width, height, ...more] = sharesOf(written);
  if (x === undefined || y === undefined || width === undefined || height === undefined)
    throw new UsageError();
  if (more.length > 0) throw new UsageError();
  return { x, y, width, height };
}

/** `12,20.5,30,10`, as it is written. */
export function placeText({
  x,
  y,
  width,
  height,
  page = 1,
}: Rectangle & Pick<RegionAnchor, 'page'>): string {
  const numbers = [x, y, width, height].map((share) => Math.round(share * 10_000) / 100);
  return `${numbers.join(',')} %${page > 1 ? ` (${page})` : ''}`;
}

function sharesOf(written: string): number[] {
  const numbers = written.split(',').map((part) => (part.trim() === '' ? NaN : Number(part) / 100));
  if (!numbers.every((number) => Number.isFinite(number))) throw new UsageError();
  return numbers;
}

function cornersOf(shares: readonly number[]): [number, number][] {
  if (shares.length < 6 || shares.length % 2 === 1) throw new UsageError();
  return Array.from({ length: shares.length / 2 }, (_, at) => [
    shares[at * 2] ?? 0,
    shares[at * 2 + 1] ?? 0,
  ]);
}

export function wholeNumber(written: string): number {
  if (!/^[1-9]\d{0,5}$/.test(written)) throw new UsageError();
  return Number(written);
}
