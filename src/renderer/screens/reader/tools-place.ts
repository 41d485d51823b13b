/** Where the small bar at a selection stands: over its first line, or under its last where there is no room above. */

/** Pixels. */
const ROOM = 48;
const ABOVE = 42;
const BELOW = 8;
const WIDTH = 370;

/** From the corner of the page; `null` when nothing of the selection is drawn. */
export function toolsPlace(
  selection: Range,
  page: HTMLElement,
  scroller: HTMLElement,
): { readonly top: number; readonly left: number } | null {
  const rects = selection.getClientRects();
  const [first, last] = [rects[0], rects[rects.length - 1]];
  if (!first || !last) return null;
  const frame = page.getBoundingClientRect();
  const below = first.top - scroller.getBoundingClientRect().top < ROOM;
  const left = (below ? last : first).left - frame.left;
  return {
    top: (below ? last.bottom + BELOW : first.top - ABOVE) - frame.top,
    left: Math.min(Math.max(left, 0), frame.width - WIDTH),
  };
}
