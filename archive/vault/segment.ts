/** A segment of the journal, read back: which changes it holds, and what to make of its end. */
import { join } from 'node:path';
import { sha256 } from '../crypto/derive.ts';
import { DamageError, TooNewError } from '../format/damage.ts';
import { FRAME_STEP, firstChain, readFrame, startsFrame } from '../format/frame.ts';
import type { SegmentEntry } from '../format/head.ts';
import { type FileKeys, HEADER_BYTES, idOfNumber, readHeader } from '../format/header.ts';
import { nextHistory } from '../format/history.ts';
import { readWhole } from './files.ts';
import { nameOf } from './names.ts';
import type { Place } from './place.ts';
import { isOps, type Op } from './state.ts';

export interface Position {
  readonly seq: number;
  readonly history: string;
}

export interface ReadChange extends Position {
  readonly ops: readonly Op[];
}

export interface ReadSegment {
  readonly number: number;
  readonly changes: readonly ReadChange[];
  readonly end: Position;
  /** Bytes up to the end of the last whole frame. */
  readonly length: number;
  /** SHA-256 of the file. */
  readonly sum: string;
  /** Bytes behind it that are no frame: a write that a crash cut short. */
  readonly tail: number;
}

/**
 * Reads a segment that begins where `from` ends. [J5] A closed one must be to the byte what the head says. [J6] Of one
 * that was open, a last write that is not whole is set aside; anything else that does not fit is damage.
 */
export async function readSegment(
  place: Place,
  number: number,
  from: Position,
  closed: SegmentEntry['closed'],
): Promise<ReadSegment> {
  const { bytes, fileKeys } = await openSegment(place, number);
  const sum = sha256(bytes).toString('hex');
  if (closed && (bytes.length !== closed.length || sum !== closed.sum)) throw new DamageError('J5');
  const read = readFrames(fileKeys, bytes, number, from);
  if (closed && (read.length !== closed.end || read.end.seq !== closed.seq))
    throw new DamageError('J5');
  if (!closed && read.tail > 0 && framesFollow(fileKeys, bytes, read.length))
    throw new DamageError('J6');
  return { ...read, number, sum };
}

/** What can be read of a segment, without asking whether it is all and whether it fits. */
export interface SalvagedSegment {
  readonly changes: readonly ReadChange[];
  /** Where it says that it begins. */
  readonly from: Position;
  /** SHA-256 of the file. */
  readonly sum: string;
  /** Nothing follows what was read. */
  readonly whole: boolean;
}

/** `null` when not even its beginning can be read. */
export async function salvageSegment(
  place: Place,
  number: number,
): Promise<SalvagedSegment | null> {
  const read: ReadSoFar = { changes: [], from: null };
  let sum = '';
  try {
    const { bytes, fileKeys } = await openSegment(place, number);
    sum = sha256(bytes).toString('hex');
    const { tail } = readFrames(fileKeys, bytes, number, null, read);
    return read.from && { changes: read.changes, from: read.from, sum, whole: tail === 0 };
  } catch (error) {
    if (!(error instanceof DamageError || error instanceof TooNewError)) throw error;
    return read.from && { changes: read.changes, from: read.from, sum, whole: false };
  }
}

async function openSegment({ io, folder, keys }: Place, number: number) {
  const bytes = await readWhole(io, join(folder, nameOf.segment(number)));
  if (!bytes) throw new DamageError('J1');
  const named = { type: 'journal', archiveId: keys.archiveId, id: idOfNumber(number) } as const;
  return { bytes, fileKeys: readHeader(bytes.subarray(0, HEADER_BYTES), named, keys.journal) };
}

/** Kept while reading, for one who wants what came before the damage. */
interface ReadSoFar {
  readonly changes: ReadChange[];
  from: Position | null;
}

/** `from` is where the segment must begin, or `null` when wherever it says will do. */
function readFrames(
  keys: FileKeys,
  bytes: Buffer,
  number: number,
  from: Position | null,
  read: ReadSoFar = { changes: [], from: null },
) {
  const { changes } = read;
  let chain = firstChain(bytes.subarray(0, HEADER_BYTES));
  let at = HEADER_BYTES;
  let end: Position | null = null;
  for (let index = 0; at < bytes.length; index++) {
    const frame = readFrame(keys, index, chain, bytes, at);
    if (!frame) break;
    if (end === null) {
      end = readOpening(frame.payload, number, from);
      read.from = end;
    } else {
      const change = readChange(frame.payload, end);
      changes.push(change);
      end = { seq: change.seq, history: change.history };
    }
    ({ chain } = frame);
    at += frame.length;
  }
  if (end === null) throw new DamageError('J4');
  return { changes, end, length: at, tail: bytes.length - at };
}

/** The first frame says which state the segment goes on from. */
export function openingOf(number: number, { seq, history }: Position): Buffer {
  return Buffer.from(JSON.stringify({ open: number, at: seq, history }), 'utf8');
}

export function changeBytes(seq: number, ops: readonly Op[]): Buffer {
  return Buffer.from(JSON.stringify({ seq, ops }), 'utf8');
}

function readOpening(payload: Buffer, number: number, from: Position | null): Position {
  const said = parse(payload) as { open?: unknown; at?: unknown; history?: unknown } | null;
  const { open, at, history } = said ?? {};
  if (open !== number || typeof at !== 'number' || typeof history !== 'string')
    throw new DamageError('J4');
  if (from && (at !== from.seq || history !== from.history)) throw new DamageError('J4');
  return { seq: at, history };
}

function readChange(payload: Buffer, before: Position): ReadChange {
  const said = parse(payload) as { seq?: unknown; ops?: unknown } | null;
  if (said?.seq !== before.seq + 1 || !isOps(said.ops)) throw new DamageError('J7');
  const history = nextHistory(before.history, said.seq, payload);
  return { seq: said.seq, ops: said.ops, history };
}

function parse(payload: Buffer): unknown {
  try {
    return JSON.parse(payload.toString('utf8')) as unknown;
  } catch {
    throw new DamageError('J7');
  }
}

/** A whole beginning of a frame behind something that is none: then it was no crash that cut the end off. */
function framesFollow(keys: FileKeys, bytes: Buffer, end: number): boolean {
  for (let at = end + FRAME_STEP; at + 12 <= bytes.length; at += FRAME_STEP) {
    if (startsFrame(keys, bytes, at)) return true;
  }
  return false;
}
