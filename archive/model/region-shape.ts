/** The shape of a part of a picture: plain arithmetic over shares of its width and height, so that the window asks it too. */

/** Shares of the width and the height of a picture as it is shown upright, each from 0 to 1. */
export type Corner = readonly [x: number, y: number];

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A side shorter than this share of the picture is none. */
const LEAST_SIDE = 1e-4;
/** What arithmetic over shares may be beside. */
const CLOSE = 1e-9;

/** The rectangle around all corners. */
export function boundsOf(corners: readonly Corner[]): Bounds {
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

export function liesInside({ x, y, width, height }: Bounds): boolean {
  return x >= 0 && y >= 0 && x + width <= 1 + CLOSE && y + height <= 1 + CLOSE;
}

export function hasExtent({ width, height }: Bounds): boolean {
  return width >= LEAST_SIDE && height >= LEAST_SIDE;
}

/** Whether an outline encloses something and does not cross or touch itself: only then its inside is certain. */
export function isOutline(corners: readonly Corner[]): boolean {
  if (corners.length < 3 || !hasExtent(boundsOf(corners))) return false;
  if (Math.abs(areaOf(corners)) < LEAST_SIDE ** 2) return false;
  const sides = corners.map((corner, at) => [corner, next(corners, at)] as const);
  return sides.every(([a, b], at) =>
    sides.every(([c, d], other) => {
      if (other <= at) return true;
      const neighbours = other === at + 1 || (at === 0 && other === sides.length - 1);
      return neighbours ? !foldsBack(a, b, c, d) : !meet(a, b, c, d);
    }),
  );
}

const next = (corners: readonly Corner[], at: number): Corner =>
  corners[(at + 1) % corners.length] ?? [0, 0];

function areaOf(corners: readonly Corner[]): number {
  return corners.reduce((sum, [x, y], at) => {
    const [toX, toY] = next(corners, at);
    return sum + (x * toY - toX * y) / 2;
  }, 0);
}

/** On which side of the line from a to b the point lies. */
function side([ax, ay]: Corner, [bx, by]: Corner, [x, y]: Corner): number {
  const turn = (bx - ax) * (y - ay) - (by - ay) * (x - ax);
  return Math.abs(turn) < CLOSE * 1e-3 ? 0 : Math.sign(turn);
}

const within = ([ax, ay]: Corner, [bx, by]: Corner, [x, y]: Corner): boolean =>
  Math.min(ax, bx) <= x && x <= Math.max(ax, bx) && Math.min(ay, by) <= y && y <= Math.max(ay, by);

function meet(a: Corner, b: Corner, c: Corner, d: Corner): boolean {
  const [s1, s2] = [side(a, b, c), side(a, b, d)];
  const [s3, s4] = [side(c, d, a), side(c, d, b)];
  if (s1 !== s2 && s3 !== s4 && s1 * s2 <= 0 && s3 * s4 <= 0) return true;
  return (
    (s1 === 0 && within(a, b, c)) ||
    (s2 === 0 && within(a, b, d)) ||
    (s3 === 0 && within(c, d, a)) ||
    (s4 === 0 && within(c, d, b))
  );
}

/** Two sides that share a corner and lie on one another, or a side without length. */
function foldsBack(a: Corner, b: Corner, c: Corner, d: Corner): boolean {
  // Either b is c, or, of the first and the last side, a is d.
  const [corner, one, other] = same(b, c) ? [b, a, d] : [a, b, c];
  if (same(corner, one) || same(corner, other)) return true;
  if (side(corner, one, other) !== 0) return false;
  const dot =
    (one[0] - corner[0]) * (other[0] - corner[0]) + (one[1] - corner[1]) * (other[1] - corner[1]);
  return dot > 0;
}

const same = (a: Corner, b: Corner): boolean => a[0] === b[0] && a[1] === b[1];
