/**
 * The members of a zip, each read only when it is asked for. Sizes are counted while unpacking, never believed:
 * a member that lies about its own, shares bytes with another or swells beyond measure is refused alone.
 */
import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { limits } from '../../model/index.ts';
import type { PartFailure } from '../parts.ts';
import { memberNames } from './member-names.ts';

export interface ZipMember {
  /** With its folders, parted by `/`; may be hostile. */
  readonly name: string;
  /** Bytes, as the zip says. */
  readonly size: number;
  readonly read: () => Promise<Uint8Array | PartFailure>;
}

/** Folders are left out. `null` when the directory of the zip cannot be read: it is damaged, or no zip. */
export async function openZip(bytes: Uint8Array): Promise<readonly ZipMember[] | null> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const zip = await fromBufferPromise(buffer, {
      decodeStrings: false,
      validateEntrySizes: false,
    });
    const entries: Entry[] = [];
    for await (const entry of zip.eachEntry()) {
      entries.push(entry);
      // One more than may be taken, so that the taking says that there were too many.
      if (entries.length > limits.containerParts) break;
    }
    return membersOf(zip, entries, bytes.length);
  } catch {
    return null;
  }
}

function membersOf(zip: ZipFile, entries: readonly Entry[], packed: number): ZipMember[] {
  const names = memberNames(
    entries.map(({ fileNameRaw, generalPurposeBitFlag, extraFields }) => ({
      raw: fileNameRaw,
      flags: generalPurposeBitFlag,
      extraFields,
    })),
  );
  const shared = sharingBytes(entries);
  const budget: Budget = {
    left: Math.max(limits.partFreeBytes * 8, packed * limits.partRatio),
    met: new Set(),
  };
  return entries.flatMap((entry, index) => {
    const name = names[index] ?? '';
    if (name.endsWith('/')) return [];
    const read = () => (shared.has(entry) ? ('part-damaged' as const) : unpack(zip, entry, budget));
    return { name, size: entry.uncompressedSize, read: () => Promise.resolve(read()) };
  });
}

/** Members whose packed bytes overlap: one byte must not be unpacked many times over. */
function sharingBytes(entries: readonly Entry[]): ReadonlySet<Entry> {
  const shared = new Set<Entry>();
  const inOrder = entries.toSorted(
    (a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader,
  );
  let end = 0;
  for (const entry of inOrder) {
    if (entry.relativeOffsetOfLocalHeader < end) shared.add(entry);
    end = Math.max(end, entry.relativeOffsetOfLocalHeader + 30 + entry.compressedSize);
  }
  return shared;
}

/** Bytes that all members together may still unpack to. One that is read again counts once. */
interface Budget {
  left: number;
  readonly met: Set<Entry>;
}

async function unpack(
  zip: ZipFile,
  entry: Entry,
  budget: Budget,
): Promise<Uint8Array | PartFailure> {
  if (entry.isEncrypted()) return 'part-encrypted';
  if (!entry.canDecodeFileData()) return 'part-method-unknown';
  const { uncompressedSize: size, compressedSize } = entry;
  if (size > limits.partBytes) return 'part-too-large';
  const swollen = size > limits.partFreeBytes && size > compressedSize * limits.partRatio;
  if (!budget.met.has(entry)) {
    if (swollen || size > budget.left) return 'part-too-compressed';
    budget.left -= size;
    budget.met.add(entry);
  }
  if (compressedSize > zip.fileSize) return 'part-damaged';
  try {
    const unpacked = new Uint8Array(size);
    let at = 0;
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      const piece = chunk as Uint8Array;
      // The stream was ended with an error if it gave more than it said; this is for the day when it is not.
      if (at + piece.length > size) return 'part-damaged';
      unpacked.set(piece, at);
      at += piece.length;
    }
    return at === size && crc32(unpacked) === entry.crc32 ? unpacked : 'part-damaged';
  } catch {
    return 'part-damaged';
  }
}
