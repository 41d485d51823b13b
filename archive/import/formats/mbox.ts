/**
 * Reads a mailbox file: each mail in it a part, cut at its `From ` lines, one at a time. A part's bytes are those
 * in the box, `>From ` included: which of them were quoted when they came in cannot be told.
 */
import { limits } from '../../model/index.ts';
import type { Hint } from '../draft.ts';
import type { Part, Unpacked } from '../parts.ts';
import { keepAsFile } from './file.ts';

const LINE_END = 0x0a;
const FROM = Buffer.from('From ');

export function readMbox(bytes: Uint8Array, hint: Hint, mediaType: string): Unpacked {
  return { draft: keepAsFile(hint, mediaType, []), parts: mailsOf(bytes) };
}

function* mailsOf(bytes: Uint8Array): Generator<Part> {
  const box = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let number = 0;
  for (const [start, end] of mailRanges(box)) {
    const name = `mail-${String(++number).padStart(4, '0')}.eml`;
    if (end - start > limits.partBytes) yield { name, failure: 'part-too-large' };
    else yield { name, bytes: new Uint8Array(box.subarray(start, end)), hint: { as: 'mail' } };
  }
}

/** Where each mail stands, without its `From ` line and the blank line that parts it from the next. */
export function* mailRanges(box: Buffer): Generator<readonly [start: number, end: number]> {
  let line = 0;
  let start = -1;
  while (line < box.length) {
    const end = box.indexOf(LINE_END, line);
    const next = end === -1 ? box.length : end + 1;
    if (beginsMail(box, line, next)) {
      if (start !== -1) yield [start, withoutBlankLine(box, start, line)];
      start = next;
      line = next;
    } else {
      // Only a line after a blank one can begin a mail: the next candidate is looked for at once.
      const found = box.indexOf('\nFrom ', line);
      line = found === -1 ? box.length : found + 1;
    }
  }
  if (start !== -1) yield [start, withoutBlankLine(box, start, box.length)];
}

/** `From somebody Thu Apr  9 21:14:03 2026` at the beginning or after a blank line, and a head below it. */
function beginsMail(box: Buffer, line: number, next: number): boolean {
  if (!box.subarray(line, line + FROM.length).equals(FROM)) return false;
  const before = box.subarray(Math.max(0, line - 4), line).toString('latin1');
  if (line > 0 && !/\n\r?\n$/.test(before) && !/^\r?\n$/.test(before)) return false;
  const said = box.subarray(line, Math.min(next, line + 500)).toString('latin1');
  if (!/^From \S.*\d{4}/.test(said) && !/^From \S+\s*$/.test(said)) return false;
  return /^>?[\w-]+(?::|\s)/.test(box.subarray(next, next + 200).toString('latin1'));
}

function withoutBlankLine(box: Buffer, start: number, end: number): number {
  let at = end;
  if (at > start && box[at - 1] === LINE_END) at--;
  if (at > start && box[at - 1] === 0x0d) at--;
  // What is left must still end in a line end, as the mail did.
  return at > start && box[at - 1] === LINE_END ? at : end;
}
