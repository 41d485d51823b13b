/** Every word of a piece of markup: for mails and messages, in which nothing is clutter. */
import type { DocumentWriter } from '../document-writer.ts';
import { parsePage } from './parse.ts';
import { Walker } from './walk.ts';

/** Writes behind what the writer holds. */
export function writeMarkup(writer: DocumentWriter, markup: string): void {
  const walker = new Walker(writer, { base: null, dropped: new Set() });
  walker.walk(parsePage(markup).body);
}
