/** Adds up what the files of an archive say: the snapshot, then the segments, then the doubtful end. */
import { DamageError } from '../format/damage.ts';
import type { Head, SegmentEntry } from '../format/head.ts';
import { NO_HISTORY } from '../format/history.ts';
import type { Listing } from './names.ts';
import type { Place } from './place.ts';
import { type Position, type ReadSegment, readSegment } from './segment.ts';
import { readSnapshot } from './snapshot.ts';
import { applyOps, type State } from './state.ts';

export interface Replayed {
  readonly state: State;
  readonly end: Position;
  /** The head's entries, each closed now. */
  readonly segments: readonly SegmentEntry[];
  /** Something was found that the head did not say: a new one is to be written. */
  readonly unclean: boolean;
  /** Bytes that a crash left behind the last whole frame. */
  readonly tail: number;
  /** History hashes by number of the change, as far as they were seen. */
  readonly histories: ReadonlyMap<number, string>;
}

/** Values of the collection `unread` are left as they stand in the snapshot. */
export async function replay(
  place: Place,
  head: Head,
  listing: Listing,
  unread: string | null = null,
): Promise<Replayed> {
  const begun = await begin(place, head, unread);
  const { state } = begun;
  let end: Position = begun.end;
  const histories = new Map([[end.seq, end.history]]);
  const segments: SegmentEntry[] = [];
  let unclean = false;
  let tail = 0;
  const take = (read: ReadSegment) => {
    for (const { seq, ops, history } of read.changes) {
      applyOps(state, ops);
      histories.set(seq, history);
    }
    ({ end } = read);
    const { number, length, sum } = read;
    segments.push({
      number,
      closed: { end: length, length: length + read.tail, sum, seq: read.end.seq },
    });
  };
  for (const entry of head.segments) {
    const read = await readSegment(place, entry.number, end, entry.closed);
    take(read);
    if (entry.closed) continue;
    // The tail of a closed one was told when it was closed.
    tail = read.tail;
    unclean = true;
  }
  // What the listed segments add up to is what the head vouches for; a session that was just beginning comes after.
  if (head.segments.every(({ closed }) => closed) && end.seq !== head.seq)
    throw new DamageError('D4');
  if (histories.get(head.seq) !== head.history) throw new DamageError('D4');
  const next = (head.segments.at(-1)?.number ?? head.snapshot) + 1;
  const unlisted = listing.segments.filter((number) => number >= next);
  if (unlisted.length > 1 || (unlisted[0] ?? next) !== next) throw new DamageError('D5');
  if (unlisted.length === 1) {
    const read = await readSegment(place, next, end, null);
    if (read.changes.length > 0 || read.tail > 0) throw new DamageError('D5');
    take(read);
    unclean = true;
  }
  return { state, end, segments, unclean, tail, histories };
}

async function begin(place: Place, head: Head, unread: string | null) {
  if (head.snapshot === 0)
    return { state: new Map() as State, end: { seq: 0, history: NO_HISTORY } };
  const { state, seq, history } = await readSnapshot(place, head.snapshot, unread);
  return { state, end: { seq, history } };
}
