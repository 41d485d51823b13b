/** What a process wrote and flushed below a folder, as the system saw it: by strace, where there is one. */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';

export interface Traced {
  readonly bytes: number;
  readonly flushes: number;
}

const CALLS = 'write,pwrite64,writev,pwritev,fsync,fdatasync';
/** A call ends in the same line, or, when another thread came between, in a later one that says `resumed`. */
const LINE = /^(\d+) +(?:<\.\.\. )?(\w+)(?:\(\d+<([^>]*)>| resumed>).*?(?:= (-?\d+)|(<unfinished))/;

/** `null` where processes cannot be traced. */
export function traced(folder: string, cwd: string, args: readonly string[]): Traced | null {
  const log = `${folder}.trace`;
  const command = ['-f', '-y', '-e', `trace=${CALLS}`, '-o', log, process.execPath, ...args];
  const run = spawnSync('strace', command, { cwd, stdio: 'ignore' });
  if (run.error || run.status !== 0) return null;
  const lines = readFileSync(log, 'utf8').split('\n');
  rmSync(log);
  return countIn(lines, folder);
}

function countIn(lines: readonly string[], folder: string): Traced {
  const begun = new Map<string, string>();
  let bytes = 0;
  let flushes = 0;
  for (const line of lines) {
    const [, thread = '', call = '', path, result, unfinished] = LINE.exec(line) ?? [];
    if (path !== undefined) begun.set(thread, path);
    if (unfinished !== undefined || !begun.get(thread)?.startsWith(folder)) continue;
    if (call.endsWith('sync')) flushes += 1;
    else bytes += Math.max(0, Number(result ?? 0));
  }
  return { bytes, flushes };
}
