/** Names that sound like what is typed, in whatever script: “sakol” offers Сокал. Only offered, never taken by itself. */
import { sounds, stem, wordsOf } from '../../../archive/text/index.ts';

/** Shorter beginnings sound like too much. */
const SHORTEST = 3;

/** Whether each word typed, or what it is without its ending, sounds like the beginning of some word of the name. */
export function soundsLike(name: string, typed: string): boolean {
  const asked = wordsOf(typed).map((word) => [word, stem(word, 'und')]);
  const known = wordsOf(name).map(vowelless);
  return (
    asked.length > 0 &&
    asked.every((forms) =>
      forms.some(
        (word) =>
          word.length >= SHORTEST &&
          vowelless(word).some((sound) =>
            known.some((all) => all.some((other) => sound.length > 1 && other.startsWith(sound))),
          ),
      ),
    )
  );
}

/** Vowels are what spellings differ in most. */
const vowelless = (word: string): readonly string[] =>
  sounds(word).map((sound) => sound.charAt(0) + sound.slice(1).replace(/[aeiouy]/g, ''));
