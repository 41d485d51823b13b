/**
 * Reads plain text: paragraphs parted by blank lines. Lines are kept as they are, for a poem, a list or a table
 * of blanks cannot be told from wrapped prose without fail; only the sort of line end becomes one.
 */
import { DocumentWriter } from '../document-writer.ts';
import type { Hint, NoteCode, SourceDraft } from '../draft.ts';
import { decode } from '../encoding.ts';
import { Readings } from '../readings.ts';
import { textOf } from '../text-of.ts';
import { chooseTitle, firstWords } from '../title.ts';

const METHOD = { name: 'kuferak-text', version: '1' };

export function readText(bytes: Uint8Array, hint: Hint, mediaType: string): SourceDraft {
  const { text, encoding, unreadable } = decode(bytes, hint.encoding, false);
  const notes: NoteCode[] = [];
  if (encoding.guessed) notes.push('encoding-guessed');
  if (unreadable) notes.push('characters-unreadable');
  const writer = new DocumentWriter();
  writer.open('paragraph');
  writer.writeExactly(text);
  const written = writer.finish();
  if (writer.overflow) notes.push('text-too-long');
  else if (written.text === '') notes.push('no-text');
  const readings = new Readings();
  readings.add('address', hint.address, hint.by ?? 'given');
  return {
    kind: 'text',
    title: chooseTitle([firstLine(written.text)], hint.name),
    mediaType,
    text: writer.overflow ? null : textOf(written, null),
    textMethod: METHOD,
    encoding,
    image: null,
    metadata: readings.toMetadata([]),
    saved: null,
    notes,
  };
}

/** A first line that stands alone is a title; otherwise the first words are. */
function firstLine(text: string): string | null {
  const [paragraph = ''] = text.split('\n\n', 1);
  return paragraph.length <= 120 && !paragraph.includes('\n') ? paragraph : firstWords(text);
}
