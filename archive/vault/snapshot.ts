/** A snapshot: the whole state in one sealed file, a line of JSON for each record. */
import { join } from 'node:path';
import { DamageError } from '../format/damage.ts';
import { idOfNumber } from '../format/header.ts';
import type { Io } from './io.ts';
import type { Keys } from './keys.ts';
import { nameOf } from './names.ts';
import { getSealed, putSealed } from './sealed-file.ts';
import { type Json, newCollection, type State } from './state.ts';

/** Records turned into lines before others get a turn. */
const SLICE = 500;
const pause = () => new Promise((resume) => setImmediate(resume));

interface First {
  readonly seq: number;
  readonly history: string;
  readonly records: number;
}

export interface Snapshot extends First {
  readonly state: State;
}

/** Written and read back whole before this resolves. Records of `state` must not be mutated meanwhile. */
export async function writeSnapshot(
  io: Io,
  folder: string,
  keys: Keys,
  number: number,
  state: State,
  { seq, history }: { readonly seq: number; readonly history: string },
): Promise<void> {
  const records = Object.entries(state).flatMap(([c, members]) =>
    Object.entries(members).map(([id, v]) => ({ c, id, v })),
  );
  const parts: Buffer[] = [lineOf({ seq, history, records: records.length } satisfies First)];
  for (const [at, record] of records.entries()) {
    parts.push(lineOf(record));
    if (at % SLICE === SLICE - 1) await pause();
  }
  const data = Buffer.concat(parts);
  const named = namedOf(keys, number);
  const path = join(folder, nameOf.snapshot(number));
  await putSealed(io, path, named, keys.snapshot, data);
  const back = await getSealed(io, path, named, keys.snapshot);
  if (!back.equals(data)) throw new DamageError('N3');
}

export async function readSnapshot(
  io: Io,
  folder: string,
  keys: Keys,
  number: number,
): Promise<Snapshot> {
  const path = join(folder, nameOf.snapshot(number));
  const data = await getSealed(io, path, namedOf(keys, number), keys.snapshot);
  const lines = linesOf(data);
  const first = lines.next().value as First | undefined;
  if (!first || !Number.isSafeInteger(first.seq) || typeof first.history !== 'string')
    throw new DamageError('N1');
  const state: State = {};
  let count = 0;
  for (const record of lines) {
    const { c, id, v } = record as { c: string; id: string; v: Json };
    (state[c] ??= newCollection())[id] = v;
    count += 1;
  }
  if (count !== first.records) throw new DamageError('N2');
  return { ...first, state };
}

function namedOf(keys: Keys, number: number) {
  return { type: 'snapshot', archiveId: keys.archiveId, id: idOfNumber(number) } as const;
}

function lineOf(value: object): Buffer {
  return Buffer.from(`${JSON.stringify(value)}\n`, 'utf8');
}

function* linesOf(data: Buffer): Generator<unknown, undefined> {
  for (let from = 0; from < data.length;) {
    const end = data.indexOf(10, from);
    if (end < 0) throw new DamageError('N1');
    yield parse(data.toString('utf8', from, end));
    from = end + 1;
  }
  return undefined;
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    throw new DamageError('N1');
  }
}
