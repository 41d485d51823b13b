/** The press as a process of Node: started by `press-node.ts`, and ended with whoever started it. */
import { assert } from '../lib/assert.ts';
import type { ToPress } from './press.ts';
import { servePress } from './serve-press.ts';

assert(process.connected, 'runs as a process that was forked');
const hear = servePress(
  (message) =>
    new Promise((resolve) => {
      process.send?.(message, () => {
        resolve();
      });
    }),
);
process.on('message', (message: ToPress) => void hear(message));
process.once('disconnect', () => process.exit());
