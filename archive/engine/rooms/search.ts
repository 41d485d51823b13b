/** Finding, lists of names, saved searches, and what is much the same. */
import { namesTable } from '../../exchange/index.ts';
import type { SearchCalls } from '../../face/index.ts';
import { type Job, quietJob } from '../../lib/job.ts';
import { fail, ok } from '../../lib/result.ts';
import { note } from '../../store/commands/archive.ts';
import {
  addSavedSearch,
  deleteSavedSearch,
  editSavedSearch,
} from '../../store/commands/saved-searches.ts';
import { deliver, liesIn } from '../deliver.ts';
import { reportNames, rowOf } from '../name-report.ts';
import type { OpenArchive } from '../open-archive.ts';

export function searchRoom(open: OpenArchive): SearchCalls {
  const report = (names: readonly string[], limit: number, job: Job) =>
    open.find((finder) => reportNames(names, limit, (request) => finder.find(request), job));
  return {
    prepareSearch: (job = quietJob) =>
      open.find(async (finder) => {
        await finder.ready(job.progress);
        return ok(null);
      }),

    async search(request) {
      const found = await open.find((finder) => finder.find(request));
      return found.ok ? ok(found.value.results) : found;
    },

    searchPage: (request) => open.find((finder) => finder.find(request)),

    searchNames: (names, limit, job = quietJob) => report(names, limit, job),

    async namesAsCsv(names, limit, job = quietJob) {
      const reports = await report(names, limit, job);
      if (!reports.ok) return reports;
      const bytes = namesTable(reports.value.map(rowOf));
      const noted = await noteLeft(open, reports.value.length, bytes);
      return noted.ok ? ok(bytes) : noted;
    },

    async exportNames(rows, path) {
      if (await liesIn(path, open.folder)) return fail('target-inside-archive');
      const bytes = namesTable(rows);
      const delivered = await deliver(path, bytes);
      return delivered.ok ? noteLeft(open, rows.length, bytes) : delivered;
    },

    alike: (id, limit) => open.find(async () => ok(await open.likeness.alike(id, limit))),
    nearDuplicates: (sources, job = quietJob) =>
      open.find(() => open.likeness.nearDuplicates(sources, job)),

    addSavedSearch: (draft) => open.run(addSavedSearch(draft)),
    editSavedSearch: (id, patch) => open.run(editSavedSearch(id, patch)),
    deleteSavedSearch: (id) => open.run(deleteSavedSearch(id)),
  };
}

/** The line of the log, unless nothing can be written. */
async function noteLeft(open: OpenArchive, names: number, { length: bytes }: Uint8Array) {
  if (open.store.readOnly !== null) return ok(null);
  return open.run(note('names.export', { names, bytes }));
}
