/** The timeline: every date of sources, quotes and claims, in order of time. */
import { timelineTable } from '../../exchange/index.ts';
import type { TimelineCalls } from '../../face/index.ts';
import { fail, ok } from '../../lib/result.ts';
import { findNames, guardedForms } from '../../redact/index.ts';
import type { TimelineRequest } from '../../requests.ts';
import { note } from '../../store/commands/archive.ts';
import { entriesOf, type TimelineEntry, timelineOf } from '../../timeline/index.ts';
import { deliver, liesIn } from '../deliver.ts';
import { entriesNaming } from '../named-entries.ts';
import type { OpenArchive } from '../open-archive.ts';

export function timelineRoom(open: OpenArchive): TimelineCalls {
  return {
    timeline: async (request) => ok(await shown(open, request)),

    async entriesNaming(id) {
      const entity = open.reading.get('entities', id);
      if (!entity) return fail('entity-missing');
      return ok([...(await entriesNaming(datedIn(open), entity))]);
    },

    async timelineAsCsv(request, despiteNames) {
      const { bytes, named } = await tableOf(open, request);
      return named > 0 && !despiteNames ? fail('names-protected', { count: named }) : ok(bytes);
    },

    async exportTimeline(request, despiteNames, path) {
      if (await liesIn(path, open.folder)) return fail('target-inside-archive');
      const { bytes, named, entries } = await tableOf(open, request);
      if (named > 0 && !despiteNames) return fail('names-protected', { count: named });
      const delivered = await deliver(path, bytes);
      if (!delivered.ok) return delivered;
      const left = { entries, protectedNames: named };
      if (open.store.readOnly !== null) return ok(left);
      const facts = { entries, bytes: bytes.length, names: named };
      const noted = await open.run(note('timeline.export', facts));
      return noted.ok ? ok(left) : noted;
    },
  };
}

function datedIn({ reading }: OpenArchive): TimelineEntry[] {
  return entriesOf({
    sources: reading.all('sources'),
    quotes: reading.all('quotes'),
    claims: reading.all('claims'),
  });
}

async function shown(open: OpenArchive, request: TimelineRequest): Promise<TimelineEntry[]> {
  const { reading } = open;
  const { named = null, ...filter } = request;
  const entries = timelineOf(datedIn(open), filter, {
    kindOf: (source) => reading.get('sources', source)?.kind ?? null,
    nameOf: (who) => reading.get('entities', who)?.name ?? '',
  });
  if (named === null) return entries;
  const entity = reading.get('entities', named);
  if (!entity) return [];
  const naming = await entriesNaming(entries, entity);
  return entries.filter(({ id }) => naming.has(id));
}

/** With how many are named in it who must not be. */
async function tableOf(open: OpenArchive, request: TimelineRequest) {
  const { reading } = open;
  const entries = await shown(open, request);
  const entities = reading.all('entities');
  const bytes = timelineTable(entries, {
    sources: reading.all('sources'),
    tags: reading.all('tags'),
    entities,
  });
  const found = findNames(new TextDecoder().decode(bytes), guardedForms(entities, null));
  const named = new Set(found.map(({ entity }) => entity)).size;
  return { bytes, named, entries: entries.length };
}
