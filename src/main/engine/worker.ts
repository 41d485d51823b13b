/**
 * The engine's own thread. It is started when an archive is opened and ended when it is locked: JavaScript cannot
 * wipe memory, so the thread that held keys and what they opened goes.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { type Archive, createArchive, openArchive } from '../../../archive/index.ts';
import { assert } from '../../../archive/lib/assert.ts';
import type { Job } from '../../../archive/lib/job.ts';
import type { Result } from '../../../archive/lib/result.ts';
import { FarPresses } from './far-press.ts';
import type { Begin, FromEngine, ToEngine } from './messages.ts';

assert(parentPort, 'this file runs as a worker');
const port = parentPort;
const say = (message: FromEngine): void => {
  port.postMessage(message);
};

const begin = workerData as Begin;
const presses = new FarPresses(say);
const options = {
  startPress: presses.start,
  acceptOlder: begin.acceptOlder,
  // Somebody sits at the window who can free the disk.
  keepsUnsaved: true,
  ...(begin.anchors !== null && { anchors: begin.anchors }),
};
const opened =
  begin.purpose === 'create'
    ? await createArchive(begin.folder, begin.name, begin.passphrase, options)
    : await openArchive(begin.folder, begin.passphrase, options);

if (opened.ok) serve(opened.value);
say({ kind: 'opened', failure: opened.ok ? null : opened.error });
if (!opened.ok) port.close();

function serve(archive: Archive): void {
  const running = new Map<number, AbortController>();
  archive.onChanged((changed) => {
    say({ kind: 'changed', changed });
  });
  archive.onTrouble((trouble) => {
    say({ kind: 'trouble', trouble });
  });
  port.on('message', (message: ToEngine) => {
    if (message.kind === 'cancel') running.get(message.id)?.abort();
    else if (message.kind === 'call') void answer(archive, running, message);
    else presses.hear(message);
  });
}

async function answer(
  archive: Archive,
  running: Map<number, AbortController>,
  { id, method, input, job }: Extract<ToEngine, { kind: 'call' }>,
): Promise<void> {
  const control = new AbortController();
  running.set(id, control);
  try {
    const methods = archive as unknown as Record<string, (...input: unknown[]) => Promise<unknown>>;
    const call = methods[method];
    assert(call, 'the face has this method');
    const more = job ? [jobOf(id, control)] : [];
    const result = (await call.call(archive, ...input, ...more)) as Result<unknown> | undefined;
    say({ kind: 'answer', id, result });
  } catch {
    say({ kind: 'bug', id });
  } finally {
    running.delete(id);
  }
}

function jobOf(id: number, control: AbortController): Job {
  return {
    signal: control.signal,
    progress: (done, total) => {
      say({ kind: 'progress', id, done, total });
    },
  };
}
