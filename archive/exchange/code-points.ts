/** Offsets as other programs count them: in Unicode code points, where a pair of surrogates is one. */
export class CodePoints {
  /** Where the pairs begin, in UTF-16 units. */
  readonly #pairs: number[] = [];

  constructor(text: string) {
    for (const pair of text.matchAll(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g))
      this.#pairs.push(pair.index);
  }

  /** From an offset in UTF-16 units. */
  at(offset: number): number {
    let low = 0;
    let high = this.#pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#pairs[middle] ?? Infinity) < offset) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  }
}
