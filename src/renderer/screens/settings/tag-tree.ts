/** The codebook as a list: each tag after the one that it stands below. */
import type { Tag } from '../../../../archive/model/index.ts';
import { collator } from '../../lib/format.ts';

export interface TagRow {
  readonly id: string;
  readonly tag: Tag;
  /** 0 at the top. */
  readonly depth: number;
}

/** Tags by name, below their parents. A tag whose parent is gone stands at the top; none is shown twice or left out. */
export function tagRows(tags: readonly Tag[]): readonly TagRow[] {
  const known = new Set<string>(tags.map(({ id }) => id));
  const sorted = [...tags].sort((one, other) => collator.compare(one.name, other.name));
  const below = Map.groupBy(sorted, ({ parent }) =>
    parent !== null && known.has(parent) ? parent : null,
  );
  const rows: TagRow[] = [];
  const shown = new Set<string>();
  const show = (first: readonly TagRow[]) => {
    // No calls within calls: a tree may be as deep as it has tags.
    const waiting = first.toReversed();
    for (let row = waiting.pop(); row; row = waiting.pop()) {
      if (shown.has(row.id)) continue;
      shown.add(row.id);
      rows.push(row);
      const depth = row.depth + 1;
      for (const tag of (below.get(row.tag.id) ?? []).toReversed())
        waiting.push({ id: tag.id, tag, depth });
    }
  };
  const atTop = (tag: Tag): TagRow => ({ id: tag.id, tag, depth: 0 });
  show((below.get(null) ?? []).map(atTop));
  if (rows.length < tags.length) show(tags.filter(({ id }) => !shown.has(id)).map(atTop));
  return rows;
}

/** The tag and all that stand below it: none of these can become its parent. */
export function withAllBelow(tags: readonly Tag[], id: string): ReadonlySet<string> {
  const below = Map.groupBy(tags, ({ parent }): string | null => parent);
  const found = new Set([id]);
  for (const each of found) for (const tag of below.get(each) ?? []) found.add(tag.id);
  return found;
}
