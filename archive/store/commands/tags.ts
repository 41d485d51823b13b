/** Adds a tag to the codebook and changes one. */
import { fail, ok } from '../../lib/result.ts';
import type { Tag, TagId } from '../../model/index.ts';
import type { TagDraft, TagPatch } from '../../requests.ts';
import type { Reading } from '../state.ts';
import type { Command } from '../store.ts';
import { findTag, newTag } from './choices.ts';
import { patched } from './patched.ts';

export function addTag(draft: TagDraft): Command<'tag-exists' | 'tag-missing', Tag> {
  return (reading) => {
    if (findTag(reading, draft.name)) return fail('tag-exists');
    if (draft.parent !== null && !reading.get('tags', draft.parent)) return fail('tag-missing');
    const fresh = newTag(reading, draft.name);
    const record: Tag = {
      ...fresh,
      colour: draft.colour ?? fresh.colour,
      definition: draft.definition,
      parent: draft.parent,
    };
    return put(record, 'tag.add');
  };
}

export function editTag(
  id: TagId,
  patch: TagPatch,
): Command<'tag-exists' | 'tag-missing' | 'tag-cycle', Tag> {
  return (reading) => {
    const tag = reading.get('tags', id);
    if (!tag) return fail('tag-missing');
    const { colour, ...rest } = patch;
    const record = patched(tag, { ...rest, colour: colour ?? undefined });
    const other = findTag(reading, record.name);
    if (other && other.id !== id) return fail('tag-exists');
    if (record.parent !== null && !reading.get('tags', record.parent)) return fail('tag-missing');
    if (standsBelow(reading, record.parent, id)) return fail('tag-cycle');
    return put(record, 'tag.edit');
  };
}

function put(record: Tag, action: 'tag.add' | 'tag.edit') {
  return ok({
    value: record,
    change: {
      puts: [{ collection: 'tags' as const, record }],
      deletes: [],
      activity: { action, subjects: [record.id], facts: {} },
    },
  });
}

/** Whether `id` is `tag` or stands below it. */
function standsBelow(reading: Reading, id: TagId | null, tag: TagId): boolean {
  const seen = new Set<TagId>();
  for (let at = id; at !== null && !seen.has(at); at = reading.get('tags', at)?.parent ?? null) {
    if (at === tag) return true;
    seen.add(at);
  }
  return false;
}
