/** Which of the languages with word lists a text is in. */
import { scriptOf } from '../text/index.ts';

export const languages = ['en', 'be', 'ru', 'uk', 'pl', 'ar'] as const;
/** `other`: a language without word lists; digits and shared words still work. */
export type ListedLanguage = (typeof languages)[number] | 'other';

/** UTF-16 units looked at when the language has to be guessed. */
const SAMPLE = 20_000;

const isListed = (code: string): code is (typeof languages)[number] =>
  (languages as readonly string[]).includes(code);

/** The language by its tag (`be`, `sr-Latn`); by its letters when the tag is `und`. */
export function listedLanguage(tag: string, text: string): ListedLanguage {
  const code = tag.split('-', 1)[0] ?? 'und';
  if (isListed(code)) return code;
  if (code !== 'und') return 'other';
  const sample = text.slice(0, SAMPLE).toLowerCase();
  switch (scriptOf(sample)) {
    case 'arabic':
      return 'ar';
    case 'cyrillic':
      return /[ўў]/.test(sample) ? 'be' : /[їєґ]/.test(sample) ? 'uk' : 'ru';
    case 'latin':
      return /[ąęłśżźćń]/.test(sample) ? 'pl' : 'en';
    case 'other':
      return 'other';
  }
}
