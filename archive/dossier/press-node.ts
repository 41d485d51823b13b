/** Starts a press on Node. What it is given travels by the pipe between the two: never by a file, an argument or the environment. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { limits } from '../model/index.ts';
import { pressEnvironment } from './press-environment.ts';
import type { FromPress, StartPress } from './press.ts';

const extname = import.meta.url.endsWith('.ts') ? '.ts' : '.js';
const PROCESS = fileURLToPath(new URL(`./press-process${extname}`, import.meta.url));

const YOUNG = `--max-semi-space-size=${limits.pressYoungMegabytes}`;
/** What a process held when it crashed would be written to the disk, as it was. A shell can forbid that, Node cannot. */
const WITHOUT_DUMP = 'ulimit -c 0; exec "$0" "$@"';

export const startPress: StartPress = ({ said, gone }) => {
  const program =
    process.platform === 'win32'
      ? { execPath: process.execPath, execArgv: [YOUNG] }
      : { execPath: '/bin/sh', execArgv: ['-c', WITHOUT_DUMP, process.execPath, YOUNG], cwd: '/' };
  const child = fork(PROCESS, [], {
    ...program,
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: pressEnvironment(),
  });
  // One that has nothing to do holds up nobody's end.
  const atRest = () => {
    child.unref();
    child.channel?.unref();
  };
  child.on('message', (message: FromPress) => {
    if (message.kind === 'made') atRest();
    said(message);
  });
  let ended = false;
  const end = () => {
    if (!ended) gone();
    ended = true;
  };
  child.once('exit', end).once('error', end);
  child.on('error', () => undefined);
  atRest();
  return {
    say: (message) =>
      new Promise((resolve) => {
        child.ref();
        child.channel?.ref();
        child.send(message, () => {
          resolve();
        });
      }),
    kill: () => child.kill('SIGKILL'),
  };
};
