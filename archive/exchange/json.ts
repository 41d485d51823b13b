/**
 * The whole archive as one JSON document: `{ format: "kuferak-json", version: 1, … }`. Records as they are kept, with
 * keys in a fixed order; texts by the identifier of their source. Offsets are UTF-16 units, ends exclusive.
 */
import type { Job } from '../lib/job.ts';
import type { TextDocument } from '../model/index.ts';
import { encodeJson, stopIfCancelled, textOf } from './read-view.ts';
import type { ArchiveView, ExportedFile, ExportOptions } from './view.ts';

export async function jsonFile(
  view: ArchiveView,
  { madeAt, appVersion }: ExportOptions,
  job: Job,
): Promise<ExportedFile> {
  const texts: Record<string, TextDocument> = {};
  for (const source of view.sources) {
    stopIfCancelled(job);
    const text = await textOf(view, source);
    if (text) texts[source.id] = text;
  }
  const {
    about,
    sources,
    quotes,
    tags,
    entities,
    dossiers,
    claims,
    pairings,
    profiles,
    stamps,
    searches,
    gatherings,
    activities,
  } = view;
  const document = {
    format: 'kuferak-json',
    version: 1,
    madeAt,
    ...(view.redacted && { namesTakenOut: true }),
    madeWith: { name: 'kuferak', version: appVersion },
    about,
    sources,
    quotes,
    tags,
    entities,
    dossiers,
    claims,
    pairings,
    searches,
    gatherings,
    profiles,
    stamps,
    activities,
    texts,
  };
  return { path: '', bytes: encodeJson(document) };
}
