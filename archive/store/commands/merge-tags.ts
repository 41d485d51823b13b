/** Takes a tag up into another: its uses, the tags below it, what was written of it, and searches that ask for it by name. */
import { fail, ok, type Result } from '../../lib/result.ts';
import {
  limits,
  type Put,
  type SavedSearch,
  type Tag,
  type TagId,
  tagTexts,
} from '../../model/index.ts';
import type { Reading } from '../state.ts';
import type { Command } from '../store.ts';
import { followedInTrash } from './in-trash.ts';
import { renamedInSearches, type RenameInQuery } from './renamed-in-searches.ts';
import { countsOf, inPlaceOf, manyPut, retagged, usesOf } from './tag-uses.ts';
import { standsBelow } from './tags.ts';

type MergeFailure = 'tag-missing' | 'tag-itself' | 'tag-below' | 'too-large' | 'change-too-large';

export function mergeTags(
  fromId: TagId,
  intoId: TagId,
  rename: RenameInQuery,
): Command<MergeFailure, Tag> {
  return (reading, { now }) => {
    const [from, into] = [reading.get('tags', fromId), reading.get('tags', intoId)];
    if (!from || !into) return fail('tag-missing');
    if (fromId === intoId) return fail('tag-itself');
    if (standsBelow(reading, intoId, fromId)) return fail('tag-below');
    const record = joined(into, from, now);
    if (!record.ok) return record;
    const searches = renamedInSearches(reading, from.name, into.name, rename, now);
    if (!searches.ok) return searches;
    const inPlace = inPlaceOf(fromId, intoId);
    const uses = retagged(usesOf(reading, fromId), inPlace, now);
    const retag = <T extends { tags: TagId[] }>(record: T): T =>
      record.tags.includes(fromId)
        ? { ...record, tags: [...new Set(inPlace(record.tags))] }
        : record;
    const below = movedBelow(reading, fromId, intoId);
    const change = manyPut(
      'tag.merge',
      {
        puts: [
          { collection: 'tags', record: record.value },
          ...below.map((tag): Put => ({ collection: 'tags', record: tag })),
          ...searches.value.map((search: SavedSearch): Put => ({
            collection: 'searches',
            record: search,
          })),
          ...uses,
          ...followedInTrash(reading, { source: retag, quote: retag }),
        ],
        deletes: [{ collection: 'tags', id: fromId }],
      },
      [intoId, fromId],
      {
        ...countsOf(uses),
        below: below.length,
        searches: searches.value.length,
      },
    );
    return change.ok ? ok({ value: record.value, change: change.value }) : change;
  };
}

/** The tags right below one, right below another. */
function movedBelow(reading: Reading, from: TagId, into: TagId): Tag[] {
  return reading
    .all('tags')
    .filter(({ parent, id }) => parent === from && id !== into)
    .map((tag) => ({ ...tag, parent: into }));
}

/** Nothing that was written is lost: what was said of the merged tag stands below, under its name, which a memo keeps. */
function joined(into: Tag, from: Tag, now: string): Result<Tag, 'too-large'> {
  const record = { ...into };
  for (const field of tagTexts) {
    const text = appended(into[field] ?? '', from[field] ?? '', from.name);
    if (text.length > limits.longText) return fail('too-large');
    if (text !== '') record[field] = text;
  }
  const taken = { at: now, text: `← ${from.name}` };
  const memos = [...(into.memos ?? []), ...(from.memos ?? [])].sort((a, b) => order(a.at, b.at));
  if (memos.length >= limits.listLength) return fail('too-large');
  return ok({ ...record, memos: [...memos, taken] });
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function appended(own: string, more: string, name: string): string {
  if (more === '' || more === own) return own;
  const said = `${name}: ${more}`;
  return own === '' ? said : `${own}\n\n${said}`;
}
