/** Adds a dated note to a tag, and takes one away. */
import { fail, ok } from '../../lib/result.ts';
import { limits, type Tag, type TagId, type TagMemo } from '../../model/index.ts';
import type { Command } from '../store.ts';

export function addTagMemo(id: TagId, text: string): Command<'tag-missing' | 'too-large', Tag> {
  return (reading, { now }) => {
    const tag = reading.get('tags', id);
    if (!tag) return fail('tag-missing');
    const memos = [...(tag.memos ?? []), { at: now, text }];
    return memos.length > limits.listLength ? fail('too-large') : put({ ...tag, memos });
  };
}

export function deleteTagMemo(
  id: TagId,
  memo: TagMemo,
): Command<'tag-missing' | 'memo-missing', Tag> {
  return (reading) => {
    const tag = reading.get('tags', id);
    if (!tag) return fail('tag-missing');
    const { memos: all = [], ...rest } = tag;
    const at = all.findIndex((one) => one.at === memo.at && one.text === memo.text);
    if (at < 0) return fail('memo-missing');
    const memos = all.toSpliced(at, 1);
    return put(memos.length === 0 ? rest : { ...rest, memos });
  };
}

function put(record: Tag) {
  return ok({
    value: record,
    change: {
      puts: [{ collection: 'tags' as const, record }],
      deletes: [],
      activity: { action: 'tag.edit' as const, subjects: [record.id], facts: { field: 'memos' } },
    },
  });
}
