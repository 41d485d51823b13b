/** Endings as they sound in the languages that inflect names: what parts Лукашенко from Лукашенку and Kowalskiego from Kowalski. */

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
const LONGEST = 4;
/** Sounds of a stem below which nothing is taken off; and it must be longer than its ending. */
const SHORTEST = 3;

/** Whether `tail`, which may be empty, only inflects what stands before it. */
export function isEnding(tail: string): boolean {
  return tail === '' || ENDINGS.has(tail);
}

/** The sound spelling without each of the endings that it may have; not itself. At least three sounds are left. */
export function soundStems(sound: string): string[] {
  const stems: string[] = [];
  for (let length = 1; length <= LONGEST && sound.length - length >= SHORTEST; length++)
    if (sound.length > 2 * length && ENDINGS.has(sound.slice(-length)))
      stems.push(sound.slice(0, -length));
  return stems;
}
