/**
 * The stems by which a word of a name is told in its cases and in what is derived of it, in the sound alphabet of
 * `text/letters.ts`: Кравца of Кравец, Жалейцы of Жалейка, ивановский and ивановцы of Иванов, Бойків of Бойко.
 */
import { isEnding } from '../text/index.ts';

export interface Stem {
  readonly stem: string;
  /** Sounds of the ending that was taken off. */
  readonly taken: number;
}

/** Sounds below which nothing is taken off. */
const SHORTEST = 3;
const LONGEST_ENDING = 4;
/** What stands between a family name and an ending: -ск- and -щин-, which tell what is derived of a name … */
const ADJECTIVES = [
  'avxin',
  'evxin',
  'ivxin',
  'xqizn',
  'xin',
  'avsk',
  'evsk',
  'ivsk',
  'insk',
  'sk',
];
/** … and what says whose, or of what family, which other words end in as well. */
const POSSESSIVES = ['avc', 'evc', 'ivc', 'c', 'av', 'ev', 'iv', 'in'];
const LAST_DERIVED = new Set('nkcv');
/** Кравец, Марек, Павел: the vowel goes when an ending comes. */
const FLEETING = /^(.*[^aeiu])[ae]([ckl])$/;
/** Жалейка, Вольга, Салаха; Polish Marta, Piotr: the last consonant is another one before e and i. */
const SHIFTED: Readonly<Record<string, readonly string[]>> = { k: ['c'], h: ['z', 's'] };
const SHIFTED_IN_POLISH: Readonly<Record<string, readonly string[]>> = {
  ...{ t: ['c'], r: ['rz', 'j'] },
};
const WITH_VOWEL = /^(.{2,})[ai]a?$/;

/** The sound itself, and what is left of it without each ending that it may have. */
export function stemsOf(sound: string): readonly Stem[] {
  const stems = [{ stem: sound, taken: 0 }];
  for (let taken = 1; taken <= LONGEST_ENDING && sound.length - taken >= SHORTEST; taken++)
    if (isEnding(sound.slice(-taken))) stems.push({ stem: sound.slice(0, -taken), taken });
  return stems;
}

/** What a word of a name is before an ending where it is another than by itself. */
export function stemsBeforeEndings(sound: string, isPolish: boolean): readonly string[] {
  const [, before, last] = FLEETING.exec(sound) ?? [];
  const found = before !== undefined && last !== undefined ? [`${before}${last}`] : [];
  const bare = WITH_VOWEL.exec(sound)?.[1] ?? (isPolish ? sound : '');
  const others = { ...SHIFTED, ...(isPolish && SHIFTED_IN_POLISH) };
  for (const other of others[bare.charAt(bare.length - 1)] ?? [])
    found.push(`${bare.slice(0, -1)}${other}`);
  return found.filter((stem) => stem.length > SHORTEST);
}

/** What a word may be derived of. Of a word in small letters, and of a short ending, more sounds must be left. */
export function* derivedOf(stems: readonly Stem[], capital: boolean): Generator<string> {
  const shortest = SHORTEST + (capital ? 1 : 2);
  for (const { stem } of stems) {
    if (!LAST_DERIVED.has(stem.charAt(stem.length - 1))) continue;
    for (const suffix of ADJECTIVES)
      if (stem.length - suffix.length >= shortest && stem.endsWith(suffix))
        yield stem.slice(0, -suffix.length);
    for (const suffix of POSSESSIVES) {
      const least = shortest + (capital ? 2 - Math.min(suffix.length, 2) : 1);
      if (stem.length - suffix.length >= least && stem.endsWith(suffix))
        yield stem.slice(0, -suffix.length);
    }
  }
}
