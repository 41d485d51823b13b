/** Changes what is said about a source. Its original stays. */
import { fail, ok } from '../../lib/result.ts';
import type { Source, SourceId } from '../../model/index.ts';
import type { SourcePatch } from '../../requests.ts';
import type { Reading } from '../state.ts';
import type { Command } from '../store.ts';
import { chooseTags } from './choices.ts';
import { patched } from './patched.ts';

export function editSource(
  id: SourceId,
  patch: SourcePatch,
): Command<'source-missing' | 'tag-missing' | 'version-circle', Source> {
  return (reading, { now }) => {
    const source = reading.get('sources', id);
    if (!source) return fail('source-missing');
    const { versionOf } = patch;
    if (versionOf && !reading.get('sources', versionOf)) return fail('source-missing');
    if (versionOf && leadsTo(reading, versionOf, id)) return fail('version-circle');
    const { tags, published, publisher, event, ...rest } = patch;
    const chosen = chooseTags(reading, tags ?? source.tags.map((tag) => ({ tag })));
    if (!chosen.ok) return chosen;
    const record: Source = {
      ...patched(source, rest),
      metadata: patched(source.metadata, { published, publisher, event }),
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
          facts: { fields: Object.keys(patch).sort().join(' ') },
        },
      },
    });
  };
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
