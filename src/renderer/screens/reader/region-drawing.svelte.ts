/** A part of a picture while it is drawn: a rectangle or an outline, by pointer or by a cross that keys move. It knows nothing of quotes. */
import {
  boundsOf,
  type Corner,
  hasExtent,
  isOutline,
} from '../../../../archive/model/region-shape.ts';

export type Tool = 'rectangle' | 'outline';

/** As shares of the picture; with corners where it is no rectangle. */
export interface Shape {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly polygon?: [number, number][];
}

const clamp = (share: number): number => Math.min(1, Math.max(0, share));
const clamped = ([x, y]: Corner): [number, number] => [clamp(x), clamp(y)];

export class RegionDrawing {
  /** What is being drawn; `null` when nothing is. */
  tool = $state<Tool | null>(null);
  /** The corners that are set. */
  corners = $state.raw<readonly Corner[]>([]);
  /** Where the next corner would be. */
  cross = $state.raw<Corner>([0.5, 0.5]);
  /** It cannot be closed as it is. */
  crossed = $state(false);
  readonly #done: (shape: Shape) => void;
  readonly #dropped: () => void;

  /** What is drawn so far, up to the cross. */
  readonly preview = $derived.by((): readonly Corner[] => {
    const { corners, cross, tool } = this;
    const [first] = corners;
    if (!first) return [];
    return tool === 'rectangle' ? rectangleCorners(first, cross) : [...corners, cross];
  });

  constructor(done: (shape: Shape) => void, dropped: () => void) {
    this.#done = done;
    this.#dropped = dropped;
  }

  begin(tool: Tool): void {
    this.tool = tool;
    this.corners = [];
    this.crossed = false;
  }

  /** Answers whether there was something to drop. */
  drop(): boolean {
    if (this.tool === null) return false;
    this.tool = null;
    this.corners = [];
    this.#dropped();
    return true;
  }

  moveTo(corner: Corner): void {
    this.cross = clamped(corner);
  }

  moveBy(dx: number, dy: number): void {
    this.moveTo([this.cross[0] + dx, this.cross[1] + dy]);
  }

  /** A corner where the cross is. On the first corner, or on the last once more, an outline is closed. */
  set(): void {
    const { corners, cross, tool } = this;
    this.crossed = false;
    const [first, last] = [corners[0], corners.at(-1)];
    if (tool === null) return;
    if (!first || !last) this.corners = [cross];
    else if (tool === 'rectangle') this.#finishRectangle(first, cross);
    else if (corners.length >= 3 && (near(first, cross) || near(last, cross))) this.close();
    else if (!near(last, cross)) this.corners = [...corners, cross];
  }

  /** Takes the last corner back. */
  back(): void {
    this.corners = this.corners.slice(0, -1);
    this.crossed = false;
  }

  close(): void {
    const { corners } = this;
    if (this.tool !== 'outline' || corners.length < 3) return;
    this.crossed = !isOutline(corners);
    if (!this.crossed) this.#finish(outlineOf(corners));
  }

  #finishRectangle(one: Corner, other: Corner): void {
    const bounds = boundsOf([one, other]);
    if (hasExtent(bounds)) this.#finish(bounds);
  }

  #finish(shape: Shape): void {
    this.tool = null;
    this.corners = [];
    this.#done(shape);
  }
}

/** About as far as a pointer misses what it was meant for. */
const NEAR = 0.012;
const near = (a: Corner, b: Corner): boolean => Math.hypot(a[0] - b[0], a[1] - b[1]) < NEAR;

function rectangleCorners([ax, ay]: Corner, [bx, by]: Corner): readonly Corner[] {
  return [
    [ax, ay],
    [bx, ay],
    [bx, by],
    [ax, by],
  ];
}

function outlineOf(corners: readonly Corner[]): Shape {
  return { ...boundsOf(corners), polygon: corners.map(([x, y]) => [x, y]) };
}

/** The corners of a shape in their order: those by which it is adjusted. */
export function cornersOf({ x, y, width, height, polygon }: Shape): readonly Corner[] {
  return polygon ?? rectangleCorners([x, y], [x + width, y + height]);
}

/** The shape with one corner elsewhere; of a rectangle the opposite one stays. `null` when nothing would be left of it. */
export function withCorner(shape: Shape, at: number, to: Corner): Shape | null {
  const moved = clamped(to);
  if (shape.polygon) {
    const corners = shape.polygon.map((corner, index) => (index === at ? moved : corner));
    return isOutline(corners) ? outlineOf(corners) : null;
  }
  const opposite = cornersOf(shape)[(at + 2) % 4];
  if (!opposite) return null;
  const bounds = boundsOf([opposite, moved]);
  return hasExtent(bounds) ? bounds : null;
}
