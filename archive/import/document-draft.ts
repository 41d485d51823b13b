/** The draft of a document that is a text: what its readers have in common. */
import type { Method } from '../model/index.ts';
import type { DocumentWriter } from './document-writer.ts';
import type { Hint, NoteCode, SourceDraft } from './draft.ts';
import { chooseAuthors } from './html/authors.ts';
import type { Readings } from './readings.ts';
import { firstHeading, textOf } from './text-of.ts';
import { chooseTitle, firstWords } from './title.ts';

interface ReadDocument {
  readonly hint: Hint;
  readonly mediaType: string;
  readonly method: Method;
  readonly writer: DocumentWriter;
  readonly readings: Readings;
  readonly notes: ReadonlySet<NoteCode>;
  readonly encoding?: SourceDraft['encoding'];
}

/** A text that outgrew the limits is cut at the block that did. */
export function draftOfDocument(read: ReadDocument): SourceDraft {
  const { hint, mediaType, method, writer, readings, encoding = null } = read;
  const written = writer.finish();
  const notes = [...read.notes];
  if (writer.overflow) notes.push('text-too-long');
  else if (written.text === '') notes.push('no-text');
  return {
    kind: 'text',
    title: chooseTitle(
      [readings.first('title'), firstHeading(written), firstWords(written.text)],
      hint.name,
    ),
    mediaType,
    text: textOf(written, readings),
    textMethod: method,
    encoding,
    image: null,
    metadata: readings.toMetadata(chooseAuthors(readings)),
    saved: null,
    notes,
  };
}
