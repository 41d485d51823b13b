/** Direct speech of a source that was not quoted yet: nothing of it is kept until somebody makes a quote of it. */
import type { SourceId, TextDocument } from '../../../../archive/model/index.ts';
import type { SuggestedQuote } from '../../../../archive/face/index.ts';
import type { App } from '../../lib/app.svelte.ts';
import { blockNumberAt } from './draw-text.ts';
import type { Stretch } from './text-map.ts';

/** With its place. */
export interface Suggestion extends SuggestedQuote {
  readonly paragraph: number;
}

export class Suggestions {
  readonly #app: App;
  readonly #source: SourceId;
  readonly #document: () => TextDocument | null;
  readonly #quoted: () => readonly Stretch[];
  /** `null` until it is known. */
  #found = $state.raw<readonly SuggestedQuote[] | null>(null);
  #putAside = $state.raw<readonly SuggestedQuote[]>([]);

  readonly known = $derived(this.#found !== null);

  /** In the order of the text, without what is quoted for the most part. */
  readonly offered = $derived.by((): readonly Suggestion[] => {
    const document = this.#document();
    if (!document || !this.#app.suggesting) return [];
    const quoted = this.#quoted();
    const covered = ({ start, end }: Stretch) =>
      quoted.some((quote) => inCommon(quote, { start, end }) * 2 > end - start);
    return (this.#found ?? [])
      .filter((one) => !this.#putAside.includes(one) && !covered(one))
      .map((one) => ({ ...one, paragraph: blockNumberAt(document, one.start) }));
  });

  constructor(
    app: App,
    source: SourceId,
    document: () => TextDocument | null,
    quoted: () => readonly Stretch[],
  ) {
    this.#app = app;
    this.#source = source;
    this.#document = document;
    this.#quoted = quoted;
  }

  /** Comes when it comes: nobody waits for it. */
  async ask(): Promise<void> {
    const document = this.#document();
    const found = await this.#app.ask('sources.suggestQuotes', { source: this.#source });
    if (document === this.#document()) this.#found = found.ok ? found.value : [];
  }

  /** Until the source is opened again. */
  putAside(suggestion: Stretch): void {
    const same = (this.#found ?? []).filter((one) => sameStretch(one, suggestion));
    this.#putAside = [...this.#putAside, ...same];
  }

  /** What is offered for exactly this passage. */
  of(stretch: Stretch): Suggestion | null {
    return this.offered.find((one) => sameStretch(one, stretch)) ?? null;
  }

  /** The first one from a place on; behind the last one again the first. */
  from(offset: number): Suggestion | null {
    return this.offered.find(({ start }) => start >= offset) ?? this.offered[0] ?? null;
  }
}

const inCommon = (a: Stretch, b: Stretch): number =>
  Math.min(a.end, b.end) - Math.max(a.start, b.start);

const sameStretch = (a: Stretch, b: Stretch): boolean => a.start === b.start && a.end === b.end;
