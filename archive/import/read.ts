/** The registry: from what bytes are to who reads them. Runs inside the worker, and nowhere else but in tests. */
import type { Hint, SourceDraft } from './draft.ts';
import { keepAsFile } from './formats/file.ts';
import { isKeptUnread, keep } from './keep.ts';
import type { Unpacked } from './parts.ts';
import { type Format, sniff } from './sniff.ts';

type FormatReader = (
  bytes: Uint8Array,
  hint: Hint,
  mediaType: string,
) => SourceDraft | Unpacked | Promise<SourceDraft | Unpacked>;

/** Loaded when they are needed first: a photograph does not wait for the parser of pages. */
const readers: Readonly<Record<Exclude<Format, 'file'>, () => Promise<FormatReader>>> = {
  html: async () => (await import('./formats/html.ts')).readHtml,
  markdown: async () => (await import('./formats/markdown.ts')).readMarkdown,
  text: async () => (await import('./formats/text.ts')).readText,
  pdf: async () => (await import('./formats/pdf.ts')).readPdf,
  docx: async () => (await import('./formats/docx.ts')).readDocx,
  odt: async () => (await import('./formats/odt.ts')).readOdt,
  epub: async () => (await import('./formats/epub.ts')).readEpub,
  rtf: async () => (await import('./formats/rtf.ts')).readRtf,
  image: async () => (await import('./formats/image.ts')).readImage,
  mail: async () => (await import('./formats/mail.ts')).readMail,
  mbox: async () => (await import('./formats/mbox.ts')).readMbox,
  mhtml: async () => (await import('./formats/mhtml.ts')).readMhtml,
  zip: async () => (await import('./formats/zip.ts')).readZip,
  wacz: async () => (await import('./formats/wacz.ts')).readWacz,
  warc: async () => (await import('./formats/warc.ts')).readWarc,
  telegram: async () => (await import('./formats/telegram.ts')).readTelegram,
  'telegram-html': async () => (await import('./formats/telegram-html.ts')).readTelegramHtml,
  bookmarks: async () => (await import('./formats/bookmarks.ts')).readBookmarks,
  bookmark: async () => (await import('./formats/bookmarks.ts')).readBookmark,
  addresses: async () => (await import('./formats/addresses.ts')).readAddresses,
  address: async () => (await import('./formats/addresses.ts')).readAddress,
  csl: async () => (await import('./formats/csl.ts')).readCsl,
  'csl-item': async () => (await import('./formats/csl.ts')).readCslItem,
  zotero: async () => (await import('./formats/zotero.ts')).readZotero,
  'zotero-item': async () => (await import('./formats/zotero.ts')).readZoteroItem,
};

/** Answers a draft for any bytes, and the parts of a container. What a reader throws on is kept as a file, with a note. */
export async function open(bytes: Uint8Array, hint: Hint): Promise<Unpacked> {
  const sniffed = sniff(bytes, hint.name, hint.as);
  const { format, mediaType } = sniffed;
  if (format === 'file' || isKeptUnread(bytes.length, sniffed))
    return { draft: keep(bytes.length, hint, sniffed), parts: null };
  const reader = await readers[format]();
  try {
    const answer = await reader(bytes, hint, mediaType);
    return 'draft' in answer ? answer : { draft: answer, parts: null };
  } catch {
    // What is nested too deeply to be parsed is still a text.
    if (format === 'markdown') return { draft: await readPlainly(bytes, hint), parts: null };
    return { draft: keepAsFile(hint, mediaType, ['reading-failed']), parts: null };
  }
}

/** The draft alone. */
export async function read(bytes: Uint8Array, hint: Hint): Promise<SourceDraft> {
  return (await open(bytes, hint)).draft;
}

/** Reads the bytes as plain text, whatever they are. */
export async function readPlainly(bytes: Uint8Array, hint: Hint): Promise<SourceDraft> {
  const { readText } = await import('./formats/text.ts');
  return readText(bytes, hint, 'text/plain');
}
