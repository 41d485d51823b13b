/** Tells what bytes are by what they hold. The name only decides between formats that look alike. */
import { constants, gunzipSync } from 'node:zlib';
import { looksLikeWideText } from './wide-text.ts';
import { zipNames } from './zip/zip-names.ts';

export type Format =
  | 'html'
  | 'markdown'
  | 'text'
  | 'image'
  | 'pdf'
  | 'docx'
  | 'odt'
  | 'epub'
  | 'rtf'
  | 'file'
  | 'mail'
  | 'mbox'
  | 'mhtml'
  | 'zip'
  | 'wacz'
  | 'warc'
  | 'telegram'
  | 'telegram-html'
  | 'bookmarks'
  | 'bookmark'
  | 'addresses'
  | 'address'
  | 'csl'
  | 'csl-item'
  | 'zotero'
  | 'zotero-item';

/** Formats that hold further files, which become sources of their own. */
const CONTAINERS: ReadonlySet<Format> = new Set([
  'mail',
  'mbox',
  'zip',
  'wacz',
  'warc',
  'telegram',
  'bookmarks',
  'addresses',
  'csl',
  'zotero',
]);

export const isContainer = (format: Format): boolean => CONTAINERS.has(format);

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

/** Of a zip by its own list of files: a document, a web archive, or a bundle of files. */
function byZip(bytes: Uint8Array, head: string): Sniffed {
  const first = ZIPPED_FIRST.find(([mark]) => head.startsWith(mark, FIRST_NAME));
  if (first) return { format: first[1], mediaType: first[2] };
  const other = /^mimetype(application\/vnd\.oasis\.opendocument\.[a-z-]+)/.exec(
    head.slice(FIRST_NAME, FIRST_NAME + 100),
  )?.[1];
  if (other !== undefined) return { format: 'file', mediaType: other };
  const names = zipNames(bytes) ?? firstNames(head);
  if (names.includes('datapackage.json') && names.some((name) => name.startsWith('archive/')))
    return container('wacz');
  if (!names.includes('[Content_Types].xml') && !names.includes('mimetype'))
    return container('zip');
  const [, format = 'file', mediaType = 'application/zip'] =
    ZIPPED.find(([pattern]) => names.some((name) => pattern.test(name))) ?? [];
  return { format, mediaType };
}

/** Of one that is cut off: the names before its first members. */
function firstNames(head: string): string[] {
  return head
    .split('PK\x03\x04')
    .slice(1)
    .map((member) => {
      const length = member.charCodeAt(22) + 256 * member.charCodeAt(23);
      return member.slice(FIRST_NAME - 4, FIRST_NAME - 4 + length);
    });
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
export function sniff(bytes: Uint8Array, name: string, as?: Format): Sniffed {
  if (as !== undefined) return { format: as, mediaType: MEDIA_TYPES[as] ?? 'text/plain' };
  const head = latin1(bytes.subarray(0, HEAD));
  const known = byArchive(bytes, head) ?? byContainer(bytes, head) ?? bySignature(head, MAGIC);
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

/** What containers are, and the entries that come out of them. */
const MEDIA_TYPES: Partial<Readonly<Record<Format, string>>> = {
  html: 'text/html',
  mail: 'message/rfc822',
  mbox: 'application/mbox',
  mhtml: 'multipart/related',
  zip: 'application/zip',
  wacz: 'application/wacz',
  warc: 'application/warc',
  telegram: 'application/json',
  'telegram-html': 'text/html',
  bookmarks: 'text/html',
  bookmark: 'text/html',
  addresses: 'text/csv',
  address: 'text/csv',
  csl: 'application/vnd.citationstyles.csl+json',
  'csl-item': 'application/vnd.citationstyles.csl+json',
  zotero: 'application/rdf+xml',
  'zotero-item': 'application/rdf+xml',
};

function container(format: Format): Sniffed {
  return { format, mediaType: MEDIA_TYPES[format] ?? 'application/octet-stream' };
}

/** Zips and web archives. */
function byArchive(bytes: Uint8Array, head: string): Sniffed | null {
  if (head.startsWith('WARC/1.')) return container('warc');
  if (head.startsWith('\x1f\x8b')) return beginsPacked(bytes, 'WARC/1.') ? container('warc') : null;
  if (!head.startsWith('PK\x03\x04') && !head.startsWith('PK\x05\x06')) return null;
  return byZip(bytes, head);
}

/** Whether gzip's first bytes unpack to `beginning`. */
function beginsPacked(bytes: Uint8Array, beginning: string): boolean {
  try {
    const unpacked = gunzipSync(bytes.subarray(0, 4_096), { finishFlush: constants.Z_SYNC_FLUSH });
    return latin1(unpacked.subarray(0, beginning.length)) === beginning;
  } catch {
    return false;
  }
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

/** A page saved as one file; a mail that is made of related parts has a sender. */
function isSavedPage(letter: string): boolean {
  const head = headLines(letter).join('\n');
  return (
    /^snapshot-content-location:/im.test(head) ||
    (/^mime-version:/im.test(head) && !/^(?:to|received|return-path|message-id):/im.test(head))
  );
}

/** Fields that the head of a mail holds; three of them are no accident. */
const MAIL_FIELDS =
  /^(?:from|to|cc|subject|date|message-id|received|return-path|mime-version|delivered-to|reply-to|dkim-signature|x-[\w-]+|content-type|in-reply-to|references|sender|user-agent)$/;
const MAIL_ONLY = /^(?:from|received|return-path|message-id|delivered-to)$/;

/** Mails, mailboxes and pages saved as one file, by the fields that they begin with. */
function byHead(letter: string, extension: string): Sniffed | null {
  if (MHTML_BEGINS.test(letter) && isSavedPage(letter)) return container('mhtml');
  if (/^From \S.*\r?\n>?[\w-]+:/.test(letter)) return container('mbox');
  const fields = headLines(letter).map((line) => line.slice(0, line.indexOf(':')).toLowerCase());
  const known = new Set(fields.filter((field) => MAIL_FIELDS.test(field)));
  const least = extension === 'eml' ? 1 : 3;
  const isMail = known.size >= least && fields.some((field) => MAIL_ONLY.test(field));
  return isMail ? container('mail') : null;
}

/** The fields that a text begins with, without folded lines; none when it begins with anything else. */
function headLines(letter: string): string[] {
  const [head = ''] = letter.split(/\r?\n\r?\n/, 1);
  const lines = head.split(/\r?\n/).filter((line) => !/^[ \t]/.test(line));
  // The last one may be cut off by the end of what is looked at.
  return lines.slice(0, -1).every((line) => /^[\w-]+:/.test(line))
    ? lines.filter((line) => line.includes(':'))
    : [];
}

const CSL_TYPE =
  /"type"\s*:\s*"(?:article|article-journal|article-magazine|article-newspaper|bill|book|broadcast|chapter|dataset|document|entry|entry-dictionary|entry-encyclopedia|event|figure|graphic|hearing|interview|legal_case|legislation|manuscript|map|motion_picture|musical_score|pamphlet|paper-conference|patent|performance|periodical|personal_communication|post|post-weblog|regulation|report|review|review-book|software|song|speech|standard|thesis|treaty|webpage)"/;
/** Zotero writes types that the format does not name; a key of its own makes up for the type. */
function isBibliography(head: string): boolean {
  if (CSL_TYPE.test(head) && /"id"\s*:/.test(head)) return true;
  return /"type"\s*:/.test(head) && /"(?:date-parts|citation-key|container-title)"\s*:/.test(head);
}

const CHAT_TYPE =
  /"type"\s*:\s*"(?:personal_chat|bot_chat|saved_messages|verify_codes|replies|(?:private|public)_(?:group|supergroup|channel))"/;

/** Lists of what is to be collected, and exported conversations. */
function byList(head: string, extension: string): Sniffed | null {
  if (/^\s*<!doctype netscape-bookmark-file-1>/i.test(head)) return container('bookmarks');
  if (head.includes('class="page_body chat_page"') && head.includes('class="history"'))
    return container('telegram-html');
  if (/^\s*\{/.test(head)) {
    if (CHAT_TYPE.test(head) && /"messages"\s*:\s*\[/.test(head)) return container('telegram');
    if (/"chats"\s*:\s*\{/.test(head) && /"list"\s*:\s*\[/.test(head)) return container('telegram');
    if (isWholeExport(head)) return container('telegram');
  }
  if (/^\s*\[\s*\{/.test(head) && isBibliography(head)) return container('csl');
  if (/<rdf:RDF\b[^>]*xmlns:z="http:\/\/www\.zotero\.org\/namespaces\/export#"/.test(head))
    return container('zotero');
  if (/^(?:csv|tsv)$/.test(extension) && /https?:\/\//i.test(head)) return container('addresses');
  return null;
}

/** Of all chats: contacts stand before them, and may be many. */
function isWholeExport(head: string): boolean {
  return (
    /^\s*\{\s*"about"\s*:\s*"[^"]{0,1000}Telegram/.test(head) &&
    /"(?:personal_information|contacts)"\s*:\s*\{/.test(head)
  );
}

function byWords(head: string, extension: string): Sniffed {
  const list = byHead(head.slice(0, 16_384), extension) ?? byList(head, extension);
  if (list) return list;
  const first = firstTag(head);
  const tag = head.slice(first, first + 100);
  if (PAGE_TAG.test(tag) || (PIECE_TAG.test(tag) && !MARKDOWN_NAMES.has(extension)))
    return { format: 'html', mediaType: 'text/html' };
  if (PAGE_NAMES.has(extension) && ANY_TAG.test(head))
    return { format: 'html', mediaType: 'text/html' };
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

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
