/** The journal of a vault that was open when the medium failed, put in order as opening does. */
import { FailureError } from '../lib/result.ts';
import { findHead } from './heads.ts';
import { cutBack, Journal } from './journal.ts';
import { findKeyFile } from './keys.ts';
import { mend } from './mend.ts';
import { readListing } from './names.ts';
import type { Place } from './place.ts';
import { replay } from './replay.ts';
import type { Position } from './segment.ts';

/** Where a segment that failed was flushed to the last time. */
export interface Left {
  readonly number: number;
  readonly length: number;
}

/** `end` is what was on the medium. Throws a `FailureError` when it is not what is found there. */
export async function reopenJournal(
  place: Place,
  end: Position,
  left: Left | null,
  cheap: boolean,
): Promise<Journal> {
  const { io, folder } = place;
  if (left) await cutBack(place, left);
  const listing = readListing(await io.list(folder));
  const keyFile = await findKeyFile(io, folder, listing.keys, cheap);
  const found = await findHead(place, listing.heads);
  const replayed = await replay(place, found.head, listing);
  const { seq, history } = end;
  if (replayed.end.seq !== seq || replayed.end.history !== history)
    throw new FailureError({ code: 'io' });
  // A head of its own even when nothing was unclean: the one there may not be on the medium.
  const doubted = { ...found, copyBad: true };
  const mended = await mend(place, keyFile, doubted, replayed, listing);
  if (mended.failure) throw new FailureError(mended.failure);
  const head = { ...found.head, keyGeneration: keyFile.file.generation };
  const { generation } = mended;
  return new Journal(place, { head, generation, end: replayed.end, segments: replayed.segments });
}
