/** The thread in which long texts are put side by side: minutes of a hostile pair hold up nobody, and it can be ended. */
import { parentPort, workerData } from 'node:worker_threads';
import { type Comparison, compareTexts } from '../compare/index.ts';
import { assert } from '../lib/assert.ts';
import type { ToCompare } from './comparing.ts';

export type FromWorker =
  | { readonly kind: 'progress'; readonly done: number; readonly total?: number }
  | { readonly kind: 'compared'; readonly comparison: Comparison };

assert(parentPort, 'runs as a worker');
const port = parentPort;
const say = (message: FromWorker) => {
  port.postMessage(message);
};

const { a, b, ...options } = workerData as ToCompare;
const comparison = compareTexts(a, b, {
  ...options,
  job: {
    signal: new AbortController().signal,
    progress: (done, total) => {
      say({ kind: 'progress', done, ...(total !== undefined && { total }) });
    },
  },
});
say({ kind: 'compared', comparison });
