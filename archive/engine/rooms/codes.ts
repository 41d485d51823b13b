/** The codebook as a whole: tags merged, split and deleted, put on many things at once, and notes on them. */
import { countUses } from '../../codes/uses.ts';
import type { CodeCalls } from '../../face/index.ts';
import { ok } from '../../lib/result.ts';
import { renameTag } from '../../search/rename-tag.ts';
import { deleteTag } from '../../store/commands/delete-tag.ts';
import { mergeTags } from '../../store/commands/merge-tags.ts';
import { splitTag } from '../../store/commands/split-tag.ts';
import { tagMany } from '../../store/commands/tag-many.ts';
import { addTagMemo, deleteTagMemo } from '../../store/commands/tag-memos.ts';
import type { OpenArchive } from '../open-archive.ts';

export function codeRoom(open: OpenArchive): CodeCalls {
  const { reading } = open;
  return {
    mergeTags: (from, into) => open.run(mergeTags(from, into, renameTag)),
    splitTag: (split) => open.run(splitTag(split)),
    deleteTag: (id, how) => open.run(deleteTag(id, how)),
    tagMany: (many) => open.run(tagMany(many)),
    addTagMemo: (id, text) => open.run(addTagMemo(id, text)),
    deleteTagMemo: (id, memo) => open.run(deleteTagMemo(id, memo)),
    tagUses: () => Promise.resolve(ok(countUses(reading.all('sources'), reading.all('quotes')))),
  };
}
