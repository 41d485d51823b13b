/** What is selected on the page of a text, taken over into the reader and put there, and where its small bar stands. */
import type { SourceReader } from './source-reader.svelte.ts';
import type { Stretch, TextMap } from './text-map.ts';
import { toolsPlace } from './tools-place.ts';

export class PageSelection {
  readonly #reader: SourceReader;
  readonly #map: TextMap;
  #page: HTMLElement | null = null;
  #scroller: HTMLElement | null = null;
  /** The pointer is down: the bar waits for the end of the selection. */
  #pointing = false;
  /** Pixels from the corner of the page; `null` while there is no bar. */
  tools = $state.raw<ReturnType<typeof toolsPlace>>(null);

  constructor(reader: SourceReader, map: TextMap) {
    this.#reader = reader;
    this.#map = map;
  }

  attach(page: HTMLElement, scroller: HTMLElement): void {
    this.#page = page;
    this.#scroller = scroller;
  }

  /** The document has another selection, which may be elsewhere. */
  changed(): void {
    const selection = getSelection();
    const page = this.#page;
    if (!selection || selection.rangeCount === 0 || !page) return;
    const range = selection.getRangeAt(0);
    // A field that takes the focus is no end of the selection in the text.
    if (!page.contains(range.commonAncestorContainer) && !range.intersectsNode(page)) return;
    if (selection.focusNode)
      this.#reader.caret = this.#map.offsetAt(selection.focusNode, selection.focusOffset);
    this.#reader.select(range.collapsed ? null : this.#map.stretchOf(range));
    if (!this.#pointing) this.#placeTools();
  }

  /** Selects a stretch on the page; answers whether anything of it stands there. */
  put(stretch: Stretch): boolean {
    const range = this.#map.rangeOf(stretch);
    const selection = getSelection();
    if (!range || !selection) return false;
    const { startContainer, startOffset, endContainer, endOffset } = range;
    selection.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
    return true;
  }

  pressed(): void {
    this.#pointing = true;
    this.tools = null;
  }

  released(): void {
    if (!this.#pointing) return;
    this.#pointing = false;
    this.#placeTools();
  }

  dismissTools(): void {
    this.tools = null;
  }

  #placeTools(): void {
    const { selection } = this.#reader;
    const range = selection && this.#map.rangeOf(selection);
    if (!range || !this.#page || !this.#scroller) this.tools = null;
    else this.tools = toolsPlace(range, this.#page, this.#scroller) ?? this.tools;
  }
}
