/** Reads RTF: its text in every code page that it may be written in, its notes, and its properties. */
import type { Hint, NoteCode, SourceDraft } from '../draft.ts';
import { draftOfDocument } from '../document-draft.ts';
import { DocumentWriter } from '../document-writer.ts';
import { toLabel } from '../encoding-label.ts';
import { Readings } from '../readings.ts';
import { RtfReader } from '../rtf/reader.ts';

const METHOD = { name: 'kuferak-rtf', version: '1' };

export function readRtf(bytes: Uint8Array, hint: Hint, mediaType: string): SourceDraft {
  const writer = new DocumentWriter();
  const readings = new Readings();
  readings.add('address', hint.address, 'given');
  const notes = new Set<NoteCode>();
  const label = hint.encoding === undefined ? null : toLabel(hint.encoding);
  const reader = new RtfReader(writer, readings, notes, label);
  if (!reader.read(bytes)) notes.add('document-damaged');
  const encoding = label === null ? null : { label, guessed: false };
  return draftOfDocument({ hint, mediaType, method: METHOD, writer, readings, notes, encoding });
}
