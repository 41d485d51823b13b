/**
 * Makes previews of dossiers in a press that stays for a while: what it remembers of the last pages makes the next ones,
 * after a small edit, quicker. It is ended when nobody asked for some time, for what it holds is large.
 */
import { type Job, quietJob } from '../lib/job.ts';
import { Queue } from '../lib/queue.ts';
import { fail, type Result } from '../lib/result.ts';
import { limits } from '../model/index.ts';
import { askPress } from './ask-press.ts';
import { hearPress, type KeptPieces } from './hear-press.ts';
import type { DossierFailure, DossierMaterial, MadePdf } from './material.ts';
import { startPress } from './press-node.ts';
import type { FromPress, Press, StartPress } from './press.ts';

type Made = Result<MadePdf, DossierFailure>;

/** Who waits for the press that is there. */
interface Waiting {
  readonly said: (message: FromPress) => void;
  readonly gone: () => void;
}

export class Previews {
  readonly #start: StartPress;
  readonly #queue = new Queue();
  #press: Press | null = null;
  /** Pieces of the last file of the press that is there. */
  #kept: KeptPieces = new Map();
  #waiting: Waiting | null = null;
  #leaving: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(start: StartPress = startPress) {
    this.#start = start;
  }

  /**
   * The same bytes as `makeDossierPdf`, and fails as that does. What is stopped is let finish, so that what it remembers
   * is there for the next one, which waits for that.
   */
  make(material: DossierMaterial, job: Job = quietJob): Promise<Made> {
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

  /** Ends the press, once what is being made is done: another is started when it is wanted. */
  rest(): Promise<void> {
    return this.#queue.run(() => {
      this.#end();
      return Promise.resolve();
    });
  }

  /** What is being made meanwhile answers `typesetting-failed`, or `cancelled`. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#end();
    await this.#queue.idle();
  }

  #ask(material: DossierMaterial, job: Job): Promise<Made> {
    clearTimeout(this.#leaving);
    return new Promise((resolve) => {
      const settle = (result: Made) => {
        clearTimeout(timer);
        this.#waiting = null;
        this.#leaveLater();
        resolve(result);
      };
      const gone = () => {
        settle(fail('typesetting-failed'));
      };
      const timer = setTimeout(() => {
        this.#end();
      }, limits.dossierMilliseconds);
      // A system that starts none must not leave anybody waiting.
      try {
        const press = (this.#press ??= this.#begin());
        const heard = hearPress({
          kept: this.#kept,
          progress: (done, total) => {
            if (!job.signal.aborted) job.progress(done, total);
          },
          made: settle,
        });
        const answer = askPress(press, material, { remembers: true, lost: gone });
        const said = (message: FromPress) => {
          answer(message);
          heard(message);
        };
        this.#waiting = { said, gone };
      } catch {
        gone();
      }
    });
  }

  #begin(): Press {
    const said = (message: FromPress) => {
      if (this.#press === press) this.#waiting?.said(message);
    };
    const gone = () => {
      if (this.#press === press) this.#end();
    };
    const press = this.#start({ said, gone });
    this.#kept = new Map();
    return press;
  }

  #leaveLater(): void {
    clearTimeout(this.#leaving);
    this.#leaving = setTimeout(() => void this.rest(), limits.previewsMilliseconds);
    this.#leaving.unref();
  }

  #end(): void {
    clearTimeout(this.#leaving);
    const press = this.#press;
    this.#press = null;
    this.#kept = new Map();
    press?.kill();
    this.#waiting?.gone();
  }
}
