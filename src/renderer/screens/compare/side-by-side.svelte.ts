/** The two panes as they stand on the page: where each passage is, how far each is scrolled, and how one leads the other. */
import type { Attachment } from 'svelte/attachments';
import type { Comparison } from '../../../../archive/compare/comparison.ts';
import { otherSide, type Side } from './passages.ts';
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
  measures = $state.raw<Readonly<Record<Side, Measures>>>({ a: unmeasured, b: unmeasured });
  scroll = $state.raw<Readonly<Record<Side, number>>>({ a: 0, b: 0 });
  readonly #elements: Record<Side, HTMLElement | null> = { a: null, b: null };
  /** Where we ourselves scrolled a pane to: the event of that leads nobody. */
  readonly #set: Record<Side, number> = { a: -1, b: -1 };
  readonly #comparison: () => Comparison | null;
  readonly #together: () => boolean;

  readonly anchors = $derived.by((): readonly Anchor[] => {
    const { a, b } = this.measures;
    const pairs: [Box, Box][] = [];
    for (const match of this.#comparison()?.matches ?? []) {
      if (match.moved) continue;
      const boxA = around(a.boxes, match.a);
      const boxB = around(b.boxes, match.b);
      if (boxA && boxB) pairs.push([boxA, boxB]);
    }
    return anchorsOf(pairs, a.height, b.height);
  });

  constructor(comparison: () => Comparison | null, together: () => boolean) {
    this.#comparison = comparison;
    this.#together = together;
  }

  /** On the scrolling element of a pane. What is in it is measured whenever its size changes. */
  pane(side: Side): Attachment<HTMLElement> {
    return (element) => {
      this.#elements[side] = element;
      const watcher = new ResizeObserver(() => {
        this.#measure(side);
      });
      watcher.observe(element);
      for (const child of element.children) watcher.observe(child);
      return () => {
        watcher.disconnect();
        this.#elements[side] = null;
        this.measures = { ...this.measures, [side]: unmeasured };
      };
    };
  }

  /** The person scrolled a pane: the other one follows. */
  scrolled(side: Side): void {
    const element = this.#elements[side];
    if (!element) return;
    const { scrollTop } = element;
    this.scroll = { ...this.scroll, [side]: scrollTop };
    if (Math.abs(scrollTop - this.#set[side]) < 2) return;
    this.#set[side] = -1;
    if (this.#together()) this.#lead(side);
  }

  /** Shows passages of either side; a side without any follows the other. */
  reveal(passages: Readonly<Record<Side, readonly number[]>>): void {
    const found: Record<Side, Box | null> = {
      a: around(this.measures.a.boxes, passages.a),
      b: around(this.measures.b.boxes, passages.b),
    };
    for (const side of ['a', 'b'] as const) {
      const box = found[side];
      const { view } = this.measures[side];
      if (box) this.#scrollTo(side, box.top - view * EYE_LINE);
    }
    if (!this.#together()) return;
    if (found.a && !found.b) this.#lead('a');
    if (found.b && !found.a) this.#lead('b');
  }

  /** Brings passages of one side into view, if they are not there. */
  bring(side: Side, passages: readonly number[]): void {
    const { boxes, view } = this.measures[side];
    const box = around(boxes, passages);
    const top = this.scroll[side];
    if (!box || (box.top >= top && box.bottom <= top + view)) return;
    this.reveal({ a: [], b: [], [side]: passages });
  }

  /** Shows the place at this share of the whole. */
  jump(share: number): void {
    const { height, view } = this.measures.a;
    this.#scrollTo('a', share * height - view / 2);
    this.#lead('a');
  }

  focus(side: Side): void {
    this.#elements[side]?.focus({ preventScroll: true });
  }

  /** The side that has the focus. */
  focused(): Side | null {
    const at = document.activeElement;
    return at === this.#elements.a ? 'a' : at === this.#elements.b ? 'b' : null;
  }

  #lead(side: Side): void {
    const other = otherSide(side);
    const element = this.#elements[side];
    if (!element) return;
    const place = (of: Side) => ({ ...this.measures[of], scrollTop: element.scrollTop });
    this.#scrollTo(other, follow(this.anchors, place(side), place(other), side === 'a' ? 0 : 1));
  }

  #scrollTo(side: Side, top: number): void {
    const element = this.#elements[side];
    if (!element) return;
    element.scrollTop = top;
    this.#set[side] = element.scrollTop;
    this.scroll = { ...this.scroll, [side]: element.scrollTop };
  }

  #measure(side: Side): void {
    const element = this.#elements[side];
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
    this.measures = {
      ...this.measures,
      [side]: { boxes, height: element.scrollHeight, view: element.clientHeight },
    };
    this.scroll = { ...this.scroll, [side]: element.scrollTop };
  }
}
