/** Zips made for tests: ordinary ones, and ones that no honest program writes. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface Member {
  /** Letters of one byte each. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly stored?: boolean;
  /** What the directory says instead of the truth. */
  readonly said?: {
    readonly size?: number;
    readonly crc?: number;
    readonly flags?: number;
    readonly method?: number;
  };
}

/** `overlapping` gives all members the bytes of the first. */
export function makeZip(members: readonly Member[], overlapping = false): Uint8Array {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [index, { name, bytes, stored = false, said = {} }] of members.entries()) {
    const packed = stored ? Buffer.from(bytes) : deflateRawSync(bytes);
    const label = Buffer.from(name, 'latin1');
    const method = said.method ?? (stored ? 0 : 8);
    const fields = (buffer: Buffer, from: number) => {
      buffer.writeUInt16LE(20, from);
      buffer.writeUInt16LE(said.flags ?? 0, from + 2);
      buffer.writeUInt16LE(method, from + 4);
      buffer.writeUInt32LE(said.crc ?? crc32(bytes), from + 10);
      buffer.writeUInt32LE(packed.length, from + 14);
      buffer.writeUInt32LE(said.size ?? bytes.length, from + 18);
      buffer.writeUInt16LE(label.length, from + 22);
    };
    const local = Buffer.alloc(30);
    local.write('PK\x03\x04', 'latin1');
    fields(local, 4);
    const entry = Buffer.alloc(46);
    entry.write('PK\x01\x02', 'latin1');
    entry.writeUInt16LE(20, 4);
    fields(entry, 6);
    const shared = overlapping && index > 0;
    entry.writeUInt32LE(shared ? 0 : at, 42);
    directory.push(entry, label);
    if (shared) continue;
    pieces.push(local, label, packed);
    at += 30 + label.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...pieces, list, end]));
}

/** Members by name, their text in UTF-8. */
export function zipOf(texts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return makeZip(
    Object.entries(texts).map(([name, text]) => ({
      name: Buffer.from(name).toString('latin1'),
      bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text,
    })),
  );
}
