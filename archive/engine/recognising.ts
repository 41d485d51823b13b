/**
 * Reads texts by machine in the background: one source after the other, each result one change. What is waiting stands
 * in the records, so that it is known after a restart; the reading itself happens in a worker.
 */
import type { OcrReport } from '../face/index.ts';
import { createRecogniser, type Recogniser, type ReadByMachine } from '../import/index.ts';
import type { Clock } from '../lib/clock.ts';
import { toIso } from '../lib/clock.ts';
import type { Job } from '../lib/job.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import type { OcrLanguages, Source, SourceId, TextRef } from '../model/index.ts';
import {
  askRecognition,
  cancelRecognition,
  failRecognition,
  setRecognised,
  sourcesIn,
  turnRecognition,
} from '../store/commands/recognition.ts';
import type { Store } from '../store/store.ts';
import type { Vault } from '../vault/index.ts';
import { countWords } from './intake.ts';
import { digestOfText, type Texts } from './texts.ts';

/** `tesseract.js-core` 7.0.0 with what stands around it here. */
const METHOD = { name: 'kuferak-ocr-tesseract', version: '1' };

export interface RecognisingParts {
  readonly vault: Vault;
  readonly store: Store;
  readonly texts: Texts;
  readonly clock: Clock;
}

export class Recognising {
  readonly #parts: RecognisingParts;
  #recogniser: Recogniser | null = null;
  /** Stops what is being read now. */
  #stopper: AbortController | null = null;
  /** The run that is going on; a second one waits for it and goes on behind it. */
  #running: Promise<unknown> = Promise.resolve();
  #closed = false;
  /** A folder with models that a person named. */
  models: string | null = null;

  constructor(parts: RecognisingParts) {
    this.#parts = parts;
  }

  /** Marks the sources as waiting, then reads whatever is waiting. Without any source it goes on with what is. */
  async run(
    sources: readonly SourceId[],
    languages: OcrLanguages | null,
    job: Job,
  ): Promise<Result<OcrReport>> {
    if (job.signal.aborted) return fail('cancelled');
    const { store } = this.#parts;
    if (sources.length > 0 && languages !== null) {
      const asked = await store.run(askRecognition(sources, languages));
      if (!asked.ok) return asked;
    } else if (sourcesIn(store.reading, ['paused']).length > 0) {
      const resumed = await store.run(turnRecognition('waiting'));
      if (!resumed.ok) return resumed;
    }
    const run = this.#running.then(() => this.#readAll(job));
    this.#running = run.catch(() => undefined);
    return run;
  }

  async pause(): Promise<Result<null>> {
    return this.#stopWith('paused');
  }

  async cancel(): Promise<Result<null>> {
    return this.#stopWith('cancelled');
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#stopper?.abort();
    await this.#recogniser?.close();
    await this.#running;
  }

  async #stopWith(how: 'paused' | 'cancelled'): Promise<Result<null>> {
    const { store } = this.#parts;
    const states = how === 'paused' ? (['waiting'] as const) : (['waiting', 'paused'] as const);
    if (sourcesIn(store.reading, states).length === 0) return ok(null);
    const written = await store.run(
      how === 'paused' ? turnRecognition('paused') : cancelRecognition(),
    );
    this.#stopper?.abort();
    return written.ok ? ok(null) : written;
  }

  async #readAll(job: Job): Promise<Result<OcrReport>> {
    const outcomes: OcrReport['outcomes'][number][] = [];
    let before = 0;
    for (;;) {
      if (job.signal.aborted) return ok({ outcomes, stopped: true });
      if (this.#closed) return fail('closed');
      const [next, ...rest] = sourcesIn(this.#parts.store.reading, ['waiting']);
      if (next === undefined) break;
      const behind = rest.reduce((sum, source) => sum + pagesOf(source), 0);
      let pages = pagesOf(next);
      const outcome = await this.#readOne(next, job, (done, total) => {
        pages = total;
        job.progress(before + done, before + total + behind);
      });
      if (outcome === null) continue;
      if (!outcome.ok) return outcome;
      before += pages;
      job.progress(before, before + behind);
      outcomes.push({ source: next.id, code: outcome.value });
    }
    await this.#end();
    const paused = sourcesIn(this.#parts.store.reading, ['paused']).length > 0;
    return ok({ outcomes, stopped: paused });
  }

  /** The code of why it was not read, or `null`; `null` for all when somebody stopped it. */
  async #readOne(
    source: Source,
    job: Job,
    progress: (done: number, total: number) => void,
  ): Promise<Result<string | null> | null> {
    const stopper = new AbortController();
    this.#stopper = stopper;
    const stop = () => {
      stopper.abort();
    };
    job.signal.addEventListener('abort', stop);
    try {
      const read = await this.#recognise(source, {
        signal: stopper.signal,
        progress: (done, total = 1) => {
          progress(done, total);
        },
      });
      if (!read.ok && (read.error.code === 'cancelled' || read.error.code === 'closed'))
        return read.error.code === 'closed' ? fail('closed') : null;
      // Whoever paused or cancelled it a moment ago does not want it any more.
      if (stopper.signal.aborted) return null;
      return await this.#keep(source, read);
    } finally {
      job.signal.removeEventListener('abort', stop);
      this.#stopper = null;
    }
  }

  async #recognise(source: Source, job: Job): Promise<Result<ReadByMachine>> {
    const bytes = await this.#parts.vault.blobs.get(source.original.blob);
    if (!bytes.ok) return fail('damaged');
    const known = await this.#known(source);
    if (!known.ok) return known;
    this.#recogniser ??= createRecogniser();
    return this.#recogniser.read(
      {
        bytes: bytes.value,
        mediaType: source.original.mediaType,
        orientation: source.image?.orientation ?? 1,
        languages: source.recognition?.languages ?? [],
        known: known.value,
        models: this.models,
      },
      job,
    );
  }

  /** What the letters of a PDF say themselves, without what was once read by machine. */
  async #known({ text, ...source }: Source) {
    if (text === null || source.kind === 'image' || text.recognised) return ok(null);
    const stored = await this.#parts.texts.of({ ...source, text });
    const layout = await this.#parts.texts.layoutOf({ ...source, text });
    if (!stored.ok || !layout.ok) return fail('damaged');
    const [document, places] = [stored.value?.document, layout.value];
    return ok(document && places ? { document, layout: places } : null);
  }

  async #keep(source: Source, read: Result<ReadByMachine>): Promise<Result<string | null>> {
    const { store } = this.#parts;
    const set = read.ok ? await this.#set(source, read.value) : read;
    if (set.ok) return ok(null);
    const { code } = set.error;
    if (code === 'source-missing') return ok(code);
    if (ENDING.has(code)) return set;
    const failed = await store.run(failRecognition(source.id, code));
    return failed.ok || failed.error.code === 'source-missing' ? ok(code) : failed;
  }

  async #set(source: Source, read: ReadByMachine): Promise<Result<unknown>> {
    const { texts, store, clock } = this.#parts;
    const blob = await texts.put(read.document);
    if (!blob.ok) return blob;
    const layout = await texts.putLayout(read.layout);
    if (!layout.ok) return layout;
    const { text, language, direction } = read.document;
    const sha256 = digestOfText(text);
    const ref: TextRef = {
      blob: blob.value,
      sha256,
      length: text.length,
      words: countWords(text),
      language,
      direction,
      encoding: null,
      method: METHOD,
      madeAt: toIso(clock.now()),
      layout: layout.value,
      recognised: {
        languages: [...(source.recognition?.languages ?? [])],
        confidence: read.confidence,
        ...(read.pages && { pages: [...read.pages] }),
      },
    };
    const before = await texts.cutFrom(source, store.reading.quotesOf(source.id));
    return store.run(setRecognised(source.id, ref, { text, sha256 }, before));
  }

  async #end(): Promise<void> {
    const recogniser = this.#recogniser;
    this.#recogniser = null;
    await recogniser?.close();
  }
}

/** Nothing more can be written, or the archive was closed: the whole run ends. */
const ENDING: ReadonlySet<string> = new Set(['closed', 'read-only', 'disk-full', 'io']);

/** Pages that are to be read, as far as that is known before. */
const pagesOf = ({ pages }: Source) => Math.max(1, pages?.withoutText ?? 1);
