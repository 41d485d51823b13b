/** Small pictures as the window sees them: made in the background when some are missing. */
import type { Source } from '../../../archive/model/index.ts';
import type { App } from './app.svelte.ts';
import { t } from './texts.svelte.ts';

/** What a window can show as it is. */
const SHOWN: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif']);

/** Whether it can be shown now, itself or by what was made of it; `later` while that is not known. */
export function shownNow({ image, original }: Source): 'yes' | 'no' | 'later' {
  if (SHOWN.has(original.mediaType)) return 'yes';
  if (image?.derived === undefined) return image ? 'later' : 'no';
  return image.derived.state === 'made' && image.derived.preview ? 'yes' : 'no';
}

export class Pictures {
  readonly #app: App;

  constructor(app: App) {
    this.#app = app;
  }

  /** Nobody asked for it, so nobody is told when it does not succeed: the signs of their kinds stand in the lists. */
  async makeMissing(): Promise<void> {
    const missing = [...this.#app.records.sources.values()].some(
      ({ image }) => image && image.derived === undefined,
    );
    if (!missing || this.#app.archive?.readOnly !== null) return;
    await this.#app.jobs.run(t('picture.job'), ({ signal, onProgress }) =>
      this.#app.do('pictures.derive', {}, { signal, onProgress }),
    );
  }
}
