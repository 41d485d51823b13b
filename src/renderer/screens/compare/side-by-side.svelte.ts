/** The panes as they stand on the page: where each passage is, how far each is scrolled, and how one leads the others. */
import type { Attachment } from 'svelte/attachments';
import type { Comparison } from '../../../../archive/compare/comparison.ts';
import { anchorsOf, around, follow, type Anchor, type Box } from './scroll-together.ts';

interface Measures {
  readonly boxes: readonly (Box | undefined)[];
  readonly height: number;
  readonly view: number;
}

const unmeasured: Measures = { boxes: [], height: 0, view: 0 };
/** A passage that is jumped to stands this share of the view from the top. */
const EYE_LINE = 0.18;

export class SideBySide {
  #measures = $state.raw<readonly Measures[]>([]);
  #scroll = $state.raw<readonly number[]>([]);
  #elements: readonly (HTMLElement | null)[] = [];
  /** Where we ourselves scrolled a pane to: the event of that leads nobody. */
  readonly #set: number[] = [];
  readonly #neighbours: () => readonly (Comparison | null)[];
  readonly #together: () => boolean;

  /** From each pane to the next one. */
  readonly #anchors = $derived.by((): readonly (readonly Anchor[])[] =>
    this.#neighbours().map((comparison, column) => {
      const [left, right] = [this.measures(column), this.measures(column + 1)];
      const pairs: [Box, Box][] = [];
      for (const match of comparison?.matches ?? []) {
        if (match.moved) continue;
        const inLeft = around(left.boxes, match.a);
        const inRight = around(right.boxes, match.b);
        if (inLeft && inRight) pairs.push([inLeft, inRight]);
      }
      return anchorsOf(pairs, left.height, right.height);
    }),
  );

  /** `neighbours` are the comparisons of each pane with the next one. */
  constructor(neighbours: () => readonly (Comparison | null)[], together: () => boolean) {
    this.#neighbours = neighbours;
    this.#together = together;
  }

  get columns(): number {
    return this.#neighbours().length + 1;
  }

  measures(column: number): Measures {
    return this.#measures[column] ?? unmeasured;
  }

  scroll(column: number): number {
    return this.#scroll[column] ?? 0;
  }

  /** On the scrolling element of a pane. What is in it is measured whenever its size changes. */
  pane(column: number): Attachment<HTMLElement> {
    return (element) => {
      this.#elements = put(this.#elements, column, element, null);
      const watcher = new ResizeObserver(() => {
        this.#measure(column);
      });
      watcher.observe(element);
      for (const child of element.children) watcher.observe(child);
      return () => {
        watcher.disconnect();
        if (this.#elements[column] === element)
          this.#elements = put(this.#elements, column, null, null);
        this.#measures = put(this.#measures, column, unmeasured, unmeasured);
      };
    };
  }

  /** The person scrolled a pane: the others follow. */
  scrolled(column: number): void {
    const element = this.#elements[column];
    if (!element) return;
    const { scrollTop } = element;
    this.#scroll = put(this.#scroll, column, scrollTop, 0);
    if (Math.abs(scrollTop - (this.#set[column] ?? -1)) < 2) return;
    this.#set[column] = -1;
    if (this.#together()) this.#lead(column);
  }

  /** Shows passages by column; a pane without any follows its neighbour. */
  reveal(passages: readonly (readonly number[])[]): void {
    // The panes may have gone since it was asked for.
    if (this.#elements.every((element) => element === null)) return;
    const found = Array.from({ length: this.columns }, (_, column) =>
      around(this.measures(column).boxes, passages[column] ?? []),
    );
    for (const [column, box] of found.entries())
      if (box) this.#scrollTo(column, box.top - this.measures(column).view * EYE_LINE);
    const first = found.findIndex((box) => box !== null);
    if (!this.#together() || first === -1) return;
    this.#lead(first, (column) => Boolean(found[column]));
  }

  /** Brings passages of one column into view, if they are not there. */
  bring(column: number, passages: readonly number[]): void {
    const { boxes, view } = this.measures(column);
    const box = around(boxes, passages);
    const top = this.scroll(column);
    if (!box || (box.top >= top && box.bottom <= top + view)) return;
    this.reveal(Array.from({ length: this.columns }, (_, at) => (at === column ? passages : [])));
  }

  /** The passages of a column that begin in view; where none does, those that fill it. */
  inView(column: number): readonly number[] {
    const { boxes, view } = this.measures(column);
    const top = this.scroll(column);
    const seen = [...boxes.keys()].filter((index) => {
      const box = boxes[index];
      return box && box.bottom > top && box.top < top + view;
    });
    const begun = seen.filter((index) => (boxes[index]?.top ?? 0) >= top);
    return begun.length > 0 ? begun : seen;
  }

  /** How far each pane is scrolled, to come back to. */
  get tops(): readonly number[] {
    return Array.from({ length: this.columns }, (_, column) => this.scroll(column));
  }

  /** Each pane to where it was, whatever leads the others. */
  comeBack(tops: readonly number[]): void {
    for (const [column, top] of tops.entries()) this.#scrollTo(column, top);
  }

  /** Shows the place at this share of the whole. */
  jump(share: number): void {
    const { height, view } = this.measures(0);
    this.#scrollTo(0, share * height - view / 2);
    this.#lead(0);
  }

  focus(column: number): void {
    this.#elements[column]?.focus({ preventScroll: true });
  }

  /** The column that has the focus. */
  focused(): number | null {
    const column = this.#elements.findIndex(
      (element) => element !== null && element === document.activeElement,
    );
    return column === -1 ? null : column;
  }

  /** Each pane follows the one before it, to both sides; those that stand where they should stay. */
  #lead(from: number, stays: (column: number) => boolean = () => false): void {
    for (let column = from + 1; column < this.columns; column += 1)
      if (!stays(column)) this.#follow(column - 1, column);
    for (let column = from - 1; column >= 0; column -= 1)
      if (!stays(column)) this.#follow(column + 1, column);
  }

  #follow(leader: number, column: number): void {
    const anchors = this.#anchors[Math.min(leader, column)];
    if (!anchors || !this.#elements[leader]) return;
    const place = (of: number) => ({
      ...this.measures(of),
      scrollTop: this.#elements[of]?.scrollTop ?? 0,
    });
    this.#scrollTo(column, follow(anchors, place(leader), place(column), leader < column ? 0 : 1));
  }

  #scrollTo(column: number, top: number): void {
    const element = this.#elements[column];
    if (!element) return;
    element.scrollTop = top;
    this.#set[column] = element.scrollTop;
    this.#scroll = put(this.#scroll, column, element.scrollTop, 0);
  }

  #measure(column: number): void {
    const element = this.#elements[column];
    if (!element) return;
    const zero = element.getBoundingClientRect().top + element.clientTop - element.scrollTop;
    const boxes: (Box | undefined)[] = [];
    for (const passage of element.querySelectorAll<HTMLElement>('[data-from]')) {
      const { top, bottom } = passage.getBoundingClientRect();
      const from = Number(passage.dataset.from);
      const to = Number(passage.dataset.to);
      for (let index = from; index <= to; index += 1)
        boxes[index] = { top: top - zero, bottom: bottom - zero };
    }
    const now = { boxes, height: element.scrollHeight, view: element.clientHeight };
    this.#measures = put(this.#measures, column, now, unmeasured);
    this.#scroll = put(this.#scroll, column, element.scrollTop, 0);
  }
}

/** The list with a value at this place, which may lie behind its end. */
function put<T>(list: readonly T[], at: number, value: T, missing: T): readonly T[] {
  const next = [...list];
  while (next.length < at) next.push(missing);
  next[at] = value;
  return next;
}
