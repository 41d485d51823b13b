/** Runs the command line as a person would, with its own configuration folder. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createArchive } from '../../archive/index.ts';
import { anchorFolder } from '../../src/cli/anchors.ts';
import { kdf, must } from './archives.ts';

export interface Said {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const project = join(import.meta.dirname, '../..');
const program = join(project, 'bin/kuferak.js');
/** Compiled code is kept between calls: reading it anew is half of what a short call costs. */
const compiled = join(project, 'node_modules/.cache/compiled');

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
        NODE_COMPILE_CACHE: compiled,
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

/** What `kuferak create` makes, with the least cost of a passphrase that the format allows: each call pays it. */
export async function makeArchive(
  { config }: Setting,
  folder: string,
  passphrase: string,
  name = 'archive',
): Promise<void> {
  const anchors = anchorFolder(process.platform, { XDG_CONFIG_HOME: config, APPDATA: config });
  await must(await createArchive(folder, name, passphrase, { kdf, anchors })).close();
}
