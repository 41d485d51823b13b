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
  const below = new Map<string, Tag[]>();
  for (const tag of [...tags].sort((one, other) => collator.compare(one.name, other.name))) {
    const parent = tag.parent !== null && known.has(tag.parent) ? tag.parent : '';
    below.set(parent, [...(below.get(parent) ?? []), tag]);
  }
  const rows: TagRow[] = [];
  const shown = new Set<string>();
  const show = (parent: string, depth: number) => {
    for (const tag of below.get(parent) ?? []) {
      if (shown.has(tag.id)) continue;
      shown.add(tag.id);
      rows.push({ id: tag.id, tag, depth });
      show(tag.id, depth + 1);
    }
  };
  show('', 0);
  for (const tag of tags) if (!shown.has(tag.id)) rows.push({ id: tag.id, tag, depth: 0 });
  return rows;
}

/** The tag and all that stand below it: none of these can become its parent. */
export function withAllBelow(tags: readonly Tag[], id: string): ReadonlySet<string> {
  const found = new Set([id]);
  let before = 0;
  while (found.size > before) {
    before = found.size;
    for (const tag of tags) if (tag.parent !== null && found.has(tag.parent)) found.add(tag.id);
  }
  return found;
}
