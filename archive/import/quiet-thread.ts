/**
 * A thread that is given foreign bytes: bounded in time and memory, without an environment, and nothing of what it prints
 * gets out. It is asked one question at a time, and ended when it exceeds its bounds.
 */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

export interface ThreadBounds {
  readonly heapMegabytes: number;
  /** Room for what lives shortly; the usual one when it is left out. */
  readonly youngMegabytes?: number;
}

/** Why a thread gave no answer. It is ended then; `closed` when that was asked for. */
export type ThreadFailure =
  'reading-timed-out' | 'reading-out-of-memory' | 'reading-failed' | 'closed';

export interface Asking<Message> {
  readonly milliseconds: number;
  /** Handed over: they are gone here. */
  readonly give?: readonly ArrayBuffer[];
  /** Whether a message only tells how far it is; its time begins anew then. */
  readonly isProgress?: (message: Message) => boolean;
}

/** Messages are objects: a failure is told apart by being a word. */
export class QuietThread<Request, Message extends object> {
  readonly #worker: Worker;
  #ended: 'no' | 'asked' | 'failed' = 'no';

  private constructor(worker: Worker) {
    this.#worker = worker;
    worker.once('exit', () => {
      if (this.#ended === 'no') this.#ended = 'failed';
    });
  }

  /** Resolves when the thread listens. That it cannot start is a fault of the program, not of any file. */
  static async start<Request, Message extends object>(
    script: URL,
    { heapMegabytes, youngMegabytes }: ThreadBounds,
  ): Promise<QuietThread<Request, Message>> {
    const worker = new Worker(script, {
      resourceLimits: {
        maxOldGenerationSizeMb: heapMegabytes,
        ...(youngMegabytes !== undefined && { maxYoungGenerationSizeMb: youngMegabytes }),
      },
      // Whatever a library prints about a file stays out of the program's output.
      stdout: true,
      stderr: true,
      env: {},
    });
    worker.stdout.resume();
    worker.stderr.resume();
    await once(worker, 'message');
    // A fault between two requests is met by the next one.
    worker.on('error', () => undefined);
    worker.unref();
    return new QuietThread<Request, Message>(worker);
  }

  get alive(): boolean {
    return this.#ended === 'no';
  }

  async ask(request: Request, asking: Asking<Message>): Promise<Message | ThreadFailure> {
    if (this.#ended !== 'no') return this.#ended === 'asked' ? 'closed' : 'reading-failed';
    const answer = await this.#answer(request, asking);
    if (typeof answer === 'string') await this.#end('failed');
    return answer;
  }

  async end(): Promise<void> {
    await this.#end('asked');
  }

  #answer(
    request: Request,
    { milliseconds, give = [], isProgress }: Asking<Message>,
  ): Promise<Message | ThreadFailure> {
    const worker = this.#worker;
    return new Promise((resolve) => {
      const settle = (outcome: Message | ThreadFailure) => {
        clearTimeout(timer);
        worker.off('message', heard).off('error', failed).off('exit', ended);
        resolve(outcome);
      };
      const late = () => {
        settle('reading-timed-out');
      };
      const heard = (message: Message) => {
        if (isProgress?.(message) !== true) {
          settle(message);
          return;
        }
        clearTimeout(timer);
        timer = setTimeout(late, milliseconds);
      };
      const failed = ({ code }: Error & { readonly code?: string }) => {
        settle(code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'reading-out-of-memory' : 'reading-failed');
      };
      const ended = () => {
        settle(this.#ended === 'asked' ? 'closed' : 'reading-failed');
      };
      let timer = setTimeout(late, milliseconds);
      worker.on('message', heard).on('error', failed).on('exit', ended);
      worker.postMessage(request, give);
    });
  }

  async #end(why: 'asked' | 'failed'): Promise<void> {
    if (this.#ended === 'no') this.#ended = why;
    await this.#worker.terminate();
  }
}
