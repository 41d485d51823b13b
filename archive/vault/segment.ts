/** A segment of the journal, read back: which changes it holds, and what to make of its end. */
import { join } from 'node:path';
import { sha256 } from '../crypto/derive.ts';
import { DamageError } from '../format/damage.ts';
import { FRAME_STEP, firstChain, readFrame, startsFrame } from '../format/frame.ts';
import type { SegmentEntry } from '../format/head.ts';
import { type FileKeys, HEADER_BYTES, idOfNumber, readHeader } from '../format/header.ts';
import { nextHistory } from '../format/history.ts';
import { readWhole } from './files.ts';
import type { Io } from './io.ts';
import type { Keys } from './keys.ts';
import { nameOf } from './names.ts';
import { isOps, type Op } from './state.ts';

export interface Position {
  readonly seq: number;
  readonly history: string;
}

export interface ReadSegment {
  readonly number: number;
  readonly changes: readonly {
    readonly seq: number;
    readonly ops: readonly Op[];
    readonly history: string;
  }[];
  readonly end: Position;
  /** Bytes up to the end of the last whole frame. */
  readonly length: number;
  /** SHA-256 of the file. */
  readonly sum: string;
  /** Bytes behind it that are no frame: a write that a crash cut short. */
  readonly tail: number;
}

/**
 * Reads a segment that begins where `from` ends. A closed one must be to the byte what the head says. Of one that was
 * open, a last write that is not whole is set aside; anything else that does not fit is damage.
 */
export async function readSegment(
  io: Io,
  folder: string,
  keys: Keys,
  number: number,
  from: Position,
  closed: SegmentEntry['closed'],
): Promise<ReadSegment> {
  const bytes = await readWhole(io, join(folder, nameOf.segment(number)));
  if (!bytes) throw new DamageError('J1');
  if (closed && (bytes.length !== closed.length || sha256(bytes).toString('hex') !== closed.sum)) {
    throw new DamageError('J5');
  }
  const named = { type: 'journal', archiveId: keys.archiveId, id: idOfNumber(number) } as const;
  const fileKeys = readHeader(bytes.subarray(0, HEADER_BYTES), named, keys.journal);
  const read = readFrames(fileKeys, bytes, number, from);
  if (closed && (read.length !== closed.end || read.end.seq !== closed.seq))
    throw new DamageError('J5');
  if (!closed && read.tail > 0 && framesFollow(fileKeys, bytes, read.length))
    throw new DamageError('J6');
  return read;
}

function readFrames(keys: FileKeys, bytes: Buffer, number: number, from: Position): ReadSegment {
  let chain = firstChain(bytes.subarray(0, HEADER_BYTES));
  let at = HEADER_BYTES;
  let end = from;
  const changes: { seq: number; ops: readonly Op[]; history: string }[] = [];
  for (let index = 0; at < bytes.length; index++) {
    const frame = readFrame(keys, index, chain, bytes, at);
    if (!frame) break;
    if (index === 0) checkOpening(frame.payload, number, from);
    else {
      const change = changeOf(frame.payload, end);
      changes.push(change);
      end = { seq: change.seq, history: change.history };
    }
    ({ chain } = frame);
    at += frame.length;
  }
  if (at === HEADER_BYTES) throw new DamageError('J4');
  return {
    number,
    changes,
    end,
    length: at,
    sum: sha256(bytes).toString('hex'),
    tail: bytes.length - at,
  };
}

/** The first frame says which state the segment goes on from. */
export function openingOf(number: number, { seq, history }: Position): object {
  return { open: number, at: seq, history };
}

function checkOpening(payload: unknown, number: number, from: Position): void {
  const said = payload as { open?: unknown; at?: unknown; history?: unknown } | null;
  if (said?.open !== number || said.at !== from.seq || said.history !== from.history) {
    throw new DamageError('J4');
  }
}

function changeOf(payload: unknown, before: Position) {
  const said = payload as { seq?: unknown; ops?: unknown } | null;
  if (said?.seq !== before.seq + 1 || !isOps(said.ops)) throw new DamageError('J3');
  return { seq: said.seq, ops: said.ops, history: nextHistory(before.history, said.seq, said.ops) };
}

/** A whole beginning of a frame behind something that is none: then it was no crash that cut the end off. */
function framesFollow(keys: FileKeys, bytes: Buffer, end: number): boolean {
  for (let at = end + FRAME_STEP; at + 12 <= bytes.length; at += FRAME_STEP) {
    if (startsFrame(keys, bytes, at)) return true;
  }
  return false;
}
