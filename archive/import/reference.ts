/**
 * A reference: something that is still to be collected. Its original is the entry of the list that names it; its
 * text is what the entry says, so that it is found by it.
 */
import { DocumentWriter } from './document-writer.ts';
import type { Hint, NoteCode, SourceDraft } from './draft.ts';
import type { Readings } from './readings.ts';
import { textOf } from './text-of.ts';
import { chooseTitle } from './title.ts';

export interface Entry {
  readonly title: string | null;
  /** Lines below the title, as the entry says them. */
  readonly lines: readonly string[];
  readonly authors: readonly string[];
  readonly readings: Readings;
  readonly method: string;
  readonly notes?: readonly NoteCode[];
}

export function makeReference(
  { title, lines, authors, readings, method, notes = [] }: Entry,
  hint: Hint,
  mediaType: string,
): SourceDraft {
  const metadata = readings.toMetadata(authors);
  const chosen = chooseTitle([title, metadata.address], hint.name);
  const writer = new DocumentWriter();
  writer.open('heading', 1);
  writer.write(chosen);
  for (const line of lines) {
    writer.open('paragraph');
    writer.write(line);
  }
  return {
    kind: 'reference',
    title: chosen,
    mediaType,
    text: textOf(writer.finish(), readings),
    textMethod: { name: method, version: '1' },
    encoding: null,
    image: null,
    metadata,
    saved: null,
    notes,
  };
}
