/** The head of the log as a text: what is written down, printed, or time-stamped elsewhere. Public tools can hash it. */
import type { Head } from './log.ts';

/** Three lines, each ended by one byte 10. Never changed: time stamps of it must fit for ever. */
export function headText({ number, hash }: Head): string {
  return `kuferak log head 1\nline ${number}\nsha256 ${hash}\n`;
}
