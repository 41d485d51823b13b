/**
 * Makes previews of dossiers in a thread that stays for a while: what it remembers of the last pages makes the next ones,
 * after a small edit, quicker. It is ended when nobody asked for some time, for what it holds is large.
 */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { type Job, quietJob } from '../lib/job.ts';
import { Queue } from '../lib/queue.ts';
import { fail, type Result } from '../lib/result.ts';
import { limits } from '../model/index.ts';
import { picturesToGive } from './give-pictures.ts';
import type { DossierFailure, DossierMaterial, MadePdf } from './material.ts';
import type { FromWorker, ToWorker } from './typeset-worker.ts';

const extname = import.meta.url.endsWith('.ts') ? '.ts' : '.js';

export class Previews {
  readonly #queue = new Queue();
  #worker: Worker | null = null;
  #leaving: NodeJS.Timeout | null = null;
  #closed = false;

  /**
   * The same bytes as `makeDossierPdf`, and fails as that does; nothing is read back. The pictures of the material are
   * taken over. What is stopped is let finish, for nothing can interrupt it, and the next one waits for that.
   */
  make(material: DossierMaterial, job: Job = quietJob): Promise<Result<MadePdf, DossierFailure>> {
    return new Promise((resolve) => {
      const stop = () => {
        resolve(fail('cancelled'));
      };
      job.signal.addEventListener('abort', stop, { once: true });
      void this.#queue.run(async () => {
        if (job.signal.aborted || this.#closed) stop();
        else resolve(await this.#ask(material, job));
        job.signal.removeEventListener('abort', stop);
      });
    });
  }

  /** Ends the thread, once what is being made is done: it starts anew when it is wanted. */
  rest(): Promise<void> {
    return this.#queue.run(() => this.#end());
  }

  /** What is being made meanwhile answers `typesetting-failed`, or `cancelled`. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#end();
    await this.#queue.idle();
  }

  #ask(material: DossierMaterial, job: Job): Promise<Result<MadePdf, DossierFailure>> {
    const worker = (this.#worker ??= start());
    if (this.#leaving) clearTimeout(this.#leaving);
    return new Promise((resolve) => {
      const settle = (result: Result<MadePdf, DossierFailure>) => {
        clearTimeout(timer);
        worker.unref();
        worker.off('message', heard).off('error', failed).off('exit', failed);
        this.#leaveLater();
        resolve(result);
      };
      const heard = (message: FromWorker) => {
        if (message.kind === 'made') settle(message.result);
        else if (!job.signal.aborted) job.progress(message.done, message.total);
      };
      const failed = () => {
        this.#worker = null;
        void worker.terminate();
        settle(fail('typesetting-failed'));
      };
      const timer = setTimeout(failed, limits.dossierMilliseconds);
      worker.on('message', heard).once('error', failed).once('exit', failed);
      const asked: ToWorker = { kind: 'make', material };
      worker.ref();
      worker.postMessage(asked, picturesToGive(material));
    });
  }

  #leaveLater(): void {
    if (this.#leaving) clearTimeout(this.#leaving);
    this.#leaving = setTimeout(() => void this.rest(), limits.previewsMilliseconds);
    this.#leaving.unref();
  }

  /** It forgets by itself; one that is still setting pages is ended when it comes back. */
  async #end(): Promise<void> {
    if (this.#leaving) clearTimeout(this.#leaving);
    const worker = this.#worker;
    this.#worker = null;
    if (!worker) return;
    const gone = once(worker, 'exit');
    const asked: ToWorker = { kind: 'end' };
    worker.postMessage(asked);
    const late = setTimeout(() => void worker.terminate(), limits.previewsEndMilliseconds);
    await gone;
    clearTimeout(late);
  }
}

function start(): Worker {
  const worker = new Worker(new URL(`./typeset-worker${extname}`, import.meta.url), {
    workerData: null,
    resourceLimits: { maxYoungGenerationSizeMb: limits.dossierYoungMegabytes },
  });
  worker.on('error', () => undefined);
  worker.unref();
  return worker;
}
