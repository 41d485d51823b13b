/** What is kept without being read: too large for its format, or of a format that nothing here reads. */
import { limits } from '../model/index.ts';
import type { Hint, NoteCode, SourceDraft } from './draft.ts';
import { keepAsFile } from './formats/file.ts';
import { type Format, promisedBy, SEALED_OFFICE, type Sniffed } from './sniff.ts';

const STREAMED: ReadonlySet<Format> = new Set(['zip', 'wacz', 'warc', 'mbox']);
const DOCUMENTS: ReadonlySet<Format> = new Set(['pdf', 'docx', 'odt', 'epub', 'rtf']);

/** Whether reading needs the worker at all. */
export function isKeptUnread(size: number, sniffed: Sniffed): boolean {
  return sniffed.format === 'file' || tooLarge(size, sniffed.format);
}

/** The draft of what is not parsed: by its size, or because nothing here reads its format. */
export function keep(size: number, hint: Hint, { format, mediaType }: Sniffed): SourceDraft {
  return keepAsFile(hint, mediaType, [whyKept(size, hint, format, mediaType)]);
}

function whyKept(size: number, hint: Hint, format: Format, mediaType: string): NoteCode {
  if (format !== 'file' && tooLarge(size, format)) return 'too-large-to-read';
  if (mediaType === SEALED_OFFICE) return 'needs-password';
  const promised = promisedBy(hint.name);
  if (promised === 'page') return 'binary-named-html';
  if (promised === 'text') return 'binary-named-text';
  if (promised === 'image' && !mediaType.startsWith('image/')) return 'not-an-image';
  return mediaType === 'application/octet-stream' ? 'format-unknown' : 'format-not-read';
}

function tooLarge(size: number, format: Format): boolean {
  return size > parsedWithin(format);
}

/** Bytes up to which a format is parsed. What is read piece by piece may be as large as any original. */
function parsedWithin(format: Format): number {
  if (format === 'image') return limits.imageBytes;
  if (format === 'mail' || format === 'telegram') return limits.mailBytes;
  if (DOCUMENTS.has(format)) return limits.documentBytes;
  return STREAMED.has(format) ? limits.originalBytes : limits.parsedBytes;
}
