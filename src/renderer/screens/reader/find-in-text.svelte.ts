/** What is looked for in the text that is read, and where it stands. */
import type { Stretch } from './text-map.ts';

/** More matches than these are not counted. */
const MOST_FOUND = 5_000;

export class FindInText {
  readonly #text: () => string | null;
  /** Somebody is looking. */
  open = $state(false);
  typed = $state('');
  /** Which match is shown, from 0. */
  at = $state(0);

  readonly found = $derived.by((): readonly Stretch[] => {
    const text = this.#text();
    const wanted = this.typed.trim();
    return !this.open || wanted === '' || text === null ? [] : stretchesOf(wanted, text);
  });

  /** The match that is shown. */
  readonly now = $derived(this.found[this.at] ?? null);

  constructor(text: () => string | null) {
    this.#text = text;
  }

  /** To the next match or the last one, round the text. */
  step(by: 1 | -1): void {
    const { length } = this.found;
    if (length > 0) this.at = (this.at + by + length) % length;
  }
}

/** Where words stand in a text, whatever their case. */
function stretchesOf(words: string, text: string): readonly Stretch[] {
  const small = text.toLowerCase();
  // A letter that changes its length in lower case would move every place behind it.
  const exact = small.length === text.length;
  const hay = exact ? small : text;
  const needle = exact ? words.toLowerCase() : words;
  const found: Stretch[] = [];
  for (let at = hay.indexOf(needle); at !== -1 && found.length < MOST_FOUND;) {
    found.push({ start: at, end: at + needle.length });
    at = hay.indexOf(needle, at + needle.length);
  }
  return found;
}
