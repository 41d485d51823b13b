/**
 * Puts another derivation in the place of a source's text. The one before is kept and can be gone back to. Quotes
 * follow: word for word where they can; with other words or neighbours, told as such until somebody has looked; else
 * they are lost, with their old words and surroundings kept.
 */
import { type Placer, type Placing, type SourceText } from '../../anchoring/index.ts';
import { fail, ok } from '../../lib/result.ts';
import {
  type Activity,
  limits,
  type Put,
  type Quote,
  quotedPassage,
  type Source,
  type SourceId,
  type TextRef,
} from '../../model/index.ts';
import type { Command } from '../store.ts';

/** What became of the quotes of a text that was replaced. */
export interface QuotesPlaced {
  /** Word for word at their place. */
  readonly exact: number;
  /** Word for word, elsewhere. */
  readonly moved: number;
  /** With other words. */
  readonly changed: number;
  readonly lost: number;
}

export interface Derived {
  readonly source: Source;
  readonly quotes: QuotesPlaced;
}

export interface Derivation {
  /** Names the blob in which the text stands already. */
  readonly ref: TextRef;
  readonly placer: Placer;
  /** Texts of the source that quotes may have been cut from. */
  readonly before: readonly SourceText[];
  /** Digest of the text that is replaced, as far as that matters. */
  readonly of: string | null;
}

type Told = Pick<Activity, 'action' | 'facts'>;

export function deriveText(
  id: SourceId,
  { ref, placer, before, of }: Derivation,
  { action, facts }: Told,
): Command<'source-missing' | 'text-changed' | 'too-many-texts', Derived> {
  return (reading, { now }) => {
    const source = reading.get('sources', id);
    if (!source) return fail('source-missing');
    if (of !== null && source.text?.sha256 !== of) return fail('text-changed');
    const record: Source = { ...withText(source, ref), changedAt: now };
    if ((record.formerTexts?.length ?? 0) > limits.formerTexts) return fail('too-many-texts');
    const placed = reading
      .quotesOf(id)
      .flatMap((quote) => placedAgain(quote, placer, before, now) ?? []);
    const count = (kind: Placing['kind']) => placed.filter((each) => each.kind === kind).length;
    const quotes = {
      exact: count('exact'),
      moved: count('moved'),
      changed: count('changed'),
      lost: count('lost'),
    };
    const put = placed.filter(({ kind }) => kind !== 'lost').map(({ quote }) => quote);
    const puts: Put[] = [
      { collection: 'sources', record },
      ...put.map((quote): Put => ({ collection: 'quotes', record: quote })),
    ];
    return ok({
      value: { source: record, quotes },
      change: {
        puts,
        deletes: [],
        activity: {
          action,
          subjects: [id, ...placed.map(({ quote }) => quote.id)].slice(0, limits.listLength),
          facts: {
            ...facts,
            textBefore: source.text?.sha256 ?? '',
            textAfter: ref.sha256,
            moved: quotes.moved,
            changed: quotes.changed,
            lost: quotes.lost,
          },
        },
      },
    });
  };
}

/** The source with this text; the one that it had is the latest of the former ones. */
export function withText(source: Source, ref: TextRef): Source {
  const { formerTexts = [], text, ...rest } = source;
  const former = [...formerTexts, ...(text === null ? [] : [text])].filter(
    ({ blob }, at, all) =>
      blob !== ref.blob && all.findLastIndex((other) => other.blob === blob) === at,
  );
  return { ...rest, text: ref, ...(former.length > 0 && { formerTexts: former }) };
}

interface Placed {
  readonly kind: Placing['kind'];
  readonly quote: Quote;
}

/** `null` for a part of a picture. */
function placedAgain(
  quote: Quote,
  placer: Placer,
  before: readonly SourceText[],
  now: string,
): Placed | null {
  // Words that nobody has agreed to yet are not what was quoted.
  const quoted = quotedPassage(quote);
  if (!quoted) return null;
  const rest = { ...quote };
  delete rest.formerly;
  const text = before.find(({ sha256 }) => sha256 === quoted.textSha256) ?? null;
  const placing = placer.place(quoted, text);
  if (placing.kind === 'lost') return { kind: 'lost', quote };
  const { anchor } = placing;
  if (placing.kind === 'exact')
    return { kind: 'exact', quote: { ...rest, anchor, changedAt: now } };
  // What somebody checked were the words before.
  const check = rest.check === 'checked' ? 'unchecked' : rest.check;
  return {
    kind: placing.kind,
    quote: { ...rest, anchor, formerly: quoted, check, changedAt: now },
  };
}
