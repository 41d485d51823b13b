/** Reads a book as EPUB: its chapters in their order, and what it says about itself. */
import type { Hint, NoteCode, SourceDraft } from '../draft.ts';
import { draftOfDocument } from '../document-draft.ts';
import { DocumentWriter } from '../document-writer.ts';
import { decode } from '../encoding.ts';
import { parsePage } from '../html/parse.ts';
import { Walker } from '../html/walk.ts';
import { xmlIn } from '../package/read-xml.ts';
import { openPackage, type Package } from '../package/open-package.ts';
import { childOf, childrenOf, findAll, textIn, type XmlElement } from '../package/xml.ts';
import { Readings } from '../readings.ts';
import { keepAsFile } from './file.ts';
import { inPackage } from '../package/paths.ts';

const METHOD = { name: 'kuferak-epub', version: '1' };

const META: readonly (readonly [Parameters<Readings['add']>[0], string])[] = [
  ['title', 'dc:title'],
  ['author', 'dc:creator'],
  ['publisher', 'dc:publisher'],
  ['published', 'dc:date'],
  ['language', 'dc:language'],
  ['licence', 'dc:rights'],
  ['description', 'dc:description'],
  ['address', 'dc:source'],
  ['address', 'dc:identifier'],
];

export async function readEpub(
  bytes: Uint8Array,
  hint: Hint,
  mediaType: string,
): Promise<SourceDraft> {
  const opened = await openPackage(bytes);
  if (!opened.ok) return keepAsFile(hint, mediaType, [opened.error.code]);
  const file = opened.value;
  const container = await xmlIn(file, 'META-INF/container.xml');
  const [root] = container ? findAll(container, 'rootfile') : [];
  const path = root?.attributes.get('full-path') ?? '';
  const book = await xmlIn(file, path);
  if (!book) return keepAsFile(hint, mediaType, ['document-damaged']);
  const chapters = chaptersOf(book, path.replace(/[^/]*$/, ''));
  const sealed = await sealedFiles(file);
  if (chapters.some((chapter) => sealed.has(chapter)))
    return keepAsFile(hint, mediaType, ['needs-password']);
  const notes = new Set<NoteCode>();
  const writer = new DocumentWriter();
  for (const chapter of chapters) {
    if (writer.overflow) break;
    if (!(await writeChapter(file, chapter, writer))) notes.add('document-damaged');
  }
  const readings = new Readings();
  readings.add('address', hint.address, 'given');
  readMetadata(book, readings);
  return draftOfDocument({ hint, mediaType, method: METHOD, writer, readings, notes });
}

/** Names of the chapters in the order of reading. */
function chaptersOf(book: XmlElement, folder: string): string[] {
  const manifest = childOf(book, 'opf:manifest');
  const items = new Map(
    (manifest ? childrenOf(manifest, 'opf:item') : []).map(({ attributes }) => [
      attributes.get('id'),
      inPackage(folder, unescaped(attributes.get('href') ?? '')),
    ]),
  );
  const spine = childOf(book, 'opf:spine');
  const names = (spine ? childrenOf(spine, 'opf:itemref') : []).flatMap(
    ({ attributes }) => items.get(attributes.get('idref')) ?? [],
  );
  return [...new Set(names)];
}

function unescaped(reference: string): string {
  try {
    return decodeURIComponent(reference);
  } catch {
    return reference;
  }
}

/** Whether it could be read. */
async function writeChapter(file: Package, name: string, writer: DocumentWriter): Promise<boolean> {
  const bytes = await file.read(name);
  if (!bytes.ok || bytes.value === null) return false;
  const { text } = decode(bytes.value, undefined, true);
  const { body } = parsePage(asHtml(text));
  new Walker(writer, { base: null, dropped: new Set() }).walk(body);
  return true;
}

const EMPTY =
  /<((?!(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)\b)[a-z][\w-]*)((?:\s[^<>]{0,2000})?)\/>/gi;

/** In XHTML `<a id="x"/>` is empty; HTML would take it for the beginning of a link. */
function asHtml(markup: string): string {
  return markup.replaceAll(EMPTY, '<$1$2></$1>');
}

function readMetadata(book: XmlElement, readings: Readings): void {
  const metadata = childOf(book, 'opf:metadata');
  if (!metadata) return;
  const inner = [metadata, ...childrenOf(metadata)];
  for (const [field, name] of META)
    for (const parent of inner)
      for (const value of childrenOf(parent, name))
        readings.add(field, textIn(value), `epub:${name}`);
  for (const meta of childrenOf(metadata, 'opf:meta'))
    if (meta.attributes.get('property') === 'dcterms:modified')
      readings.add('modified', textIn(meta), 'epub:dcterms:modified');
}

/** Files that are encrypted; fonts often are, in a way that everybody can undo. */
async function sealedFiles(file: Package): Promise<ReadonlySet<string>> {
  const encryption = await xmlIn(file, 'META-INF/encryption.xml');
  const references = encryption ? findAll(encryption, 'CipherReference') : [];
  return new Set(references.map(({ attributes }) => unescaped(attributes.get('URI') ?? '')));
}
