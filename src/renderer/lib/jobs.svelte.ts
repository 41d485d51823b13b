/** Long work that is going on: what it is, how far, and how to stop it. */
export interface Job {
  readonly id: number;
  readonly label: string;
  readonly done: number;
  readonly total: number | undefined;
  readonly cancel: () => void;
}

export interface RunningJob {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total?: number) => void;
  readonly cancel: () => void;
}

export class Jobs {
  running = $state.raw<readonly Job[]>([]);
  #last = 0;

  /** Shows the work in the top bar for as long as it takes. */
  async run<T>(label: string, work: (job: RunningJob) => Promise<T>): Promise<T> {
    const id = ++this.#last;
    const stopper = new AbortController();
    const cancel = () => {
      stopper.abort();
    };
    this.running = [...this.running, { id, label, done: 0, total: undefined, cancel }];
    try {
      return await work({
        signal: stopper.signal,
        cancel,
        onProgress: (done, total) => {
          this.running = this.running.map((job) => (job.id === id ? { ...job, done, total } : job));
        },
      });
    } finally {
      this.running = this.running.filter((job) => job.id !== id);
    }
  }

  clear(): void {
    for (const job of this.running) job.cancel();
    this.running = [];
  }
}
