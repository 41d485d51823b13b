/** `process.parentPort` of a utility process: loaded before its own script. */
import { EventEmitter } from 'node:events';

class ParentPort extends EventEmitter {
  postMessage(message: unknown): void {
    process.send?.(message);
  }
}

const port = new ParentPort();
Object.defineProperty(process, 'parentPort', { value: port, enumerable: true });
// What is said before anybody listens waits, as it does in Electron.
port.on('newListener', (event) => {
  if (event !== 'message' || port.listenerCount('message') > 0) return;
  process.on('message', (data) => port.emit('message', { data, ports: [] }));
});
process.once('disconnect', () => process.exit());
