/**
 * The index as one run of bytes, and back: a derived thing that its owner seals before it touches a disk. Damage is told, never mended:
 * the index can always be built anew.
 *
 *     "KUFSRCH5" · CRC-32 of the rest · length of the header · header (JSON) · parts, each at a multiple of 8
 */
import { crc32 } from 'node:zlib';
import { fail, ok, type Result } from '../lib/result.ts';

/** Its last letter goes up with every change of how words are read, sounded or listed: an index of before is made anew. */
const MAGIC = 'KUFSRCH5';
const FIXED = MAGIC.length + 8;
const ALIGNED = 8;

export type Part = Uint8Array | Uint32Array;

interface Header {
  readonly parts: readonly (readonly [
    name: string,
    kind: 'bytes' | 'numbers',
    at: number,
    length: number,
  ])[];
  readonly facts: unknown;
}

const aligned = (at: number) => Math.ceil(at / ALIGNED) * ALIGNED;

/** `facts` must be plain JSON. */
export function writeSnapshot(parts: ReadonlyMap<string, Part>, facts: unknown): Uint8Array {
  let at = 0;
  const list: Header['parts'][number][] = [];
  for (const [name, part] of parts) {
    list.push([name, part instanceof Uint8Array ? 'bytes' : 'numbers', at, part.length]);
    at = aligned(at + part.byteLength);
  }
  const header = new TextEncoder().encode(JSON.stringify({ parts: list, facts } satisfies Header));
  const body = aligned(FIXED + header.length);
  const bytes = new Uint8Array(body + at);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode(MAGIC));
  view.setUint32(MAGIC.length + 4, header.length, true);
  bytes.set(header, FIXED);
  for (const [name, , from] of list) {
    const part = parts.get(name);
    if (part) bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), body + from);
  }
  view.setUint32(MAGIC.length, crc32(bytes.subarray(MAGIC.length + 4)), true);
  return bytes;
}

export interface Snapshot {
  readonly facts: unknown;
  readonly bytes: (name: string) => Uint8Array;
  readonly numbers: (name: string) => Uint32Array;
}

/** `index-damaged` when a byte is not as it was written; `index-too-new` when another version wrote it. */
export function readSnapshot(
  given: Uint8Array,
): Result<Snapshot, 'index-damaged' | 'index-too-new'> {
  if (given.length < FIXED) return fail('index-damaged');
  // Typed arrays need whole multiples of their size as offset.
  const bytes = given.byteOffset % ALIGNED === 0 ? given : given.slice();
  const magic = new TextDecoder().decode(bytes.subarray(0, MAGIC.length));
  if (magic !== MAGIC)
    return fail(magic.startsWith(MAGIC.slice(0, -1)) ? 'index-too-new' : 'index-damaged');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(MAGIC.length, true) !== crc32(bytes.subarray(MAGIC.length + 4)))
    return fail('index-damaged');
  const headerLength = view.getUint32(MAGIC.length + 4, true);
  // The checksum held, so these are our own bytes: what follows cannot fail but by a bug.
  const header = JSON.parse(
    new TextDecoder().decode(bytes.subarray(FIXED, FIXED + headerLength)),
  ) as Header;
  const body = bytes.byteOffset + aligned(FIXED + headerLength);
  const places = new Map(header.parts.map(([name, , at, length]) => [name, { at, length }]));
  const place = (name: string) => places.get(name) ?? { at: 0, length: 0 };
  return ok({
    facts: header.facts,
    bytes: (name) => new Uint8Array(bytes.buffer, body + place(name).at, place(name).length),
    numbers: (name) => new Uint32Array(bytes.buffer, body + place(name).at, place(name).length),
  });
}
