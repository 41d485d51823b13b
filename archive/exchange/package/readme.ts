/** The page of a package that is read first. */
import { inGroups } from './signing.ts';
import type { Words } from './words/words.ts';

/** Nothing of the dossier stands in it. */
export function readmeText({ readme }: Words, fingerprint: string): string {
  const { title, inside, check, key, limits } = readme;
  const parts = [title, inside, check, key.replace('{fingerprint}', inGroups(fingerprint)), limits];
  return `${parts.join('\n\n')}\n`;
}
