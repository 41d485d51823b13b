/** A snapshot: the whole state in one sealed file, a line of JSON for each record. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { DamageError } from '../format/damage.ts';
import { idOfNumber } from '../format/header.ts';
import { nameOf } from './names.ts';
import type { Place } from './place.ts';
import { putSealedParts, withSealed } from './sealed-file.ts';
import type { Position } from './segment.ts';
import { collectionOf, type Contents, type Json, membersOf, type State, Unread } from './state.ts';

/** Bytes of lines that are made before others get a turn. */
const SLICE = 256 * 1024;
const pause = () => new Promise((resume) => setImmediate(resume));

/** References to all records at one moment: what is changed afterwards does not touch it. */
export interface Captured {
  readonly at: Position;
  readonly collections: readonly {
    readonly name: string;
    readonly members: readonly (readonly [string, Json | Unread])[];
  }[];
}

/** Records are never mutated, so references are enough. */
export function capture(contents: Contents, at: Position): Captured {
  return {
    at,
    collections: [...membersOf(contents)].map(([name, members]) => ({ name, members })),
  };
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
  const count = collections.reduce((sum, { members }) => sum + members.length, 0);
  let text = `${JSON.stringify({ seq: at.seq, history: at.history, records: count })}\n`;
  for (const { name, members } of collections) {
    const c = JSON.stringify(name);
    for (const [id, record] of members) {
      const v = record instanceof Unread ? record.json : JSON.stringify(record);
      text += `{"c":${c},"id":${JSON.stringify(id)},"v":${v}}\n`;
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

/**
 * Throws `DamageError` when it is missing or not as it was written. Values of the collection `unread` are left as they
 * stand in it.
 */
export function readSnapshot(
  place: Place,
  number: number,
  unread: string | null = null,
): Promise<Snapshot> {
  const { io, folder, keys } = place;
  const path = join(folder, nameOf.snapshot(number));
  return withSealed(io, path, namedOf(place, number), keys.snapshot, async (file) => {
    const reader = new SnapshotReader(unread);
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

  *push(part: Buffer): Generator<Buffer> {
    let from = 0;
    for (let end = part.indexOf(10); end >= 0; end = part.indexOf(10, from)) {
      const line = part.subarray(from, end);
      yield this.#rest.length === 0 ? line : Buffer.concat([this.#rest, line]);
      this.#rest = Buffer.alloc(0);
      from = end + 1;
    }
    if (from < part.length) this.#rest = Buffer.concat([this.#rest, part.subarray(from)]);
  }
}

class SnapshotReader {
  readonly #state: State = new Map();
  readonly #unread: UnreadLines | null;
  #first: (Position & { records: number }) | null = null;
  #count = 0;

  constructor(unread: string | null) {
    this.#unread = unread === null ? null : new UnreadLines(unread);
  }

  take(line: Buffer): void {
    if (!this.#first) {
      this.#first = readFirst(parse(line));
      return;
    }
    this.#count += 1;
    const left = this.#unread?.read(line);
    if (left) {
      collectionOf(this.#state, left.c).set(left.id, left.v);
      return;
    }
    const { c, id, v } = parse(line);
    if (typeof c !== 'string' || typeof id !== 'string' || v === undefined || v === null)
      throw new DamageError('N1');
    collectionOf(this.#state, c).set(id, v as Json);
  }

  /** [N2] As many records as the first line says. */
  finish(): Snapshot {
    if (!this.#first) throw new DamageError('N1');
    if (this.#count !== this.#first.records) throw new DamageError('N2');
    const { seq, history } = this.#first;
    return { state: this.#state, seq, history };
  }
}

/** Lines of one collection as `partsOf` writes them, so that the value can be cut out unread. */
class UnreadLines {
  readonly #c: string;
  readonly #before: Buffer;
  readonly #between = Buffer.from('","v":{', 'utf8');

  constructor(collection: string) {
    this.#c = collection;
    this.#before = Buffer.from(`{"c":${JSON.stringify(collection)},"id":"`, 'utf8');
  }

  /** `null` when the line is of another collection, or was written in another way. */
  read(line: Buffer): { readonly c: string; readonly id: string; readonly v: Unread } | null {
    const from = this.#before.length;
    if (line.compare(this.#before, 0, from, 0, Math.min(from, line.length)) !== 0) return null;
    const end = line.indexOf(this.#between, from);
    if (end < 0 || !line.subarray(-2).equals(CLOSING)) return null;
    const id = line.toString('utf8', from, end);
    if (id.includes('"') || id.includes('\\')) return null;
    const value = end + this.#between.length - 1;
    return { c: this.#c, id, v: new Unread(line.toString('utf8', value, line.length - 1)) };
  }
}

const CLOSING = Buffer.from('}}', 'utf8');

function readFirst({ seq, history, records }: Readonly<Record<string, unknown>>) {
  if (!isCount(seq) || !isCount(records) || typeof history !== 'string')
    throw new DamageError('N1');
  return { seq, history, records };
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function namedOf({ keys }: Place, number: number) {
  return { type: 'snapshot', archiveId: keys.archiveId, id: idOfNumber(number) } as const;
}

function parse(line: Buffer): Readonly<Record<string, unknown>> {
  try {
    const said = JSON.parse(line.toString('utf8')) as unknown;
    if (typeof said === 'object' && said !== null) return said as Record<string, unknown>;
  } catch {
    // Said below.
  }
  throw new DamageError('N1');
}
