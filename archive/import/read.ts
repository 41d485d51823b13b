/** The registry: from what bytes are to who reads them. Runs inside the worker, and nowhere else but in tests. */
import type { Hint, SourceDraft } from './draft.ts';
import { keepAsFile } from './formats/file.ts';
import { isKeptUnread, keep } from './keep.ts';
import { type Format, sniff } from './sniff.ts';

type FormatReader = (
  bytes: Uint8Array,
  hint: Hint,
  mediaType: string,
) => SourceDraft | Promise<SourceDraft>;

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
};

/** Answers a draft for any bytes. What a reader throws on is kept as a file, with a note. */
export async function read(bytes: Uint8Array, hint: Hint): Promise<SourceDraft> {
  const sniffed = sniff(bytes, hint.name);
  const { format, mediaType } = sniffed;
  if (format === 'file' || isKeptUnread(bytes.length, sniffed))
    return keep(bytes.length, hint, sniffed);
  const reader = await readers[format]();
  try {
    return await reader(bytes, hint, mediaType);
  } catch {
    // What is nested too deeply to be parsed is still a text.
    if (format === 'markdown') return readPlainly(bytes, hint);
    return keepAsFile(hint, mediaType, ['reading-failed']);
  }
}

/** Reads the bytes as plain text, whatever they are. */
export async function readPlainly(bytes: Uint8Array, hint: Hint): Promise<SourceDraft> {
  const readText = await readers.text();
  return readText(bytes, hint, 'text/plain');
}
