/**
 * The drawn page: bars in the margin and marks on the text, kept near the view only, so that long texts with
 * thousands of quotes stay quick.
 */
import type { Drawing } from './draw-text.ts';
import { depthLayers, lanesOf } from './layers.ts';
import type { PlacedQuote } from './placed-quotes.svelte.ts';
import type { Suggestion } from './suggestions.svelte.ts';
import type { Stretch } from './text-map.ts';

/** A bar beside the text. Pixels from the top of the page. */
export interface Bar {
  readonly placed: PlacedQuote;
  readonly top: number;
  readonly height: number;
  readonly lane: number;
}

/** A dashed bar beside what is offered. */
export interface OfferBar {
  readonly suggestion: Suggestion;
  readonly top: number;
  readonly height: number;
}

/** What is to be marked just now. */
export interface Marks {
  readonly quotes: readonly PlacedQuote[];
  readonly suggestions: readonly Suggestion[];
  readonly draft: Stretch | null;
  readonly found: readonly Stretch[];
  readonly foundNow: Stretch | null;
  readonly flash: Stretch | null;
}

/** Screens above and below the view for which marks are kept, and how near their edge they are renewed. */
const KEPT = 3;
const NEAR = 1;

const names = ['suggested', 'd1', 'd2', 'd3', 'draft', 'found', 'found-now', 'flash'] as const;
type HighlightName = (typeof names)[number];

export class Ledger {
  bars = $state.raw<readonly Bar[]>([]);
  offers = $state.raw<readonly OfferBar[]>([]);
  lanes = $state(1);
  draftBar = $state.raw<{ readonly top: number; readonly height: number } | null>(null);
  #drawing: Drawing | null = null;
  #page: HTMLElement | null = null;
  #scroller: HTMLElement | null = null;
  #marks: Marks = {
    quotes: [],
    suggestions: [],
    draft: null,
    found: [],
    foundNow: null,
    flash: null,
  };
  #keptTop = 0;
  #keptBottom = 0;

  attach(drawing: Drawing, page: HTMLElement, scroller: HTMLElement): () => void {
    this.#drawing = drawing;
    this.#page = page;
    this.#scroller = scroller;
    const observer = new ResizeObserver(() => {
      this.lay();
    });
    observer.observe(page);
    void document.fonts.ready.then(() => {
      this.lay();
    });
    return () => {
      observer.disconnect();
      this.#drawing = null;
      for (const name of names) CSS.highlights.delete(name);
    };
  }

  /** What comes and goes beside the text at the same time is laid out first: measured in between, it would be laid out twice. */
  mark(marks: Marks): void {
    this.#marks = marks;
    queueMicrotask(() => {
      if (this.#marks === marks) this.lay();
    });
  }

  scrolled(): void {
    const scroller = this.#scroller;
    if (!scroller) return;
    const edge = NEAR * scroller.clientHeight;
    const { scrollTop, clientHeight, scrollHeight } = scroller;
    const above = scrollTop - edge < this.#keptTop && this.#keptTop > 0;
    const below =
      scrollTop + clientHeight + edge > this.#keptBottom && this.#keptBottom < scrollHeight;
    if (above || below) this.lay();
  }

  /** Renews the marks and the bars for what is near the view. */
  lay(): void {
    const kept = this.#kept();
    if (!kept || !this.#drawing || !this.#page) return;
    const near = (stretch: Stretch) => stretch.start < kept.end && stretch.end > kept.start;
    const quotes = this.#marks.quotes.filter(near);
    const suggestions = this.#marks.suggestions.filter(near);
    const layers = depthLayers(quotes);
    this.#set('suggested', suggestions, 0);
    this.#set(
      'd1',
      layers.filter(({ depth }) => depth === 1),
      0,
    );
    this.#set(
      'd2',
      layers.filter(({ depth }) => depth === 2),
      1,
    );
    this.#set(
      'd3',
      layers.filter(({ depth }) => depth > 2),
      2,
    );
    this.#set('found', this.#marks.found.filter(near), 3);
    this.#set('draft', this.#marks.draft ? [this.#marks.draft] : [], 4);
    this.#set('found-now', this.#marks.foundNow ? [this.#marks.foundNow] : [], 5);
    this.#set('flash', this.#marks.flash ? [this.#marks.flash] : [], 6);
    const pageTop = this.#page.getBoundingClientRect().top;
    this.#layBars(quotes, this.#drawing, pageTop);
    this.#layOffers(suggestions, this.#drawing, pageTop);
    const isNew = !quotes.some(
      ({ start, end }) => start === this.#marks.draft?.start && end === this.#marks.draft.end,
    );
    const rect = this.#marks.draft && this.#drawing.map.rectOf(this.#marks.draft);
    this.draftBar = rect && isNew ? { top: rect.top - pageTop, height: rect.height } : null;
  }

  /** Scrolls so that the stretch stands in the upper part of the view, unless it is well in view. */
  show(stretch: Stretch): void {
    const rect = this.#drawing?.map.rectOf(stretch);
    const scroller = this.#scroller;
    if (!rect || !scroller) return;
    const view = scroller.getBoundingClientRect();
    const inView = rect.top > view.top + 32 && rect.bottom < view.bottom - 32;
    if (!inView) scroller.scrollTop += rect.top - view.top - view.height / 4;
    this.scrolled();
  }

  /** The first unit of the text in view, to come back to. */
  firstInView(): number | null {
    const scroller = this.#scroller;
    const block = scroller && this.#blockAt(scroller.scrollTop);
    return block ? this.#startOf(block) : null;
  }

  /** The blocks that begin in view; where none does, the one that fills it. */
  inView(): Stretch | null {
    const scroller = this.#scroller;
    const blocks = this.#drawing?.blocks ?? [];
    if (!scroller || blocks.length === 0) return null;
    const { scrollTop, clientHeight } = scroller;
    const above = this.#indexAt(scrollTop);
    const last = this.#indexAt(scrollTop + clientHeight);
    const [first, next] = [blocks[Math.min(above + 1, last)], blocks[last + 1]];
    const start = scrollTop === 0 || !first ? 0 : this.#startOf(first);
    const end = next ? this.#startOf(next) : Infinity;
    return start === null || end === null ? null : { start, end };
  }

  #layBars(quotes: readonly PlacedQuote[], drawing: Drawing, pageTop: number): void {
    const measured = quotes
      .flatMap((placed) => {
        const rect = drawing.map.rectOf(placed);
        return rect ? [{ placed, top: rect.top - pageTop, height: Math.max(24, rect.height) }] : [];
      })
      .sort((a, b) => a.top - b.top || b.height - a.height);
    const lanes = lanesOf(measured.map(({ top, height }) => ({ top, bottom: top + height })));
    this.bars = measured.map((bar, index) => ({ ...bar, lane: lanes[index] ?? 0 }));
    this.lanes = lanes.reduce((most, lane) => Math.max(most, lane + 1), 1);
  }

  #layOffers(suggestions: readonly Suggestion[], drawing: Drawing, pageTop: number): void {
    this.offers = suggestions.flatMap((suggestion) => {
      const rect = drawing.map.rectOf(suggestion);
      if (!rect) return [];
      return [{ suggestion, top: rect.top - pageTop, height: Math.max(24, rect.height) }];
    });
  }

  #set(name: HighlightName, stretches: readonly Stretch[], priority: number): void {
    const ranges = stretches.flatMap((stretch) => this.#drawing?.map.markOf(stretch) ?? []);
    if (ranges.length === 0) {
      CSS.highlights.delete(name);
      return;
    }
    const highlight = new Highlight(...ranges);
    highlight.priority = priority;
    CSS.highlights.set(name, highlight);
  }

  /** The stretch of text near the view. */
  #kept(): Stretch | null {
    const scroller = this.#scroller;
    if (!scroller || !this.#drawing) return null;
    const reach = KEPT * scroller.clientHeight;
    this.#keptTop = Math.max(0, scroller.scrollTop - reach);
    this.#keptBottom = Math.min(
      scroller.scrollHeight,
      scroller.scrollTop + scroller.clientHeight + reach,
    );
    const first = this.#blockAt(this.#keptTop);
    const last = this.#blockAt(this.#keptBottom);
    const start = first ? this.#startOf(first) : null;
    const end = last ? this.#startOf(last) : null;
    const lastLength = last?.textContent.length ?? 0;
    // Cells leave out their tabs: a little more than the letters on the page.
    return { start: start ?? 0, end: (end ?? 0) + lastLength + 1_000 };
  }

  #startOf(block: HTMLElement): number | null {
    return this.#drawing?.map.offsetAt(block, 0) ?? null;
  }

  /** The last block that begins above this many pixels of the scrolled page. */
  #blockAt(pixels: number): HTMLElement | null {
    return this.#drawing?.blocks[Math.max(0, this.#indexAt(pixels))] ?? null;
  }

  /** The number of the last block that begins above; -1 where none does. */
  #indexAt(pixels: number): number {
    const blocks = this.#drawing?.blocks ?? [];
    const scroller = this.#scroller;
    if (!scroller) return -1;
    const shift = scroller.scrollTop - scroller.getBoundingClientRect().top;
    let low = 0;
    let high = blocks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const block = blocks[middle];
      if (block && block.getBoundingClientRect().top + shift > pixels) high = middle;
      else low = middle + 1;
    }
    return low - 1;
  }
}
