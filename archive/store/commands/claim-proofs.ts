/** Makes rows of a claim out of drafts: each has its quote, found or made, and its words stand in it. */
import { anchorAt, type SourceText } from '../../anchoring/index.ts';
import { fail, ok, type Result } from '../../lib/result.ts';
import {
  type ClaimRow,
  type EntityId,
  newClaimRowId,
  newQuoteId,
  proves,
  type Put,
  type Quote,
  type SourceId,
} from '../../model/index.ts';
import type { ClaimRowDraft, Proof } from '../../requests.ts';
import type { Reading } from '../state.ts';
import { chooseSpeaker } from './choices.ts';

/** Readable texts of the sources that drafts name; a source without any is left out. */
export type TextsBySource = ReadonlyMap<SourceId, SourceText>;

export type NewRowsFailure =
  | 'quote-missing'
  | 'source-missing'
  | 'no-text'
  | 'text-changed'
  | 'passage-differs'
  | 'words-not-in-quote'
  | 'entity-missing';

interface Made {
  readonly rows: readonly ClaimRow[];
  /** Quotes and people that had to be made. */
  readonly puts: readonly Put[];
}

export function newRows(
  reading: Reading,
  drafts: readonly ClaimRowDraft[],
  texts: TextsBySource,
  now: string,
): Result<Made, NewRowsFailure> {
  const rows: ClaimRow[] = [];
  const puts: Put[] = [];
  for (const { proof, saidBy, ...said } of drafts) {
    const quote = quoteFor(reading, proof, texts, puts, now);
    if (!quote.ok) return quote;
    if (!proves(quote.value, said.written)) return fail('words-not-in-quote');
    const speaker =
      saidBy === undefined
        ? ok<EntityId | null>(quote.value.speaker)
        : chosenSpeaker(reading, saidBy, puts);
    if (!speaker.ok) return speaker;
    rows.push({
      ...said,
      id: newClaimRowId(),
      quote: quote.value.id,
      saidBy: speaker.value,
      origin: null,
    });
  }
  return ok({ rows, puts });
}

/** Notes in `puts` whom it had to make; the same name in two drafts is one person. */
export function chosenSpeaker(
  reading: Reading,
  choice: Parameters<typeof chooseSpeaker>[1],
  puts: Put[],
): Result<EntityId | null, 'entity-missing'> {
  const made = puts.flatMap((put) => (put.collection === 'entities' ? [put.record] : []));
  const known: Reading = {
    get: (collection, id) => reading.get(collection, id),
    all: (collection) =>
      collection === 'entities'
        ? ([...reading.all('entities'), ...made] as never)
        : reading.all(collection),
    quotesOf: (source) => reading.quotesOf(source),
    countQuotes: (source) => reading.countQuotes(source),
  };
  const chosen = chooseSpeaker(known, choice);
  if (!chosen.ok) return chosen;
  puts.push(...chosen.value.puts);
  return ok(chosen.value.value);
}

function quoteFor(
  reading: Reading,
  proof: Proof,
  texts: TextsBySource,
  puts: Put[],
  now: string,
): Result<Quote, Exclude<NewRowsFailure, 'words-not-in-quote' | 'entity-missing'>> {
  if (proof.kind === 'quote') {
    const quote = reading.get('quotes', proof.quote);
    return quote ? ok(quote) : fail('quote-missing');
  }
  const source = reading.get('sources', proof.source);
  if (!source) return fail('source-missing');
  const text = texts.get(proof.source);
  if (!text) return fail('no-text');
  if (text.sha256 !== proof.of || source.text?.sha256 !== proof.of) return fail('text-changed');
  const { start, end, exact, value } = proof;
  if (value.start < start || value.end > end || value.start >= value.end)
    return fail('passage-differs');
  if (text.text.slice(start, end) !== exact) return fail('passage-differs');
  const made = puts.flatMap((put) => (put.collection === 'quotes' ? [put.record] : []));
  const there = shortestAround([...reading.quotesOf(source.id), ...made], proof);
  if (there) return ok(there);
  const record: Quote = {
    id: newQuoteId(),
    source: source.id,
    anchor: anchorAt(text, start, end),
    language: source.text.language,
    speaker: null,
    attribution: null,
    saidOn: null,
    translation: null,
    note: '',
    tags: [],
    check: 'unchecked',
    createdAt: now,
    changedAt: now,
  };
  puts.push({ collection: 'quotes', record });
  return ok(record);
}

/** The shortest quote that holds the place of the value: it says most plainly what is meant. */
function shortestAround(
  quotes: readonly Quote[],
  { source, of, value }: Extract<Proof, { kind: 'passage' }>,
): Quote | null {
  let best: Quote | null = null;
  let shortest = Infinity;
  for (const quote of quotes) {
    const { anchor } = quote;
    if (quote.source !== source || anchor.kind !== 'text' || anchor.textSha256 !== of) continue;
    const length = anchor.end - anchor.start;
    if (anchor.start > value.start || anchor.end < value.end || length >= shortest) continue;
    best = quote;
    shortest = length;
  }
  return best;
}
