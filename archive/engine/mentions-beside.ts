/** Where the records say a name, besides the texts: titles, notes, translations, what is seen, who speaks. */
import type { BesideField, BesideMention, NamePlace } from '../face/index.ts';
import { type Entity, limits, type QuoteId, type SourceId } from '../model/index.ts';
import type { Reading } from '../store/state.ts';
import { contextOf } from './context.ts';
import { lookInPieces } from './in-pieces.ts';

type Look = (text: string) => Omit<NamePlace, 'context' | 'contextStart'>[];

interface Piece {
  readonly field: BesideField;
  readonly source: SourceId;
  readonly quote: QuoteId | null;
  readonly text: string;
}

/** By shelfmark; the first of them, and how many there are. */
export async function mentionsBeside(
  reading: Reading,
  entity: Entity,
  look: Look,
): Promise<{ readonly beside: readonly BesideMention[]; readonly besideCount: number }> {
  const named = (await lookInPieces(pieces(reading), look)).map(({ piece, place }) =>
    told(reading, piece, place),
  );
  const all = [...spoken(reading, entity), ...named].sort((one, other) =>
    byShelfmark(one.shelfmark, other.shelfmark),
  );
  return { beside: all.slice(0, limits.mentionsBeside), besideCount: all.length };
}

export const byShelfmark = (one: string, other: string) =>
  one.length - other.length || (one < other ? -1 : 1);

function told(
  reading: Reading,
  { field, source, quote, text }: Piece,
  place: ReturnType<Look>[number],
): BesideMention {
  const shelfmark = reading.get('sources', source)?.shelfmark ?? '';
  return { ...place, ...contextOf(text, place), field, source, quote, shelfmark };
}

/** Quotes that it says, and rows of claims: the record says so, whatever the words are. */
function spoken(reading: Reading, { id }: Entity): BesideMention[] {
  const whole = { start: 0, end: 0, part: false, shared: false };
  const said = [...reading.all('quotes')].flatMap(
    ({ id: quote, source, speaker, anchor, seen }) => {
      if (speaker !== id) return [];
      const text = anchor.kind === 'text' ? anchor.exact : (seen ?? '');
      return [told(reading, { field: 'speaker', source, quote, text }, whole)];
    },
  );
  const answers = [...reading.all('claims')].flatMap(({ rows }) =>
    rows.flatMap(({ saidBy, quote, written }) => {
      const source = reading.get('quotes', quote)?.source;
      if (saidBy !== id || source === undefined) return [];
      return [told(reading, { field: 'said-by', source, quote, text: written }, whole)];
    }),
  );
  return [...said, ...answers];
}

function* pieces(reading: Reading): Generator<Piece> {
  for (const { id: source, title, note, metadata } of reading.all('sources')) {
    const of = { source, quote: null };
    yield { ...of, field: 'title', text: title };
    yield { ...of, field: 'note', text: note };
    yield { ...of, field: 'publisher', text: metadata.publisher ?? '' };
    for (const text of metadata.authors) yield { ...of, field: 'author', text };
  }
  for (const { id: quote, source, note, seen, translation } of reading.all('quotes')) {
    const of = { source, quote };
    yield { ...of, field: 'seen', text: seen ?? '' };
    yield { ...of, field: 'quote-note', text: note };
    yield { ...of, field: 'translation', text: translation?.text ?? '' };
    yield { ...of, field: 'translator', text: translation?.translator ?? '' };
  }
}
