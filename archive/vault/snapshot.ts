/** A snapshot: the whole state in one sealed file, a line of JSON for each record. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { DamageError } from '../format/damage.ts';
import { idOfNumber } from '../format/header.ts';
import { nameOf } from './names.ts';
import type { Place } from './place.ts';
import { putSealedParts, withSealed } from './sealed-file.ts';
import type { Position } from './segment.ts';
import { type Json, newCollection, newState, type State } from './state.ts';

/** Bytes of lines that are made before others get a turn. */
const SLICE = 256 * 1024;
const pause = () => new Promise((resume) => setImmediate(resume));

/** References to all records at one moment: what is changed afterwards does not touch it. */
export interface Captured {
  readonly at: Position;
  readonly collections: readonly {
    readonly name: string;
    readonly ids: readonly string[];
    readonly records: readonly Json[];
  }[];
}

/** Records are never mutated, so references are enough. */
export function capture(state: State, at: Position): Captured {
  const collections = Object.entries(state).map(([name, members]) => {
    const ids = Object.keys(members);
    // Looked up one by one: three times as fast as `Object.values` with a hundred thousand.
    return { name, ids, records: ids.map((id) => members[id] ?? null) };
  });
  return { at, collections };
}

/** [N3] Written in slices and read back whole before this resolves. */
export async function writeSnapshot(
  place: Place,
  number: number,
  captured: Captured,
): Promise<void> {
  const { io, folder, keys } = place;
  const path = join(folder, nameOf.snapshot(number));
  const named = namedOf(place, number);
  const written = createHash('sha256');
  async function* lines(): AsyncGenerator<Buffer> {
    for (const part of partsOf(captured)) {
      written.update(part);
      yield part;
      await pause();
    }
  }
  await putSealedParts(io, path, named, keys.snapshot, lines());
  const back = createHash('sha256');
  await withSealed(io, path, named, keys.snapshot, async (file) => {
    for await (const part of file.parts()) back.update(part);
  });
  if (!back.digest().equals(written.digest())) throw new DamageError('N3');
}

/** All lines, gathered to about a slice each. */
function* partsOf({ at, collections }: Captured): Generator<Buffer> {
  const count = collections.reduce((sum, { ids }) => sum + ids.length, 0);
  let text = `${JSON.stringify({ seq: at.seq, history: at.history, records: count })}\n`;
  for (const { name, ids, records } of collections) {
    const c = JSON.stringify(name);
    for (const [index, id] of ids.entries()) {
      text += `{"c":${c},"id":${JSON.stringify(id)},"v":${JSON.stringify(records[index])}}\n`;
      if (text.length < SLICE) continue;
      yield Buffer.from(text, 'utf8');
      text = '';
    }
  }
  if (text !== '') yield Buffer.from(text, 'utf8');
}

export interface Snapshot extends Position {
  readonly state: State;
}

/** Throws `DamageError` when it is missing or not as it was written. */
export function readSnapshot(place: Place, number: number): Promise<Snapshot> {
  const { io, folder, keys } = place;
  const path = join(folder, nameOf.snapshot(number));
  return withSealed(io, path, namedOf(place, number), keys.snapshot, async (file) => {
    const reader = new SnapshotReader();
    const lines = new Lines();
    for await (const part of file.parts()) for (const line of lines.push(part)) reader.take(line);
    if (!lines.ended) throw new DamageError('N1');
    return reader.finish();
  });
}

/** Cuts pieces of bytes into lines. */
class Lines {
  #rest: Buffer = Buffer.alloc(0);

  get ended(): boolean {
    return this.#rest.length === 0;
  }

  *push(part: Buffer): Generator<string> {
    let from = 0;
    for (let end = part.indexOf(10); end >= 0; end = part.indexOf(10, from)) {
      const line = part.subarray(from, end);
      yield this.#rest.length === 0
        ? line.toString('utf8')
        : Buffer.concat([this.#rest, line]).toString('utf8');
      this.#rest = Buffer.alloc(0);
      from = end + 1;
    }
    if (from < part.length) this.#rest = Buffer.concat([this.#rest, part.subarray(from)]);
  }
}

class SnapshotReader {
  readonly #state = newState();
  #first: (Position & { records: number }) | null = null;
  #count = 0;

  take(line: string): void {
    const said = parse(line) as Record<string, unknown> | null;
    if (typeof said !== 'object' || said === null) throw new DamageError('N1');
    if (!this.#first) {
      const { seq, history, records } = said;
      if (!isCount(seq) || !isCount(records) || typeof history !== 'string')
        throw new DamageError('N1');
      this.#first = { seq, history, records };
      return;
    }
    const { c, id, v } = said;
    if (typeof c !== 'string' || typeof id !== 'string' || v === undefined || v === null)
      throw new DamageError('N1');
    (this.#state[c] ??= newCollection())[id] = v as Json;
    this.#count += 1;
  }

  /** [N2] As many records as the first line says. */
  finish(): Snapshot {
    if (!this.#first) throw new DamageError('N1');
    if (this.#count !== this.#first.records) throw new DamageError('N2');
    const { seq, history } = this.#first;
    return { state: this.#state, seq, history };
  }
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function namedOf({ keys }: Place, number: number) {
  return { type: 'snapshot', archiveId: keys.archiveId, id: idOfNumber(number) } as const;
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    throw new DamageError('N1');
  }
}
