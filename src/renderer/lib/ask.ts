/** The window's way to ask: typed calls that can report progress and be cancelled. */
import type { Answer, Bridge, CallName, Input, Output } from '../../preload/contract.ts';

export interface AskOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total?: number) => void;
}

/** Asks by name. The answer is a value: failures have codes, nothing is thrown for them. */
export type Ask = <N extends CallName>(
  name: N,
  input: Input<N>,
  options?: AskOptions,
) => Promise<Answer<Output<N>>>;

type Loose = Readonly<
  Record<string, Readonly<Record<string, (input: unknown, call?: number) => Promise<unknown>>>>
>;

export function asker(bridge: Bridge): Ask {
  let lastCall = 0;
  return async (name, input, options = {}) => {
    const [group = '', verb = ''] = name.split('.');
    const ask = (bridge as unknown as Loose)[group]?.[verb];
    if (!ask) throw new Error(`the bridge has no ${name}`);
    const call = ++lastCall;
    const { signal, onProgress } = options;
    if (signal?.aborted) return { ok: false, error: { code: 'cancelled' } };
    const stop = () => {
      bridge.cancel(call);
    };
    signal?.addEventListener('abort', stop, { once: true });
    const quiet = onProgress
      ? bridge.on('progress', (progress) => {
          if (progress.call === call) onProgress(progress.done, progress.total);
        })
      : undefined;
    try {
      return (await ask(input, call)) as Answer<Output<typeof name>>;
    } finally {
      signal?.removeEventListener('abort', stop);
      quiet?.();
    }
  };
}
