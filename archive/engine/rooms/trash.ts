/** The trash: what goes into it, what is in it, what comes back. */
import type { TrashCalls, TrashEntry, Uses } from '../../face/index.ts';
import { fail, ok } from '../../lib/result.ts';
import { goesAt, type QuoteId, type SourceId, type Trashed } from '../../model/index.ts';
import { restore } from '../../store/commands/restore.ts';
import { partsOf, restingOn } from '../../store/commands/rests-on.ts';
import { trashQuote, trashSource } from '../../store/commands/trash.ts';
import type { Reading } from '../../store/state.ts';
import type { OpenArchive } from '../open-archive.ts';
import { putBackInstead } from '../put-back.ts';

export function trashRoom(open: OpenArchive): TrashCalls {
  const { reading } = open;
  return {
    usesOf: (id) => Promise.resolve(usesOf(reading, id)),

    async deleteSource(id, { used = false, parts = false } = {}) {
      const moved = await open.run(trashSource(id, { used, parts }));
      return moved.ok ? ok(entryOf(reading, moved.value)) : moved;
    },
    async deleteQuote(id, { used = false } = {}) {
      const moved = await open.run(trashQuote(id, { used }));
      return moved.ok ? ok(entryOf(reading, moved.value)) : moved;
    },

    trash: () =>
      Promise.resolve(
        ok(
          [...reading.all('trash')]
            .sort((a, b) => (a.at < b.at ? 1 : -1))
            .map((item) => entryOf(reading, item)),
        ),
      ),

    async restoreTrashed(id) {
      const back = await open.run(restore(id));
      if (!back.ok) return back;
      const { item, lost } = back.value;
      const sources = item.sources.map((source) => source.id);
      return ok({ sources, quotes: item.quotes.length, lost });
    },

    async putBackInstead(id, instead) {
      const back = await putBackInstead(open, id, instead);
      if (!back.ok) return back;
      const { item, lost, replaced } = back.value;
      const sources = item.sources.map((source) => source.id);
      return ok({ sources, quotes: item.quotes.length, lost, replaced });
    },

    async destroyTrashed(ids, reason) {
      const all = reading.all('trash').map(({ id }) => id);
      if (ids !== 'all' && !ids.every((id) => all.includes(id))) return fail('trash-missing');
      let items = 0;
      for (const id of ids === 'all' ? all : ids) {
        const gone = await open.forgetting.destroy(id, reason);
        // It went with its source.
        if (!gone.ok && gone.error.code === 'trash-missing') continue;
        if (!gone.ok) return gone;
        items += 1;
      }
      return ok({ items, forgotten: await open.hold(open.forgetting.forget()) });
    },
  };
}

function usesOf(reading: Reading, id: SourceId | QuoteId) {
  const source = reading.get('sources', id);
  const quote = reading.get('quotes', id);
  if (!source && !quote)
    return id.startsWith('qte') ? fail('quote-missing') : fail('source-missing');
  const parts = source ? partsOf(reading, source.id) : [];
  const resting = restingOn(reading, source ? [source, ...parts] : [], quote ? [quote] : []);
  const uses: Uses = {
    quotes: resting.quotes.length,
    parts: parts.length,
    dossiers: resting.dossiers.map((dossier) => dossier.id),
    claims: resting.claims.map((claim) => claim.id),
  };
  return ok(uses);
}

export function entryOf(reading: Reading, item: Trashed): TrashEntry {
  const { id, at, by, sources, quotes, places } = item;
  const [first] = sources;
  const alone = first ? undefined : quotes[0];
  const holder = first?.partOf === undefined ? undefined : reading.get('sources', first.partOf);
  return {
    id,
    at,
    by,
    goesAt: goesAt(item),
    sources: sources.map((source) => ({
      id: source.id,
      shelfmark: source.shelfmark,
      title: source.title,
      kind: source.kind,
    })),
    quotes: quotes.length,
    quote: alone ? { id: alone.id, anchor: alone.anchor, language: alone.language } : null,
    quoteOf: alone && reading.get('sources', alone.source) ? alone.source : null,
    places: places.length,
    heldBy: holder?.id ?? null,
  };
}
