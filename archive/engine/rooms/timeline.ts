/** The timeline: every date of sources, quotes and claims, in order of time. */
import { timelineTable } from '../../exchange/index.ts';
import type { TimelineCalls } from '../../face/index.ts';
import { quietJob } from '../../lib/job.ts';
import { fail, ok, type Result } from '../../lib/result.ts';
import type { Entity } from '../../model/index.ts';
import { findNames, guardedForms } from '../../redact/index.ts';
import type { TimelineRequest } from '../../requests.ts';
import { note } from '../../store/commands/archive.ts';
import { entriesOf, type TimelineEntry, timelineOf } from '../../timeline/index.ts';
import { deliver, liesIn } from '../deliver.ts';
import { entriesNaming } from '../named-entries.ts';
import { NamedTexts } from '../named-texts.ts';
import type { OpenArchive } from '../open-archive.ts';

export function timelineRoom(open: OpenArchive): TimelineCalls {
  const texts = new NamedTexts();
  return {
    timeline: (request) => shown(open, texts, request),

    async entriesNaming(id) {
      const entity = open.reading.get('entities', id);
      if (!entity) return fail('entity-missing');
      const naming = await namingIn(open, texts, datedIn(open), entity);
      return naming.ok ? ok([...naming.value]) : naming;
    },

    async timelineAsCsv(request, despiteNames) {
      const table = await tableOf(open, texts, request);
      if (!table.ok) return table;
      const { bytes, named } = table.value;
      if (named > 0 && !despiteNames) return fail('names-protected', { count: named });
      const noted = await noteLeft(open, table.value);
      return noted.ok ? ok(bytes) : noted;
    },

    async exportTimeline(request, despiteNames, path) {
      if (await liesIn(path, open.folder)) return fail('target-inside-archive');
      const table = await tableOf(open, texts, request);
      if (!table.ok) return table;
      const { bytes, named } = table.value;
      if (named > 0 && !despiteNames) return fail('names-protected', { count: named });
      const delivered = await deliver(path, bytes);
      if (!delivered.ok) return delivered;
      return noteLeft(open, table.value);
    },
  };
}

/** The line of the log, unless nothing can be written. */
async function noteLeft(open: OpenArchive, { bytes, named: names, entries }: Table) {
  const left = { entries, protectedNames: names };
  if (open.store.readOnly !== null) return ok(left);
  const noted = await open.run(note('timeline.export', { entries, bytes: bytes.length, names }));
  return noted.ok ? ok(left) : noted;
}

function datedIn({ reading }: OpenArchive): TimelineEntry[] {
  return entriesOf({
    sources: reading.all('sources'),
    quotes: reading.all('quotes'),
    claims: reading.all('claims'),
  });
}

/** In the text of a source too: closing the archive stops it. */
function namingIn(
  open: OpenArchive,
  texts: NamedTexts,
  entries: readonly TimelineEntry[],
  entity: Entity,
): Promise<Result<ReadonlySet<string>, 'cancelled' | 'closed'>> {
  return open.hold(
    open.find(async (finder) => {
      const job = { ...quietJob, signal: open.ending };
      const sources = await texts.sourcesNaming(open, finder, entity, job);
      return sources.ok ? ok(await entriesNaming(entries, entity, sources.value)) : sources;
    }),
  );
}

async function shown(
  open: OpenArchive,
  texts: NamedTexts,
  request: TimelineRequest,
): Promise<Result<TimelineEntry[], 'cancelled' | 'closed'>> {
  const { reading } = open;
  const { named = null, ...filter } = request;
  const entries = timelineOf(datedIn(open), filter, {
    kindOf: (source) => reading.get('sources', source)?.kind ?? null,
    nameOf: (who) => reading.get('entities', who)?.name ?? '',
  });
  if (named === null) return ok(entries);
  const entity = reading.get('entities', named);
  if (!entity) return ok([]);
  const naming = await namingIn(open, texts, entries, entity);
  return naming.ok ? ok(entries.filter(({ id }) => naming.value.has(id))) : naming;
}

interface Table {
  readonly bytes: Uint8Array;
  /** How many are named in it who must not be. */
  readonly named: number;
  readonly entries: number;
}

async function tableOf(
  open: OpenArchive,
  texts: NamedTexts,
  request: TimelineRequest,
): Promise<Result<Table, 'cancelled' | 'closed'>> {
  const { reading } = open;
  const entries = await shown(open, texts, request);
  if (!entries.ok) return entries;
  const entities = reading.all('entities');
  const bytes = timelineTable(entries.value, {
    sources: reading.all('sources'),
    tags: reading.all('tags'),
    entities,
  });
  const found = findNames(new TextDecoder().decode(bytes), guardedForms(entities, null));
  const named = new Set(found.map(({ entity }) => entity)).size;
  return ok({ bytes, named, entries: entries.value.length });
}
