/** Reads a browser's exported bookmarks (Netscape's HTML): each that leads to the web is a reference. */
import type { Hint, SourceDraft } from '../draft.ts';
import { parsePage } from '../html/parse.ts';
import type { Part, Unpacked } from '../parts.ts';
import { Readings, toAddress } from '../readings.ts';
import { makeReference } from '../reference.ts';
import { cleanLine } from '../title.ts';
import { keepAsFile } from './file.ts';

/** Folders inside of folders that a name tells. */
const DEPTH = 20;
const TAG = /<(\/?)(DT|DL|DD|H3|A)(?=[\s>])([^>]*)>/gi;

export function readBookmarks(bytes: Uint8Array, hint: Hint, mediaType: string): Unpacked {
  return { draft: keepAsFile(hint, mediaType, []), parts: entriesOf(bytes) };
}

/** The list is not well-formed by design: entries end where the next tag of the list begins. */
function* entriesOf(bytes: Uint8Array): Generator<Part> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // A letter a byte, so that places in it are places in the file.
  const markup = file.toString('latin1');
  const folders: string[] = [];
  let heading = '';
  let open = -1;
  let link = false;
  const entry = (end: number): Part | null => {
    if (!link || open === -1) return null;
    const own = new Uint8Array(file.subarray(open, end));
    const name = [...folders.filter((folder) => folder !== ''), nameOf(own)].join('/');
    return addressOf(own) === null ? null : { name, bytes: own, hint: { as: 'bookmark' } };
  };
  for (const { 1: closes = '', 2: tag = '', index, 0: whole } of markup.matchAll(TAG)) {
    const name = tag.toUpperCase();
    if (name === 'A') link ||= closes === '';
    if (name === 'H3' && closes === '') heading = folderAt(file, markup, index + whole.length);
    if (name !== 'DT' && name !== 'DL') continue;
    const part = entry(index);
    if (part) yield part;
    link = false;
    open = name === 'DT' && closes === '' ? index : -1;
    if (name !== 'DL') continue;
    if (closes === '/') folders.pop();
    else {
      if (folders.length < DEPTH) folders.push(heading);
      heading = '';
    }
  }
  const last = entry(file.length);
  if (last) yield last;
}

function folderAt(file: Buffer, markup: string, start: number): string {
  const end = markup.indexOf('<', start);
  const name = end === -1 ? '' : file.toString('utf8', start, Math.min(end, start + 500));
  return cleanLine(parsePage(name).body.textContent, 100).replaceAll('/', '∕');
}

function linkOf(bytes: Uint8Array): { readonly link: Element | null; readonly page: Document } {
  const page = parsePage(new TextDecoder().decode(bytes));
  return { link: page.querySelector('a[href]'), page };
}

function addressOf(bytes: Uint8Array): string | null {
  return toAddress(linkOf(bytes).link?.getAttribute('href') ?? '');
}

function nameOf(bytes: Uint8Array): string {
  return cleanLine(linkOf(bytes).link?.textContent ?? '', 200).replaceAll('/', '∕') || '?';
}

/** One entry, as it was cut out of the list. */
export function readBookmark(bytes: Uint8Array, hint: Hint, mediaType: string): SourceDraft {
  const { link, page } = linkOf(bytes);
  const readings = new Readings();
  const title = link?.textContent ?? null;
  const told = page.querySelector('dd')?.textContent ?? null;
  const address = link?.getAttribute('href') ?? null;
  const tags = link?.getAttribute('tags') ?? null;
  readings.add('title', title, 'bookmark');
  readings.add('address', address, 'bookmark:href');
  readings.add('description', told, 'bookmark:dd');
  readings.add('captured', momentOf(link?.getAttribute('add_date')), 'bookmark:add_date');
  const lines = [address, told, tags].filter((line) => line !== null);
  return makeReference(
    { title, lines, authors: [], readings, method: 'kuferak-bookmarks' },
    hint,
    mediaType,
  );
}

/** Seconds since 1970; some browsers write thousandths, or millionths. */
function momentOf(written: string | null | undefined): string | null {
  if (!/^\d{9,17}$/.test(written ?? '')) return null;
  const digits = (written ?? '').length;
  const divisor = digits > 14 ? 1_000 : digits > 11 ? 1 : 1 / 1_000;
  return new Date(Number(written) / divisor).toISOString().slice(0, 19) + 'Z';
}
