/** Runs the command line as a person would, with its own configuration folder. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

export interface Said {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const program = join(import.meta.dirname, '../../bin/kuferak.js');

export interface Setting {
  /** Stands for the person's configuration folder. */
  readonly config: string;
  /** What is typed on standard input. */
  readonly input?: string;
}

export function kuferak(
  { config, input = '' }: Setting,
  ...args: readonly string[]
): Promise<Said> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], {
      env: {
        PATH: process.env.PATH,
        HOME: config,
        XDG_CONFIG_HOME: config,
        APPDATA: config,
        LANG: 'C.UTF-8',
      },
      stdio: 'pipe',
    });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.once('error', reject);
    child.once('close', (code) => {
      resolve({ code, out, err });
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}
