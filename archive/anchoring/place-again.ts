/**
 * Finds the passage of a quote in another derivation or version of its text: the same words at the place that answers
 * to the old one; else the same words elsewhere; else nearly the same words; else it is lost. Where it cannot be told
 * which of several places is meant, it is lost rather than at a wrong one.
 */
import search from 'approx-string-match';
import { BLOCK_BREAK, limits, type TextAnchor } from '../model/index.ts';
import { alike } from './alike.ts';
import { type Corridor, Pairing } from './pairing.ts';
import { anchorAt, type SourceText } from './text-anchor.ts';

export type Placing =
  /** Word for word, where it stood by everything around it. */
  | { readonly kind: 'exact'; readonly anchor: TextAnchor }
  /** Word for word, but elsewhere, or perhaps a twin of it: somebody should look whether it is still the same saying. */
  | { readonly kind: 'moved'; readonly anchor: TextAnchor }
  /** Other words at its place: somebody must look. */
  | { readonly kind: 'changed'; readonly anchor: TextAnchor }
  | { readonly kind: 'lost'; readonly why: 'missing' | 'ambiguous' };

/** Words so long are themselves where they stand once; others need a context that is alike. */
const TELLING = 32;
/** How alike the context must be where the words alone do not tell; and how much more so than at any other place. */
const ALIKE = 0.25;
const SURELY_ALIKE = 0.6;
const AHEAD = 0.15;
/** Units of context in its own paragraph that tell something. */
const CONTEXT_LEAST = 16;
/** Units of a passage, at the least, that is looked for with other words; and the share of them that may differ. */
const FUZZY_LEAST = 12;
const FUZZY_SHARE = 0.3;
/** Longer passages are looked for by their beginning and their end. */
const FUZZY_WHOLE = 600;
const FUZZY_END = 200;
/** Units around the expected place in which other words are looked for. */
const FUZZY_REACH = 6_000;
/** Places of the same words that are weighed against each other, those nearest to the expected place. */
const WEIGHED = 64;

/** Places passages in one text; what was cut from the same older text shares the work. */
export class Placer {
  readonly #now: SourceText;
  readonly #pairings = new Map<string, Pairing>();

  constructor(now: SourceText) {
    this.#now = now;
  }

  /** `before` is the text that the passage was cut from, where it is still there: without it less can be told. */
  place(anchor: TextAnchor, before: SourceText | null): Placing {
    const now = this.#now;
    if (anchor.textSha256 === now.sha256 && stands(now.text, anchor))
      return { kind: 'exact', anchor };
    const { exact, prefix, suffix } = anchor;
    const whole = before !== null && stands(before.text, anchor);
    const old = whole ? before.text : prefix + exact + suffix;
    const start = whole ? anchor.start : prefix.length;
    const pairing = this.#pairing(whole ? before.sha256 : null, old);
    const corridor = pairing.corridorOf(start, start + exact.length);
    // A few words of context are no walls: the same ones may stand around another passage.
    const wide = { ...corridor, now: [0, now.text.length] as const, expected: anchor.start };
    const neighbours = whole ? pairing : null;
    return new Search(now, old, start, anchor, whole ? corridor : wide, neighbours).run();
  }

  #pairing(key: string | null, old: string): Pairing {
    const known = key === null ? undefined : this.#pairings.get(key);
    if (known) return known;
    const pairing = new Pairing(old, this.#now.text);
    if (key !== null) this.#pairings.set(key, pairing);
    return pairing;
  }
}

function stands(text: string, { exact, start, end }: TextAnchor): boolean {
  return text.slice(start, end) === exact;
}

class Search {
  readonly #now: SourceText;
  readonly #old: string;
  readonly #start: number;
  readonly #anchor: TextAnchor;
  readonly #corridor: Corridor;
  /** Of the whole old text; `null` when only what stood around the passage is known. */
  readonly #pairing: Pairing | null;

  constructor(
    now: SourceText,
    old: string,
    start: number,
    anchor: TextAnchor,
    corridor: Corridor,
    pairing: Pairing | null,
  ) {
    this.#now = now;
    this.#old = old;
    this.#start = start;
    this.#anchor = anchor;
    this.#corridor = corridor;
    this.#pairing = pairing;
  }

  run(): Placing {
    const inside = this.#sameWordsInside();
    // Of a text of which only the surroundings are known nothing is certain.
    if (inside !== null && inside !== 'ambiguous')
      return this.#at(
        this.#pairing && this.#isCertain(inside, this.#pairing) ? 'exact' : 'moved',
        inside,
      );
    const elsewhere = this.#sameWordsElsewhere() ?? this.#sameContextElsewhere();
    // Words that stand elsewhere among the same neighbours were moved, whatever else stands at the old place.
    if (elsewhere !== null && elsewhere.likeness >= SURELY_ALIKE)
      return this.#at('moved', elsewhere.at);
    if (inside === 'ambiguous') return { kind: 'lost', why: 'ambiguous' };
    const other = this.#otherWords();
    if (other === 'ambiguous') return { kind: 'lost', why: 'ambiguous' };
    if (other !== null)
      return { kind: 'changed', anchor: anchorAt(this.#now, other.start, other.end) };
    if (elsewhere !== null && this.#anchor.exact.length >= TELLING)
      return this.#at('moved', elsewhere.at);
    return { kind: 'lost', why: 'missing' };
  }

  #at(kind: 'exact' | 'moved', at: number): Placing {
    return { kind, anchor: anchorAt(this.#now, at, at + this.#anchor.exact.length) };
  }

  #sameWordsInside(): number | 'ambiguous' | null {
    const { exact } = this.#anchor;
    const { old, now, expected } = this.#corridor;
    // Nothing between the two pairs has changed: its offset tells which of several it is.
    const unchanged = now[0] + this.#start - old[0];
    if (this.#old.slice(...old) === this.#now.text.slice(...now) && unchanged >= 0)
      return unchanged;
    const there = placesOf(this.#now.text, exact, now, expected);
    if (there.length === 0) return null;
    const were = placesOf(this.#old, exact, old, this.#start);
    const [only] = there;
    if (only !== undefined && there.length === 1 && were.length === 1) {
      const telling = exact.length >= TELLING && this.#standsOnce();
      const needed = telling ? 0 : this.#pairing ? ALIKE : SURELY_ALIKE;
      return this.#likeness(only) >= needed ? only : null;
    }
    return this.#best(there) ?? 'ambiguous';
  }

  /**
   * Whether these words at this place can be no twin of the passage, which was moved or taken out: they stand nowhere
   * else; or as many of them stand between the same neighbours in both texts, the passage in the same order among them,
   * and every other place in a context as alike was one before.
   */
  #isCertain(at: number, pairing: Pairing): boolean {
    if (this.#standsOnce()) return true;
    const { exact } = this.#anchor;
    const { old, now } = this.#corridor;
    const were = allPlaces(this.#old, exact, old);
    const there = allPlaces(this.#now.text, exact, now);
    if (were.length !== there.length || were.indexOf(this.#start) !== there.indexOf(at))
      return false;
    const others = allPlaces(this.#now.text, exact).filter((other) => !there.includes(other));
    if (others.length > WEIGHED) return false;
    const least = this.#likeness(at) - AHEAD;
    const twins = others.filter((other) => this.#likeness(other) >= least);
    return twins.length === 0 || this.#wereThere(twins, pairing);
  }

  /** Whether each of these places lies where as many of the words stood before. */
  #wereThere(places: readonly number[], pairing: Pairing): boolean {
    const { exact } = this.#anchor;
    const before = allPlaces(this.#old, exact);
    if (before.length > WEIGHED) return false;
    const corridors = before
      .map((start) => pairing.corridorOf(start, start + exact.length))
      .filter(
        ({ old, now }) =>
          allPlaces(this.#old, exact, old).length === allPlaces(this.#now.text, exact, now).length,
      );
    return places.every((at) =>
      corridors.some(({ now: [from, to] }) => from <= at && at + exact.length <= to),
    );
  }

  /** In all of either text. Of a text of which only the surroundings are known it cannot be told. */
  #standsOnce(): boolean {
    const { exact } = this.#anchor;
    return onlyPlace(this.#now.text, exact) !== null && onlyPlace(this.#old, exact) !== null;
  }

  /** The one place among several whose context is clearly more alike than that of the others. */
  #best(places: readonly number[]): number | null {
    const ranked = places
      .map((at) => ({ at, likeness: this.#likeness(at) }))
      .sort((a, b) => b.likeness - a.likeness);
    const [first, second] = ranked;
    if (!first || first.likeness < SURELY_ALIKE) return null;
    return second && first.likeness - second.likeness < AHEAD ? null : first.at;
  }

  /** Only where they stood once in all of the old text and stand once in all of the new one. */
  #sameWordsElsewhere(): { readonly at: number; readonly likeness: number } | null {
    const { exact } = this.#anchor;
    const at = onlyPlace(this.#now.text, exact);
    if (at === null || !this.#standsOnce()) return null;
    return { at, likeness: Math.max(this.#likeness(at), this.#likenessInParagraph(at)) };
  }

  /** One of several, where what stands around tells them apart in either text. */
  #sameContextElsewhere(): { readonly at: number; readonly likeness: number } | null {
    if (!this.#pairing) return null;
    const { exact } = this.#anchor;
    const places = allPlaces(this.#now.text, exact);
    const before = allPlaces(this.#old, exact);
    if (Math.max(places.length, before.length) > WEIGHED) return null;
    const at = this.#best(places);
    const twins = before.some(
      (start) =>
        start !== this.#start && this.#likeness(start, exact.length, this.#old) > 1 - AHEAD,
    );
    return at === null || twins ? null : { at, likeness: this.#likeness(at) };
  }

  /** How alike what stands before and after the place is to what stood there. */
  #likeness(at: number, length = this.#anchor.exact.length, text = this.#now.text): number {
    const { prefix, suffix } = this.#anchor;
    const before = text.slice(Math.max(0, at - prefix.length), at);
    const after = text.slice(at + length, at + length + suffix.length);
    const sides = [prefix, suffix].filter((side) => side !== '').length;
    if (sides === 0) return 1;
    const sum =
      (prefix === '' ? 0 : alike(prefix, before)) + (suffix === '' ? 0 : alike(suffix, after));
    return sum / sides;
  }

  /** The same within the paragraph: of one that was moved the neighbours are others. */
  #likenessInParagraph(at: number): number {
    const { exact, prefix, suffix } = this.#anchor;
    const { text } = this.#now;
    const before = prefix.slice(prefix.lastIndexOf(BLOCK_BREAK) + 1).trimStart();
    const [after = ''] = suffix.split(BLOCK_BREAK, 1);
    const end = at + exact.length;
    const length = before.length + after.length;
    if (length < CONTEXT_LEAST) return 0;
    const now = text.slice(Math.max(0, at - before.length), at);
    return (
      (alike(before, now) * before.length +
        alike(after, text.slice(end, end + after.length)) * after.length) /
      length
    );
  }

  #otherWords(): { readonly start: number; readonly end: number } | 'ambiguous' | null {
    const { exact } = this.#anchor;
    if (exact.length < FUZZY_LEAST) return null;
    const { now, expected } = this.#corridor;
    const from = Math.max(now[0], expected - FUZZY_REACH);
    const to = Math.min(now[1], expected + exact.length * 1.5 + FUZZY_REACH);
    const window = this.#now.text.slice(from, to);
    const found = exact.length <= FUZZY_WHOLE ? nearestTo(window, exact) : byEnds(window, exact);
    if (found.length === 0) return null;
    const [best] = found;
    if (best === undefined) return null;
    const places = found.map(({ start, end }) => this.#snapped(from + start, from + end));
    const apart = places.filter(({ start, end }, index) => {
      const [first] = places;
      return index === 0 || !first || end <= first.start || start >= first.end;
    });
    const [only] = apart;
    if (apart.length === 1) return only ?? null;
    const ranked = apart
      .map((place) => ({
        place,
        likeness: this.#likeness(place.start, place.end - place.start),
      }))
      .sort((a, b) => b.likeness - a.likeness);
    const [first, second] = ranked;
    if (!first || (second && first.likeness - second.likeness < AHEAD)) return 'ambiguous';
    return first.place;
  }

  /** A passage that began and ended with whole words still does. */
  #snapped(start: number, end: number): { readonly start: number; readonly end: number } {
    const { exact } = this.#anchor;
    const { text } = this.#now;
    const isWord = (unit: string | undefined) =>
      unit !== undefined && /[\p{L}\p{M}\p{N}]/u.test(unit);
    const inWord = (at: number) => at > 0 && isWord(text[at - 1]) && isWord(text[at]);
    let [from, to] = [start, end];
    while (inWord(from)) from -= 1;
    while (inWord(to)) to += 1;
    while (from < to && /\s/u.test(text[from] ?? '') && !/^\s/u.test(exact)) from += 1;
    while (to > from && /\s/u.test(text[to - 1] ?? '') && !/\s$/u.test(exact)) to -= 1;
    return to - from <= limits.quoteLength ? { start: from, end: to } : { start, end };
  }
}

function allPlaces(
  text: string,
  exact: string,
  [from, to]: readonly [number, number] = [0, text.length],
): number[] {
  const places: number[] = [];
  for (
    let at = text.indexOf(exact, from);
    at !== -1 && at + exact.length <= to;
    at = text.indexOf(exact, at + 1)
  )
    places.push(at);
  return places;
}

/** Where the words stand between two places, nearest to `expected` first when there are many. */
function placesOf(
  text: string,
  exact: string,
  between: readonly [number, number],
  expected: number,
): number[] {
  const places = allPlaces(text, exact, between);
  if (places.length <= WEIGHED) return places;
  return places.sort((a, b) => Math.abs(a - expected) - Math.abs(b - expected)).slice(0, WEIGHED);
}

function onlyPlace(text: string, exact: string): number | null {
  const at = text.indexOf(exact);
  return at === -1 || text.includes(exact, at + 1) ? null : at;
}

/** The stretches that differ least, when they do not differ too much. */
function nearestTo(
  text: string,
  exact: string,
): { readonly start: number; readonly end: number }[] {
  return search(text, exact, Math.floor(exact.length * FUZZY_SHARE));
}

/** From where its beginning stands to where its end stands, when both are found once and it is about as long. */
function byEnds(text: string, exact: string): { readonly start: number; readonly end: number }[] {
  const [head, ...otherHeads] = nearestTo(text, exact.slice(0, FUZZY_END));
  const [tail, ...otherTails] = nearestTo(text, exact.slice(-FUZZY_END));
  if (!head || !tail || apartFrom(head, otherHeads) || apartFrom(tail, otherTails)) return [];
  const length = tail.end - head.start;
  const alikeLong = length > exact.length * (1 - FUZZY_SHARE) && length < exact.length * 1.5;
  return alikeLong ? [{ start: head.start, end: tail.end }] : [];
}

function apartFrom(
  first: { readonly start: number; readonly end: number },
  others: readonly { readonly start: number; readonly end: number }[],
): boolean {
  return others.some(({ start, end }) => end <= first.start || start >= first.end);
}
