/** Keeps what is not read: the bytes as they are, and a plain note that says why. */
import type { Hint, NoteCode, SourceDraft } from '../draft.ts';
import { Readings } from '../readings.ts';
import { titleOfName } from '../title.ts';

const METHOD = { name: 'kuferak-file', version: '1' };

export function keepAsFile(hint: Hint, mediaType: string, notes: readonly NoteCode[]): SourceDraft {
  const readings = new Readings();
  readings.add('address', hint.address, hint.by ?? 'given');
  return {
    kind: 'file',
    title: titleOfName(hint.name),
    mediaType,
    text: null,
    textMethod: METHOD,
    encoding: null,
    image: null,
    metadata: readings.toMetadata([]),
    saved: null,
    notes,
  };
}
