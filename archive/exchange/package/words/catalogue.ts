/** Chooses the fixed wording of a package by the language of its dossier. */
import { en } from './en.ts';
import type { Words } from './words.ts';

const catalogues: Readonly<Record<string, Words>> = { en };

/** English where the language has no catalogue yet. */
export function wordsFor(language: string): Words {
  return catalogues[language.split('-')[0] ?? ''] ?? en;
}
