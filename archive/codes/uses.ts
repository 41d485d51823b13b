/** How often tags are used. */
import type { Quote, Source, TagId } from '../model/index.ts';

export interface Use {
  readonly tag: TagId;
  readonly sources: number;
  readonly quotes: number;
}

export function countUses(
  sources: readonly Pick<Source, 'tags'>[],
  quotes: readonly Pick<Quote, 'tags'>[],
): Use[] {
  const uses = new Map<TagId, { tag: TagId; sources: number; quotes: number }>();
  const count = (
    records: readonly { readonly tags: readonly TagId[] }[],
    kind: 'sources' | 'quotes',
  ) => {
    for (const { tags } of records)
      for (const tag of tags) {
        const use = uses.get(tag) ?? { tag, sources: 0, quotes: 0 };
        use[kind] += 1;
        uses.set(tag, use);
      }
  };
  count(sources, 'sources');
  count(quotes, 'quotes');
  return [...uses.values()];
}
