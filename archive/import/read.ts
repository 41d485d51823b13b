/** The registry: from what bytes are to who reads them. Runs inside the worker, and nowhere else but in tests. */
import type { Hint, SourceDraft } from './draft.ts';
import { keepAsFile } from './formats/file.ts';
import { readHtml } from './formats/html.ts';
import { readImage } from './formats/image.ts';
import { readMarkdown } from './formats/markdown.ts';
import { readText } from './formats/text.ts';
import { isKeptUnread, keep } from './keep.ts';
import { type Format, sniff } from './sniff.ts';

type FormatReader = (bytes: Uint8Array, hint: Hint, mediaType: string) => SourceDraft;

const readers: Readonly<Record<Exclude<Format, 'file'>, FormatReader>> = {
  html: readHtml,
  markdown: readMarkdown,
  text: readText,
  image: readImage,
};

/** Answers a draft for any bytes. What a reader throws on is kept as a file, with a note. */
export function read(bytes: Uint8Array, hint: Hint): SourceDraft {
  const sniffed = sniff(bytes, hint.name);
  const { format, mediaType } = sniffed;
  if (format === 'file' || isKeptUnread(bytes.length, sniffed))
    return keep(bytes.length, hint, sniffed);
  try {
    return readers[format](bytes, hint, mediaType);
  } catch {
    // What is nested too deeply to be parsed is still a text.
    if (format === 'markdown') return readText(bytes, hint, mediaType);
    return keepAsFile(hint, mediaType, ['reading-failed']);
  }
}
