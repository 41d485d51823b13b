/** Chooses the fixed wording of a dossier by its language. */
import { en } from './en.ts';
import type { Words } from './words.ts';

const catalogues: Readonly<Record<string, Words>> = { en };

/** English where the language has no catalogue yet. */
export function wordsFor(language: string): Words {
  return catalogues[language.split('-')[0] ?? ''] ?? en;
}

/** What stands in the place of names, in a language. */
export function markWords(language: string): Words['redaction']['marks'] {
  return wordsFor(language).redaction.marks;
}

/** Stands for words of a picture's text that lie under a covered part of it. */
export function coveredMark(language: string): string {
  return `[${wordsFor(language).redaction.coveredWords}]`;
}
