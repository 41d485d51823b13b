/** The sealing anew of everything under new keys: work in the background that a lock only pauses. */
import type { App } from './app.svelte.ts';
import { sayFailure, t } from './texts.svelte.ts';

export class Rekeying {
  readonly #app: App;
  running = $state(false);
  done = $state(0);
  total = $state(0);
  trouble = $state('');
  #cancel: (() => void) | null = null;
  /** Counted up at each lock: an answer that comes after it belongs to nobody. */
  #session = 0;

  constructor(app: App) {
    this.#app = app;
  }

  /** Begun, and not everything is sealed anew. */
  get due(): boolean {
    return this.#app.archive?.rekeying ?? false;
  }

  async goOn(): Promise<void> {
    if (this.running || !this.due || this.#app.archive?.readOnly) return;
    const session = this.#session;
    this.running = true;
    this.done = 0;
    this.total = 0;
    this.trouble = '';
    const answer = await this.#app.jobs.run(t('ways.rekey.job'), (job) => {
      this.#cancel = job.cancel;
      return this.#app.do(
        'keys.continueRekey',
        {},
        {
          signal: job.signal,
          onProgress: (done, total) => {
            job.onProgress(done, total);
            this.done = done;
            this.total = total ?? 0;
          },
        },
      );
    });
    if (session !== this.#session) return;
    this.running = false;
    this.#cancel = null;
    await this.#app.refresh();
    if (answer.ok) this.#app.toasts.say(t('ways.rekey.ended'));
    else if (answer.error.code !== 'cancelled') {
      this.trouble =
        answer.error.code === 'damaged' ? t('ways.rekey.damaged') : sayFailure(answer.error);
      this.#app.toasts.trouble(this.trouble);
    }
  }

  pause(): void {
    this.#cancel?.();
  }

  clear(): void {
    this.#session += 1;
    this.#cancel = null;
    this.running = false;
    this.trouble = '';
  }
}
