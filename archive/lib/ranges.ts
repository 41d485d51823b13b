/** Numbers as people write them: `1, 3-5`. */

/** Each once, in order. `null` for what is no list of numbers from 1 to `most`. */
export function parseRanges(written: string, most: number): number[] | null {
  const numbers = new Set<number>();
  for (const piece of written.split(',')) {
    const [, first, last = first] = /^\s*(\d{1,9})(?:\s*[-–]\s*(\d{1,9}))?\s*$/.exec(piece) ?? [];
    const [from, to] = [Number(first), Number(last)];
    if (!(from >= 1 && from <= to && to <= most)) return null;
    for (let number = from; number <= to; number++) numbers.add(number);
  }
  return [...numbers].sort((a, b) => a - b);
}

/** `numbers` in order, each once. */
export function writeRanges(numbers: readonly number[]): string {
  const written: string[] = [];
  for (let at = 0; at < numbers.length;) {
    const from = numbers[at] ?? 0;
    let end = at + 1;
    while (numbers[end] === from + (end - at)) end++;
    written.push(end - at === 1 ? String(from) : `${from}-${from + end - at - 1}`);
    at = end;
  }
  return written.join(', ');
}
