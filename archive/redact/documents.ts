/** Names taken out of a readable text, with everything that stands at places of it. */
import type { TextAnchor, TextDocument } from '../model/index.ts';
import type { Edited } from './edited.ts';
import type { Redactor } from './redactor.ts';

export function moveDocument(document: TextDocument, edited: Edited): TextDocument {
  if (!edited.changed) return document;
  const move = <T extends { readonly start: number; readonly end: number }>(part: T): T => ({
    ...part,
    start: edited.start(part.start),
    end: edited.end(part.end),
  });
  return {
    ...document,
    text: edited.text,
    blocks: document.blocks.map(move),
    spans: document.spans.map(move),
  };
}

/** A passage that stood in the text stands in the redacted text too; another is redacted by itself. */
export function moveAnchor(
  anchor: TextAnchor,
  text: TextDocument | null,
  edited: Edited | null,
  redactor: Redactor,
): TextAnchor {
  const around = { prefix: '', suffix: '' };
  if (!text || !edited || text.text.slice(anchor.start, anchor.end) !== anchor.exact)
    return { ...anchor, ...around, exact: redactor.text(anchor.exact) };
  const start = edited.start(anchor.start);
  const end = edited.end(anchor.end);
  return { ...anchor, ...around, start, end, exact: edited.text.slice(start, end) };
}
