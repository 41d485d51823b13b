/** The thread in which originals are parsed, so that it can be bounded and ended. */
import { parentPort } from 'node:worker_threads';
import { assert } from '../lib/assert.ts';
import type { Hint } from './draft.ts';
import { read, readPlainly } from './read.ts';

export interface ReadRequest {
  readonly bytes: Uint8Array;
  readonly hint: Hint;
  /** Read as plain text, whatever it is. */
  readonly plainly: boolean;
}

const port = parentPort;
assert(port, 'this file runs as a worker');
port.postMessage('ready');
port.on('message', ({ bytes, hint, plainly }: ReadRequest) => {
  void (plainly ? readPlainly(bytes, hint) : read(bytes, hint)).then((draft) => {
    port.postMessage(draft);
  });
});
