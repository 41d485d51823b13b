/** Where the person is, and the way back. Lives in memory only and ends with the lock. */
import type {
  ClaimId,
  ClaimRowId,
  DossierId,
  QuoteId,
  SourceId,
} from '../../../archive/model/index.ts';

export type Place =
  | { readonly screen: 'library' }
  | { readonly screen: 'search' }
  | {
      readonly screen: 'read';
      readonly source?: SourceId;
      /** A stretch of the text to show, in UTF-16 units. */
      readonly at?: { readonly start: number; readonly end: number };
      readonly quote?: QuoteId;
    }
  | {
      readonly screen: 'compare';
      readonly a?: SourceId;
      readonly b?: SourceId;
      /** A third and a fourth. */
      readonly more?: readonly SourceId[];
    }
  | { readonly screen: 'claims'; readonly claim?: ClaimId; readonly row?: ClaimRowId }
  | { readonly screen: 'timeline' }
  | { readonly screen: 'dossiers'; readonly dossier?: DossierId }
  | { readonly screen: 'log' }
  | { readonly screen: 'settings' };

export type ScreenName = Place['screen'];
const LONGEST = 200;

export class Nav {
  #places = $state.raw<readonly Place[]>([{ screen: 'library' }]);
  #index = $state(0);
  /** Counted up at each move, so that a screen also notices the same place being opened again. */
  visit = $state(0);

  get place(): Place {
    return this.#places[this.#index] ?? { screen: 'library' };
  }

  get canGoBack(): boolean {
    return this.#index > 0;
  }

  get canGoForward(): boolean {
    return this.#index < this.#places.length - 1;
  }

  open(place: Place): void {
    const same = JSON.stringify(place) === JSON.stringify(this.place);
    if (!same) {
      this.#places = [...this.#places.slice(0, this.#index + 1), place].slice(-LONGEST);
      this.#index = this.#places.length - 1;
    }
    this.visit += 1;
  }

  /** Puts a place where the present one is: a move that nobody would go back over. */
  replace(place: Place): void {
    this.#places = this.#places.with(this.#index, place);
    this.visit += 1;
  }

  /** Opens a screen where the person last left it. */
  show(screen: ScreenName): void {
    const last = this.#places.slice(0, this.#index + 1).findLast((at) => at.screen === screen);
    this.open(last ?? { screen });
  }

  back(): void {
    if (!this.canGoBack) return;
    this.#index -= 1;
    this.visit += 1;
  }

  forward(): void {
    if (!this.canGoForward) return;
    this.#index += 1;
    this.visit += 1;
  }

  /** The sources read last, the newest first, each once. */
  get recent(): readonly SourceId[] {
    const sources = this.#places.flatMap((place) =>
      place.screen === 'read' && place.source !== undefined ? [place.source] : [],
    );
    return sources.reverse().filter((id, at, all) => all.indexOf(id) === at);
  }

  clear(): void {
    this.#places = [{ screen: 'library' }];
    this.#index = 0;
    this.visit = 0;
  }
}
