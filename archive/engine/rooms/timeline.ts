/** The timeline: every date of sources, quotes and claims, in order of time. */
import { timelineTable } from '../../exchange/index.ts';
import type { TimelineCalls } from '../../face/index.ts';
import { fail, ok } from '../../lib/result.ts';
import { findNames, guardedForms } from '../../redact/index.ts';
import type { TimelineRequest } from '../../requests.ts';
import { note } from '../../store/commands/archive.ts';
import { entriesOf, timelineOf } from '../../timeline/index.ts';
import { deliver, liesIn } from '../deliver.ts';
import type { OpenArchive } from '../open-archive.ts';

export function timelineRoom(open: OpenArchive): TimelineCalls {
  return {
    timeline: (request) => Promise.resolve(ok(shown(open, request))),

    timelineAsCsv(request, despiteNames) {
      const { bytes, named } = tableOf(open, request);
      if (named > 0 && !despiteNames)
        return Promise.resolve(fail('names-protected', { count: named }));
      return Promise.resolve(ok(bytes));
    },

    async exportTimeline(request, despiteNames, path) {
      if (await liesIn(path, open.folder)) return fail('target-inside-archive');
      const { bytes, named, entries } = tableOf(open, request);
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

function shown({ reading }: OpenArchive, request: TimelineRequest) {
  const dated = entriesOf({
    sources: reading.all('sources'),
    quotes: reading.all('quotes'),
    claims: reading.all('claims'),
  });
  return timelineOf(dated, request);
}

/** With how many are named in it who must not be. */
function tableOf(open: OpenArchive, request: TimelineRequest) {
  const { reading } = open;
  const entries = shown(open, request);
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
