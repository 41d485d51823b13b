/** Reads a PDF: the text of its pages with their numbers, where each line stands, and what it says about itself. */
import { limits } from '../../model/index.ts';
import type { Hint, NoteCode, SourceDraft } from '../draft.ts';
import { chooseAuthors } from '../html/authors.ts';
import { isLegible } from '../pdf/legible.ts';
import { openPdf } from '../pdf/open.ts';
import { readPdfMetadata, titleOfPdf } from '../pdf/metadata.ts';
import { textOfPdf } from '../pdf/text.ts';
import { Readings } from '../readings.ts';
import { firstHeading, textOf } from '../text-of.ts';
import { chooseTitle, firstWords } from '../title.ts';
import { keepAsFile } from './file.ts';

const METHOD = { name: 'kuferak-pdf', version: '1' };

export async function readPdf(
  bytes: Uint8Array,
  hint: Hint,
  mediaType: string,
): Promise<SourceDraft> {
  const opened = await openPdf(bytes, { pictures: false });
  if (!opened.ok) return keepAsFile(hint, mediaType, [opened.error.code]);
  const document = opened.value;
  try {
    const readings = new Readings();
    readings.add('address', hint.address, hint.by ?? 'given');
    readings.add('captured', hint.captured, hint.by ?? 'given');
    await readPdfMetadata(document, readings);
    const { written, layout, empty, broken, overflow, remarks } = await textOfPdf(document);
    const text = textOf(written, readings);
    const notes: NoteCode[] = [];
    if (broken > 0) notes.push('document-damaged');
    if (document.numPages > limits.pages) notes.push('pages-not-read');
    if (overflow) notes.push('text-too-long');
    if (remarks) notes.push('comments-left-out');
    if (empty > broken) notes.push('pages-without-text');
    const legible = isLegible(written.text);
    if (!legible) notes.push('letters-unclear');
    return {
      kind: 'text',
      title: chooseTitle(
        [
          titleOfPdf(readings),
          ...(legible ? [firstHeading(written), firstWords(written.text)] : []),
        ],
        hint.name,
      ),
      mediaType,
      text,
      textMethod: METHOD,
      encoding: null,
      image: null,
      metadata: readings.toMetadata(chooseAuthors(readings)),
      saved: null,
      notes,
      pages: { count: document.numPages, withoutText: empty },
      ...(text !== null && { layout }),
    };
  } finally {
    await document.loadingTask.destroy();
  }
}
