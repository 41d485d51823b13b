/** Starts a press on Node. What it is given travels by the pipe between the two: never by a file, an argument or the environment. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { bareEnvironment } from '../lib/bare-environment.ts';
import { limits } from '../model/index.ts';
import type { FromPress, StartPress } from './press.ts';

const extname = import.meta.url.endsWith('.ts') ? '.ts' : '.js';
const PROCESS = fileURLToPath(new URL(`./press-process${extname}`, import.meta.url));

const YOUNG = `--max-semi-space-size=${limits.pressYoungMegabytes}`;
/**
 * Memory goes back to the system when it is given up: glibc alone keeps most of it for later, for each thread by itself.
 * Two places for all threads take 130 MB less, and a hundredth of the time more; one place alone would take a fifth more.
 */
const TRIMMED = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: String(128 * 1_024),
  MALLOC_TRIM_THRESHOLD_: String(32 * 1_024 * 1_024),
};
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
    env: bareEnvironment(TRIMMED),
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
