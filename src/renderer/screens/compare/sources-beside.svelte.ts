/** Which sources stand side by side, as the place in the window says, and how they are put there. */
import type { Source, SourceId } from '../../../../archive/model/index.ts';
import type { App } from '../../lib/app.svelte.ts';
import { t } from '../../lib/texts.svelte.ts';
import { pairing } from './comparing.svelte.ts';

export class SourcesBeside {
  readonly #app: App;
  readonly #place = $derived.by(() => {
    const { place } = this.#app.nav;
    return place.screen === 'compare' ? place : null;
  });
  readonly a = $derived.by(() => this.#sourceOf(this.#place?.a));
  readonly b = $derived.by(() => this.#sourceOf(this.#place?.b));
  readonly pair = $derived.by(() => pairing(this.a, this.b));
  readonly asTexts = $derived.by(
    () => this.pair !== null && 'as' in this.pair && this.pair.as === 'texts',
  );
  /** All that stand side by side; those beyond the second need a text. */
  readonly all = $derived.by((): readonly Source[] => {
    const [a, b] = [this.a, this.b];
    if (!this.asTexts || !a || !b) return [];
    const more = (this.#place?.more ?? []).flatMap((id) => this.#sourceOf(id) ?? []);
    return [a, b, ...more.filter((source) => source.text)].filter(
      (source, at, all) => all.indexOf(source) === at,
    );
  });
  readonly comparable = $derived.by(() => {
    const { all } = this.#app.shelf;
    return all.filter(({ text }) => text).length > 1 || all.filter(({ image }) => image).length > 1;
  });

  constructor(app: App) {
    this.#app = app;
  }

  ids(): SourceId[] {
    return this.all.map(({ id }) => id);
  }

  /** Puts these side by side. */
  put(ids: readonly (SourceId | undefined)[], how: 'open' | 'replace' = 'open'): void {
    const [first, second, ...more] = ids;
    const others = more.flatMap((id) => id ?? []);
    this.#app.nav[how]({
      screen: 'compare',
      ...(first === undefined ? {} : { a: first }),
      ...(second === undefined ? {} : { b: second }),
      ...(others.length === 0 ? {} : { more: others }),
    });
  }

  choose(column: number, id: SourceId | undefined): void {
    const now = this.all.length > 0 ? this.ids() : [this.#place?.a, this.#place?.b];
    const columns = Array.from({ length: Math.max(2, now.length) }, (_, at) => now[at]);
    this.put(columns.with(column, id));
  }

  add(id: SourceId): void {
    const { toasts } = this.#app;
    if (this.ids().includes(id)) toasts.say(t('compare.thereAlready'));
    else if (this.#sourceOf(id)?.text) this.put([...this.ids(), id]);
    else toasts.say(t('compare.textsOnly'));
  }

  remove(column: number): void {
    this.put(this.ids().filter((_, at) => at !== column));
  }

  /** Changes places with the one beside; false where there is none. */
  move(column: number, step: 1 | -1): boolean {
    const now = this.ids();
    const [one, other] = [now[column], now[column + step]];
    if (one === undefined || other === undefined) return false;
    this.put(now.with(column, other).with(column + step, one), 'replace');
    return true;
  }

  #sourceOf(id: SourceId | undefined): Source | undefined {
    return id === undefined ? undefined : this.#app.records.sources.get(id);
  }
}
