/** Reading by machine as the window sees it: which languages there are, what waits, and how to begin and stop. */
import type { OcrLanguage, Source, SourceId } from '../../../archive/model/index.ts';
import type { App } from './app.svelte.ts';
import { sayFailure, t } from './texts.svelte.ts';

/** The languages that can be chosen; whether there is a model is asked. */
export const ocrLanguages: readonly OcrLanguage[] = ['en', 'ru', 'be', 'uk', 'pl', 'ar'];

/** Whether something of it is a picture of a text that was not read yet. */
export function canBeRead({ kind, text, pages, original }: Source): boolean {
  if (kind === 'image') return text === null;
  return (
    original.mediaType === 'application/pdf' && (pages?.withoutText ?? 0) > 0 && !text?.recognised
  );
}

export class Ocr {
  readonly #app: App;
  /** Those with a model on this computer; `null` until it is known. */
  available = $state.raw<readonly OcrLanguage[] | null>(null);
  /** What a person chose last in this window. */
  #chosen = $state.raw<readonly OcrLanguage[] | null>(null);

  constructor(app: App) {
    this.#app = app;
  }

  /** What is chosen to begin with: as last time, else what most texts of the archive are in. */
  get languages(): readonly OcrLanguage[] {
    return this.#chosen ?? this.#lastRead() ?? this.#usual();
  }

  choose(languages: readonly OcrLanguage[]): void {
    this.#chosen = languages;
  }

  async need(): Promise<void> {
    if (this.available === null) await this.look();
  }

  /** Asks anew: a folder of models was chosen, or taken back. */
  async look(): Promise<void> {
    const answer = await this.#app.ask('ocr.languages', {});
    if (answer.ok) this.available = answer.value;
  }

  /** Without sources it goes on with what is waiting or was paused. */
  async run(sources: readonly SourceId[]): Promise<void> {
    const languages = sources.length > 0 ? [...this.languages] : null;
    const answer = await this.#app.jobs.run(
      t('ocr.job'),
      ({ signal, onProgress }) =>
        this.#app.do('ocr.run', { sources: [...sources], languages }, { signal, onProgress }),
      {
        cancel: () => void this.cancel(),
        pause: () => void this.pause(),
      },
    );
    if (this.#app.phase !== 'open' || answer.ok) return;
    if (answer.error.code !== 'cancelled') this.#app.toasts.trouble(sayFailure(answer.error));
  }

  goOnWithWaiting(): void {
    const waiting = [...this.#app.records.sources.values()].some(
      ({ recognition }) => recognition?.state === 'waiting',
    );
    if (waiting) void this.run([]);
  }

  async pause(): Promise<void> {
    await this.#app.command('ocr.pause', {});
  }

  async cancel(): Promise<void> {
    await this.#app.command('ocr.cancel', {});
  }

  clear(): void {
    this.#chosen = null;
    this.available = null;
  }

  #lastRead(): readonly OcrLanguage[] | null {
    const read = [...this.#app.records.sources.values()]
      .flatMap(({ text }) => (text?.recognised ? [text] : []))
      .sort((a, b) => (a.madeAt < b.madeAt ? -1 : 1));
    return read.at(-1)?.recognised?.languages ?? null;
  }

  #usual(): readonly OcrLanguage[] {
    const there = this.available ?? ocrLanguages;
    const texts = [...this.#app.records.sources.values()];
    const counted = there.map((language) => ({
      language,
      count: texts.filter(({ text }) => text?.language.startsWith(language)).length,
    }));
    const [most] = counted.sort((a, b) => b.count - a.count);
    return [most?.language ?? 'en'];
  }
}
