/** What became of a source whose text was replaced, in one sentence. */
import type { DerivedText } from '../../../archive/face/index.ts';
import { t } from './texts.svelte.ts';

export function sayDerived(done: string, { quotes }: DerivedText): string {
  const parts = [
    quotes.exact > 0 ? t('derived.exact', { count: quotes.exact }) : '',
    quotes.moved > 0 ? t('derived.moved', { count: quotes.moved }) : '',
    quotes.changed > 0 ? t('derived.changed', { count: quotes.changed }) : '',
    quotes.lost > 0 ? t('derived.lost', { count: quotes.lost }) : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? done : `${done} ${t('derived.quotes', { parts: parts.join(', ') })}`;
}
