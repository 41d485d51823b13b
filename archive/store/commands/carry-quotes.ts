/**
 * Carries quotes over from the earlier versions of a source into it, where their words stand there. The quotes that
 * they come from stay: they say what the earlier version said.
 */
import type { Placer, Placing, SourceText } from '../../anchoring/index.ts';
import { fail, ok } from '../../lib/result.ts';
import {
  newQuoteId,
  type Put,
  type Quote,
  type QuoteId,
  quotedPassage,
  type Source,
  type SourceId,
} from '../../model/index.ts';
import type { Reading } from '../state.ts';
import type { Command } from '../store.ts';

/** The earlier versions of a source, the latest first. */
export function earlierVersions(reading: Reading, source: Source): Source[] {
  const versions: Source[] = [];
  let at = source.versionOf;
  while (at !== null) {
    const version = reading.get('sources', at);
    // A chain that comes back to itself would be damage; it ends here all the same.
    if (!version || version.id === source.id || versions.includes(version)) break;
    versions.push(version);
    at = version.versionOf;
  }
  return versions;
}

/** Quotes of earlier versions that were not carried over yet, neither into the source nor into a version between. */
export function quotesToCarry(reading: Reading, source: Source): Quote[] {
  const carried = new Set(reading.quotesOf(source.id).map(({ carriedFrom }) => carriedFrom));
  return earlierVersions(reading, source).flatMap((version) => {
    const quotes = reading.quotesOf(version.id);
    const left = quotes.filter(({ id, anchor }) => anchor.kind === 'text' && !carried.has(id));
    for (const { carriedFrom } of quotes) carried.add(carriedFrom);
    return left;
  });
}

export interface Carrying {
  readonly placer: Placer;
  /** Digest of the text into which they are carried. */
  readonly of: string;
  /** Texts of the earlier versions. */
  readonly before: readonly SourceText[];
}

export function placeForCarrying(
  quote: Quote,
  { placer, before }: Pick<Carrying, 'placer' | 'before'>,
): Placing {
  const quoted = quotedPassage(quote);
  if (!quoted) return { kind: 'lost', why: 'missing' };
  return placer.place(quoted, before.find(({ sha256 }) => sha256 === quoted.textSha256) ?? null);
}

export function carryQuotes(
  id: SourceId,
  wanted: readonly QuoteId[],
  carrying: Carrying,
): Command<
  'source-missing' | 'quote-missing' | 'text-changed' | 'passage-missing',
  readonly Quote[]
> {
  return (reading, { now }) => {
    const source = reading.get('sources', id);
    if (!source) return fail('source-missing');
    if (source.text?.sha256 !== carrying.of) return fail('text-changed');
    const offered = new Map(quotesToCarry(reading, source).map((quote) => [quote.id, quote]));
    const quotes: Quote[] = [];
    for (const from of new Set(wanted)) {
      const quote = offered.get(from);
      if (!quote) return fail('quote-missing');
      const placing = placeForCarrying(quote, carrying);
      if (placing.kind === 'lost') return fail('passage-missing');
      quotes.push(carried(quote, source, placing, now));
    }
    return ok({
      value: quotes,
      change: {
        puts: quotes.map((record): Put => ({ collection: 'quotes', record })),
        deletes: [],
        activity: {
          action: 'quote.carry',
          subjects: [id, ...quotes.map((quote) => quote.id)],
          facts: { quotes: quotes.length },
        },
      },
    });
  };
}

/** What is said of the quote goes along; that somebody checked its words only where they are the same. */
function carried(
  quote: Quote,
  source: Source,
  { kind, anchor }: Exclude<Placing, { readonly kind: 'lost' }>,
  now: string,
): Quote {
  const other = kind === 'changed' || anchor.exact !== quotedPassage(quote)?.exact;
  const rest = { ...quote };
  delete rest.formerly;
  return {
    ...rest,
    id: newQuoteId(),
    source: source.id,
    anchor,
    carriedFrom: quote.id,
    language: source.text?.language ?? quote.language,
    check: other && quote.check === 'checked' ? 'unchecked' : quote.check,
    createdAt: now,
    changedAt: now,
  };
}
