/** Reads a Word document: its text as it stands after all tracked changes, its notes, and its properties. */
import type { Hint, NoteCode, SourceDraft } from '../draft.ts';
import { draftOfDocument } from '../document-draft.ts';
import { DocumentWriter } from '../document-writer.ts';
import { DocxBody } from '../office/docx-body.ts';
import { DocxStyles } from '../office/docx-styles.ts';
import { inPackage } from '../package/paths.ts';
import { xmlIn } from '../package/read-xml.ts';
import { openPackage, type Package } from '../package/open-package.ts';
import { childOf, childrenOf, findAll, parseXml, textIn, type XmlElement } from '../package/xml.ts';
import { Readings } from '../readings.ts';
import { keepAsFile } from './file.ts';

const METHOD = { name: 'kuferak-docx', version: '1' };

const CORE: readonly (readonly [Parameters<Readings['add']>[0], string])[] = [
  ['title', 'dc:title'],
  ['author', 'dc:creator'],
  ['description', 'dc:description'],
  ['description', 'dc:subject'],
  ['language', 'dc:language'],
  ['created', 'dcterms:created'],
  ['modified', 'dcterms:modified'],
];

export async function readDocx(
  bytes: Uint8Array,
  hint: Hint,
  mediaType: string,
): Promise<SourceDraft> {
  const opened = await openPackage(bytes);
  if (!opened.ok) return keepAsFile(hint, mediaType, [opened.error.code]);
  const file = opened.value;
  const main = await mainPart(file);
  const document = await file.read(main);
  if (!document.ok) return keepAsFile(hint, mediaType, [document.error.code]);
  const body = bodyOf(document.value);
  if (!body) return keepAsFile(hint, mediaType, ['document-damaged']);
  const relations = await relationsOf(file, main);
  const of = (type: string) => relations.filter((relation) => relation.type === type);
  const root = async (type: string) => {
    const [first] = of(type);
    return first ? xmlIn(file, first.target) : null;
  };
  const told = new Set<NoteCode>();
  const writer = new DocumentWriter();
  const parts = {
    styles: new DocxStyles(await root('styles')),
    links: new Map(of('hyperlink').map(({ id, target }) => [id, target])),
    notes: new Map([
      ...notesOf(await root('footnotes'), 'footnote'),
      ...notesOf(await root('endnotes'), 'endnote'),
    ]),
  };
  const writing = new DocxBody(writer, parts, told);
  for (const edge of await edgesOf(file, of('header'))) writing.writeAs(edge, 'caption');
  writing.write(body);
  for (const edge of await edgesOf(file, of('footer'))) writing.writeAs(edge, 'caption');
  const readings = new Readings();
  readings.add('address', hint.address, 'given');
  await readProperties(file, readings);
  return draftOfDocument({ hint, mediaType, method: METHOD, writer, readings, notes: told });
}

interface Relation {
  readonly id: string;
  /** The last word of its type: `styles`, `hyperlink` … */
  readonly type: string;
  /** A name in the package, or an address outside of it. */
  readonly target: string;
}

async function mainPart(file: Package): Promise<string> {
  const relations = await relationsOf(file, '');
  return relations.find(({ type }) => type === 'officeDocument')?.target ?? 'word/document.xml';
}

/** What a part of the package refers to. */
async function relationsOf(file: Package, part: string): Promise<Relation[]> {
  const folder = part.replace(/[^/]*$/, '');
  const root = await xmlIn(file, `${folder}_rels/${part.slice(folder.length)}.rels`);
  return (root ? childrenOf(root) : []).map(({ attributes }) => {
    const target = attributes.get('Target') ?? '';
    const outside = attributes.get('TargetMode') === 'External';
    return {
      id: attributes.get('Id') ?? '',
      type: /[^/]*$/.exec(attributes.get('Type') ?? '')?.[0] ?? '',
      target: outside ? target : inPackage(folder, target),
    };
  });
}

function bodyOf(bytes: Uint8Array | null): XmlElement | undefined {
  const root = bytes === null ? null : parseXml(bytes);
  return root ? childOf(root, 'w:body') : undefined;
}

/** Without the lines that part notes from the text. */
function notesOf(root: XmlElement | null, name: string): [string, XmlElement][] {
  return (root ? childrenOf(root, `w:${name}`) : [])
    .filter(({ attributes }) => /^(?:normal)?$/.test(attributes.get('w:type') ?? ''))
    .map((note) => [`${name} ${note.attributes.get('w:id') ?? ''}`, note]);
}

/** Headers or footers that say something, each text once: a letterhead stands there. */
async function edgesOf(file: Package, relations: readonly Relation[]): Promise<XmlElement[]> {
  const edges = new Map<string, XmlElement>();
  for (const { target } of relations.slice(0, 20)) {
    const root = await xmlIn(file, target);
    const words = (root ? findAll(root, 'w:t') : [])
      .map((part) => textIn(part))
      .join('')
      .trim();
    if (root && /\p{L}{2}/u.test(words) && !edges.has(words)) edges.set(words, root);
  }
  return [...edges.values()];
}

async function readProperties(file: Package, readings: Readings): Promise<void> {
  const core = await xmlIn(file, 'docProps/core.xml');
  for (const [field, name] of CORE)
    readings.add(
      field,
      core && childOf(core, name) && textIn(childOf(core, name) ?? ''),
      `core:${name}`,
    );
  const app = await xmlIn(file, 'docProps/app.xml');
  const program = app && childOf(app, 'Application');
  readings.add('software', program && textIn(program), 'app:Application');
}
