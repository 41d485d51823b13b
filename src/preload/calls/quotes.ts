/** Quotes, and where they stand. */
import { z } from 'zod';
import type { TrashEntry } from '../../../archive/face/index.ts';
import type { Quote } from '../../../archive/model/index.ts';
import { QuoteId, SourceId } from '../../../archive/model/index.ts';
import { Deleting, QuoteDraft, QuotePatch, TextPassage } from '../../../archive/requests.ts';
import { returns } from './returns.ts';

export const quotesCalls = {
  'quotes.list': returns<readonly Quote[]>()(
    'query',
    z.strictObject({ source: SourceId.optional() }),
  ),
  'quotes.add': returns<Quote>()('command', QuoteDraft),
  'quotes.edit': returns<Quote>()('command', z.strictObject({ id: QuoteId, patch: QuotePatch })),
  /** Says where a quote stands; without a passage, that it was put at the right place. */
  'quotes.place': returns<Quote>()(
    'command',
    z.strictObject({ id: QuoteId, passage: TextPassage.nullable() }),
  ),
  'quotes.delete': returns<TrashEntry>()(
    'command',
    z.strictObject({ id: QuoteId, deleting: Deleting.pick({ used: true }).partial().optional() }),
  ),
};
