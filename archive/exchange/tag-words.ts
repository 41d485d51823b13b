/** What was written of a tag as one text, for formats that know a description and no more. */
import type { Tag } from '../model/index.ts';
import { inWords } from './said-in-words.ts';

export function tagWords(tag: Tag): string {
  const said = (text: string | undefined, inWord: (text: string) => string) =>
    text === undefined || text === '' ? [] : [inWord(text)];
  return [
    ...said(tag.definition, (text) => text),
    ...said(tag.examples, inWords.examples),
    ...said(tag.whenToUse, inWords.whenToUse),
    ...said(tag.whenNotToUse, inWords.whenNotToUse),
    ...memoLines(tag).map(inWords.memo),
  ].join('\n\n');
}

export function memoLines({ memos = [] }: Tag): string[] {
  return memos.map(({ at, text }) => `${at}: ${text}`);
}
