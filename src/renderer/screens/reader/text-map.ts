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

interface Ends {
  readonly startContainer: Text;
  readonly startOffset: number;
  readonly endContainer: Text;
  readonly endOffset: number;
}

export class TextMap {
  readonly #pieces: readonly Piece[];
  readonly #starts: ReadonlyMap<Node, number>;
  /** One for all: each range is told of each node that comes or goes anywhere, until it is collected. */
  readonly #measured = new Range();

  /** `pieces` in the order of the text, which is the order on the page. */
  constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces;
    this.#starts = new Map(pieces.map(({ node, start }) => [node, start]));
  }

  /** A range over these units; `null` when nothing of them is on the page. What parts two blocks belongs to none. */
  rangeOf(stretch: Stretch): Range | null {
    const ends = this.#endsOf(stretch);
    return ends && between(new Range(), ends);
  }

  /** A range to be marked: nobody keeps it up to date. */
  markOf(stretch: Stretch): StaticRange | null {
    const ends = this.#endsOf(stretch);
    return ends && new StaticRange(ends);
  }

  /** Where these units are drawn. */
  rectOf(stretch: Stretch): DOMRect | null {
    const ends = this.#endsOf(stretch);
    return ends && between(this.#measured, ends).getBoundingClientRect();
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

  #endsOf({ start, end }: Stretch): Ends | null {
    const first = this.#pieceAt(start, 'start');
    const last = this.#pieceAt(end, 'end');
    if (!first || !last || first.start > last.start) return null;
    const startOffset = Math.max(0, start - first.start);
    const endOffset = Math.min(last.node.length, end - last.start);
    if (first === last && startOffset >= endOffset) return null;
    return { startContainer: first.node, startOffset, endContainer: last.node, endOffset };
  }

  #offsetOf(node: Node, offset: number, edge: 'start' | 'end'): number | null {
    const known = this.#starts.get(node);
    if (known !== undefined) return known + offset;
    // The point is between nodes: the first piece behind it, or the last one before it.
    const point = this.#measured;
    point.setStart(node, offset);
    point.collapse(true);
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

function between(range: Range, { startContainer, startOffset, endContainer, endOffset }: Ends) {
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return range;
}
