/** Opens what was found, at its place. */
import type { SearchResult } from '../../../../archive/face/index.ts';
import type { QuoteId, SourceId } from '../../../../archive/model/index.ts';
import type { App } from '../../lib/app.svelte.ts';

type Found = Pick<SearchResult, 'id' | 'kind' | 'sourceId'> &
  Partial<Pick<SearchResult, 'matches'>>;

export function openResult(app: App, { id, kind, sourceId, matches = [] }: Found): void {
  if (kind === 'quote') {
    app.shelf.chosen = sourceId;
    app.nav.open({ screen: 'read', source: sourceId, quote: id as QuoteId });
    return;
  }
  const text = matches.find(({ field }) => field === 'text');
  openSource(app, sourceId, text && { start: text.start, end: text.end });
}

export function openSource(
  app: App,
  source: SourceId,
  at?: { readonly start: number; readonly end: number },
): void {
  app.shelf.chosen = source;
  app.nav.open({ screen: 'read', source, ...(at ? { at } : {}) });
}
