/**
 * Where tags meet. Two tags meet once on each quote that has both, and once for each pair of quotes of one source that
 * overlap, when one has the first and the other the second. Quotes of different texts of a source have no common places.
 */
import type { Quote, TagId } from '../model/index.ts';

export type TaggedQuote = Pick<Quote, 'source' | 'anchor' | 'tags'>;

/** One quote with the numbers of those of its tags that count. */
interface Stretch {
  readonly anchor: Quote['anchor'];
  readonly start: number;
  readonly end: number;
  readonly tags: readonly number[];
}

/** For each tag how often it meets each other; with itself: how many quotes have it. */
export function meetingsOf(tags: readonly TagId[], quotes: readonly TaggedQuote[]): number[][] {
  const numbers = new Map(tags.map((tag, number) => [tag, number]));
  const table = tags.map(() => tags.map(() => 0));
  const add = (a: number, b: number) => {
    const row = table[a];
    if (row) row[b] = (row[b] ?? 0) + 1;
  };
  for (const stretches of placesOf(quotes, numbers)) {
    for (const { tags: own } of stretches) for (const a of own) for (const b of own) add(a, b);
    for (const [one, other] of overlapping(stretches)) meet(one.tags, other.tags, add);
  }
  return table;
}

/** One has the first, the other the second: that they both have both does not make it two. */
function meet(
  one: readonly number[],
  other: readonly number[],
  add: (a: number, b: number) => void,
): void {
  const both = new Set(one.filter((tag) => other.includes(tag)));
  for (const a of one)
    for (const b of other) {
      if (a === b) continue;
      const twice = both.has(a) && both.has(b);
      add(a, b);
      if (!twice) add(b, a);
    }
}

/** Quotes with a tag that counts, by what they can overlap in: a text, or a picture. */
function placesOf(
  quotes: readonly TaggedQuote[],
  numbers: ReadonlyMap<TagId, number>,
): Iterable<Stretch[]> {
  const places = new Map<string, Stretch[]>();
  for (const { source, anchor, tags } of quotes) {
    const own = [...new Set(tags)].flatMap((tag) => numbers.get(tag) ?? []);
    if (own.length === 0) continue;
    const place = `${source} ${anchor.kind === 'text' ? anchor.textSha256 : ''}`;
    const [start, end] =
      anchor.kind === 'text' ? [anchor.start, anchor.end] : [anchor.x, anchor.x + anchor.width];
    const there = places.get(place);
    const stretch = { anchor, start, end, tags: own };
    if (there) there.push(stretch);
    else places.set(place, [stretch]);
  }
  return places.values();
}

/** Each pair once: from left to right, with those that have begun and not ended. */
function* overlapping(stretches: Stretch[]): Generator<[Stretch, Stretch]> {
  let open: Stretch[] = [];
  for (const next of stretches.sort((a, b) => a.start - b.start)) {
    open = open.filter(({ end }) => end > next.start);
    for (const other of open) if (sideBySide(other, next)) yield [other, next];
    open.push(next);
  }
}

/** Whether they overlap from top to bottom too: in a text, always. */
function sideBySide({ anchor: a }: Stretch, { anchor: b }: Stretch): boolean {
  if (a.kind === 'text' || b.kind === 'text') return true;
  return a.y < b.y + b.height && b.y < a.y + a.height;
}
