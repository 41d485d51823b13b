/** The thread in which texts are read by machine, so that it can be bounded and ended. */
import { parentPort } from 'node:worker_threads';
import { assert } from '../../lib/assert.ts';
import type { Result } from '../../lib/result.ts';
import {
  type ReadByMachine,
  readByMachine,
  type ReadingFailure,
  type ReadRequest,
} from './read.ts';

export type FromOcr =
  | { readonly kind: 'ready' }
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'answer'; readonly result: Result<ReadByMachine | null, ReadingFailure> };

const port = parentPort;
assert(port, 'this file runs as a worker');
const say = (message: FromOcr) => {
  port.postMessage(message);
};
say({ kind: 'ready' });
port.on('message', (request: ReadRequest) => {
  void readByMachine(request, (done, total) => {
    say({ kind: 'progress', done, total });
  }).then((result) => {
    say({ kind: 'answer', result });
  });
});
