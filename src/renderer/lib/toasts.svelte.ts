/** Short notes at the edge of the window: what was done, and how to take it back. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: 'plain' | 'trouble';
  /** It takes the place of an earlier one that tells of a change, whose way back is gone by then. */
  readonly ofChange?: true;
  /** Until it is dismissed, as trouble does: what it tells of comes by no other way. */
  readonly stays?: true;
  readonly action?: {
    readonly label: string;
    readonly run: () => void;
    /** Whether it would still do what it says. */
    readonly valid: () => boolean;
  };
}

/** Milliseconds that a note stays when nobody looks at it. Trouble stays until it is dismissed. */
const STAY = 9_000;

export class Toasts {
  items = $state.raw<readonly Toast[]>([]);
  #last = 0;
  #held = false;
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing is drawn from it
  readonly #timers = new Map<number, ReturnType<typeof setTimeout>>();

  add(toast: Omit<Toast, 'id'>): void {
    const item = { ...toast, id: ++this.#last };
    for (const { id, ofChange } of this.items) if (ofChange && item.ofChange) this.dismiss(id);
    this.items = [...this.items, item].slice(-4);
    if (!this.#held) this.#start(item);
  }

  say(text: string): void {
    this.add({ text, tone: 'plain' });
  }

  trouble(text: string): void {
    this.add({ text, tone: 'trouble' });
  }

  dismiss(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
    this.items = this.items.filter((toast) => toast.id !== id);
  }

  /** Nothing goes away while the pointer or the focus rests on the notes. */
  hold(): void {
    this.#held = true;
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  release(): void {
    if (!this.#held) return;
    this.#held = false;
    for (const item of this.items) this.#start(item);
  }

  clear(): void {
    for (const { id } of this.items) this.dismiss(id);
  }

  #start({ id, tone, stays }: Toast): void {
    if (tone === 'trouble' || stays) return;
    this.#timers.set(
      id,
      setTimeout(() => {
        this.dismiss(id);
      }, STAY),
    );
  }
}
