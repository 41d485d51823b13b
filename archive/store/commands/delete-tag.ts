/** Removes a tag from the codebook. While something has it, only when it is said that it comes off there. */
import { fail, ok } from '../../lib/result.ts';
import type { TagId } from '../../model/index.ts';
import type { Command } from '../store.ts';
import { countsOf, manyPut, retagged, usesOf, without } from './tag-uses.ts';

type DeleteFailure =
  'tag-missing' | 'tag-in-use' | 'tag-has-children' | 'too-large' | 'change-too-large';

/** Answers off how many things it came. */
export function deleteTag(
  id: TagId,
  { takeOff }: { readonly takeOff: boolean },
): Command<DeleteFailure, { readonly takenOff: number }> {
  return (reading, { now }) => {
    if (!reading.get('tags', id)) return fail('tag-missing');
    if (reading.all('tags').some(({ parent }) => parent === id)) return fail('tag-has-children');
    const uses = usesOf(reading, id);
    if (uses.length > 0 && !takeOff) return fail('tag-in-use', { count: uses.length });
    const puts = retagged(uses, without([id]), now);
    const change = manyPut(
      'tag.delete',
      { puts, deletes: [{ collection: 'tags', id }] },
      [id],
      countsOf(puts),
    );
    return change.ok ? ok({ value: { takenOff: puts.length }, change: change.value }) : change;
  };
}
