/** Where else wording stands: what was asked last, and what was found. Kept while one goes to look, and back. */
import type { ReusedSource, ReuseReport } from '../../../../archive/face/index.ts';
import type { SourceId } from '../../../../archive/model/index.ts';
import type { App } from '../../lib/app.svelte.ts';
import { sayFailure, t } from '../../lib/texts.svelte.ts';
import type { Stretch } from './text-map.ts';

export interface AskedWording {
  readonly source: SourceId;
  /** `null`: all of its text. */
  readonly part: Stretch | null;
}

export interface WordingProgress {
  readonly done: number;
  readonly total: number | undefined;
}

export class Wording {
  readonly #app: App;
  asked = $state.raw<AskedWording | null>(null);
  report = $state.raw<ReuseReport | null>(null);
  progress = $state.raw<WordingProgress | null>(null);
  stopped = $state(false);
  trouble = $state('');
  /** Passages that were unfolded, by source; and the one that was opened last. */
  unfolded = $state.raw<readonly SourceId[]>([]);
  last = $state<string | null>(null);
  /** Who asked goes on in the answer, and so does who comes back from a passage of it. */
  wantsFocus = false;
  #running: AbortController | null = null;

  constructor(app: App) {
    this.#app = app;
  }

  /** What was asked of this source. */
  of(source: SourceId): AskedWording | null {
    return this.asked?.source === source ? this.asked : null;
  }

  async ask(asked: AskedWording): Promise<void> {
    this.clear();
    this.asked = asked;
    this.wantsFocus = true;
    const running = new AbortController();
    this.#running = running;
    this.progress = { done: 0, total: undefined };
    const answer = await this.#app.jobs.run(t('wording.job'), (job) => {
      running.signal.addEventListener('abort', job.cancel, { once: true });
      return this.#app.ask('compare.reuse', asked, {
        signal: job.signal,
        onProgress: (done, total) => {
          job.onProgress(done, total);
          if (this.#running === running) this.progress = { done, total };
        },
      });
    });
    // Something else was asked meanwhile, or it was closed.
    if (this.#running !== running) return;
    this.#running = null;
    this.progress = null;
    if (answer.ok) this.report = answer.value;
    else if (answer.error.code === 'cancelled') this.stopped = true;
    else this.trouble = sayFailure(answer.error);
  }

  stop(): void {
    this.#running?.abort();
  }

  /** One goes to look at a passage. */
  leaveBy(passage: string): void {
    this.last = passage;
    this.wantsFocus = true;
  }

  unfold(source: SourceId): void {
    this.unfolded = this.unfolded.includes(source)
      ? this.unfolded.filter((other) => other !== source)
      : [...this.unfolded, source];
  }

  clear(): void {
    const running = this.#running;
    this.#running = null;
    running?.abort();
    this.asked = null;
    this.report = null;
    this.progress = null;
    this.stopped = false;
    this.trouble = '';
    this.unfolded = [];
    this.last = null;
    this.wantsFocus = false;
  }
}

/** From which share on nearly all, and most of a text stands elsewhere. */
const NEARLY_ALL = 0.9;
const MOST = 0.5;

/** How much of all of the text stands there: "nearly all of it", "4 passages, 120 words". */
export function sayShare(found: ReusedSource, ofPart: boolean): string {
  const { share, words, passages, passageCount } = found;
  if (share >= MOST) {
    const how = share >= 1 ? 'all' : share >= NEARLY_ALL ? 'nearlyAll' : 'most';
    return t(`wording.${ofPart ? 'whole' : 'share'}.${how}`, { count: words });
  }
  const told = passages.reduce((sum, passage) => sum + passage.words, 0);
  if (ofPart) return words > told ? t('wording.altogether', { count: words }) : t('wording.only');
  const count = passages.length === passageCount ? told : words;
  return `${t('wording.passages', { count: passageCount })}, ${t('wording.words', { count })}`;
}
