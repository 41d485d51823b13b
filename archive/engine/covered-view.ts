/**
 * The archive as an export with a profile reads it: of a picture with parts that must not leave the picture with those
 * parts black, never the original; its text without the words that stand there; and of quotes that tell of them only
 * that they are there.
 */
import type { ArchiveView } from '../exchange/index.ts';
import type { Pictures } from '../import/index.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import {
  type BlobId,
  type Claim,
  type Quote,
  regionsOf,
  type Source,
  type SourceId,
} from '../model/index.ts';
import type { Covering, CoveredText } from './covering.ts';

const NOTHING = '0'.repeat(64);

export interface CoveredParts {
  readonly covering: Covering;
  readonly pictures: () => Pictures;
  /** Stands for words that do not leave. */
  readonly mark: string;
}

type Texts = ReadonlyMap<string, CoveredText | null>;

export async function coveredView(
  view: ArchiveView,
  { covering, pictures, mark }: CoveredParts,
): Promise<Result<ArchiveView, 'damaged'>> {
  const covered = new Map<string, Source>(
    view.sources.flatMap((source) => (regionsOf(source).length > 0 ? [[source.id, source]] : [])),
  );
  if (covered.size === 0) return ok(view);
  const texts = new Map<string, CoveredText | null>();
  for (const source of covered.values()) {
    const text = await covering.text(source, mark);
    if (!text.ok) return text;
    texts.set(source.id, text.value);
  }
  const hidden = new Set<string>(
    view.quotes.flatMap((quote) => {
      const source = covered.get(quote.source);
      return source && covering.hides(source, texts.get(source.id) ?? null, quote)
        ? [quote.id]
        : [];
    }),
  );
  return ok({
    ...view,
    sources: view.sources.map((source) =>
      covered.has(source.id) ? coverSource(source, texts) : source,
    ),
    quotes: view.quotes.map((quote) =>
      covered.has(quote.source) ? coverQuote(quote, texts, hidden.has(quote.id), mark) : quote,
    ),
    claims: view.claims.map((claim) => coverClaim(claim, hidden, mark)),
    pairings: view.pairings.filter(({ a, b }) => !covered.has(a.source) && !covered.has(b.source)),
    text: (id) =>
      covered.has(id) ? Promise.resolve(ok(texts.get(id)?.document ?? null)) : view.text(id),
    original: (id) => leaving(view, id, covered, covering, pictures),
  });
}

/** A picture that cannot be decoded does not leave at all. */
async function leaving(
  view: ArchiveView,
  id: SourceId,
  covered: ReadonlyMap<string, Source>,
  covering: Covering,
  pictures: () => Pictures,
): ReturnType<ArchiveView['original']> {
  const source = covered.get(id);
  if (!source) return view.original(id);
  const made = await covering.picture(source, pictures());
  if (made.ok) return ok(made.value.bytes);
  return made.error.code === 'damaged' ? fail('damaged') : ok(null);
}

function coverSource(source: Source, texts: Texts): Source {
  const { text, image, ...rest } = source;
  delete rest.formerTexts;
  delete rest.recognition;
  const document = texts.get(source.id);
  return {
    ...rest,
    image: image && { width: image.width, height: image.height, orientation: image.orientation },
    covered: regionsOf(source).map((region) => ({ ...region, by: '' })),
    text: text && document ? coverTextOf(text, document) : null,
  };
}

function coverTextOf(
  text: NonNullable<Source['text']>,
  { sha256, text: left }: CoveredText,
): NonNullable<Source['text']> {
  const rest = { ...text };
  delete rest.layout;
  return { ...rest, blob: NOTHING as BlobId, sha256, length: left.length };
}

function coverQuote(quote: Quote, texts: Texts, hidden: boolean, mark: string): Quote {
  const rest = { ...quote };
  delete rest.formerly;
  if (hidden) delete rest.seen;
  const { anchor } = quote;
  const around = { prefix: '', suffix: '' };
  const text = texts.get(quote.source);
  if (hidden) {
    const nowhere = { ...around, exact: mark, start: 0, end: mark.length, textSha256: NOTHING };
    return {
      ...rest,
      anchor: anchor.kind === 'text' ? { ...anchor, ...nowhere } : anchor,
      translation: null,
      note: '',
    };
  }
  if (anchor.kind !== 'text' || !text) return rest;
  return {
    ...rest,
    anchor: {
      ...anchor,
      ...around,
      start: text.edited.start(anchor.start),
      end: text.edited.end(anchor.end),
      textSha256: text.sha256,
    },
  };
}

/** What a row says is in the words of its quote. */
function coverClaim(claim: Claim, hidden: ReadonlySet<string>, mark: string): Claim {
  return {
    ...claim,
    rows: claim.rows.map((row) =>
      hidden.has(row.quote) ? { ...row, written: mark, number: null } : row,
    ),
  };
}
