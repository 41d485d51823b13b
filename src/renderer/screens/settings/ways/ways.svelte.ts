/** The ways to open the archive, as the key file lists them. */
import type { Failure } from '../../../../../archive/lib/result.ts';
import type { SlotInfo } from '../../../../../archive/face/index.ts';
import type { App } from '../../../lib/app.svelte.ts';
import { t } from '../../../lib/texts.svelte.ts';

export class Ways {
  readonly #app: App;
  slots = $state.raw<readonly SlotInfo[] | null>(null);
  failure = $state.raw<Failure | null>(null);

  constructor(app: App) {
    this.#app = app;
  }

  async load(): Promise<void> {
    const answer = await this.#app.ask('keys.list', {});
    this.failure = answer.ok ? null : answer.error;
    if (answer.ok) this.slots = answer.value;
  }

  /** By its kind, and by a number where there are several of that kind. */
  nameOf(slot: SlotInfo): string {
    const kind = t(`ways.kind.${slot.kind}`);
    const alike = (this.slots ?? []).filter((other) => other.kind === slot.kind);
    if (alike.length < 2) return kind;
    return t('ways.numbered', { kind, number: alike.indexOf(slot) + 1 });
  }
}

/** What a guess costs, or how many must come together. */
export function describe({ kdf, shares }: SlotInfo): string {
  if (shares) return t('ways.sharesText', shares);
  if (!kdf) return t('ways.hopeless');
  return t('ways.cost', { memory: Math.round(kdf.memory / 1024), count: kdf.passes });
}
