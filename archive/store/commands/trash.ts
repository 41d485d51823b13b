/**
 * Moves a source or a quote to the trash, with what rests on it. What is there stands in no other collection, so no
 * reader has to pass it over.
 */
import { fail, ok, type Result } from '../../lib/result.ts';
import {
  type Delete,
  type LeftPlace,
  limits,
  newTrashId,
  type Put,
  type Quote,
  type QuoteId,
  type Source,
  type SourceId,
  type Trashed,
} from '../../model/index.ts';
import type { Deleting } from '../../requests.ts';
import type { Reading } from '../state.ts';
import type { Command, Context } from '../store.ts';
import { partsOf, restingOn } from './rests-on.ts';

export function trashSource(
  id: SourceId,
  { used, parts: withParts }: Deleting,
): Command<'source-missing' | 'source-in-use' | 'source-has-parts' | 'too-much-at-once', Trashed> {
  return (reading, context) => {
    const source = reading.get('sources', id);
    if (!source) return fail('source-missing');
    const parts = partsOf(reading, id);
    if (parts.length > 0 && !withParts) return fail('source-has-parts');
    const moved = moveToTrash(reading, [source, ...parts], [], context);
    if (!moved.ok) return moved;
    const { record, puts, deletes } = moved.value;
    if (!used && record.places.some(isUse)) return fail('source-in-use');
    return ok({
      value: record,
      change: {
        puts,
        deletes,
        activity: {
          action: 'source.delete',
          subjects: [...record.sources.map((one) => one.id), record.id],
          facts: {
            sha256: source.original.sha256,
            sources: record.sources.length,
            quotes: record.quotes.length,
            places: record.places.length,
          },
        },
      },
    });
  };
}

export function trashQuote(
  id: QuoteId,
  { used }: Pick<Deleting, 'used'>,
): Command<'quote-missing' | 'quote-in-use' | 'quote-proves-claim' | 'too-much-at-once', Trashed> {
  return (reading, context) => {
    const quote = reading.get('quotes', id);
    if (!quote) return fail('quote-missing');
    const moved = moveToTrash(reading, [], [quote], context);
    if (!moved.ok) return moved;
    const { record, puts, deletes } = moved.value;
    if (!used && record.places.some(isPrinted)) return fail('quote-in-use');
    if (!used && record.places.length > 0) return fail('quote-proves-claim');
    return ok({
      value: record,
      change: {
        puts,
        deletes,
        activity: {
          action: 'quote.delete',
          subjects: [id, quote.source, record.id],
          facts: { places: record.places.length },
        },
      },
    });
  };
}

const isPrinted = ({ kind }: LeftPlace) => kind === 'section' || kind === 'entry';

/** A collection gives a source back as it gave it away: nobody is asked for that. */
const isUse = ({ kind }: LeftPlace) => kind !== 'member';

interface Moved {
  readonly record: Trashed;
  readonly puts: readonly Put[];
  readonly deletes: readonly Delete[];
}

function moveToTrash(
  reading: Reading,
  sources: readonly Source[],
  named: readonly Quote[],
  { now, actor }: Context,
): Result<Moved, 'too-much-at-once'> {
  const { quotes, places, dossiers, claims, gatherings } = restingOn(reading, sources, named);
  if (sources.length > limits.trashedSources || unitsOf(quotes) > limits.trashedUnits)
    return fail('too-much-at-once');
  const ids = new Set<string>(sources.map(({ id }) => id));
  const pairings = reading
    .all('pairings')
    .filter(({ a, b }) => ids.has(a.source) || ids.has(b.source));
  const stamps = reading
    .all('stamps')
    .filter(({ of }) => of.kind === 'source' && ids.has(of.source));
  const record: Trashed = {
    id: newTrashId(),
    at: now,
    by: actor,
    sources: [...sources],
    quotes: [...quotes],
    pairings,
    stamps,
    places: [...places],
  };
  const puts: Put[] = [
    { collection: 'trash', record },
    ...dossiers.map((dossier): Put => ({
      collection: 'dossiers',
      record: { ...dossier, changedAt: now },
    })),
    ...gatherings.map((gathering): Put => ({
      collection: 'gatherings',
      record: { ...gathering, changedAt: now },
    })),
    ...claims.map((claim): Put => ({ collection: 'claims', record: { ...claim, changedAt: now } })),
  ];
  const deletes: Delete[] = [
    ...sources.map(({ id }) => ({ collection: 'sources' as const, id })),
    ...quotes.map(({ id }) => ({ collection: 'quotes' as const, id })),
    ...pairings.map(({ id }) => ({ collection: 'pairings' as const, id })),
    ...stamps.map(({ id }) => ({ collection: 'stamps' as const, id })),
  ];
  return ok({ record, puts, deletes });
}

/** About what they take in a frame of the journal, beside what is short. */
function unitsOf(quotes: readonly Quote[]): number {
  let units = 0;
  for (const { anchor, formerly, note, translation } of quotes)
    units +=
      500 +
      note.length +
      (anchor.kind === 'text' ? anchor.exact.length : 0) +
      (formerly?.exact.length ?? 0) +
      (translation?.text.length ?? 0);
  return units;
}
