/** Finds the article in a page: which element holds it, and what inside of it does not belong to it. */
import { judge, type Verdict } from './clutter.ts';
import { isLabel } from './labels.ts';
import { type Part, weigh } from './parts.ts';
import { isSilent } from './tags.ts';

export interface Article {
  readonly root: Element;
  readonly dropped: ReadonlySet<Element>;
  /** Nothing was recognised: `root` is the whole page. */
  readonly whole: boolean;
}

type Parts = ReadonlyMap<Element, Part>;

/** Share of a page's prose that a part may hold and still be dropped on its name. */
const MOST: Readonly<Record<Exclude<Verdict, null>, number>> = {
  clutter: 0.4,
  linked: 0.3,
  comments: 0.8,
  consent: 0.95,
  hidden: 0.2,
};
/** Share of links that makes a part clutter which is called so doubtfully. */
const LINKED = 0.3;
/** Share of the prose of an element that its child must hold to stand for it. */
const HOLDS = 0.9;

export function findArticle(document: Document): Article {
  const { body } = document;
  const dropped = new Set<Element>();
  dropClutter(body, weigh(body, dropped), dropped);
  const parts = weigh(body, dropped);
  const core = descend(body, parts);
  dropLinks(core, parts, dropped);
  const root = widen(core, parts, dropped);
  dropLabels(root, dropped);
  dropEmptyHeadings(root, dropped);
  return { root, dropped, whole: root === body };
}

function dropClutter(root: Element, parts: Parts, dropped: Set<Element>): void {
  const all = parts.get(root)?.prose ?? 0;
  const visit = (parent: Element) => {
    for (const child of parent.children) {
      const part = parts.get(child);
      if (!part) continue;
      const verdict = judge(child);
      if (verdict !== null && isSmall(verdict, part, all)) dropped.add(child);
      else visit(child);
    }
  };
  visit(root);
}

function isSmall(verdict: Exclude<Verdict, null>, part: Part, all: number): boolean {
  if (verdict === 'linked' && part.linked < part.letters * LINKED) return false;
  return part.prose <= all * MOST[verdict];
}

const NO_ROOT = /^(?:P|LI|TR|TABLE|BLOCKQUOTE|UL|OL|PRE|TBODY|A|SPAN|FONT|B|I|STRONG|EM)$/;

function descend(body: Element, parts: Parts): Element {
  let root = body;
  for (;;) {
    const prose = parts.get(root)?.prose ?? 0;
    if (prose === 0) return root;
    const next = [...root.children].find(
      (child) => (parts.get(child)?.prose ?? 0) >= prose * HOLDS,
    );
    if (!next || NO_ROOT.test(next.tagName)) return root;
    root = next;
  }
}

/** Levels above the core at which a lead may stand. */
const LEVELS = 6;

/** The heading and the lead often stand before the element that holds the body: takes them in, and little else. */
function widen(core: Element, parts: Parts, dropped: Set<Element>): Element {
  const heading = core.ownerDocument.querySelector('h1');
  const scope = scopeOf(core, heading);
  const enough = Math.max(300, (parts.get(core)?.prose ?? 0) / 10);
  for (let inner = core; inner !== scope && inner.parentElement; inner = inner.parentElement) {
    let before = true;
    for (const sibling of inner.parentElement.children) {
      if (sibling === inner) before = false;
      else if (!dropped.has(sibling)) dropBeside(sibling, before ? 0 : enough, parts, dropped);
    }
  }
  return scope;
}

function scopeOf(core: Element, heading: Element | null): Element {
  if (heading && !core.contains(heading)) {
    let scope: Element = core;
    for (let level = 0; level < LEVELS && scope.parentElement; level++) {
      scope = scope.parentElement;
      if (scope.contains(heading)) return scope;
    }
  }
  return core;
}

/** Of what stands beside the article, only prose and the title are kept. */
function dropBeside(element: Element, enough: number, parts: Parts, dropped: Set<Element>): void {
  const part = parts.get(element);
  if (!part) return;
  if (element.tagName === 'H1') return;
  const told = part.prose * 2 >= part.letters && part.linked * 3 < part.letters;
  if (told && part.prose >= enough) return;
  if (part.prose === 0 && element.querySelector('h1') === null) {
    dropped.add(element);
    return;
  }
  if (element.children.length === 0) dropped.add(element);
  for (const child of element.children) dropBeside(child, enough, parts, dropped);
}

const MAY_BE_LINKS =
  /^(?:DIV|SECTION|UL|OL|DL|TABLE|TR|TD|LI|P|HEADER|FIGURE|H[1-6]|DD|DT|FORM|CENTER|ARTICLE)$/;

function dropLinks(root: Element, parts: Parts, dropped: Set<Element>): void {
  const all = parts.get(root)?.prose ?? 0;
  const visit = (parent: Element) => {
    for (const child of parent.children) {
      const part = parts.get(child);
      if (!part || dropped.has(child)) continue;
      if (MAY_BE_LINKS.test(child.tagName) && isMadeOfLinks(child, part) && part.prose <= all / 3)
        dropped.add(child);
      else visit(child);
    }
  };
  visit(root);
}

function isMadeOfLinks(element: Element, part: Part): boolean {
  if (part.letters === 0 || element.tagName === 'TD') return false;
  const share = part.linked / part.letters;
  if (/^(?:P|H[1-6]|LI)$/.test(element.tagName)) return share > 0.9 && part.prose === 0;
  return share > 0.6 && part.prose < part.letters / 3;
}

/** Lines that only lead elsewhere, and headings under which nothing is left. */
function dropLabels(root: Element, dropped: Set<Element>): void {
  for (const element of root.querySelectorAll('p, h1, h2, h3, h4, h5, h6, div, li, span, strong'))
    if (isLabel(element)) dropped.add(element);
}

/** A heading goes when what stood under it went, or when nothing comes after it. */
function dropEmptyHeadings(root: Element, dropped: Set<Element>): void {
  const seen: { heading: Element | null; gap: boolean } = { heading: null, gap: false };
  const visit = (parent: Element) => {
    for (let node = parent.firstChild; node !== null; node = node.nextSibling) {
      if (node.nodeType === 3 && (node.nodeValue ?? '').trim() !== '') seen.heading = null;
      if (node.nodeType !== 1) continue;
      const element = node as Element;
      if (isSilent(element.tagName)) continue;
      if (dropped.has(element)) seen.gap = true;
      else if (!/^H[1-6]$/.test(element.tagName)) visit(element);
      else {
        const { heading, gap } = seen;
        if (heading !== null && gap && element.tagName <= heading.tagName) dropped.add(heading);
        seen.heading = element;
        seen.gap = false;
      }
    }
  };
  visit(root);
  if (seen.heading !== null) dropped.add(seen.heading);
}
