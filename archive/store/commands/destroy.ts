/**
 * Deletes for good what is in the trash, with all that knows of it; the line of the log is what is left. Its files leave
 * the folder after this change (`engine/forgetting.ts`); until then the archive's own record says which.
 */
import { assert } from '../../lib/assert.ts';
import { fail, ok } from '../../lib/result.ts';
import {
  type Delete,
  goesAt,
  type Leaving,
  type LeftPlace,
  limits,
  type Put,
  type Source,
  type SourceId,
  type Trashed,
  type TrashId,
} from '../../model/index.ts';
import type { Reading } from '../state.ts';
import type { Command } from '../store.ts';
import { nameOf, namesOf } from './rests-on.ts';

/** `blobsOf` tells which blobs a record names. */
export function destroy(
  id: TrashId,
  reason: string,
  blobsOf: (item: Trashed) => readonly string[],
): Command<'trash-missing', null> {
  return (reading) => {
    const item = reading.get('trash', id);
    if (!item) return fail('trash-missing');
    const gone = new Set<string>(item.sources.map((source) => source.id));
    const items = [item, ...homelessWithout(reading, gone, id)];
    const quotes = items.flatMap((one) => one.quotes);
    for (const record of quotes) gone.add(record.id);
    const puts: Put[] = [
      leavingPut(reading, items, blobsOf),
      ...relinked(reading, item),
      ...strippedItems(reading, gone, new Set(items.map((one) => one.id))),
    ];
    const deletes = items.map((one): Delete => ({ collection: 'trash', id: one.id }));
    return ok({
      value: null,
      change: {
        puts,
        deletes,
        forgets: [
          ...gone,
          ...items.flatMap((one) => [one.id, ...idsOf(one.pairings), ...idsOf(one.stamps)]),
        ],
        activity: {
          action: 'trash.destroy',
          subjects: [...gone, ...deletes.map((one) => one.id)].slice(0, limits.listLength),
          facts: {
            ...digestsOf(item.sources),
            sources: item.sources.length,
            quotes: quotes.length,
            reason,
          },
        },
      },
    });
  };
}

/** What has been in the trash for as long as it is kept. */
export function overdue(reading: Reading, now: number): TrashId[] {
  return reading
    .all('trash')
    .filter((item) => Date.parse(goesAt(item)) <= now)
    .map(({ id }) => id);
}

/** Nothing of these is left in any file. */
export function noteForgotten(done: readonly TrashId[], files: number): Command<never, null> {
  return (reading) => {
    const { leaving = [], ...about } = aboutOf(reading);
    const still = leaving.filter(({ id }) => !done.includes(id));
    return ok({
      value: null,
      change: {
        puts: [
          {
            collection: 'about',
            record: { ...about, ...(still.length > 0 && { leaving: still }) },
          },
        ],
        deletes: [],
        activity: {
          action: 'trash.forget',
          subjects: done.slice(0, limits.listLength),
          facts: { files },
        },
      },
    });
  };
}

function aboutOf(reading: Reading) {
  const about = reading.get('about', 'archive');
  assert(about, 'an open archive says what it is');
  return about;
}

const idsOf = (records: readonly { readonly id: string }[]) => records.map(({ id }) => id);

/** Quotes that were deleted by themselves, of sources that are gone now: they could never be put back. */
function homelessWithout(
  reading: Reading,
  gone: ReadonlySet<string>,
  except: TrashId,
): readonly Trashed[] {
  return reading
    .all('trash')
    .filter(
      ({ id, sources, quotes }) =>
        id !== except && sources.length === 0 && quotes.some(({ source }) => gone.has(source)),
    );
}

function leavingPut(
  reading: Reading,
  items: readonly Trashed[],
  blobsOf: (item: Trashed) => readonly string[],
): Put {
  const about = aboutOf(reading);
  const added = items.map((item) => ({ id: item.id, since: item.at, blobs: blobsOf(item) }));
  const leaving = [...(about.leaving ?? []), ...(added as unknown as Leaving[])];
  return { collection: 'about', record: { ...about, leaving } };
}

/** Later versions of what is gone are later versions of what that was one of. */
function relinked(reading: Reading, { sources }: Trashed): Put[] {
  const earlier = new Map(sources.map(({ id, versionOf }) => [id, versionOf]));
  const lead = (id: SourceId): SourceId | null => {
    const seen = new Set<SourceId>();
    let at: SourceId | null = id;
    while (at !== null && earlier.has(at) && !seen.has(at)) {
      seen.add(at);
      at = earlier.get(at) ?? null;
    }
    return at !== null && reading.get('sources', at) ? at : null;
  };
  return reading.all('sources').flatMap((record): Put[] => {
    const { versionOf } = record;
    if (versionOf === null || !earlier.has(versionOf)) return [];
    return [{ collection: 'sources', record: { ...record, versionOf: lead(versionOf) } }];
  });
}

/** What stays in the trash keeps nothing that needs what is gone. */
function strippedItems(
  reading: Reading,
  gone: ReadonlySet<string>,
  except: ReadonlySet<string>,
): Put[] {
  return reading.all('trash').flatMap((record): Put[] => {
    if (except.has(record.id)) return [];
    const pairings = record.pairings.filter(
      ({ a, b }) => !gone.has(a.source) && !gone.has(b.source),
    );
    const places = record.places.filter((place) => !neededBy(place).some((id) => gone.has(id)));
    if (pairings.length === record.pairings.length && places.length === record.places.length)
      return [];
    return [{ collection: 'trash', record: { ...record, pairings, places } }];
  });
}

function neededBy(place: LeftPlace): readonly string[] {
  if (place.kind === 'row') return [place.row.quote];
  if (place.kind === 'entry') return [nameOf(place.entry)];
  return place.kind === 'member' ? [place.source] : namesOf(place.section);
}

function digestsOf(sources: readonly Source[]): Record<string, string> {
  const digests = sources.map(({ original }, at) => [
    at === 0 ? 'sha256' : `sha256-${at + 1}`,
    original.sha256,
  ]);
  return Object.fromEntries(digests) as Record<string, string>;
}
