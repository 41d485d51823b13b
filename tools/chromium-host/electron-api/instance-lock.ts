/** One running app for each user data folder; a second one tells the first and is refused. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCodec } from '../clone.ts';

export interface InstanceLock {
  release(): void;
}

type Told = (argv: string[], cwd: string, data: unknown) => void;

const codec = createCodec();
let telling: Promise<void> = Promise.resolve();

/** An address that leaves no file behind where the system has such addresses. */
function address(name: string): string {
  return process.platform === 'linux'
    ? `\0chromium-host-${name}`
    : join(tmpdir(), `chromium-host-${name}.sock`);
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function holder(file: string): { pid: number; name: string } | undefined {
  try {
    const [pid, name] = readlinkSync(file).split('-');
    return { pid: Number(pid), name: name ?? '' };
  } catch {
    return undefined;
  }
}

function tell(name: string, data: unknown): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(address(name));
    socket.on('error', () => resolve());
    socket.on('close', () => resolve());
    socket.end(codec.encode([process.argv, process.cwd(), data]));
    setTimeout(resolve, 2000).unref();
  });
}

function hear(name: string, told: Told): Server {
  const server = createServer((socket) => {
    let text = '';
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
    socket.on('error', () => undefined);
    socket.on('end', () => {
      const [argv, cwd, data] = codec.decode(text) as [string[], string, unknown];
      told(argv, cwd, data);
    });
  });
  server.on('error', () => undefined);
  server.listen(address(name)).unref();
  return server;
}

/** Takes the lock of `folder`, or tells its holder and returns `undefined`. A dead holder's lock is taken over. */
export function takeInstanceLock(
  folder: string,
  data: unknown,
  told: Told,
): InstanceLock | undefined {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'SingletonLock');
  const name = randomBytes(16).toString('hex');
  for (let round = 0; round < 3; round += 1) {
    try {
      symlinkSync(`${process.pid}-${name}`, file);
      const server = hear(name, told);
      const release = (): void => {
        server.close();
        if (holder(file)?.name === name) rmSync(file, { force: true });
      };
      process.once('exit', release);
      return { release };
    } catch {
      const other = holder(file);
      if (other !== undefined && alive(other.pid)) {
        telling = tell(other.name, data);
        return undefined;
      }
      rmSync(file, { force: true });
    }
  }
  return undefined;
}

/** Resolves when the lock's holder has been told of us. */
export function toldHolder(): Promise<void> {
  return telling;
}
