/** `utilityProcess`: processes of the app's own, as processes of Node that speak through `process.parentPort`. */
import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { host } from '../host-state.ts';
import { loud, LoudEmitter, notImplemented } from '../loud.ts';

interface ForkOptions {
  readonly env?: NodeJS.ProcessEnv;
  readonly execArgv?: readonly string[];
  readonly cwd?: string;
  readonly stdio?: 'pipe' | 'ignore' | 'inherit';
  readonly serviceName?: string;
}

const parentPort = join(import.meta.dirname, '../in-utility/parent-port.ts');

class UtilityProcess extends LoudEmitter {
  readonly #child: ChildProcess;
  readonly stdout = null;
  readonly stderr = null;
  pid: number | undefined;

  constructor(child: ChildProcess) {
    super('utilityProcess');
    this.#child = child;
    child.once('spawn', () => {
      this.pid = child.pid;
      this.emit('spawn');
    });
    child.on('message', (message) => this.emit('message', message));
    child.on('error', () => undefined);
    child.once('exit', (code) => {
      this.pid = undefined;
      this.emit('exit', code ?? 1);
    });
  }

  postMessage(message: unknown, ports: readonly unknown[] = []): void {
    if (ports.length > 0) throw notImplemented('utilityProcess.postMessage with ports');
    this.#child.send(message as object, () => undefined);
  }

  kill(): boolean {
    return this.#child.kill();
  }
}

export const utilityProcess = loud('utilityProcess', {
  fork(path: string, args: readonly string[] = [], options: ForkOptions = {}): UtilityProcess {
    const { stdio = 'inherit' } = options;
    if (stdio === 'pipe') throw notImplemented('utilityProcess.fork with piped output');
    const child = fork(path, [...args], {
      execPath: host.node,
      execArgv: ['--import', parentPort, ...(options.execArgv ?? [])],
      serialization: 'advanced',
      stdio: ['ignore', stdio, stdio, 'ipc'],
      env: options.env ?? process.env,
      ...(options.cwd !== undefined && { cwd: options.cwd }),
    });
    return new UtilityProcess(child);
  },
});
