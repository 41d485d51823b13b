/** Presses as the engine's thread has them: main starts them, see `presses.ts`. */
import type { StartPress } from '../../../archive/index.ts';
import type { FromEngine, ToEngine } from './messages.ts';

type FromMain = Extract<ToEngine, { kind: 'press-said' | 'press-gone' }>;

export class FarPresses {
  readonly #say: (message: FromEngine) => void;
  readonly #running = new Map<number, Parameters<StartPress>[0]>();
  #last = 0;

  constructor(say: (message: FromEngine) => void) {
    this.#say = say;
  }

  readonly start: StartPress = (heard) => {
    const press = ++this.#last;
    this.#running.set(press, heard);
    this.#say({ kind: 'press-start', press });
    return {
      say: (message) => {
        this.#say({ kind: 'press-say', press, message });
        return Promise.resolve();
      },
      kill: () => {
        if (this.#running.delete(press)) this.#say({ kind: 'press-kill', press });
      },
    };
  };

  hear(message: FromMain): void {
    const heard = this.#running.get(message.press);
    if (message.kind === 'press-said') heard?.said(message.message);
    else if (this.#running.delete(message.press)) heard?.gone();
  }
}
