/** Files and folders that a person chose, named to the window by one-use tickets: a path never crosses the bridge. */
import { randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import type { Chosen } from '../../preload/contract.ts';

export type Held =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'bytes'; readonly name: string; readonly bytes: Uint8Array };

/** The oldest tickets lapse when there are more. */
const MOST = 20_000;

export class Tickets {
  readonly #held = new Map<string, Held>();

  forPath(path: string): Chosen {
    return { ticket: this.#hold({ kind: 'path', path }), name: basename(path) };
  }

  forBytes(name: string, bytes: Uint8Array): Chosen {
    return { ticket: this.#hold({ kind: 'bytes', name, bytes }), name };
  }

  /** What a ticket stands for, once. */
  take(ticket: string): Held | null {
    const held = this.#held.get(ticket) ?? null;
    this.#held.delete(ticket);
    return held;
  }

  /** What a ticket stands for, without using it up: for a passphrase that may be wrong the first time. */
  look(ticket: string): Held | null {
    return this.#held.get(ticket) ?? null;
  }

  #hold(held: Held): string {
    const ticket = randomBytes(16).toString('hex');
    this.#held.set(ticket, held);
    for (const oldest of this.#held.keys()) {
      if (this.#held.size <= MOST) break;
      this.#held.delete(oldest);
    }
    return ticket;
  }
}
