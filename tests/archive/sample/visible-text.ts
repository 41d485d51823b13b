/** A crude reading of a sample file: all that a browser would show, with spaces folded. Not the importer. */
import { JSDOM } from 'jsdom';
import type { SampleFile } from '../../../src/sample/case.ts';

export function decode(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding, { fatal: true }).decode(bytes);
}

/** The text of a page or text file. Blocks are parted by line ends; within a block spaces are single. */
export function visibleText(file: SampleFile, bytes: Uint8Array): string {
  const decoded = decode(bytes, file.encoding ?? 'utf-8');
  if (file.kind !== 'page') return decoded;
  const { document } = new JSDOM(decoded).window;
  for (const hidden of document.querySelectorAll('script, style, title')) hidden.remove();
  const blocks = document.querySelectorAll('p, li, td, h1, h2, h3, h4, caption, div');
  for (const block of blocks) block.append('\u0000');
  const text = document.body.textContent.replaceAll(/\s+/g, ' ');
  return text.split('\u0000').join('\n');
}
