/** Finds the article in a page: which element holds it, and what inside of it does not belong to it. */
import { Readability } from '@mozilla/readability';

export interface Article {
  readonly root: Element;
  readonly dropped: ReadonlySet<Element>;
  /** Nothing was recognised: `root` is the whole page. */
  readonly whole: boolean;
}

const MARK = 'data-kuferak';

export function findArticle(document: Document): Article {
  const elements = [...document.querySelectorAll('body *')];
  elements.forEach((element, index) => element.setAttribute(MARK, String(index)));
  const clone = document.cloneNode(true) as Document;
  const chosen = new Readability<Element>(clone, {
    serializer: (node) => node as Element,
  }).parse()?.content;
  if (!chosen) return { root: document.body, dropped: new Set(), whole: true };
  const kept = new Set<Element>();
  for (const copy of chosen.querySelectorAll(`[${MARK}]`)) {
    const element = elements[Number(copy.getAttribute(MARK))];
    if (element) kept.add(element);
  }
  const held = new Set<Element>();
  for (const element of kept)
    for (let up: Element | null = element; up && !held.has(up); up = up.parentElement) held.add(up);
  const dropped = new Set(elements.filter((element) => !held.has(element)));
  return { root: document.body, dropped, whole: false };
}
