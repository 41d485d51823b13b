/** Who probably said what is offered, with a question mark where the name stands farther off. */
import { t } from '../../lib/texts.svelte.ts';
import type { Suggestion } from './suggestions.svelte.ts';

export function sayOffer({ speaker }: Pick<Suggestion, 'speaker'>): string {
  if (!speaker) return t('quote.noSpeaker');
  return speaker.named === 'before' ? t('suggest.perhaps', { name: speaker.name }) : speaker.name;
}
