/** The trash of the bridge in memory: what is deleted goes there whole, and comes back. */
import type { TrashEntry, Uses } from '../../archive/face/index.ts';
import type {
  Delete,
  Dossier,
  Put,
  Quote,
  Source,
  Trashed,
  TrashId,
} from '../../archive/model/index.ts';
import { idOf } from './material.ts';

interface Beside {
  readonly sources: ReadonlyMap<string, Source>;
  readonly quotes: ReadonlyMap<string, Quote>;
  readonly dossiers: ReadonlyMap<string, Dossier>;
  readonly trash: ReadonlyMap<string, Trashed>;
  readonly now: string;
  readonly store: (puts: readonly Put[], deletes?: readonly Delete[]) => void;
  readonly undoable: (undo: () => { puts: readonly Put[]; deletes: readonly Delete[] }) => void;
}

export function trashBeside(held: Beside) {
  let made = 0;
  const quotesOf = (id: string) => [...held.quotes.values()].filter(({ source }) => source === id);

  const entryOf = (item: Trashed): TrashEntry => {
    const { id, at, by, sources, quotes, places } = item;
    const alone = sources.length === 0 ? quotes[0] : undefined;
    return {
      id,
      at,
      by,
      goesAt: new Date(Date.parse(at) + 30 * 24 * 60 * 60 * 1_000).toISOString(),
      sources,
      quotes: quotes.length,
      quote: alone ?? null,
      quoteOf: alone?.source ?? null,
      places: places.length,
      heldBy: null,
    };
  };

  /** Dossiers that show one of these, and the places that they leave. */
  const placesOf = (ids: ReadonlySet<string>) =>
    [...held.dossiers.values()].flatMap((dossier) =>
      dossier.sections.flatMap((section, index) => {
        const shown =
          section.kind === 'quote'
            ? section.quote
            : section.kind === 'source'
              ? section.source
              : '';
        const after = dossier.sections[index - 1]?.id ?? null;
        return ids.has(shown)
          ? [{ kind: 'section' as const, dossier: dossier.id, section, after, index }]
          : [];
      }),
    );

  return {
    usesOf: (id: string): Uses => {
      const quotes = held.quotes.has(id) ? [id] : quotesOf(id).map((quote) => quote.id);
      const places = placesOf(new Set([id, ...quotes]));
      return {
        quotes: quotes.length,
        parts: [...held.sources.values()].filter(({ partOf }) => partOf === id).length,
        dossiers: [...new Set(places.map(({ dossier }) => dossier))],
        claims: [],
      };
    },
    move: (sources: readonly Source[], named: readonly Quote[]): TrashEntry => {
      const quotes = [...named, ...sources.flatMap(({ id }) => quotesOf(id))];
      const places = placesOf(new Set<string>([...sources, ...quotes].map(({ id }) => id)));
      const record: Trashed = {
        id: idOf('trs', ++made) as TrashId,
        at: held.now,
        by: { state: 'value', value: 'V. R.' },
        sources: [...sources],
        quotes,
        pairings: [],
        stamps: [],
        places,
      };
      const before = places.flatMap(({ dossier }) => held.dossiers.get(dossier) ?? []);
      held.undoable(() => ({
        puts: [
          ...sources.map((source): Put => ({ collection: 'sources', record: source })),
          ...quotes.map((quote): Put => ({ collection: 'quotes', record: quote })),
          ...before.map((dossier): Put => ({ collection: 'dossiers', record: dossier })),
        ],
        deletes: [{ collection: 'trash', id: record.id }],
      }));
      const without = before.map((dossier): Put => ({
        collection: 'dossiers',
        record: {
          ...dossier,
          sections: dossier.sections.filter(
            (one) => !places.some(({ section }) => section.id === one.id),
          ),
        },
      }));
      held.store(
        [{ collection: 'trash', record }, ...without],
        [
          ...sources.map(({ id }) => ({ collection: 'sources' as const, id })),
          ...quotes.map(({ id }) => ({ collection: 'quotes' as const, id })),
        ],
      );
      return entryOf(record);
    },
    list: () => [...held.trash.values()].reverse().map(entryOf),
    restore: (item: Trashed) => {
      held.store(
        [
          ...item.sources.map((source): Put => ({ collection: 'sources', record: source })),
          ...item.quotes.map((quote): Put => ({ collection: 'quotes', record: quote })),
        ],
        [{ collection: 'trash', id: item.id }],
      );
      return {
        sources: item.sources.map(({ id }) => id),
        quotes: item.quotes.length,
        lost: 0,
      };
    },
  };
}
