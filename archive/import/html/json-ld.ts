/** Readings out of JSON-LD: schema.org articles, alone, in lists and in `@graph`. */
import type { Readings } from '../readings.ts';

type Node = Readonly<Record<string, unknown>>;

/** Nodes looked at in one page: enough for any honest one. */
const NODES = 2_000;
const ARTICLE =
  /(?:Article|NewsArticle|BlogPosting|Report|ReportageNewsArticle|LiveBlogPosting|SocialMediaPosting|CreativeWork|ScholarlyArticle|OpinionNewsArticle|AnalysisNewsArticle)$/;
const PAGE = /(?:WebPage|ItemPage|AboutPage|VideoObject|Recipe|Review|Book|Event)$/;

/** Reads every script of type `application/ld+json`; what is no JSON is passed over. */
export function readJsonLd(document: Document, readings: Readings): void {
  const nodes: Node[] = [];
  for (const script of document.querySelectorAll('script[type*="ld+json" i]'))
    collect(parse(script.textContent), nodes, 0);
  const byId = new Map<string, Node>();
  for (const node of nodes) {
    const id = node['@id'];
    if (typeof id === 'string' && typesOf(node) !== '') byId.set(id, node);
  }
  const strength = (node: Node) => (ARTICLE.test(typesOf(node)) ? 0 : 1);
  const telling = nodes
    .filter((node) => ARTICLE.test(typesOf(node)) || PAGE.test(typesOf(node)))
    .toSorted((a, b) => strength(a) - strength(b));
  for (const node of telling.slice(0, 20)) readNode(node, byId, readings);
}

function readNode(node: Node, byId: ReadonlyMap<string, Node>, readings: Readings): void {
  const article = ARTICLE.test(typesOf(node));
  const add = (field: Parameters<Readings['add']>[0], key: string, value: unknown) =>
    readings.add(field, value, `json-ld:${key}`);
  if (article) add('title', 'headline', textOf(node.headline) ?? textOf(node.name));
  for (const name of namesOf(node.author ?? node.creator, byId)) add('author', 'author', name);
  for (const name of namesOf(node.publisher, byId)) add('publisher', 'publisher', name);
  add('published', 'datePublished', textOf(node.datePublished));
  add('modified', 'dateModified', textOf(node.dateModified));
  add('language', 'inLanguage', textOf(node.inLanguage));
  add('licence', 'license', textOf(node.license) ?? namesOf(node.license, byId)[0]);
  add('description', 'description', textOf(node.description));
  const main = node.mainEntityOfPage;
  add('address', 'url', textOf(node.url) ?? textOf(main) ?? idOf(main));
}

function collect(value: unknown, nodes: Node[], depth: number): void {
  if (depth > 8 || nodes.length >= NODES) return;
  if (Array.isArray(value)) for (const part of value) collect(part, nodes, depth + 1);
  else if (isNode(value)) {
    nodes.push(value);
    for (const [key, part] of Object.entries(value))
      if (key === '@graph' || isNode(part) || Array.isArray(part)) collect(part, nodes, depth + 1);
  }
}

function parse(json: string): unknown {
  // Written by hand, it often stands in a comment or holds line ends inside of strings.
  const plain = json
    .trim()
    .replace(/^(?:<!--|\/\*<!\[CDATA\[\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\*\]\]>\*\/|\/\/\s*\]\]>|\]\]>)$/, '')
    .replace(/;\s*$/, '');
  try {
    return JSON.parse(plain);
  } catch {
    try {
      // eslint-disable-next-line no-control-regex -- they break JSON and mean nothing in it
      return JSON.parse(plain.replaceAll(/[\0-\x1f]+/g, ' '));
    } catch {
      return null;
    }
  }
}

function namesOf(value: unknown, byId: ReadonlyMap<string, Node>): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.slice(0, 50).flatMap((part) => namesOf(part, byId));
  if (!isNode(value)) return [];
  const name = textOf(value.name);
  if (name !== null) return [name];
  const meant = byId.get(idOf(value) ?? '');
  const meantName = meant === undefined ? null : textOf(meant.name);
  return meantName === null ? [] : [meantName];
}

function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return textOf(value[0]);
  if (isNode(value)) return textOf(value['@value'] ?? value.name);
  return null;
}

function idOf(value: unknown): string | null {
  const id = isNode(value) ? value['@id'] : null;
  return typeof id === 'string' ? id : null;
}

function typesOf(node: Node): string {
  const types = node['@type'];
  if (typeof types === 'string') return types;
  return Array.isArray(types) && typeof types[0] === 'string' ? types[0] : '';
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
