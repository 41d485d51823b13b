/** What the tool that saved a page wrote into it: SingleFile's comment, and the mark of the web. */
import { toPartialDate } from '../dates.ts';
import type { SavedBy } from '../draft.ts';
import { toAddress } from '../readings.ts';

/** UTF-16 units at the beginning of the markup in which such comments stand. */
const HEAD = 100_000;

/** `null` when the page does not say that it was saved by a tool. */
export function readSaved(markup: string): SavedBy | null {
  const head = markup.slice(0, HEAD);
  const start = head.search(/<!--\s*Page saved with SingleFile/i);
  if (start !== -1) {
    const comment = head.slice(start, head.indexOf('-->', start));
    const address = /^\s*url:\s*(\S+)/m.exec(comment)?.[1];
    const date = /^\s*saved date:\s*([^\n]{1,100})/m.exec(comment)?.[1];
    return {
      tool: 'SingleFile',
      address: address === undefined ? null : toAddress(address),
      at: date === undefined ? null : toPartialDate(date),
    };
  }
  const mark = /<!--\s*saved from url=\(\d{1,6}\)(\S{1,4000})\s*-->/i.exec(head)?.[1];
  return mark === undefined ? null : { tool: 'browser', address: toAddress(mark), at: null };
}
