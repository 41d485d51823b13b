/** Endings as they sound in the languages that inflect names: what parts Лукашенко from Лукашенку and Kowalskiego from Kowalski. */
import { letterCode } from './similarity.ts';

/**
 * Of nouns, surnames and adjectives in Belarusian, Russian, Ukrainian and Polish, in the sound alphabet, where o is
 * a, г and х are h, and й, ы and y are i.
 */
const ENDINGS = new Set(
  (
    'a e i u ia iu ai ei aia aiu ae ie iei am em im ami emi imi iam iami um ' +
    'avi evi ave ah eh ih iah aha eha amu emu'
  ).split(' '),
);
/** The alphabet of a word, which tells what other languages may have inflected it. */
export type Alphabet = 'latin' | 'arabic' | 'other';
/** English -s, -es, -ed, -ing; Arabic ات, ون, ين, ه. What they end may as well be another word, so they count as longer than they are. */
const OTHER_ENDINGS: Readonly<Record<Alphabet, ReadonlySet<string>>> = {
  latin: new Set(['s', 'es', 'ed', 'inh']),
  arabic: new Set(['at', 'un', 'in', 'h']),
  other: new Set(),
};
const OTHER_MORE = 5;
/** Most words end in none of these: told at a glance, for every word of an archive is asked for its stems. */
const lastSounds = (alphabet: Alphabet) =>
  new Set(
    [...ENDINGS, ...OTHER_ENDINGS[alphabet]].map((ending) => ending.charAt(ending.length - 1)),
  );
const LAST: Readonly<Record<Alphabet, ReadonlySet<string>>> = {
  latin: lastSounds('latin'),
  arabic: lastSounds('arabic'),
  other: lastSounds('other'),
};
const LONGEST = 4;
/** Sounds of a stem below which nothing is taken off; and it must be longer than its ending. */
const SHORTEST = 3;

/** Whether `tail`, which may be empty, only inflects what stands before it. */
export function isEnding(tail: string): boolean {
  return tail === '' || ENDINGS.has(tail);
}

/** How much `tail` parts a word of that alphabet from what stands before it, in sounds; `null` when it is no ending. */
export function endingWeight(tail: string, alphabet: Alphabet): number | null {
  if (isEnding(tail)) return tail.length;
  return OTHER_ENDINGS[alphabet].has(tail) ? tail.length + OTHER_MORE : null;
}

/** The endings as numbers: the codes of their sounds (`letterCode`), six bits each. */
const codedEndings = (alphabet: Alphabet) =>
  new Set(
    [...ENDINGS, ...OTHER_ENDINGS[alphabet]].map((ending) =>
      Array.from(ending).reduce(
        (coded, sound) => (coded << 6) | letterCode(sound.charCodeAt(0)),
        0,
      ),
    ),
  );
const CODED: Readonly<Record<Alphabet, ReadonlySet<number>>> = {
  latin: codedEndings('latin'),
  arabic: codedEndings('arabic'),
  other: codedEndings('other'),
};
const lastCoded = (alphabet: Alphabet) =>
  new Set(Array.from(LAST[alphabet], (sound) => letterCode(sound.charCodeAt(0))));
const LAST_CODED: Readonly<Record<Alphabet, ReadonlySet<number>>> = {
  latin: lastCoded('latin'),
  arabic: lastCoded('arabic'),
  other: lastCoded('other'),
};

/** The sound spelling without each of the endings that it may have in that alphabet; not itself. At least three sounds are left. */
export function soundStems(sound: string, alphabet: Alphabet = 'other'): string[] {
  const stems: string[] = [];
  if (!LAST[alphabet].has(sound.charAt(sound.length - 1))) return stems;
  for (let length = 1; length <= LONGEST && sound.length - length >= SHORTEST; length++)
    if (sound.length > 2 * length && endingWeight(sound.slice(-length), alphabet) !== null)
      stems.push(sound.slice(0, -length));
  return stems;
}

/** The lengths of the same stems for a sound spelling in codes that stands from `start` to `end`. */
export function eachStemLength(
  codes: Uint8Array,
  start: number,
  end: number,
  alphabet: Alphabet,
  visit: (length: number) => void,
): void {
  const length = end - start;
  let tail = 0;
  for (let taken = 1; taken <= LONGEST; taken++) {
    if (length - taken < SHORTEST || length <= 2 * taken) return;
    tail |= (codes[end - taken] ?? 0) << (6 * (taken - 1));
    if (taken === 1 && !LAST_CODED[alphabet].has(tail)) return;
    if (CODED[alphabet].has(tail)) visit(length - taken);
  }
}
