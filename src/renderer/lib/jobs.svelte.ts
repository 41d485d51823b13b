/** Long work that is going on: what it is, how far, and how to stop it. */
export interface Job {
  readonly id: number;
  readonly label: string;
  readonly done: number;
  readonly total: number | undefined;
  readonly cancel: () => void;
  /** Puts it aside, for work that can be gone on with later. */
  readonly pause: (() => void) | undefined;
}

/** What is done in place of stopping the call, for work that outlasts it. */
export interface Stops {
  readonly cancel: () => void;
  readonly pause: () => void;
}

export interface RunningJob {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total?: number) => void;
  readonly cancel: () => void;
}

export class Jobs {
  running = $state.raw<readonly Job[]>([]);
  #last = 0;
  /** Stops the calls themselves. */
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing is drawn from it
  readonly #stoppers = new Map<number, AbortController>();

  /** Shows the work in the top bar for as long as it takes. */
  async run<T>(label: string, work: (job: RunningJob) => Promise<T>, stops?: Stops): Promise<T> {
    const id = ++this.#last;
    const stopper = new AbortController();
    const cancel = () => {
      stopper.abort();
    };
    this.#stoppers.set(id, stopper);
    const job = { id, label, done: 0, total: undefined, pause: stops?.pause };
    this.running = [...this.running, { ...job, cancel: stops?.cancel ?? cancel }];
    try {
      return await work({
        signal: stopper.signal,
        cancel,
        onProgress: (done, total) => {
          this.running = this.running.map((job) => (job.id === id ? { ...job, done, total } : job));
        },
      });
    } finally {
      this.#stoppers.delete(id);
      this.running = this.running.filter((job) => job.id !== id);
    }
  }

  clear(): void {
    for (const stopper of this.#stoppers.values()) stopper.abort();
    this.running = [];
  }
}
