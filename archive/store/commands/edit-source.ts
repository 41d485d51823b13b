/** Changes what is said about a source. Its original stays. */
import { fail, ok } from '../../lib/result.ts';
import {
  type CoveredRegion,
  type Metadata,
  MetadataField,
  type ReadingStatus,
  type Source,
  type SourceId,
} from '../../model/index.ts';
import type { SourcePatch } from '../../requests.ts';
import type { Reading } from '../state.ts';
import type { Command } from '../store.ts';
import { chooseTags } from './choices.ts';
import { patched } from './patched.ts';

function canCover({ kind, pages }: Source, { page = 1 }: CoveredRegion): boolean {
  return kind === 'image' && page <= (pages?.count ?? 1);
}

export function editSource(
  id: SourceId,
  patch: SourcePatch,
): Command<'source-missing' | 'tag-missing' | 'version-circle' | 'not-coverable', Source> {
  return (reading, { now }) => {
    const source = reading.get('sources', id);
    if (!source) return fail('source-missing');
    const { versionOf } = patch;
    if (versionOf && !reading.get('sources', versionOf)) return fail('source-missing');
    if (versionOf && leadsTo(reading, versionOf, id)) return fail('version-circle');
    if (patch.covered?.some((region) => !canCover(source, region))) return fail('not-coverable');
    const {
      tags,
      published,
      modified,
      publisher,
      authors,
      event,
      address,
      licence,
      why,
      starred,
      readingStatus,
      ...rest
    } = patch;
    const chosen = chooseTags(reading, tags ?? source.tags.map((tag) => ({ tag })));
    if (!chosen.ok) return chosen;
    const record: Source = {
      ...standing(patched(source, rest), starred, readingStatus),
      metadata: withHand(
        patched(source.metadata, {
          published,
          modified,
          publisher,
          authors,
          event,
          address,
          licence,
        }),
        changedFields(source, patch),
        { ...(why ?? { by: '', reason: '' }), at: now },
      ),
      tags: chosen.value.value,
      changedAt: now,
    };
    return ok({
      value: record,
      change: {
        puts: [...chosen.value.puts, { collection: 'sources', record }],
        deletes: [],
        activity: {
          action: 'source.edit',
          subjects: [id],
          facts: {
            fields: Object.keys(patch)
              .filter((field) => field !== 'why')
              .sort()
              .join(' '),
            ...why,
          },
        },
      },
    });
  };
}

/** What is known of the material and is otherwise now than it was. */
function changedFields(source: Source, patch: SourcePatch): MetadataField[] {
  const before = { ...source.metadata, title: source.title };
  return MetadataField.options.filter((field) => {
    const after = patch[field];
    return after !== undefined && JSON.stringify(after) !== JSON.stringify(before[field]);
  });
}

type Hand = NonNullable<Metadata['byHand']>[number];

function withHand(
  metadata: Metadata,
  fields: readonly MetadataField[],
  hand: Omit<Hand, 'field'>,
): Metadata {
  if (fields.length === 0) return metadata;
  const others = (metadata.byHand ?? []).filter(({ field }) => !fields.includes(field));
  return { ...metadata, byHand: [...others, ...fields.map((field) => ({ field, ...hand }))] };
}

/** Whether one meets `wanted` on the way from version to earlier version. */
function leadsTo(reading: Reading, from: SourceId, wanted: SourceId): boolean {
  const met = new Set<SourceId>();
  for (let at: SourceId | null = from; at !== null && !met.has(at);) {
    if (at === wanted) return true;
    met.add(at);
    at = reading.get('sources', at)?.versionOf ?? null;
  }
  return false;
}

/** With its star and how far it was read, as far as these are said. */
function standing(
  source: Source,
  starred: boolean | undefined,
  status: ReadingStatus | undefined,
): Source {
  const { starred: star, readingStatus, ...rest } = source;
  const stars = starred ?? star === true;
  const read = status ?? readingStatus ?? 'unread';
  return {
    ...rest,
    ...(stars && { starred: true }),
    ...(read !== 'unread' && { readingStatus: read }),
  };
}
