/** Plain sentences for what a person should know of how a file was read. */
import { en } from './en.ts';
import { isMessageKey, type Translate } from './translate.ts';

/** The sentence for a note code of the import; a code without one is named as it is. */
export function noteText(t: Translate, code: string): string {
  const key = `note.${code}`;
  return isMessageKey(key, en) ? (t as (key: string) => string)(key) : t('note.other', { code });
}
