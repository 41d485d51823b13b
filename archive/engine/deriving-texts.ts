/** Other texts of a source: read again, corrected by hand, an earlier one put back, a later version of it. */
import { correct, Placer } from '../anchoring/index.ts';
import type { DerivedText, QuoteOffer } from '../face/index.ts';
import { type SourceReader, toLabel } from '../import/index.ts';
import { type Clock, toIso } from '../lib/clock.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import {
  type Quote,
  type QuoteId,
  quotedPassage,
  type Source,
  type SourceId,
  type TextRef,
} from '../model/index.ts';
import type { Correction, Rereading, TextPassage } from '../requests.ts';
import {
  type Carrying,
  carryQuotes,
  earlierVersions,
  placeForCarrying,
  quotesToCarry,
} from '../store/commands/carry-quotes.ts';
import { type Derivation, deriveText } from '../store/commands/derive-text.ts';
import { placeQuote } from '../store/commands/place-quote.ts';
import type { Command, Store } from '../store/store.ts';
import type { Vault } from '../vault/index.ts';
import { countWords, keepText } from './intake.ts';
import { digestOfText, type StoredText, type Texts } from './texts.ts';

const BY_HAND = { name: 'kuferak-hand', version: '1' };

export interface DerivingTexts {
  readonly vault: Vault;
  readonly store: Store;
  readonly texts: Texts;
  readonly clock: Clock;
}

export async function readAgain(
  { vault, store, texts, clock }: DerivingTexts,
  reader: SourceReader,
  id: SourceId,
  { encoding }: Rereading,
): Promise<Result<DerivedText>> {
  const label = encoding === null ? null : toLabel(encoding);
  if (encoding !== null && label === null) return fail('encoding-unknown');
  const source = store.reading.get('sources', id);
  if (!source) return fail('source-missing');
  const bytes = await vault.blobs.get(source.original.blob);
  if (!bytes.ok) return fail('damaged');
  const { name } = source.original;
  const read = await reader.read(bytes.value, { name, ...(label !== null && { encoding: label }) });
  if (!read.ok) return fail(read.error.code === 'closed' ? 'closed' : 'no-text');
  const draft = read.value;
  if (!draft.text) return fail('no-text');
  if (label !== null && draft.encoding?.label !== label) return fail('encoding-unknown');
  const kept = await keepText(texts, draft, clock);
  if (!kept.ok) return kept;
  if (!kept.value) return fail('no-text');
  const { sha256 } = kept.value;
  const text = { text: draft.text.text, sha256 };
  return replaceText({ store, texts }, source, kept.value, text, null, {
    action: 'source.read-again',
    facts: { encoding: draft.encoding?.label ?? '' },
  });
}

export async function correctText(
  { store, texts, clock }: DerivingTexts,
  id: SourceId,
  { text: typed, of, by, reason }: Correction,
): Promise<Result<DerivedText>> {
  const source = store.reading.get('sources', id);
  if (!source) return fail('source-missing');
  const stored = await texts.of(source);
  const places = await texts.layoutOf(source);
  if (!stored.ok || !places.ok) return fail('damaged');
  if (!source.text || !stored.value) return fail('no-text');
  if (source.text.sha256 !== of) return fail('text-changed');
  const { document, layout } = correct(stored.value.document, places.value, typed);
  const sha256 = digestOfText(document.text);
  if (document.text === '') return fail('no-text');
  if (sha256 === of) return fail('nothing-changed');
  const blob = await texts.put(document);
  if (!blob.ok) return blob;
  const placed = layout ? await texts.putLayout(layout) : ok(null);
  if (!placed.ok) return placed;
  const rest = { ...source.text };
  delete rest.layout;
  const ref: TextRef = {
    ...rest,
    blob: blob.value,
    sha256,
    length: document.text.length,
    words: countWords(document.text),
    method: BY_HAND,
    madeAt: toIso(clock.now()),
    ...(placed.value !== null && { layout: placed.value }),
    correction: { by, reason, of },
  };
  return replaceText({ store, texts }, source, ref, { text: document.text, sha256 }, of, {
    action: 'source.correct',
    facts: { by, reason },
  });
}

export async function restoreText(
  { store, texts }: Pick<DerivingTexts, 'store' | 'texts'>,
  id: SourceId,
  sha256: string,
): Promise<Result<DerivedText>> {
  const source = store.reading.get('sources', id);
  if (!source) return fail('source-missing');
  const ref = source.formerTexts?.find((former) => former.sha256 === sha256);
  if (!ref) return fail('no-text');
  const stored = await texts.of({ ...source, text: ref });
  if (!stored.ok || !stored.value) return fail('damaged');
  return replaceText({ store, texts }, source, ref, stored.value, null, {
    action: 'source.restore-text',
    facts: {},
  });
}

export async function placeQuoteAt(
  { store, texts }: Pick<DerivingTexts, 'store' | 'texts'>,
  id: QuoteId,
  passage: TextPassage | null,
): Promise<Result<Quote>> {
  const quote = store.reading.get('quotes', id);
  const source = quote && store.reading.get('sources', quote.source);
  if (!source) return fail('quote-missing');
  const stored = await texts.of(source);
  if (!stored.ok) return stored;
  return run(store, placeQuote(id, passage, stored.value));
}

/** What can be carried over from earlier versions, in the order in which it stands there. */
export async function offerQuotes(
  parts: Pick<DerivingTexts, 'store' | 'texts'>,
  id: SourceId,
): Promise<Result<readonly QuoteOffer[]>> {
  const source = parts.store.reading.get('sources', id);
  if (!source) return fail('source-missing');
  const carrying = await carryingInto(parts, source);
  if (!carrying.ok) return carrying;
  const offers = quotesToCarry(parts.store.reading, source)
    .map((quote) => ({ quote, placing: placeForCarrying(quote, carrying.value) }))
    .sort((a, b) => startOf(a.quote) - startOf(b.quote));
  return ok(offers);
}

export async function carryOver(
  parts: Pick<DerivingTexts, 'store' | 'texts'>,
  id: SourceId,
  quotes: readonly QuoteId[],
): Promise<Result<readonly Quote[]>> {
  const source = parts.store.reading.get('sources', id);
  if (!source) return fail('source-missing');
  const carrying = await carryingInto(parts, source);
  if (!carrying.ok) return carrying;
  return run(parts.store, carryQuotes(id, quotes, carrying.value));
}

async function carryingInto(
  { store, texts }: Pick<DerivingTexts, 'store' | 'texts'>,
  source: Source,
): Promise<Result<Carrying>> {
  const stored = await texts.of(source);
  if (!stored.ok) return stored;
  if (!stored.value) return fail('no-text');
  const before: StoredText[] = [];
  for (const version of earlierVersions(store.reading, source))
    before.push(...(await texts.cutFrom(version, store.reading.quotesOf(version.id))));
  return ok({ placer: new Placer(stored.value), of: stored.value.sha256, before });
}

async function replaceText(
  { store, texts }: Pick<DerivingTexts, 'store' | 'texts'>,
  source: Source,
  ref: TextRef,
  text: Pick<StoredText, 'text' | 'sha256'>,
  of: string | null,
  told: Parameters<typeof deriveText>[2],
): Promise<Result<DerivedText>> {
  const before = await texts.cutFrom(source, store.reading.quotesOf(source.id));
  const derivation: Derivation = { ref, placer: new Placer(text), before, of };
  return run(store, deriveText(source.id, derivation, told));
}

async function run<T>(store: Store, command: Command<string, T>): Promise<Result<T>> {
  const written = await store.run(command);
  return written.ok ? ok(written.value.value) : written;
}

const startOf = (quote: Quote) => quotedPassage(quote)?.start ?? 0;
