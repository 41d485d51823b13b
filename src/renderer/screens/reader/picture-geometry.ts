/** Points and sizes of a picture that is shown larger and turned by quarters: plain arithmetic. */

/** How often it is turned by a quarter, with the clock. */
export type Turn = 0 | 1 | 2 | 3;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A place of a picture as shares of its width and height. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Steps of the size, as factors of its true size. */
const STEPS = [0.05, 0.1, 0.15, 0.25, 0.35, 0.5, 0.7, 1, 1.5, 2, 3, 4, 6, 8] as const;
export const SMALLEST = STEPS[0];
export const LARGEST = 8;

export function turnedBy(turn: Turn, quarters: 1 | -1): Turn {
  return ((turn + quarters + 4) % 4) as Turn;
}

/** The room that it takes when it is turned. */
export function turnedSize({ width, height }: Size, turn: Turn): Size {
  return turn % 2 === 0 ? { width, height } : { width: height, height: width };
}

/** The size at which all of it is seen; never above its true size. */
export function fittingScale(size: Size, turn: Turn, room: Size): number {
  const { width, height } = turnedSize(size, turn);
  return Math.min(1, Math.max(0.01, Math.min(room.width / width, room.height / height)));
}

/** The next step from a size that may stand between two. */
export function nextScale(scale: number, step: 1 | -1): number {
  const next =
    step === 1
      ? STEPS.find((one) => one > scale * 1.01)
      : STEPS.findLast((one) => one < scale * 0.99);
  return next ?? (step === 1 ? LARGEST : Math.min(scale, SMALLEST));
}

/** A point of what is seen, as a point of the picture. */
export function unturned({ x, y }: Point, turn: Turn): Point {
  if (turn === 1) return { x: y, y: 1 - x };
  if (turn === 2) return { x: 1 - x, y: 1 - y };
  return turn === 3 ? { x: 1 - y, y: x } : { x, y };
}

/** A point of the picture, as a point of what is seen. */
export function turned({ x, y }: Point, turn: Turn): Point {
  if (turn === 1) return { x: 1 - y, y: x };
  if (turn === 2) return { x: 1 - x, y: 1 - y };
  return turn === 3 ? { x: y, y: 1 - x } : { x, y };
}
