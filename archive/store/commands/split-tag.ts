/** Moves chosen uses of a tag to another, which is made beside it when it is new. */
import { fail, ok } from '../../lib/result.ts';
import type { Put, Tag } from '../../model/index.ts';
import type { TagSplit } from '../../requests.ts';
import type { Command } from '../store.ts';
import { findTag, newTag } from './choices.ts';
import { countsOf, inPlaceOf, manyPut, retagged, taggedItems } from './tag-uses.ts';

type SplitFailure =
  | 'tag-missing'
  | 'tag-itself'
  | 'tag-not-there'
  | 'source-missing'
  | 'quote-missing'
  | 'too-large'
  | 'change-too-large';

/** Answers the tag that the uses have now. What is chosen and has the tag no more is left alone. */
export function splitTag({ from: fromId, to, items }: TagSplit): Command<SplitFailure, Tag> {
  return (reading, { now }) => {
    const from = reading.get('tags', fromId);
    const known = 'tag' in to ? reading.get('tags', to.tag) : findTag(reading, to.name);
    if (!from || ('tag' in to && !known)) return fail('tag-missing');
    if (known?.id === fromId) return fail('tag-itself');
    const made: Tag | null =
      'name' in to && !known ? { ...newTag(reading, to.name), parent: from.parent } : null;
    const tag = known ?? made;
    if (!tag) return fail('tag-missing');
    const found = taggedItems(reading, items);
    if (!found.ok) return found;
    const uses = retagged(found.value, inPlaceOf(fromId, tag.id), now);
    if (uses.length === 0) return fail('tag-not-there');
    const puts: Put[] = [...(made ? [{ collection: 'tags' as const, record: made }] : []), ...uses];
    const change = manyPut('tag.split', { puts }, [fromId, tag.id], countsOf(uses));
    return change.ok ? ok({ value: tag, change: change.value }) : change;
  };
}
