/** Initials as they are compared: by how they sound, so that И. І. and I. I. are one, in either order. */
import { sounds } from '../text/index.ts';

/** The sounds of the first and the last of the letters, in any alphabet; either may be the given name. */
export function initialsKey(letters: readonly string[]): string {
  const heard = [letters[0] ?? '', letters.at(-1) ?? ''].map(
    (letter) => sounds(letter)[0]?.charAt(0) ?? letter.toLowerCase(),
  );
  return heard.sort().join('');
}
