/** Starts a press as a process of the application's own: the program cannot be asked to run as Node. */
import { utilityProcess } from 'electron';
import { fileURLToPath } from 'node:url';
import type { StartPress } from '../../../archive/index.ts';
import { pressEnvironment } from '../../../archive/dossier/press-environment.ts';

const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
const PROCESS = fileURLToPath(new URL(`./process.${extension}`, import.meta.url));

export const startPress: StartPress = ({ said, gone }) => {
  const child = utilityProcess.fork(PROCESS, [], {
    serviceName: 'press',
    stdio: 'ignore',
    env: pressEnvironment(),
  });
  child.on('message', said);
  child.once('exit', gone);
  return {
    say: (message) => {
      child.postMessage(message);
      return Promise.resolve();
    },
    kill: () => {
      child.kill();
    },
  };
};
