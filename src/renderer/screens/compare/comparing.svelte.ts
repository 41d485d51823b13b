/** One pair of sources side by side: the work and its answer. */
import type { Comparison } from '../../../../archive/compare/comparison.ts';
import type { Failure } from '../../../../archive/lib/result.ts';
import type { Source, SourceId, TextDocument } from '../../../../archive/model/index.ts';
import type { App } from '../../lib/app.svelte.ts';
import { sayFailure, t } from '../../lib/texts.svelte.ts';
import { passagesOf, type Side } from './passages.ts';

export type Phase = 'idle' | 'running' | 'done' | 'stopped' | 'failed';

export class Comparing {
  readonly #app: App;
  phase = $state<Phase>('idle');
  comparison = $state.raw<Comparison | null>(null);
  texts = $state.raw<Readonly<Record<Side, TextDocument>> | null>(null);
  done = $state(0);
  total = $state<number | undefined>();
  trouble = $state('');

  readonly passages = $derived.by(() => {
    const { comparison, texts } = this;
    if (!comparison || !texts) return { a: [], b: [] };
    return {
      a: passagesOf('a', comparison, texts.a),
      b: passagesOf('b', comparison, texts.b),
    };
  });

  #pair: { readonly a: SourceId; readonly b: SourceId } | null = null;
  #run = 0;
  #cancel: (() => void) | null = null;

  constructor(app: App) {
    this.#app = app;
  }

  /** Compares two sources; whatever was going on before is stopped. */
  async start(a: SourceId, b: SourceId): Promise<void> {
    this.stop();
    const run = ++this.#run;
    this.#pair = { a, b };
    this.phase = 'running';
    this.comparison = null;
    this.texts = null;
    this.done = 0;
    this.total = undefined;
    await this.#app.jobs.run(t('screen.compare'), async (job) => {
      this.#cancel = job.cancel;
      const { ask } = this.#app;
      const [compared, textA, textB] = await Promise.all([
        ask(
          'compare.pair',
          { a, b },
          {
            signal: job.signal,
            onProgress: (done, total) => {
              job.onProgress(done, total);
              if (run !== this.#run) return;
              this.done = done;
              this.total = total;
            },
          },
        ),
        ask('sources.text', { source: a }),
        ask('sources.text', { source: b }),
      ]);
      if (run !== this.#run) return;
      this.#cancel = null;
      if (!compared.ok) this.#fail(compared.error);
      else if (!textA.ok) this.#fail(textA.error);
      else if (!textB.ok) this.#fail(textB.error);
      else if (textA.value === null || textB.value === null) this.#fail({ code: 'no-text' });
      else {
        this.texts = { a: textA.value, b: textB.value };
        this.comparison = compared.value;
        this.phase = 'done';
      }
    });
  }

  /** Asks anew after a decision about these two; what is shown stays until the answer is there. */
  async refresh(): Promise<void> {
    const pair = this.#pair;
    if (!pair || this.phase !== 'done') return;
    const run = this.#run;
    const { ask } = this.#app;
    const [compared, textA, textB] = await Promise.all([
      ask('compare.pair', pair),
      ask('sources.text', { source: pair.a }),
      ask('sources.text', { source: pair.b }),
    ]);
    if (run !== this.#run) return;
    if (!compared.ok || !textA.ok || !textB.ok || !textA.value || !textB.value) return;
    this.texts = { a: textA.value, b: textB.value };
    this.comparison = compared.value;
  }

  /** The person thought better of it. */
  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  /** The pair is no longer looked at. */
  leave(): void {
    this.stop();
    this.#run += 1;
    this.phase = 'idle';
    this.comparison = null;
    this.texts = null;
  }

  #fail(failure: Failure): void {
    this.phase = failure.code === 'cancelled' ? 'stopped' : 'failed';
    this.trouble = sayFailure(failure);
  }
}

/** Whether two sources can be put side by side, and how; else what to say. */
export function pairing(
  a: Source | undefined,
  b: Source | undefined,
): { readonly as: 'texts' | 'images' } | { readonly trouble: string } | null {
  if (!a || !b) return null;
  if (a.id === b.id) return { trouble: t('compare.same') };
  if (a.text && b.text) return { as: 'texts' };
  if (a.image && b.image) return { as: 'images' };
  if ((a.text && b.image) || (a.image && b.text)) return { trouble: t('compare.unlike') };
  return { trouble: t('compare.noText', { shelfmark: (a.text ? b : a).shelfmark }) };
}
