/** The live preview: the true PDF, made anew after each change, the newest winning. */
import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { DossierId } from '../../../../archive/model/index.ts';
import type { Failure } from '../../../../archive/lib/result.ts';
import type { App } from '../../lib/app.svelte.ts';
import { openPdf } from './open-pdf.ts';

/** Milliseconds without a change after which the pages are set again. */
const PAUSE = 600;

export class Preview {
  readonly #app: App;
  readonly #id: DossierId;
  pdf = $state.raw<PDFDocumentProxy | null>(null);
  pages = $state(0);
  making = $state(false);
  failure = $state.raw<Failure | null>(null);
  /** Made, but not to be shown here. */
  unshown = $state(false);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stopper: AbortController | null = null;
  #ended = false;

  constructor(app: App, id: DossierId) {
    this.#app = app;
    this.#id = id;
  }

  /** Something changed: makes the PDF once things are quiet, and drops the one that is being made. */
  refresh(soon: boolean): void {
    clearTimeout(this.#timer);
    this.#stopper?.abort();
    this.#stopper = null;
    this.#timer = setTimeout(() => void this.#make(), soon ? 0 : PAUSE);
  }

  end(): void {
    this.#ended = true;
    clearTimeout(this.#timer);
    this.#stopper?.abort();
    this.#show(null);
  }

  async #make(): Promise<void> {
    const stopper = new AbortController();
    this.#stopper = stopper;
    this.making = true;
    const { signal } = stopper;
    const answer = await this.#app.ask('dossiers.preview', { id: this.#id }, { signal });
    if (signal.aborted || this.#ended) return;
    if (!answer.ok) {
      this.making = false;
      // Stopped by the engine itself: the next change asks again.
      if (answer.error.code === 'cancelled') return;
      this.failure = answer.error;
      if (answer.error.code === 'dossier-empty') this.#show(null);
      return;
    }
    const { pdf, pages } = answer.value;
    const opened = await openPdf(pdf).catch(() => null);
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- it may have been aborted meanwhile
    if (signal.aborted || this.#ended) {
      void opened?.loadingTask.destroy();
      return;
    }
    this.making = false;
    this.failure = null;
    this.unshown = opened === null;
    this.pages = pages;
    this.#show(opened);
  }

  #show(pdf: PDFDocumentProxy | null): void {
    const before = this.pdf;
    this.pdf = pdf;
    // Pages of the old one may still be drawn from; they are let go once the new ones stand.
    if (before) setTimeout(() => void before.loadingTask.destroy(), 2_000);
  }
}
