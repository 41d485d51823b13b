/** What lies in the trash follows when tags and names become others: it comes back with those of then. */
import type { ClaimRow, Put, Quote, Source, Trashed } from '../../model/index.ts';
import type { Reading } from '../state.ts';

interface Following {
  readonly source?: (source: Source) => Source;
  readonly quote?: (quote: Quote) => Quote;
  readonly row?: (row: ClaimRow) => ClaimRow;
}

/** Each function gives back the very record that it leaves as it is. */
export function followedInTrash(
  reading: Reading,
  { source = same, quote = same, row = same }: Following,
): Put[] {
  return reading.all('trash').flatMap((item): Put[] => {
    const sources = item.sources.map(source);
    const quotes = item.quotes.map(quote);
    const places = item.places.map((place) => {
      const changed = place.kind === 'row' ? row(place.row) : null;
      return changed === null || place.kind !== 'row' || changed === place.row
        ? place
        : { ...place, row: changed };
    });
    const record: Trashed = { ...item, sources, quotes, places };
    const isSame =
      alike(sources, item.sources) && alike(quotes, item.quotes) && alike(places, item.places);
    return isSame ? [] : [{ collection: 'trash', record }];
  });
}

const same = <T>(record: T): T => record;

function alike(changed: readonly unknown[], before: readonly unknown[]): boolean {
  return changed.every((record, at) => record === before[at]);
}
