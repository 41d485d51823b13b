/** Reads PNG, JPEG, WebP, GIF, TIFF and HEIC: measures and metadata. Nothing is decoded to pixels here. */
import { limits, shownPictures } from '../../model/index.ts';
import type { Hint, NoteCode, SourceDraft } from '../draft.ts';
import { readFacts } from '../image/exif.ts';
import { measure } from '../image/measures.ts';
import { Readings } from '../readings.ts';
import { chooseTitle } from '../title.ts';

/** What a window can show. */
const SHOWN: ReadonlySet<string> = new Set(shownPictures);

const METHOD = { name: 'kuferak-image', version: '1' };

export async function readImage(
  bytes: Uint8Array,
  hint: Hint,
  mediaType: string,
): Promise<SourceDraft> {
  const measures = measure(bytes, mediaType);
  const readings = new Readings();
  readings.add('address', hint.address, hint.by ?? 'given');
  const facts = await readFacts(bytes, readings);
  const notes: NoteCode[] = [];
  if (measures?.whole !== true) notes.push('image-damaged');
  const pages = measures?.pages ?? 1;
  if (pages > 1) notes.push('several-pages');
  if (measures?.moving === true) notes.push('moving-picture');
  const tooLarge = measures !== null && measures.width * measures.height > limits.imagePixels;
  if (tooLarge) notes.push('image-too-large');
  const shown = measures !== null && !tooLarge;
  if (shown && !SHOWN.has(mediaType)) notes.push('image-not-shown');
  const metadata = readings.toMetadata(facts.authors);
  return {
    kind: shown ? 'image' : 'file',
    title: chooseTitle([facts.title], hint.name),
    mediaType,
    text: null,
    textMethod: METHOD,
    encoding: null,
    image: shown
      ? { width: measures.width, height: measures.height, orientation: facts.orientation }
      : null,
    ...(pages > 1 && { pages: { count: pages, withoutText: pages } }),
    metadata: { ...metadata, event: facts.taken },
    saved: null,
    notes,
  };
}
