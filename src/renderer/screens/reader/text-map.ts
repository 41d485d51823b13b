/** Where each piece of a text stands on the page, and back: exact in UTF-16 units, whatever the script. */

/** A text node of the page and the place of its first unit in the plain text. */
export interface Piece {
  readonly node: Text;
  readonly start: number;
}

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export class TextMap {
  readonly #pieces: readonly Piece[];
  readonly #starts: ReadonlyMap<Node, number>;

  /** `pieces` in the order of the text, which is the order on the page. */
  constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces;
    this.#starts = new Map(pieces.map(({ node, start }) => [node, start]));
  }

  /** A range over these units; `null` when nothing of them is on the page. What parts two blocks belongs to none. */
  rangeOf({ start, end }: Stretch): Range | null {
    const first = this.#pieceAt(start, 'start');
    const last = this.#pieceAt(end, 'end');
    if (!first || !last || first.start > last.start) return null;
    const range = new Range();
    range.setStart(first.node, Math.max(0, start - first.start));
    range.setEnd(last.node, Math.min(last.node.length, end - last.start));
    return range.collapsed ? null : range;
  }

  /** The units that a range on the page covers; `null` when it covers nothing of the text. */
  stretchOf(range: Range): Stretch | null {
    const start = this.#offsetOf(range.startContainer, range.startOffset, 'start');
    const end = this.#offsetOf(range.endContainer, range.endOffset, 'end');
    return start === null || end === null || start >= end ? null : { start, end };
  }

  /** The unit before which a point of the page stands; `null` outside of the text. */
  offsetAt(node: Node, offset: number): number | null {
    return this.#offsetOf(node, offset, 'start');
  }

  #offsetOf(node: Node, offset: number, edge: 'start' | 'end'): number | null {
    const known = this.#starts.get(node);
    if (known !== undefined) return known + offset;
    // The point is between nodes: the first piece behind it, or the last one before it.
    const point = new Range();
    point.setStart(node, offset);
    const next = this.#firstWhere((piece) => point.comparePoint(piece.node, 0) >= 0);
    if (edge === 'start') return this.#pieces[next]?.start ?? null;
    const before = this.#pieces[next - 1];
    return before ? before.start + before.node.length : null;
  }

  #pieceAt(offset: number, edge: 'start' | 'end'): Piece | undefined {
    if (edge === 'end') return this.#pieces[this.#firstWhere(({ start }) => start >= offset) - 1];
    return this.#pieces[this.#firstWhere(({ start, node }) => start + node.length > offset)];
  }

  /** The first piece for which the test holds; it holds for all behind it too. */
  #firstWhere(test: (piece: Piece) => boolean): number {
    let low = 0;
    let high = this.#pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const piece = this.#pieces[middle];
      if (piece && test(piece)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
