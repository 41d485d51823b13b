/** The press as a utility process: started by `start.ts`, and ended with the window's own process. */
import { servePress } from '../../../archive/dossier/serve-press.ts';
import type { ToPress } from '../../../archive/dossier/press.ts';

const { parentPort } = process;
const hear = servePress((message) => {
  parentPort.postMessage(message);
});
parentPort.on('message', ({ data }) => {
  void hear(data as ToPress);
});
