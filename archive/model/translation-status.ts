/** Whether a translation was held against the words: plain, so that the window asks it too. */
import type { Translation, TranslationStatus } from './quote.ts';

export function statusOf({ status }: Pick<Translation, 'status'>): TranslationStatus {
  return status ?? 'unchecked';
}
