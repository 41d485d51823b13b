/**
 * The presses of an engine's thread. Only main may start processes of the application, so the thread asks for them by
 * number, and what it and a press say to each other passes through here.
 */
import type { Press, StartPress } from '../../../archive/index.ts';
import type { FromEngine, ToEngine } from './messages.ts';

type Asked = Extract<FromEngine, { kind: 'press-start' | 'press-say' | 'press-kill' }>;

export class Presses {
  readonly #start: StartPress;
  readonly #say: (message: ToEngine) => void;
  readonly #running = new Map<number, Press>();

  constructor(start: StartPress, say: (message: ToEngine) => void) {
    this.#start = start;
    this.#say = say;
  }

  hear(asked: Asked): void {
    const { press: number } = asked;
    switch (asked.kind) {
      case 'press-start':
        this.#running.set(number, this.#begin(number));
        break;
      case 'press-say':
        void this.#running.get(number)?.say(asked.message);
        break;
      case 'press-kill':
        this.#take(number)?.kill();
        break;
    }
  }

  /** For when the thread is gone: what it had printed is nobody's any more. */
  killAll(): void {
    for (const press of this.#running.values()) press.kill();
    this.#running.clear();
  }

  #begin(number: number): Press {
    return this.#start({
      said: (message) => {
        if (this.#running.has(number)) this.#say({ kind: 'press-said', press: number, message });
      },
      gone: () => {
        if (this.#take(number)) this.#say({ kind: 'press-gone', press: number });
      },
    });
  }

  #take(number: number): Press | undefined {
    const press = this.#running.get(number);
    this.#running.delete(number);
    return press;
  }
}
