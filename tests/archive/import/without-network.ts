/** Loaded before anything else: whoever asks for a connection ends the process. Threads load it too. */
import net from 'node:net';

const refuse = () => {
  process.exit(99);
};
net.Socket.prototype.connect = refuse;
globalThis.fetch = refuse;
