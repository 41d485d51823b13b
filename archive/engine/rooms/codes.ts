/** The codebook as a whole: tags merged, split and deleted, put on many things at once, and notes on them. */
import { codeTable, countUses } from '../../codes/index.ts';
import { exportCodeTable } from '../../exchange/index.ts';
import type { CodeCalls } from '../../face/index.ts';
import { fail, ok } from '../../lib/result.ts';
import { renameTag } from '../../search/rename-tag.ts';
import { note } from '../../store/commands/archive.ts';
import { deleteTag } from '../../store/commands/delete-tag.ts';
import { mergeTags } from '../../store/commands/merge-tags.ts';
import { splitTag } from '../../store/commands/split-tag.ts';
import { tagMany } from '../../store/commands/tag-many.ts';
import { addTagMemo, deleteTagMemo } from '../../store/commands/tag-memos.ts';
import type { Reading } from '../../store/state.ts';
import { liesIn } from '../deliver.ts';
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
    codeTable: ({ kind, most }) => Promise.resolve(ok(codeTable(kind, most, codedIn(reading)))),

    async exportCodeTable({ kind, most, format, despiteNames }, path) {
      if (await liesIn(path, open.folder)) return fail('target-inside-archive');
      const table = codeTable(kind, most, codedIn(reading));
      const entities = reading.all('entities');
      const exported = await exportCodeTable(table, format, path, { entities, despiteNames });
      if (!exported.ok || open.store.readOnly !== null) return exported;
      const { bytes, protectedNames: names, digest } = exported.value;
      const facts = { kind, format, bytes, names, digestOf: digest.of, sha256: digest.sha256 };
      const noted = await open.run(note('codes.export', facts));
      return noted.ok ? exported : noted;
    },
  };
}

const codedIn = (reading: Reading) => ({
  tags: reading.all('tags'),
  sources: reading.all('sources'),
  quotes: reading.all('quotes'),
});
