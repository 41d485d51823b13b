/** XML to a small tree, strictly: no entities of its own, nothing from outside, bounded in size and depth. */
import { SaxesParser } from 'saxes';
import { limits } from '../../model/index.ts';
import { decode } from '../encoding.ts';

export interface XmlElement {
  /** With the prefix that we know its namespace by: `w:p`; of an unknown namespace the bare name. */
  readonly name: string;
  /** By such names. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
}
export type XmlNode = XmlElement | string;

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OPEN = 'urn:oasis:names:tc:opendocument:xmlns';

/** Namespaces by our own prefixes, whatever the file calls them. */
const PREFIXES: Readonly<Record<string, string>> = {
  [WORD]: 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/package/2006/metadata/core-properties': 'cp',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://purl.org/dc/terms/': 'dcterms',
  'http://www.w3.org/1999/xlink': 'xlink',
  'http://www.idpf.org/2007/opf': 'opf',
  [`${OPEN}:office:1.0`]: 'office',
  [`${OPEN}:text:1.0`]: 'text',
  [`${OPEN}:table:1.0`]: 'table',
  [`${OPEN}:drawing:1.0`]: 'draw',
  [`${OPEN}:style:1.0`]: 'style',
  [`${OPEN}:meta:1.0`]: 'meta',
  [`${OPEN}:manifest:1.0`]: 'manifest',
  [`${OPEN}:xsl-fo-compatible:1.0`]: 'fo',
};

interface Growing {
  readonly name: string;
  readonly attributes: Map<string, string>;
  readonly children: XmlNode[];
}

/** The root, or `null` when it is not well-formed, uses entities of its own, or outgrows the limits. */
export function parseXml(bytes: Uint8Array): XmlElement | null {
  const { text } = decode(bytes, undefined, true);
  const root: Growing = { name: '', attributes: new Map(), children: [] };
  const open: Growing[] = [root];
  let nodes = 0;
  const parser = new SaxesParser({ xmlns: true });
  const grow = (node: XmlNode) => {
    nodes++;
    if (nodes > limits.xmlNodes) throw new Error('larger than is read');
    open.at(-1)?.children.push(node);
  };
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ uri, local, attributes }) => {
    if (open.length > limits.xmlDepth) throw new Error('deeper than is read');
    const named = Object.values(attributes).map(
      (attribute) => [nameOf(attribute.uri, attribute.local), attribute.value] as const,
    );
    const element = { name: nameOf(uri, local), attributes: new Map(named), children: [] };
    grow(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (words) => {
    grow(words);
  });
  parser.on('cdata', (words) => {
    grow(words);
  });
  try {
    parser.write(text).close();
  } catch {
    return null;
  }
  return root.children.find(isElement) ?? null;
}

function nameOf(uri: string, local: string): string {
  const prefix = PREFIXES[uri];
  return prefix === undefined ? local : `${prefix}:${local}`;
}

export const isElement = (node: XmlNode): node is XmlElement => typeof node !== 'string';

export function childrenOf({ children }: XmlElement, name?: string): XmlElement[] {
  return children.filter(isElement).filter((child) => name === undefined || child.name === name);
}

/** The first child on each step of a path. */
export function childOf(element: XmlElement, ...path: readonly string[]): XmlElement | undefined {
  let found: XmlElement | undefined = element;
  for (const name of path) found = found && childrenOf(found, name)[0];
  return found;
}

/** Every element of that name in it, however deep. */
export function findAll(element: XmlElement, name: string): XmlElement[] {
  return childrenOf(element).flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...findAll(child, name),
  ]);
}

/** All letters in an element. */
export function textIn(node: XmlNode): string {
  return isElement(node) ? node.children.map((child) => textIn(child)).join('') : node;
}
