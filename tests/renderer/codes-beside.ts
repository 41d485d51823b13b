/** The codebook of the bridge in memory: the archive's own commands and counts, on what the bridge holds. */
import { codeTable, countUses } from '../../archive/codes/index.ts';
import type { Failure, Result } from '../../archive/lib/result.ts';
import {
  type Changed,
  type Put,
  type Quote,
  type Source,
  stated,
  type Tag,
  TagId,
} from '../../archive/model/index.ts';
import { TagMany, TagSplit } from '../../archive/requests.ts';
import { renameTag } from '../../archive/search/rename-tag.ts';
import { deleteTag } from '../../archive/store/commands/delete-tag.ts';
import { mergeTags } from '../../archive/store/commands/merge-tags.ts';
import { splitTag } from '../../archive/store/commands/split-tag.ts';
import { tagMany } from '../../archive/store/commands/tag-many.ts';
import { addTagMemo, deleteTagMemo } from '../../archive/store/commands/tag-memos.ts';
import type { Reading } from '../../archive/store/state.ts';
import type { Command } from '../../archive/store/store.ts';
import type { Input } from '../../src/preload/contract.ts';

interface Held {
  readonly sources: ReadonlyMap<string, Source>;
  readonly quotes: ReadonlyMap<string, Quote>;
  readonly tags: ReadonlyMap<string, Tag>;
}

interface Parts {
  readonly held: Held;
  readonly now: string;
  readonly store: (puts: readonly Put[], deletes: Changed['deletes']) => void;
  readonly failed: (failure: Failure) => never;
}

export function codesBeside({ held, now, store, failed }: Parts) {
  const has = (collection: string): collection is keyof Held => collection in held;
  const reading = {
    get: (collection: string, id: string) => (has(collection) ? held[collection].get(id) : null),
    all: (collection: string) => (has(collection) ? [...held[collection].values()] : []),
  } as unknown as Reading;
  const must = <T>(result: Result<T>): T => (result.ok ? result.value : failed(result.error));
  const run = <C extends string, T>(command: Command<C, T>): T => {
    const { change, value } = must(command(reading, { now, actor: stated('M. K.') }));
    store(change.puts, change.deletes);
    return value;
  };
  const [sources, quotes, tags] = [held.sources, held.quotes, held.tags].map((map) => () => [
    ...map.values(),
  ]) as [() => Source[], () => Quote[], () => Tag[]];
  return {
    'tags.uses': () => countUses(sources(), quotes()),
    'tags.merge': ({ from, into }: Input<'tags.merge'>) =>
      run(mergeTags(TagId.parse(from), TagId.parse(into), renameTag)),
    'tags.split': (split: Input<'tags.split'>) => run(splitTag(TagSplit.parse(split))),
    'tags.delete': ({ id, takeOff }: Input<'tags.delete'>) =>
      run(deleteTag(TagId.parse(id), { takeOff })),
    'tags.many': (many: Input<'tags.many'>) => run(tagMany(TagMany.parse(many))),
    'tags.addMemo': ({ id, text }: Input<'tags.addMemo'>) => run(addTagMemo(TagId.parse(id), text)),
    'tags.deleteMemo': ({ id, memo }: Input<'tags.deleteMemo'>) =>
      run(deleteTagMemo(TagId.parse(id), memo)),
    'codes.table': ({ kind, most }: Input<'codes.table'>) =>
      codeTable(kind, most, { sources: sources(), quotes: quotes(), tags: tags() }),
    'codes.export': ({ despiteNames }: Input<'codes.export'>) => {
      if (!despiteNames) return failed({ code: 'names-protected', detail: { count: 2 } });
      return {
        ...{ files: 1, bytes: 4_812, protectedNames: 2, unchecked: 0, heldBack: 0 },
        possibleNames: 0,
        digest: { of: 'file', sha256: '5d'.repeat(32) },
      };
    },
  };
}
