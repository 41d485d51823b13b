/**
 * What lies in the trash comes back instead of what was taken in anew with the same bytes. What is new goes to the trash
 * in its turn, unless something rests on it already: then both are there.
 */
import type { TrashedTwin } from '../face/index.ts';
import type { AnyFailure } from '../face/failures.ts';
import { ok, type Result } from '../lib/result.ts';
import type { SourceId, TrashId } from '../model/index.ts';
import { type Restored, restore } from '../store/commands/restore.ts';
import { partsOf, restingOn } from '../store/commands/rests-on.ts';
import { trashSource } from '../store/commands/trash.ts';
import type { Reading } from '../store/state.ts';
import type { OpenArchive } from './open-archive.ts';

/** The source with these bytes that was deleted last. */
export function trashedTwin(reading: Reading, sha256: string): TrashedTwin | undefined {
  let found: TrashedTwin | undefined;
  let at = '';
  for (const item of reading.all('trash'))
    for (const { id, shelfmark, original } of item.sources) {
      if (original.sha256 !== sha256 || item.at < at) continue;
      at = item.at;
      const quotes = item.quotes.filter(({ source }) => source === id).length;
      found = { item: item.id, shelfmark, quotes };
    }
  return found;
}

export async function putBackInstead(
  open: OpenArchive,
  item: TrashId,
  instead: readonly SourceId[],
): Promise<
  Result<
    Restored & { readonly replaced: number },
    AnyFailure | 'trash-missing' | 'source-in-trash' | 'source-missing'
  >
> {
  const { reading } = open;
  const twins = new Set(reading.get('trash', item)?.sources.map(({ original }) => original.sha256));
  const back = await open.run(restore(item));
  if (!back.ok) return back;
  let replaced = 0;
  for (const id of instead) {
    const source = reading.get('sources', id);
    // It went with what it came out of; or it is something else.
    if (!source || !twins.has(source.original.sha256)) continue;
    const all = [source, ...partsOf(reading, id)];
    const { quotes, dossiers, claims } = restingOn(reading, all, []);
    if (quotes.length + dossiers.length + claims.length > 0) continue;
    const gone = await open.run(trashSource(id, { used: false, parts: true }));
    if (gone.ok) replaced += all.length;
  }
  return ok({ ...back.value, replaced });
}
