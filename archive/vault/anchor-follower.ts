/** The anchor follows a change a moment later: it is no part of the promise that a change is kept. */

/** Milliseconds after a change. */
const DELAY = 1_000;

export class AnchorFollower {
  readonly #write: (() => void) | null;
  #timer: NodeJS.Timeout | null = null;

  /** `null` where no anchor is kept. */
  constructor(write: (() => void) | null) {
    this.#write = write;
  }

  /** Changes of one moment share a write. */
  soon(): void {
    const write = this.#write;
    if (!write || this.#timer) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      write();
    }, DELAY);
    this.#timer.unref();
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
  }
}
