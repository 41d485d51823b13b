/** How the pages of a PDF are looked at: below each other, at first as wide as there is room. */
import { type Size, type Turn, turnedSize } from '../reader/picture-geometry.ts';
import { PictureView, type Spot } from '../reader/picture-view.svelte.ts';

/** A point is a 72nd of an inch, a pixel of a window a 96th. */
export const PIXELS_A_POINT = 96 / 72;
const A4: Size = { width: 595 * PIXELS_A_POINT, height: 842 * PIXELS_A_POINT };
const NARROWEST = 120;
const WIDEST = 900;

export function pagesView(): PictureView {
  const view: PictureView = new PictureView(fitting, (spot) => pageAt(view.scroller, spot));
  view.size = A4;
  return view;
}

function fitting(size: Size, turn: Turn, room: Size): number {
  return Math.max(NARROWEST, Math.min(WIDEST, room.width)) / turnedSize(size, turn).width;
}

/** The page at that height, else the last one above. */
function pageAt(scroller: HTMLElement | undefined, { clientY }: Spot): HTMLElement | undefined {
  const pages = [...(scroller?.querySelectorAll<HTMLElement>('.page') ?? [])];
  return pages.findLast((page) => page.getBoundingClientRect().top <= clientY) ?? pages[0];
}
