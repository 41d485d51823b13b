/**
 * Markup to a tree, with nothing alive in it: a document of `DOMParser` has no window of its own, so that no
 * script runs, no style is computed and nothing is loaded.
 */
import { JSDOM } from 'jsdom';

const { DOMParser } = new JSDOM('').window;

export function parsePage(markup: string): Document {
  return new DOMParser().parseFromString(markup, 'text/html');
}

/** For the XML inside of other formats; `null` when it is not well-formed. */
export function parseXml(markup: string): Document | null {
  const document = new DOMParser().parseFromString(markup, 'text/xml');
  return document.getElementsByTagName('parsererror').length > 0 ? null : document;
}
