/** Long work on a terminal: how far it is, on one line, and Ctrl+C stops it between two items. */
import type { Job } from '../../archive/lib/job.ts';
import { t } from './output.ts';

/** Runs `work` with a job that tells a person at a terminal; a pipe or a file is told nothing. */
export async function withProgress<T>(work: (job: Job) => Promise<T>): Promise<T> {
  const control = new AbortController();
  const stop = () => {
    control.abort();
  };
  process.once('SIGINT', stop);
  const terminal = process.stderr.isTTY;
  let told = '';
  const progress = (done: number, total?: number) => {
    const line = t('command.progress', { done, total: total ?? '?' });
    if (!terminal || line === told) return;
    told = line;
    process.stderr.write(`\r${line}`);
  };
  try {
    return await work({ signal: control.signal, progress });
  } finally {
    process.off('SIGINT', stop);
    if (told !== '') process.stderr.write(`\r${' '.repeat(told.length)}\r`);
  }
}
