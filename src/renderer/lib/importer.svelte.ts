/** The import: chosen files, how they were collected, the work, and what became of each. */
import type { NearDuplicates } from '../../../archive/face/index.ts';
import type { Capture } from '../../../archive/model/index.ts';
import type { Chosen, ImportReport } from '../../preload/contract.ts';
import { SvelteMap } from 'svelte/reactivity';
import type { App } from './app.svelte.ts';
import { countOutcomes, outcomeRows } from './outcomes.ts';
import { PartChoice } from './part-choice.svelte.ts';
import { sayFailure, t } from './texts.svelte.ts';

const unknown = { state: 'unknown' } as const;

const nothingKnown: Capture = {
  collectedBy: unknown,
  collectedAt: unknown,
  place: unknown,
  method: unknown,
  device: unknown,
  consent: unknown,
  sensitivity: unknown,
};

export class Importer {
  readonly #app: App;
  shown = $state(false);
  phase = $state<'choosing' | 'running' | 'done'>('choosing');
  files = $state.raw<readonly Chosen[]>([]);
  /** Remembered for the next import, in memory. */
  capture = $state.raw<Capture>(nothingKnown);
  report = $state.raw<ImportReport | null>(null);
  /** What came in and is much the same as something that was there; `null` until it is known. */
  near = $state.raw<readonly NearDuplicates[] | null>(null);
  trouble = $state('');
  done = $state(0);
  /** Files, and the parts met in them so far. */
  total = $state(0);
  /** What the chosen files hold, by their tickets, of those that hold more than one part. */
  readonly choices = new SvelteMap<string, PartChoice>();
  /** The file whose parts are being chosen. */
  picking = $state<string | null>(null);
  /** The file that is being looked into. */
  looking = $state<string | null>(null);
  #cancel: (() => void) | null = null;
  #looking: Promise<void> = Promise.resolve();
  #stopLooking = new AbortController();

  constructor(app: App) {
    this.#app = app;
  }

  /** Asks for files, then shows the sheet. */
  async choose(): Promise<void> {
    if (this.phase === 'running') {
      this.shown = true;
      return;
    }
    const answer = await this.#app.ask('files.choose', {});
    if (!answer.ok) {
      this.#app.toasts.trouble(sayFailure(answer.error));
      return;
    }
    if (answer.value.length > 0) this.#add(answer.value);
  }

  /** Asks for a folder: all that lies in it is one line of the sheet. */
  async chooseFolder(): Promise<void> {
    const answer = await this.#app.ask('archive.chooseFolder', { purpose: 'import' });
    if (!answer.ok) this.#app.toasts.trouble(sayFailure(answer.error));
    else if (answer.value) this.#add([answer.value]);
  }

  /** Takes dropped files: those on the disk by ticket, others by their bytes. */
  async drop(files: readonly File[]): Promise<void> {
    if (this.phase === 'running') {
      this.shown = true;
      this.#app.toasts.say(t('import.busy'));
      return;
    }
    const tickets = await this.#app.bridge.dropped(files);
    const chosen: Chosen[] = [];
    for (const [index, ticket] of tickets.entries()) {
      const file = files[index];
      if (ticket) chosen.push(ticket);
      else if (file) {
        const offered = await this.#offer(file);
        if (offered) chosen.push(offered);
      }
    }
    if (chosen.length > 0) this.#add(chosen);
  }

  remove(ticket: string): void {
    this.files = this.files.filter((file) => file.ticket !== ticket);
    this.choices.delete(ticket);
    if (this.files.length === 0) this.shown = false;
  }

  async start(): Promise<void> {
    const files = this.files.map(({ ticket }) => ticket);
    if (files.length === 0) return;
    const chosen = files.flatMap((file) => {
      const choice = this.choices.get(file)?.chosen();
      return choice ? [{ file, ...choice }] : [];
    });
    this.#forgetParts();
    this.phase = 'running';
    this.done = 0;
    this.total = files.length;
    this.trouble = '';
    const answer = await this.#app.jobs.run(t('import.job'), (job) => {
      this.#cancel = job.cancel;
      return this.#app.do(
        'sources.import',
        { files, capture: this.capture, ...(chosen.length > 0 && { chosen }) },
        {
          signal: job.signal,
          onProgress: (done, total) => {
            this.done = done;
            this.total = total ?? files.length;
            job.onProgress(done, this.total);
          },
        },
      );
    });
    if (this.#app.phase !== 'open') return;
    this.files = [];
    this.phase = 'done';
    if (answer.ok) {
      this.report = answer.value;
      void this.#lookForDuplicates(answer.value);
      const taken = answer.value.outcomes.find(({ result }) => result.state === 'taken');
      if (taken?.result.state === 'taken') this.#app.shelf.chosen = taken.result.source;
      if (!this.shown) this.#sayReport(answer.value);
    } else {
      this.trouble = sayFailure(answer.error);
      if (!this.shown) this.#app.toasts.trouble(this.trouble);
    }
  }

  cancel(): void {
    this.#cancel?.();
  }

  /** Puts the sheet away. Work that is going on goes on. */
  close(): void {
    this.shown = false;
    if (this.phase === 'running') return;
    this.#forgetParts();
    this.files = [];
    this.report = null;
    this.near = null;
    this.trouble = '';
    this.phase = 'choosing';
  }

  clear(): void {
    this.#cancel = null;
    this.phase = 'choosing';
    this.close();
    this.capture = nothingKnown;
  }

  #add(chosen: readonly Chosen[]): void {
    if (this.phase === 'done') this.close();
    this.files = [...this.files, ...chosen];
    this.shown = true;
    this.#looking = this.#looking.then(() => this.#lookInto(chosen, this.#stopLooking.signal));
  }

  /** One after the other. What cannot be told now is told when it is taken in. */
  async #lookInto(files: readonly Chosen[], signal: AbortSignal): Promise<void> {
    const isHere = (ticket: string) => this.files.some((file) => file.ticket === ticket);
    for (const { ticket } of files) {
      if (signal.aborted || !isHere(ticket)) continue;
      this.looking = ticket;
      const answer = await this.#app.ask('sources.parts', { file: ticket }, { signal });
      this.looking = null;
      if (!answer.ok || answer.value === null || !isHere(ticket)) continue;
      if (answer.value.parts.length > 1) this.choices.set(ticket, new PartChoice(answer.value));
    }
  }

  #forgetParts(): void {
    this.#stopLooking.abort();
    this.#stopLooking = new AbortController();
    this.choices.clear();
    this.picking = null;
  }

  async #offer(file: File): Promise<Chosen | null> {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const answer = await this.#app.ask('files.offer', { name: file.name, bytes });
    if (answer.ok) return answer.value;
    this.#app.toasts.trouble(sayFailure(answer.error));
    return null;
  }

  /** After the small pictures: by them it is told what looks alike. */
  async #lookForDuplicates(report: ImportReport): Promise<void> {
    await this.#app.pictures.makeMissing();
    const sources = outcomeRows(report.outcomes).flatMap(({ outcome: { result } }) =>
      result.state === 'taken' ? [result.source] : [],
    );
    if (sources.length === 0 || this.#app.phase !== 'open') return;
    const answer = await this.#app.jobs.run(t('near.job'), ({ signal, onProgress }) =>
      this.#app.do('sources.nearDuplicates', { sources }, { signal, onProgress }),
    );
    if (!answer.ok) return;
    if (this.report === report) this.near = answer.value;
    if (answer.value.length > 0 && !(this.report === report && this.shown))
      this.#sayNear(report, answer.value);
  }

  /** She has put the report away meanwhile: it comes back with what was found. */
  #sayNear(report: ImportReport, near: readonly NearDuplicates[]): void {
    this.#app.toasts.add({
      text: t('near.title', { count: near.length }),
      tone: 'plain',
      stays: true,
      action: {
        label: t('import.showReport'),
        valid: () => this.phase === 'done' || (this.phase === 'choosing' && !this.shown),
        run: () => {
          this.files = [];
          this.report = report;
          this.near = near;
          this.phase = 'done';
          this.shown = true;
        },
      },
    });
  }

  #sayReport(report: ImportReport): void {
    const taken = countOutcomes(report.outcomes).taken;
    this.#app.toasts.add({
      text: t('import.taken', { count: taken }),
      tone: 'plain',
      action: {
        label: t('import.showReport'),
        valid: () => this.phase === 'done',
        run: () => {
          this.shown = true;
        },
      },
    });
  }
}
