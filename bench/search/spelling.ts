/**
 * How invented names and words are written. A name is a row of sounds; each way of writing gives letters for them. Written from the spelling
 * rules of the languages, not from the tables of the search, which must not test itself.
 */

export const vowels = ['a', 'e', 'i', 'o', 'u'] as const;
export const consonants = [
  'b', 'v', 'g', 'd', 'zh', 'z', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'f', 'kh', 'ts', 'ch', 'sh',
] as const; // prettier-ignore
export type Sound = (typeof vowels)[number] | (typeof consonants)[number] | 'y';

export const languages = ['en', 'be', 'ru', 'uk', 'pl', 'ar'] as const;
export type BenchLanguage = (typeof languages)[number];

export interface Writing {
  readonly name: string;
  readonly letters: Readonly<Record<Sound, string>>;
}

const order = [
  'a', 'e', 'i', 'o', 'u', 'y', 'b', 'v', 'g', 'd', 'zh', 'z', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'f', 'kh', 'ts', 'ch', 'sh',
] as const; // prettier-ignore

function writing(name: string, letters: string): Writing {
  const list = letters.split(' ');
  if (list.length !== order.length) throw new Error(`writing ${name} has ${list.length} letters`);
  return {
    name,
    letters: Object.fromEntries(order.map((sound, at) => [sound, list[at]])) as Writing['letters'],
  };
}

//                                  a e i o u y b v g d zh z k l m n p r s t f kh ts ch sh
export const belarusian = writing('be', 'а е і а у й б в г д ж з к л м н п р с т ф х ц ч ш');
export const russian = writing('ru', 'а е и о у й б в г д ж з к л м н п р с т ф х ц ч ш');
export const ukrainian = writing('uk', 'а е і о у й б в г д ж з к л м н п р с т ф х ц ч ш');
export const polish = writing('pl', 'a e i o u j b w h d ż z k l m n p r s t f ch c cz sz');
export const arabic = writing('ar', 'ا ي ي و و ي ب ف غ د ج ز ك ل م ن ب ر س ت ف خ تس تش ش');
export const romanisations: readonly Writing[] = [
  writing('plain', 'a e i o u y b v h d zh z k l m n p r s t f kh ts ch sh'),
  writing('through-russian', 'a e i o u y b v g d zh z k l m n p r s t f kh ts ch sh'),
  writing('akanje', 'a e i a u y b v h d zh z k l m n p r s t f kh ts ch sh'),
  writing('french', 'a e i o ou ï b v g d j z k l m n p r s t f kh ts tch ch'),
  writing('german', 'a e i o u j b w g d sch s k l m n p r s t f ch z tsch sch'),
  writing('latinka', 'a e i a u j b v h d ž z k l m n p r s t f ch c č š'),
];

export const writings: Readonly<Record<BenchLanguage, readonly Writing[]>> = {
  en: romanisations,
  be: [belarusian],
  ru: [russian],
  uk: [ukrainian],
  pl: [polish],
  ar: [arabic],
};

export function spell(sounds: readonly Sound[], { letters, name }: Writing): string {
  let word = '';
  sounds.forEach((sound, at) => {
    // Arabic leaves short vowels inside a word out, more often than not.
    const inner = at > 0 && at < sounds.length - 1;
    if (name === 'ar' && inner && sound === 'e') return;
    word += name === 'ar' && at === 0 && (sound === 'e' || sound === 'i') ? 'إ' : letters[sound];
  });
  return word;
}

export const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** Endings that a name or a word takes on in a sentence; the first is none. */
export const nameEndings: Readonly<Record<BenchLanguage, readonly string[]>> = {
  en: ['', '', '', "'s"],
  be: ['', '', 'а', 'у', 'ам', 'е'],
  ru: ['', '', 'а', 'у', 'ом', 'е'],
  uk: ['', '', 'а', 'у', 'ом', 'ові'],
  pl: ['', '', 'a', 'owi', 'em', 'ie'],
  ar: ['', '', ''],
};
export const wordEndings: Readonly<Record<BenchLanguage, readonly string[]>> = {
  en: ['', 's', 'ed', 'ing'],
  be: ['', 'а', 'у', 'ам', 'ы', 'аў', 'амі'],
  ru: ['', 'а', 'у', 'ом', 'ы', 'ов', 'ами'],
  uk: ['', 'а', 'у', 'ом', 'и', 'ів', 'ами'],
  pl: ['', 'a', 'u', 'em', 'y', 'ów', 'ami'],
  ar: ['', 'ات', 'ين', 'ه'],
};
