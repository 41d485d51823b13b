/** A quote in a line: its words, or what is seen in a part of a picture. */
import type { Quote } from '../../../archive/model/index.ts';
import { t } from './texts.svelte.ts';

export function quoteText({ anchor, seen = '' }: Pick<Quote, 'anchor' | 'seen'>): string {
  if (anchor.kind === 'text') return anchor.exact;
  return seen === '' ? t('region.part') : seen;
}
