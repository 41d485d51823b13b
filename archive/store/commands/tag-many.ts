/** Puts tags on many sources and quotes at once, and takes others off, as one change. */
import { fail, ok } from '../../lib/result.ts';
import type { TagMany } from '../../requests.ts';
import type { Command } from '../store.ts';
import { chooseTags } from './choices.ts';
import { countsOf, manyPut, retagged, taggedItems, without } from './tag-uses.ts';

type ManyFailure =
  | 'tag-missing'
  | 'source-missing'
  | 'quote-missing'
  | 'nothing-to-tag'
  | 'too-large'
  | 'change-too-large';

/** Answers how many were changed. Tags that are both put on and taken off are put on. */
export function tagMany({
  items,
  add,
  remove,
}: TagMany): Command<ManyFailure, { readonly changed: number }> {
  return (reading, { now }) => {
    const chosen = chooseTags(reading, add);
    if (!chosen.ok) return chosen;
    if (remove.some((id) => !reading.get('tags', id))) return fail('tag-missing');
    const found = taggedItems(reading, items);
    if (!found.ok) return found;
    const { value: added, puts: made } = chosen.value;
    const left = without(remove.filter((id) => !added.includes(id)));
    const changed = retagged(found.value, (tags) => [...left(tags), ...added], now);
    if (changed.length === 0) return fail('nothing-to-tag');
    const change = manyPut('tag.many', { puts: [...made, ...changed] }, [...added, ...remove], {
      ...countsOf(changed),
      added: added.length,
      removed: remove.length,
    });
    return change.ok ? ok({ value: { changed: changed.length }, change: change.value }) : change;
  };
}
