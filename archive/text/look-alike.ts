/** What a name looks like to an eye: letters of several alphabets that are drawn the same are one, ё is е, marks between words none. */
import { foldWord } from './fold.ts';
import { wordsOf } from './words.ts';

/** Each group is drawn the same in most typefaces: Latin first, then Cyrillic and Greek. */
const GROUPS = `AАΑ BВΒ CСϹ EЕЁΕ HНΗ IІΙӀ JЈ KКΚ MМΜ NΝ OОΟ PРΡ SЅ TТΤ XХΧ YУΥҮ ZΖ
aа cсϲ dԁ eеё hһ iіι jј oоο pр sѕ xх yу vν`;

const SAME: ReadonlyMap<string, string> = new Map(
  GROUPS.split(/\s+/).flatMap((group) => {
    const [latin = '', ...others] = Array.from(group);
    return others.map((letter) => [letter, latin] as const);
  }),
);

/** Two names with the same look are easily taken for each other. Whatever has no letter or number looks like itself. */
export function lookOf(name: string): string {
  let drawn = '';
  for (const letter of name.normalize('NFKC')) drawn += SAME.get(letter) ?? letter;
  return wordsOf(drawn).map(foldWord).join(' ') || drawn.trim() || name.trim();
}
