/** Answers `ipcRenderer.invoke`: with what the handler gives, or why there is nothing. */
import type { InvokeHandler } from './ipc-main.ts';

interface Invoked {
  readonly id: number;
  readonly channel: string;
  readonly parameters: readonly unknown[];
}

/** Posts the answer to the page. A value that cannot be cloned is none. */
export async function answerInvoke(
  handler: InvokeHandler | undefined,
  event: object,
  { id, channel, parameters }: Invoked,
  post: (message: readonly unknown[]) => void,
): Promise<void> {
  try {
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    post(['done', id, await handler(event, ...parameters)]);
  } catch (error) {
    const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`Error occurred in handler for '${channel}': ${told}\n`);
    post(['failed', id, `Error invoking remote method '${channel}': ${String(error)}`]);
  }
}
