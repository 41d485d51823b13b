/** Sources, their texts, and what is much the same. */
import { z } from 'zod';
import type {
  DerivedText,
  FieldClaims,
  NearDuplicates,
  QuoteOffer,
  SuggestedQuote,
  TrashEntry,
} from '../../../archive/face/index.ts';
import type { PageLayout, Quote, Source, TextDocument } from '../../../archive/model/index.ts';
import { QuoteId, Sha256, SourceId } from '../../../archive/model/index.ts';
import { Correction, Deleting, Rereading, SourcePatch } from '../../../archive/requests.ts';
import { returns } from './returns.ts';

export const sourcesCalls = {
  'sources.text': returns<TextDocument | null>()('query', z.strictObject({ source: SourceId })),
  /** Where the words of its text stand on its pages, or in its picture. */
  'sources.layout': returns<PageLayout | null>()('query', z.strictObject({ source: SourceId })),
  'sources.edit': returns<Source>()(
    'command',
    z.strictObject({ id: SourceId, patch: SourcePatch }),
  ),
  /** Each of these gives the source another text; what becomes of its quotes is told. */
  'sources.readAgain': returns<DerivedText>()(
    'command',
    z.strictObject({ id: SourceId, how: Rereading }),
  ),
  'sources.correctText': returns<DerivedText>()(
    'command',
    z.strictObject({ id: SourceId, correction: Correction }),
  ),
  'sources.restoreText': returns<DerivedText>()(
    'command',
    z.strictObject({ id: SourceId, sha256: Sha256 }),
  ),
  /** What several places of the original say of it. */
  'sources.claims': returns<readonly FieldClaims[]>()(
    'query',
    z.strictObject({ source: SourceId }),
  ),
  /** Quotes of earlier versions, and where they stand in this one. */
  'sources.offerQuotes': returns<readonly QuoteOffer[]>()(
    'query',
    z.strictObject({ source: SourceId }),
  ),
  /** Direct speech in its text that was not quoted yet. */
  'sources.suggestQuotes': returns<readonly SuggestedQuote[]>()(
    'query',
    z.strictObject({ source: SourceId }),
  ),
  'sources.carryQuotes': returns<readonly Quote[]>()(
    'command',
    z.strictObject({ source: SourceId, quotes: z.array(QuoteId).min(1).max(2_000) }),
  ),
  /** Of sources that came in: what is much the same as something that was there, with this. */
  'sources.nearDuplicates': returns<readonly NearDuplicates[]>()(
    'job',
    z.strictObject({ sources: z.array(SourceId).max(30_000) }),
  ),
  /** Into the trash, with what rests on it. */
  'sources.delete': returns<TrashEntry>()(
    'command',
    z.strictObject({ id: SourceId, deleting: Deleting.partial().optional() }),
  ),
};
