/** Reads an OpenDocument text: its text as it stands after all tracked changes, its notes, and its properties. */
import type { Hint, NoteCode, SourceDraft } from '../draft.ts';
import { draftOfDocument } from '../document-draft.ts';
import { DocumentWriter } from '../document-writer.ts';
import { OdtBody } from '../office/odt-body.ts';
import { xmlIn } from '../package/read-xml.ts';
import { openPackage, type Package } from '../package/open-package.ts';
import { childOf, childrenOf, findAll, textIn } from '../package/xml.ts';
import { Readings } from '../readings.ts';
import { keepAsFile } from './file.ts';

const METHOD = { name: 'kuferak-odt', version: '1' };

const META: readonly (readonly [Parameters<Readings['add']>[0], string])[] = [
  ['title', 'dc:title'],
  ['author', 'meta:initial-creator'],
  ['author', 'dc:creator'],
  ['description', 'dc:description'],
  ['description', 'dc:subject'],
  ['language', 'dc:language'],
  ['created', 'meta:creation-date'],
  ['modified', 'dc:date'],
  ['software', 'meta:generator'],
];

export async function readOdt(
  bytes: Uint8Array,
  hint: Hint,
  mediaType: string,
): Promise<SourceDraft> {
  const opened = await openPackage(bytes);
  if (!opened.ok) return keepAsFile(hint, mediaType, [opened.error.code]);
  const file = opened.value;
  if (await isSealed(file)) return keepAsFile(hint, mediaType, ['needs-password']);
  const content = await xmlIn(file, 'content.xml');
  const body = content && childOf(content, 'office:body', 'office:text');
  if (!content || !body) return keepAsFile(hint, mediaType, ['document-damaged']);
  const common = await xmlIn(file, 'styles.xml');
  const told = new Set<NoteCode>();
  const writer = new DocumentWriter();
  const styles = [content, common].flatMap((root) => (root ? findAll(root, 'style:style') : []));
  const writing = new OdtBody(writer, styles, told);
  const edges = (name: string) =>
    (common ? findAll(common, name) : []).filter((edge) => /\p{L}{2}/u.test(textIn(edge)));
  for (const edge of edges('style:header')) writing.writeAs(edge, 'caption');
  writing.write(body);
  for (const edge of edges('style:footer')) writing.writeAs(edge, 'caption');
  const readings = new Readings();
  readings.add('address', hint.address, 'given');
  const meta = await xmlIn(file, 'meta.xml');
  const properties = meta && childOf(meta, 'office:meta');
  for (const [field, name] of META)
    for (const value of properties ? childrenOf(properties, name) : [])
      readings.add(field, textIn(value), `odf:${name}`);
  return draftOfDocument({ hint, mediaType, method: METHOD, writer, readings, notes: told });
}

async function isSealed(file: Package): Promise<boolean> {
  if (file.names.includes('encrypted-package')) return true;
  const manifest = await xmlIn(file, 'META-INF/manifest.xml');
  return manifest !== null && findAll(manifest, 'manifest:encryption-data').length > 0;
}
