/** Reads a page: its article as a text with structure, and what it says about itself. */
import { DocumentWriter, type Written } from '../document-writer.ts';
import type { Hint, NoteCode, SourceDraft } from '../draft.ts';
import { decode } from '../encoding.ts';
import { type Article, findArticle } from '../html/article.ts';
import { chooseAuthors } from '../html/authors.ts';
import { readMetadata } from '../html/metadata.ts';
import { parsePage } from '../html/parse.ts';
import { readSaved } from '../html/saved.ts';
import { Walker } from '../html/walk.ts';
import { Readings } from '../readings.ts';
import { firstHeading, textOf } from '../text-of.ts';
import { chooseTitle, firstWords } from '../title.ts';

const METHOD = { name: 'kuferak-html', version: '1' };

export function readHtml(bytes: Uint8Array, hint: Hint, mediaType: string): SourceDraft {
  const { text: markup, encoding, unreadable } = decode(bytes, hint.encoding, true);
  const notes: NoteCode[] = [];
  if (encoding.guessed) notes.push('encoding-guessed');
  if (unreadable) notes.push('characters-unreadable');
  const document = parsePage(markup);
  const readings = new Readings();
  const saved = readSaved(markup);
  readings.add('address', hint.address, hint.by ?? 'given');
  readings.add('address', saved?.address, 'saved');
  readings.add('captured', hint.captured, hint.by ?? 'given');
  readings.add('captured', saved?.at, 'saved');
  readMetadata(document, readings);
  const base = readings.address();
  const written = readArticle(document, base, notes);
  const title = chooseTitle(
    [titleOf(readings, firstHeading(written)), firstHeading(written), firstWords(written.text)],
    hint.name,
  );
  return {
    kind: 'page',
    title,
    mediaType,
    text: textOf(written, readings),
    textMethod: METHOD,
    encoding,
    image: null,
    metadata: readings.toMetadata(chooseAuthors(readings)),
    saved,
    notes,
  };
}

function readArticle(document: Document, base: string | null, notes: NoteCode[]): Written {
  const article = findArticle(document);
  let written = write(article, base);
  let { whole } = article;
  if (written?.text === '') {
    // Nothing that looks like an article: then every word of the page counts.
    whole = true;
    written = write({ root: document.body, dropped: new Set() }, base);
  }
  if (written === null) notes.push('text-too-long');
  else if (written.text === '') notes.push(scriptsOnly(document) ? 'script-only-page' : 'no-text');
  else if (whole) notes.push('whole-page');
  return written ?? { text: '', blocks: [], spans: [], places: [] };
}

/** `null` when the text outgrows the limits. */
function write(part: Pick<Article, 'root' | 'dropped'>, base: string | null): Written | null {
  const writer = new DocumentWriter();
  new Walker(writer, { base, dropped: part.dropped }).walk(part.root);
  const written = writer.finish();
  return writer.overflow ? null : written;
}

/**
 * The heading of the article is the better title where the window's title holds it among other things, such as the
 * site's name; and where another reading confirms it while the strongest one says something else altogether (some
 * pages put a description where their headline should stand).
 */
function titleOf(readings: Readings, heading: string | null): string | null {
  const [strongest, ...others] = readings.all('title');
  if (strongest === undefined || heading === null) return strongest?.value ?? null;
  const wanted = heading.toLowerCase();
  const holds = ({ value }: { readonly value: string }) => value.toLowerCase().includes(wanted);
  if (strongest.from === 'title') return holds(strongest) ? heading : strongest.value;
  const apart = !holds(strongest) && !wanted.includes(strongest.value.toLowerCase());
  return apart && others.some(holds) ? heading : strongest.value;
}

function scriptsOnly(document: Document): boolean {
  return document.querySelector('script') !== null;
}
