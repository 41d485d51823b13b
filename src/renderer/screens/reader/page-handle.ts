/** What the page of a text can be told to do. */
import type { PlacedQuote } from './placed-quotes.svelte.ts';
import type { Stretch } from './text-map.ts';

export interface PageHandle {
  readonly goTo: (placed: PlacedQuote) => void;
  readonly select: (stretch: Stretch | null) => void;
  readonly flash: (stretch: Stretch) => void;
  readonly focus: () => void;
}
