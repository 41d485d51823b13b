/**
 * The members of a zip, each read only when it is asked for. Sizes are counted while unpacking, never believed:
 * a member that lies about its own, shares bytes with another or swells beyond measure is not unpacked.
 */
import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, validateFileName, type ZipFile } from 'yauzl';
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

/** What is asked of a zip before anything is unpacked, and how much may come out of it. */
interface ZipBounds {
  /**
   * It is one thing: members that share bytes, names that lead out of it and more members than are taken make all of
   * it damaged, and a member that is unpacked again counts again. Otherwise a bad member is refused alone.
   */
  readonly whole: boolean;
  readonly members: number;
  /** Bytes of one member. */
  readonly bytes: number;
  /** Up to so many bytes a member may be packed as tightly as it likes. */
  readonly free: number;
  readonly ratio: number;
  /** Bytes of all members together, for a zip of so many bytes. */
  readonly all: (packed: number) => number;
}

/** A zip of files that have nothing to do with each other. */
export const BUNDLE: ZipBounds = {
  whole: false,
  members: limits.containerParts,
  bytes: limits.partBytes,
  free: limits.partFreeBytes,
  ratio: limits.partRatio,
  all: (packed) => Math.max(limits.partFreeBytes * 8, packed * limits.partRatio),
};

/** A zip that is one document. */
export const DOCUMENT: ZipBounds = {
  whole: true,
  members: limits.zipEntries,
  bytes: limits.unpackedBytes,
  free: limits.unpackedFree,
  ratio: limits.unpackedRatio,
  all: () => limits.unpackedTotal,
};

/**
 * Folders are left out, and so are members far beyond the limit: one more than may be taken is told. `null` when the
 * directory of the zip cannot be read, or breaks what is asked of it.
 */
export async function openZip(
  bytes: Uint8Array,
  bounds: ZipBounds,
): Promise<readonly ZipMember[] | null> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const zip = await fromBufferPromise(buffer, {
      decodeStrings: false,
      validateEntrySizes: false,
    });
    const entries: Entry[] = [];
    for await (const entry of zip.eachEntry()) {
      if (isFolder(entry)) continue;
      entries.push(entry);
      if (entries.length > bounds.members) break;
    }
    const shared = sharingBytes(entries);
    const names = namesOf(entries);
    if (bounds.whole && breaksWhole(names, shared, bounds)) return null;
    const budget: Budget = { left: bounds.all(bytes.length), met: new Set() };
    return entries.map((entry, index) => ({
      name: names[index] ?? '',
      size: entry.uncompressedSize,
      read: () =>
        shared.has(entry)
          ? Promise.resolve('part-damaged')
          : unpack({ zip, bounds, budget }, entry),
    }));
  } catch {
    return null;
  }
}

/** By the byte that ends its name: a slash, or what Windows writes for one. What holds bytes is none, whatever its name. */
function isFolder({ fileNameRaw, uncompressedSize }: Entry): boolean {
  const last = fileNameRaw.at(-1);
  return uncompressedSize === 0 && (last === 0x2f || last === 0x5c);
}

function namesOf(entries: readonly Entry[]): string[] {
  return memberNames(
    entries.map(({ fileNameRaw, generalPurposeBitFlag, extraFields }) => ({
      raw: fileNameRaw,
      flags: generalPurposeBitFlag,
      extraFields,
    })),
  );
}

function breaksWhole(
  names: readonly string[],
  shared: ReadonlySet<Entry>,
  { members }: ZipBounds,
): boolean {
  const leadsOut = names.some((name) => validateFileName(name) !== null);
  return names.length > members || shared.size > 0 || leadsOut;
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

/** Bytes that all members together may still unpack to, and the members that were met. */
interface Budget {
  left: number;
  readonly met: Set<Entry>;
}

interface Unpacking {
  readonly zip: ZipFile;
  readonly bounds: ZipBounds;
  readonly budget: Budget;
}

async function unpack(
  { zip, bounds, budget }: Unpacking,
  entry: Entry,
): Promise<Uint8Array | PartFailure> {
  if (entry.isEncrypted()) return 'part-encrypted';
  if (!entry.canDecodeFileData()) return 'part-method-unknown';
  const { uncompressedSize: size, compressedSize } = entry;
  if (size > bounds.bytes) return 'part-too-large';
  if (size > bounds.free && size > compressedSize * bounds.ratio) return 'part-too-compressed';
  if (bounds.whole || !budget.met.has(entry)) {
    if (size > budget.left) return 'part-too-compressed';
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
