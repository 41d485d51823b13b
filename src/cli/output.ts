/** What the command line says, and where: results to standard output, everything else to standard error. */
import type { Failure } from '../../archive/lib/result.ts';
import { en } from '../messages/en.ts';
import { failureText } from '../messages/failure-text.ts';
import { translator } from '../messages/translate.ts';

export const t = translator('en', en);

/** Whoever reads us may stop reading: that is no reason to leave work half done. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** One JSON document. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

export function warn(line: string): void {
  process.stderr.write(`kuferak: ${line}\n`);
}

export function warnOf(failure: Failure): void {
  warn(failureText(t, failure));
}
