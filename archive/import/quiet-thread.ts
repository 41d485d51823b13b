/** Starts a thread that is given foreign bytes: little memory, no environment, and nothing of what it prints gets out. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** Resolves when the thread listens. That it cannot start is a fault of the program, not of any file. */
export async function startQuietThread(script: URL, heapMegabytes: number): Promise<Worker> {
  const worker = new Worker(script, {
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
    // Whatever a library prints about a file stays out of the program's output.
    stdout: true,
    stderr: true,
    env: {},
  });
  worker.stdout.resume();
  worker.stderr.resume();
  await once(worker, 'message');
  // A fault between two requests is met by the next one.
  worker.on('error', () => undefined);
  worker.unref();
  return worker;
}
