/** Runs asynchronous work one piece at a time, in the order in which it was given. */
export class Queue {
  #tail: Promise<unknown> = Promise.resolve();

  /** Resolves or rejects as `work` does; a rejection does not stop what comes after it. */
  run<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#tail.then(work, work);
    this.#tail = next.catch(() => undefined);
    return next;
  }

  /** Resolves when everything given so far has ended. */
  idle(): Promise<void> {
    return this.#tail.then(() => undefined);
  }
}
