/** In which entries of a timeline somebody speaks, or is named in the words by a whole spelling. */
import { setImmediate } from 'node:timers/promises';
import { findMentions, type Spellings } from '../compare/index.ts';
import type { Entity } from '../model/index.ts';
import type { TimelineEntry } from '../timeline/index.ts';

/** UTF-16 units that are looked through at once. */
const AT_ONCE = 200_000;
/** A word between two entries: no name begins in one and ends in the next. */
const PARTED = '\n\nqqq\n\n';

export async function entriesNaming(
  entries: readonly TimelineEntry[],
  entity: Entity,
): Promise<ReadonlySet<string>> {
  const named = new Set<string>();
  // A family name alone does not say whose it is: of people too the whole spelling is asked for.
  const name: Spellings = {
    kind: entity.kind === 'place' ? 'place' : 'organisation',
    spellings: [entity.name, ...entity.spellings],
  };
  let joined = '';
  let begins: { readonly id: string; readonly at: number }[] = [];
  const look = (): void => {
    for (const { start } of findMentions(joined, [name])) {
      const entry = begins.findLast(({ at }) => at <= start);
      if (entry) named.add(entry.id);
    }
    joined = '';
    begins = [];
  };
  for (const { id, who, words, question } of entries) {
    if (who === entity.id) named.add(id);
    begins.push({ id, at: joined.length });
    joined += words + PARTED + question + PARTED;
    if (joined.length < AT_ONCE) continue;
    look();
    await setImmediate();
  }
  look();
  return named;
}
