/** What an index is made of, and these parts as one run of bytes and back. */
import { ok, type Result } from '../lib/result.ts';
import { Dictionary } from './dictionary.ts';
import type { SearchDocument } from './document.ts';
import { Postings } from './postings.ts';
import { Shelf, type TextOf } from './shelf.ts';
import { type Part, readSnapshot, writeSnapshot } from './snapshot.ts';

export interface IndexParts {
  readonly dictionary: Dictionary;
  readonly postings: Postings;
  readonly shelf: Shelf;
}

/** What is kept beside the arrays. */
interface Facts {
  readonly written: readonly string[];
  readonly documents: readonly SearchDocument[];
}

/** They must have been compacted. */
export function saveParts({ dictionary, postings, shelf }: IndexParts): Uint8Array {
  const words = dictionary.parts();
  const { documents, ...places } = shelf.parts();
  const [start, passages, how] = postings.parts();
  const parts = new Map<string, Part>([
    ['firstEntry', words.firstEntry],
    ['met', words.met],
    ['entryWord', words.entryWord],
    ['entryStart', words.entryStart],
    ['codes', words.codes],
    ['trigramStart', words.trigrams[0]],
    ['trigramList', words.trigrams[1]],
    ['headStart', words.heads[0]],
    ['headList', words.heads[1]],
    ['skeletonStart', words.skeletons[0]],
    ['skeletonList', words.skeletons[1]],
    ['stemStart', words.stems[0]],
    ['stemList', words.stems[1]],
    ['forwards', words.orders[0]],
    ['backwards', words.orders[1]],
    ['start', start],
    ['passages', passages],
    ['how', how],
    ['firstPassage', places.firstPassage],
    ['passageDocument', places.passageDocument],
    ['passageStart', places.passageStart],
    ['passageWords', places.passageWords],
  ]);
  return writeSnapshot(parts, { written: words.written, documents } satisfies Facts);
}

export function loadParts(
  bytes: Uint8Array,
  textOf: TextOf | undefined,
): Result<IndexParts, 'index-damaged' | 'index-too-new'> {
  const read = readSnapshot(bytes);
  if (!read.ok) return read;
  const { facts, bytes: part, numbers } = read.value;
  const { written, documents } = facts as Facts;
  const dictionary = Dictionary.from({
    written,
    firstEntry: numbers('firstEntry'),
    met: part('met'),
    entryWord: numbers('entryWord'),
    entryStart: numbers('entryStart'),
    codes: part('codes'),
    trigrams: [numbers('trigramStart'), numbers('trigramList')],
    heads: [numbers('headStart'), numbers('headList')],
    skeletons: [numbers('skeletonStart'), numbers('skeletonList')],
    stems: [numbers('stemStart'), numbers('stemList')],
    orders: [numbers('forwards'), numbers('backwards')],
  });
  const postings = Postings.from(numbers('start'), numbers('passages'), part('how'));
  const shelf = Shelf.from(
    {
      documents,
      firstPassage: numbers('firstPassage'),
      passageDocument: numbers('passageDocument'),
      passageStart: numbers('passageStart'),
      passageWords: numbers('passageWords'),
    },
    textOf,
  );
  return ok({ dictionary, postings, shelf });
}
