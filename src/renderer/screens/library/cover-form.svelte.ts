/** Parts of a picture that must not leave, while they are being marked: drawn, moved, made larger, and said why. */
import type { CoveredRegion } from '../../../../archive/model/index.ts';

export interface MarkedPart extends CoveredRegion {
  readonly key: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Shares of a side: what is drawn smaller than this is a slip of the hand. */
const SMALLEST = 0.01;
/** More the archive does not keep of one picture. */
const MOST = 200;
/** Of a part that is added without a mouse. */
const ADDED = 0.2;

const within = (value: number, least: number, most: number) =>
  Math.min(most, Math.max(least, value));

/** Less than a pixel of any picture. */
const rounded = (share: number) => Math.round(share * 100_000) / 100_000;

export class CoverForm {
  parts = $state.raw<readonly MarkedPart[]>([]);
  chosen = $state<number | null>(null);
  /** Which is looked at, and drawn on. */
  page = $state(1);
  #keys = 0;
  /** Where a stroke of the mouse began, and what it does. */
  #stroke: {
    readonly from: Point;
    readonly key: number;
    readonly before: MarkedPart | null;
  } | null = null;

  constructor(regions: readonly CoveredRegion[]) {
    this.parts = regions.map((region) => ({ ...region, key: this.#keys++ }));
  }

  get full(): boolean {
    return this.parts.length >= MOST;
  }

  get regions(): CoveredRegion[] {
    return this.parts.map(({ x, y, width, height, page, reason, by }) => {
      const place = {
        ...(page !== undefined && { page }),
        x: rounded(x),
        y: rounded(y),
        width: rounded(width),
        height: rounded(height),
      };
      return { ...place, reason: reason.trim(), by };
    });
  }

  /** What lies on the page that is looked at, numbered among all. */
  get here(): readonly { readonly part: MarkedPart; readonly number: number }[] {
    return this.parts
      .map((part, index) => ({ part, number: index + 1 }))
      .filter(({ part }) => (part.page ?? 1) === this.page);
  }

  /** Shows the page that it lies on. */
  choose(key: number): void {
    this.chosen = key;
    this.page = this.parts.find((part) => part.key === key)?.page ?? 1;
  }

  /** In the middle, to be moved by keys. Answers its key. */
  add(by: string): number {
    const at = (1 - ADDED) / 2;
    return this.#put({ x: at, y: at, width: ADDED, height: ADDED, reason: '', by });
  }

  remove(key: number): void {
    this.parts = this.parts.filter((part) => part.key !== key);
    if (this.chosen === key) this.chosen = null;
  }

  explain(key: number, reason: string): void {
    this.#change(key, (part) => ({ ...part, reason }));
  }

  /** By shares of the picture; it never leaves the picture. */
  move(key: number, across: number, down: number): void {
    this.#change(key, (part) => ({
      ...part,
      x: within(part.x + across, 0, 1 - part.width),
      y: within(part.y + down, 0, 1 - part.height),
    }));
  }

  resize(key: number, across: number, down: number): void {
    this.#change(key, (part) => ({
      ...part,
      width: within(part.width + across, SMALLEST, 1 - part.x),
      height: within(part.height + down, SMALLEST, 1 - part.y),
    }));
  }

  begin(from: Point, by: string): void {
    if (this.full) return;
    const key = this.#put({ ...from, width: SMALLEST, height: SMALLEST, reason: '', by });
    this.#stroke = { from, key, before: null };
  }

  grasp(key: number, from: Point): void {
    this.chosen = key;
    const before = this.parts.find((part) => part.key === key) ?? null;
    this.#stroke = { from, key, before };
  }

  follow(to: Point): void {
    const stroke = this.#stroke;
    if (!stroke) return;
    const { from, key, before } = stroke;
    if (before) {
      this.#change(key, () => before);
      this.move(key, to.x - from.x, to.y - from.y);
      return;
    }
    const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)];
    const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y, to.y)];
    this.#change(key, (part) => ({
      ...part,
      x: within(left, 0, 1 - SMALLEST),
      y: within(top, 0, 1 - SMALLEST),
      width: Math.max(SMALLEST, within(right, 0, 1) - within(left, 0, 1)),
      height: Math.max(SMALLEST, within(bottom, 0, 1) - within(top, 0, 1)),
    }));
  }

  /** A click without a stroke marks nothing. */
  end(): void {
    const stroke = this.#stroke;
    this.#stroke = null;
    if (!stroke || stroke.before) return;
    const drawn = this.parts.find(({ key }) => key === stroke.key);
    if (drawn && drawn.width <= SMALLEST && drawn.height <= SMALLEST) this.remove(stroke.key);
  }

  #put(region: CoveredRegion): number {
    const key = this.#keys++;
    const ofPage = this.page > 1 ? { page: this.page } : {};
    this.parts = [...this.parts, { ...region, ...ofPage, key }];
    this.chosen = key;
    return key;
  }

  #change(key: number, change: (part: MarkedPart) => MarkedPart): void {
    this.parts = this.parts.map((part) => (part.key === key ? change(part) : part));
  }
}
