/** Names: where texts have them, two that are one, one that is two, and those that nothing uses. */
import { nameListTable } from '../../exchange/index.ts';
import type { NameCalls } from '../../face/index.ts';
import { type Job, quietJob } from '../../lib/job.ts';
import { fail, ok } from '../../lib/result.ts';
import { findNames, guardedForms } from '../../redact/index.ts';
import type { NameListRequest } from '../../requests.ts';
import { note } from '../../store/commands/archive.ts';
import { deleteEntity } from '../../store/commands/delete-entity.ts';
import { mergeEntities } from '../../store/commands/merge-entities.ts';
import { splitEntity } from '../../store/commands/split-entity.ts';
import { deliver, liesIn } from '../deliver.ts';
import { countNames, mentionsOf } from '../mentions.ts';
import type { OpenArchive } from '../open-archive.ts';
import type { Answer } from './answer.ts';

export function nameRoom(open: OpenArchive): NameCalls {
  return {
    mergeEntities: (merge) => open.run(mergeEntities(merge)),
    splitEntity: (split) => open.run(splitEntity(split)),
    deleteEntity: (id) => open.run(deleteEntity(id)),

    mentionsOf: (id, job = quietJob) => {
      const entity = open.reading.get('entities', id);
      if (!entity) return Promise.resolve(fail('entity-missing'));
      return open.hold(open.find((finder) => mentionsOf(open, finder, entity, ending(open, job))));
    },
    countNames: (job = quietJob) => open.hold(countNames(open, ending(open, job))),
    exportNameList: (request, path, job = quietJob) => exportNameList(open, request, path, job),
  };
}

/** The same job, which also stops when the archive is being closed. */
function ending(open: OpenArchive, job: Job): Job {
  return { ...job, signal: AbortSignal.any([job.signal, open.ending]) };
}

async function exportNameList(
  open: OpenArchive,
  { kind, despiteNames }: NameListRequest,
  path: string,
  job: Job,
): Promise<Answer<'exportNameList'>> {
  if (await liesIn(path, open.folder)) return fail('target-inside-archive');
  const entities = open.reading.all('entities');
  const listed = entities.filter((entity) => kind === null || entity.kind === kind);
  const counted = await open.hold(countNames(open, ending(open, job)));
  if (!counted.ok) return counted;
  const counts = new Map(counted.value.map((one) => [one.entity, one]));
  const bytes = nameListTable(
    listed.flatMap((entity) => {
      const count = counts.get(entity.id);
      return count ? [{ ...count, entity }] : [];
    }),
  );
  const found = findNames(new TextDecoder().decode(bytes), guardedForms(entities, null));
  const protectedNames = new Set(found.map(({ entity }) => entity)).size;
  if (protectedNames > 0 && !despiteNames)
    return fail('names-protected', { count: protectedNames });
  const delivered = await deliver(path, bytes);
  if (!delivered.ok) return delivered;
  const names = listed.length;
  if (open.store.readOnly !== null) return ok({ names, protectedNames });
  const noted = await open.run(note('names.export', { names, bytes: bytes.length }));
  return noted.ok ? ok({ names, protectedNames }) : noted;
}
