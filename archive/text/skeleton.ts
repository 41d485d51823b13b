/** The consonant skeleton of a sound spelling: what is left of a name however its vowels were written. */

const VOWELS = new Set('aeiu');
// prettier-ignore
const CLASSES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    b: 'P', p: 'P', v: 'V', f: 'V', k: 'K', h: 'K', t: 'T', d: 'T', c: 'T',
    s: 'S', z: 'S', x: 'S', j: 'S', q: 'S', l: 'L', m: 'M', n: 'N', r: 'R',
  }),
);

/**
 * Vowels gone (a first one is `A`), near consonants one class, doubles one, and v or f before a consonant silent.
 * `skeleton('lukaxenka')` and `skeleton('lukaxinku')` are both `LKSNK`.
 */
export function skeleton(sound: string): string {
  let out = VOWELS.has(sound.charAt(0)) ? 'A' : '';
  for (let at = 0; at < sound.length; at++) {
    const letter = sound.charAt(at);
    if (VOWELS.has(letter)) continue;
    const silent =
      (letter === 'v' || letter === 'f') &&
      at > 0 &&
      VOWELS.has(sound.charAt(at - 1)) &&
      !VOWELS.has(sound.charAt(at + 1));
    if (silent) continue;
    const class_ = CLASSES.get(letter) ?? letter;
    if (!out.endsWith(class_)) out += class_;
  }
  return out;
}
