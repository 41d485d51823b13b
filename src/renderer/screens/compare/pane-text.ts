/** The text of a pane as it stands on the page: from letters to places and back, and marks that lie on it. */
import { TextMap, type Piece, type Stretch } from '../reader/text-map.ts';

/** What a pane can be told to do: select words as if the person had dragged over them. */
export interface PaneHandle {
  readonly select: (stretch: Stretch | null) => void;
}

/** Each piece of a passage says where its first letter stands. */
export function textMapOf(element: HTMLElement): TextMap {
  const pieces: Piece[] = [];
  for (const piece of element.querySelectorAll<HTMLElement>('[data-at]')) {
    const node = piece.firstChild;
    if (node instanceof Text) pieces.push({ node, start: Number(piece.dataset.at) });
  }
  return new TextMap(pieces);
}

/** The names of marks: quotes that are kept, words that are picked, the passage of the form. */
type MarkName = 'beside-quoted' | 'beside-picked' | 'beside-draft';

/** Marks are shared by all panes, so each pane adds its own. Answers what takes them away again. */
export function layMarks(name: MarkName, ranges: readonly Range[]): () => void {
  if (ranges.length === 0) return () => undefined;
  const highlight = CSS.highlights.get(name) ?? new Highlight();
  const laid = ranges.map((range) => new StaticRange(range));
  for (const range of laid) highlight.add(range);
  CSS.highlights.set(name, highlight);
  return () => {
    for (const range of laid) highlight.delete(range);
    if (highlight.size === 0) CSS.highlights.delete(name);
  };
}
