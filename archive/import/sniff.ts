/** Tells what bytes are by what they hold. The name only decides between formats that look alike. */
import { zipNames } from './package/names.ts';
import { looksLikeWideText } from './wide-text.ts';

export type Format =
  'html' | 'markdown' | 'text' | 'image' | 'pdf' | 'docx' | 'odt' | 'epub' | 'rtf' | 'file';

export interface Sniffed {
  readonly format: Format;
  readonly mediaType: string;
}

/** Bytes looked at: enough for every signature and for the first tags of a page. */
const HEAD = 64 * 1024;

const MAGIC: readonly (readonly [signature: string, at: number, format: Format, type: string])[] = [
  ['\x89PNG\r\n\x1a\n', 0, 'image', 'image/png'],
  ['\xff\xd8\xff', 0, 'image', 'image/jpeg'],
  ['GIF87a', 0, 'image', 'image/gif'],
  ['GIF89a', 0, 'image', 'image/gif'],
  ['%PDF-', 0, 'pdf', 'application/pdf'],
  ['{\\rtf', 0, 'rtf', 'application/rtf'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 0, 'file', 'application/x-ole-storage'],
  ['\x1f\x8b', 0, 'file', 'application/gzip'],
  ['7z\xbc\xaf\x27\x1c', 0, 'file', 'application/x-7z-compressed'],
  ['Rar!\x1a\x07', 0, 'file', 'application/vnd.rar'],
  ['II*\0\x10\0\0\0CR', 0, 'file', 'image/x-canon-cr2'],
  ['II*\0', 0, 'image', 'image/tiff'],
  ['MM\0*', 0, 'image', 'image/tiff'],
  ['II+\0\x08\0\0\0', 0, 'image', 'image/tiff'],
  ['MM\0+\0\x08\0\0', 0, 'image', 'image/tiff'],
  ['\x1aE\xdf\xa3', 0, 'file', 'video/webm'],
  ['SQLite format 3\0', 0, 'file', 'application/vnd.sqlite3'],
  ['\x7fELF', 0, 'file', 'application/x-executable'],
  ['WARC/1.', 0, 'file', 'application/warc'],
];

const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
const SEALED = Buffer.from('EncryptedPackage', 'utf16le');
/** An office document that opens with a password only. */
export const SEALED_OFFICE = 'application/vnd.ms-office.encrypted';

/** Signatures that a text might begin with: they count in what is no text. */
const BINARY_MAGIC: typeof MAGIC = [
  ['ID3', 0, 'file', 'audio/mpeg'],
  ['OggS', 0, 'file', 'application/ogg'],
  ['fLaC', 0, 'file', 'audio/flac'],
  ['MZ', 0, 'file', 'application/vnd.microsoft.portable-executable'],
];

const FTYP: Readonly<Record<string, string>> = {
  heic: 'image/heic',
  heix: 'image/heic',
  hevc: 'image/heic',
  avis: 'image/avif',
  mif1: 'image/heif',
  msf1: 'image/heif',
  avif: 'image/avif',
  'qt  ': 'video/quicktime',
  'M4A ': 'audio/mp4',
};

const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** By the first file, which holds nothing else and is not packed. */
const ZIPPED_FIRST: readonly (readonly [mark: string, format: Format, type: string])[] = [
  ['mimetypeapplication/epub+zip', 'epub', 'application/epub+zip'],
  [
    'mimetypeapplication/vnd.oasis.opendocument.text',
    'odt',
    'application/vnd.oasis.opendocument.text',
  ],
];
/** By a file that each of them has. */
const ZIPPED: readonly (readonly [name: RegExp, format: Format, type: string])[] = [
  [/^word\/document\d*\.xml$/, 'docx', `${OFFICE}.wordprocessingml.document`],
  [/^xl\/workbook\.(?:xml|bin)$/, 'file', `${OFFICE}.spreadsheetml.sheet`],
  [/^ppt\/presentation\.xml$/, 'file', `${OFFICE}.presentationml.presentation`],
  [/^META-INF\/container\.xml$/, 'epub', 'application/epub+zip'],
  [/^content\.xml$/, 'odt', 'application/vnd.oasis.opendocument.text'],
];
/** Where the first file's name stands. */
const FIRST_NAME = 30;

/** Of a zip by its own list of files; of one that is cut off, by its first. */
function byZip(bytes: Uint8Array, head: string): Sniffed {
  const first = ZIPPED_FIRST.find(([mark]) => head.startsWith(mark, FIRST_NAME));
  if (first) return { format: first[1], mediaType: first[2] };
  const other = /^mimetype(application\/vnd\.oasis\.opendocument\.[a-z-]+)/.exec(
    head.slice(FIRST_NAME, FIRST_NAME + 100),
  )?.[1];
  if (other !== undefined) return { format: 'file', mediaType: other };
  const names = zipNames(bytes);
  if (names.includes('[Content_Types].xml') || names.includes('mimetype')) {
    const [, format, mediaType] =
      ZIPPED.find(([pattern]) => names.some((name) => pattern.test(name))) ?? [];
    if (format !== undefined && mediaType !== undefined) return { format, mediaType };
  }
  return { format: 'file', mediaType: 'application/zip' };
}

/** The last extension of a file name in lower case, without the dot; empty when there is none. */
export function extensionOf(name: string): string {
  return /\.([a-z0-9]{1,10})\s*$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}

const PAGE_NAMES = new Set(['html', 'htm', 'xhtml', 'xht', 'shtml']);
const MARKDOWN_NAMES = new Set(['md', 'markdown', 'mdown', 'mkd']);
const TEXT_TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  json: 'application/json',
};

/** Never fails: what is not recognised is a file of type `application/octet-stream`. */
export function sniff(bytes: Uint8Array, name: string): Sniffed {
  const head = latin1(bytes.subarray(0, HEAD));
  const known = byContainer(bytes, head) ?? bySignature(head, MAGIC);
  if (known) return known;
  if (!looksLikeText(bytes))
    return (
      bySignature(head, BINARY_MAGIC) ?? { format: 'file', mediaType: 'application/octet-stream' }
    );
  return byWords(plainLetters(head), extensionOf(name));
}

/** Whether the name promises a page, a readable text or an image. */
export function promisedBy(name: string): 'page' | 'text' | 'image' | null {
  const extension = extensionOf(name);
  if (PAGE_NAMES.has(extension)) return 'page';
  if (MARKDOWN_NAMES.has(extension) || /^(?:txt|text|log)$/.test(extension)) return 'text';
  return /^(?:png|jpe?g|jfif|gif|webp|tiff?|hei[cf]|avif)$/.test(extension) ? 'image' : null;
}

function bySignature(head: string, signatures: typeof MAGIC): Sniffed | null {
  for (const [signature, at, format, mediaType] of signatures)
    if (head.startsWith(signature, at)) return { format, mediaType };
  return null;
}

function byContainer(bytes: Uint8Array, head: string): Sniffed | null {
  if (head.startsWith('RIFF')) {
    if (head.startsWith('WEBP', 8)) return { format: 'image', mediaType: 'image/webp' };
    return { format: 'file', mediaType: head.startsWith('WAVE', 8) ? 'audio/wav' : 'video/avi' };
  }
  if (head.startsWith('ftyp', 4)) {
    const mediaType = FTYP[head.slice(8, 12)] ?? 'video/mp4';
    return { format: mediaType.startsWith('image/') ? 'image' : 'file', mediaType };
  }
  if (head.startsWith('PK\x03\x04')) return byZip(bytes, head);
  // A Word document with a password is sealed inside of the older format.
  if (head.startsWith(OLE) && asBuffer(bytes).includes(SEALED))
    return { format: 'file', mediaType: SEALED_OFFICE };
  // Readers of PDF accept bytes before its signature.
  if (/^[^<]{0,1000}%PDF-\d\.\d/.test(head.slice(0, 1_024)))
    return { format: 'pdf', mediaType: 'application/pdf' };
  return null;
}

/** Of text in one byte a letter or in UTF-16: what a signature of letters can be looked for in. */
function plainLetters(head: string): string {
  return head.replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '').replaceAll(/\0/g, '');
}

const PAGE_TAG =
  /^<(?:!doctype\s+html|html|head|body|title|meta|link|script|style|base)(?=[\s>/])/i;
const PIECE_TAG =
  /^<(?:p|div|article|section|main|header|table|ul|ol|h[1-6]|span|a|b|i|br|font|center|blockquote|img|form|nav|frameset)(?=[\s>/])/i;
const ANY_TAG = /<[a-z!/][^<>]{0,300}>/i;
const MHTML_BEGINS = /^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?content-type:\s*multipart\/related/i;
const MAIL_BEGINS =
  /^(?:from |(?:[\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){0,40}?(?:from|message-id|received|return-path):)/i;

function byWords(head: string, extension: string): Sniffed {
  const first = firstTag(head);
  const tag = head.slice(first, first + 100);
  if (PAGE_TAG.test(tag) || (PIECE_TAG.test(tag) && !MARKDOWN_NAMES.has(extension)))
    return { format: 'html', mediaType: 'text/html' };
  if (PAGE_NAMES.has(extension) && ANY_TAG.test(head))
    return { format: 'html', mediaType: 'text/html' };
  const letter = head.slice(0, 16_384);
  if (/^[\w-]+:/.test(letter)) {
    if (MHTML_BEGINS.test(letter) && /snapshot-content-location|^mime-version:/im.test(letter))
      return { format: 'file', mediaType: 'multipart/related' };
    if (extension === 'eml' && MAIL_BEGINS.test(letter))
      return { format: 'file', mediaType: 'message/rfc822' };
  }
  if (/^\s*<(?:svg|\?xml)/i.test(head)) {
    const mediaType = /<svg[\s>]/i.test(head) ? 'image/svg+xml' : 'application/xml';
    return { format: 'file', mediaType };
  }
  if (MARKDOWN_NAMES.has(extension) || (extension === '' && looksLikeMarkdown(head)))
    return { format: 'markdown', mediaType: 'text/markdown' };
  return { format: 'text', mediaType: TEXT_TYPES[extension] ?? 'text/plain' };
}

/** Where the first thing stands that is no blank, comment or XML declaration. */
function firstTag(head: string): number {
  let at = 0;
  for (;;) {
    while (/\s/.test(head.charAt(at))) at++;
    const end = head.startsWith('<!--', at) ? '-->' : head.startsWith('<?xml', at) ? '?>' : null;
    const closed = end === null ? -1 : head.indexOf(end, at);
    if (end === null || closed === -1) return at;
    at = closed + end.length;
  }
}

function looksLikeMarkdown(head: string): boolean {
  return /^#{1,6} \S/m.test(head) && /\]\(\S+\)|^(?:```|> |[*-] )|\*\*\S/m.test(head);
}

/** Control characters that texts hold are few; those that they never hold make a file binary. */
function looksLikeText(bytes: Uint8Array): boolean {
  if (looksLikeWideText(bytes)) return true;
  const sample = bytes.subarray(0, HEAD);
  let odd = 0;
  for (const byte of sample) {
    if (byte === 0) return false;
    if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27)
      odd++;
  }
  return odd <= sample.length / 500;
}

function latin1(bytes: Uint8Array): string {
  return asBuffer(bytes).toString('latin1');
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
