/** What was written of a tag as one text, for formats that know a description and no more. */
import type { Tag } from '../model/index.ts';

export function tagWords(tag: Tag): string {
  const parts: readonly (readonly [string, string | undefined])[] = [
    ['', tag.definition],
    ['Examples: ', tag.examples],
    ['When to use: ', tag.whenToUse],
    ['When not to use: ', tag.whenNotToUse],
    ...memoLines(tag).map((line) => ['Memo ', line] as const),
  ];
  return parts.flatMap(([label, text = '']) => (text === '' ? [] : `${label}${text}`)).join('\n\n');
}

export function memoLines({ memos = [] }: Tag): string[] {
  return memos.map(({ at, text }) => `${at}: ${text}`);
}
