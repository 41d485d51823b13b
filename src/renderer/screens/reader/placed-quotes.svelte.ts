/** The quotes of one source by their place: in its text, on its picture, and those that lost theirs. */
import type {
  Quote,
  QuoteId,
  RegionAnchor,
  SourceId,
  TextDocument,
} from '../../../../archive/model/index.ts';
import type { App } from '../../lib/app.svelte.ts';
import { blockNumberAt } from './draw-text.ts';
import type { Stretch } from './text-map.ts';

/** A quote that stands in the text, with its number by place, from 1. */
export interface PlacedQuote extends Stretch {
  readonly quote: Quote;
  readonly number: number;
  readonly paragraph: number;
}

/** A quoted part of a picture; numbered behind the quotes of its words. */
export interface PlacedRegion {
  readonly quote: Quote;
  readonly number: number;
  readonly region: RegionAnchor;
}

export type Placed = PlacedQuote | PlacedRegion;

export class PlacedQuotes {
  readonly #app: App;
  readonly #source: SourceId;
  readonly #document: () => TextDocument | null;

  /** Of the text that the source has now. */
  readonly #digest = $derived.by(() => this.#app.records.sources.get(this.#source)?.text?.sha256);

  readonly #all = $derived.by((): readonly Quote[] =>
    [...this.#app.records.quotes.values()].filter(({ source }) => source === this.#source),
  );

  /** None before the text is there. */
  readonly inText = $derived.by((): readonly PlacedQuote[] => {
    const document = this.#document();
    if (!document) return [];
    return this.#all
      .flatMap((quote) =>
        quote.anchor.kind === 'text' && !this.#isLost(quote) ? [{ quote, ...quote.anchor }] : [],
      )
      .sort((a, b) => a.start - b.start || b.end - a.end)
      .map(({ quote, start, end }, index) => {
        return { quote, start, end, number: index + 1, paragraph: blockNumberAt(document, start) };
      });
  });

  /** Quoted parts of the picture: by page, from top to bottom. */
  readonly regions = $derived.by((): readonly PlacedRegion[] => {
    const before = this.inText.length;
    return this.#all
      .flatMap((quote) => (quote.anchor.kind === 'region' ? [{ quote, region: quote.anchor }] : []))
      .sort(
        ({ region: a }, { region: b }) =>
          (a.page ?? 1) - (b.page ?? 1) || a.y - b.y || a.x - b.x || b.width - a.width,
      )
      .map((placed, index) => ({ ...placed, number: before + index + 1 }));
  });

  /** All that have a place, as they are listed. */
  readonly listed = $derived<readonly Placed[]>([...this.inText, ...this.regions]);

  /** Those whose words were not found in the text that the source has now. */
  readonly lost = $derived.by(() => this.#all.filter((quote) => this.#isLost(quote)));

  constructor(app: App, source: SourceId, document: () => TextDocument | null) {
    this.#app = app;
    this.#source = source;
    this.#document = document;
  }

  /** The quote so many places from the current one; while there is none, from a place in the text. */
  beside(step: 1 | -1, current: QuoteId | null, from: number): Placed | null {
    const { inText, listed } = this;
    const index = listed.findIndex(({ quote }) => quote.id === current);
    if (index !== -1) return listed[index + step] ?? null;
    if (inText.length === 0) return listed.at(step === 1 ? 0 : -1) ?? null;
    return (
      (step === 1
        ? inText.find(({ start }) => start >= from)
        : inText.findLast(({ start }) => start < from)) ?? null
    );
  }

  #isLost({ anchor }: Quote): boolean {
    const now = this.#digest;
    return anchor.kind === 'text' && now !== undefined && anchor.textSha256 !== now;
  }
}
