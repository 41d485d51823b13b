/** How a quote looks and is called where there is no room for its words. */
import type { Quote } from '../../../archive/model/index.ts';
import type { Records } from './records.svelte.ts';
import { tagColour } from './tag-colour.ts';
import { t } from './texts.svelte.ts';

/** That of its first tag. */
export function quoteColour({ tags: [tag] }: Quote, records: Records): string {
  const colour = tag === undefined ? null : (records.tags.get(tag)?.colour ?? null);
  return tagColour(colour, 'var(--mark-ink)');
}

export function speakerName({ speaker }: Quote, records: Records): string {
  return speaker === null ? t('quote.noSpeaker') : (records.entities.get(speaker)?.name ?? '');
}
