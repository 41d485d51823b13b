/** Adds a tag to the codebook and changes one. A new name goes into the saved searches that ask for the old one. */
import { fail, ok, type Result } from '../../lib/result.ts';
import type { Put, Tag, TagId } from '../../model/index.ts';
import type { TagDraft, TagPatch } from '../../requests.ts';
import type { Reading } from '../state.ts';
import type { Command } from '../store.ts';
import { findTag, newTag } from './choices.ts';
import { patched } from './patched.ts';
import { renamedInSearches, type RenameInQuery } from './renamed-in-searches.ts';

export function addTag(draft: TagDraft): Command<'tag-exists' | 'tag-missing', Tag> {
  return (reading) => {
    if (findTag(reading, draft.name)) return fail('tag-exists');
    if (draft.parent !== null && !reading.get('tags', draft.parent)) return fail('tag-missing');
    const fresh = newTag(reading, draft.name);
    const { id } = fresh;
    const record = written({ ...fresh, ...draft, id, colour: draft.colour ?? fresh.colour });
    return ok(put(record, 'tag.add'));
  };
}

export function editTag(
  id: TagId,
  patch: TagPatch,
  rename: RenameInQuery,
): Command<'tag-exists' | 'tag-missing' | 'tag-cycle' | 'too-large', Tag> {
  return (reading, { now }) => {
    const tag = reading.get('tags', id);
    if (!tag) return fail('tag-missing');
    const { colour, ...rest } = patch;
    const record = written(patched(tag, { ...rest, colour: colour ?? undefined }));
    const other = record.name === tag.name ? undefined : otherNamed(reading, record.name, id);
    if (other) return fail('tag-exists');
    if (record.parent !== null && !reading.get('tags', record.parent)) return fail('tag-missing');
    if (standsBelow(reading, record.parent, id)) return fail('tag-cycle');
    const searches = searchesFor(reading, tag, record, rename, now);
    return searches.ok ? ok(put(record, 'tag.edit', searches.value)) : searches;
  };
}

function otherNamed(reading: Reading, name: string, id: TagId): Tag | undefined {
  const found = findTag(reading, name);
  return found?.id === id ? undefined : found;
}

function searchesFor(
  reading: Reading,
  before: Tag,
  after: Tag,
  rename: RenameInQuery,
  now: string,
): Result<Put[], 'too-large'> {
  if (before.name === after.name) return ok([]);
  const renamed = renamedInSearches(reading, before.name, after.name, rename, now);
  return renamed.ok
    ? ok(renamed.value.map((record) => ({ collection: 'searches', record })))
    : renamed;
}

/** Without the texts that were emptied. */
function written({ examples, whenToUse, whenNotToUse, ...rest }: Tag): Tag {
  return {
    ...rest,
    ...(examples && { examples }),
    ...(whenToUse && { whenToUse }),
    ...(whenNotToUse && { whenNotToUse }),
  };
}

function put(record: Tag, action: 'tag.add' | 'tag.edit', more: readonly Put[] = []) {
  return {
    value: record,
    change: {
      puts: [{ collection: 'tags' as const, record }, ...more],
      deletes: [],
      activity: { action, subjects: [record.id, ...more.map((one) => one.record.id)], facts: {} },
    },
  };
}

/** Whether `id` is `tag` or stands below it. */
export function standsBelow(reading: Reading, id: TagId | null, tag: TagId): boolean {
  const seen = new Set<TagId>();
  for (let at = id; at !== null && !seen.has(at); at = reading.get('tags', at)?.parent ?? null) {
    if (at === tag) return true;
    seen.add(at);
  }
  return false;
}
