/** Opens a zipped document: files by name, each unpacked only when it is asked for and only within the limits. */
import yauzl from 'yauzl';
import { fail, ok, type Result } from '../../lib/result.ts';
import { limits } from '../../model/index.ts';

export type PackageFailure = 'document-damaged' | 'needs-password';

export interface Package {
  readonly names: readonly string[];
  /** `null` when there is no such file; fails when it is broken or unpacks to more than the limits allow. */
  read(name: string): Promise<Result<Uint8Array | null, PackageFailure>>;
}

export async function openPackage(bytes: Uint8Array): Promise<Result<Package, PackageFailure>> {
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const zip = await yauzl.fromBufferPromise(buffer, { lazyEntries: true, autoClose: false });
    const entries = await entriesOf(zip);
    if (overlap(entries)) return fail('document-damaged');
    return ok(new ZipPackage(zip, entries));
  } catch {
    return fail('document-damaged');
  }
}

class ZipPackage implements Package {
  readonly #zip: yauzl.ZipFile;
  readonly #entries: ReadonlyMap<string, yauzl.Entry>;
  #unpacked = 0;

  constructor(zip: yauzl.ZipFile, entries: readonly yauzl.Entry[]) {
    this.#zip = zip;
    this.#entries = new Map(entries.map((entry) => [entry.fileName, entry]));
  }

  get names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  async read(name: string): Promise<Result<Uint8Array | null, PackageFailure>> {
    const entry = this.#entries.get(name);
    if (!entry) return ok(null);
    if ((entry.generalPurposeBitFlag & 1) === 1) return fail('needs-password');
    try {
      return ok(await this.#unpack(entry));
    } catch {
      return fail('document-damaged');
    }
  }

  /** Counted while it is unpacked: what an entry says of its own size is not believed. */
  async #unpack(entry: yauzl.Entry): Promise<Uint8Array> {
    const most = Math.max(limits.unpackedFree, entry.compressedSize * limits.unpackedRatio);
    const stream = await this.#zip.openReadStreamPromise(entry);
    const parts: Buffer[] = [];
    let size = 0;
    for await (const part of stream as AsyncIterable<Buffer>) {
      size += part.length;
      this.#unpacked += part.length;
      if (size > Math.min(most, limits.unpackedBytes) || this.#unpacked > limits.unpackedTotal)
        throw new Error('unpacks to more than is taken');
      parts.push(part);
    }
    return Buffer.concat(parts);
  }
}

function entriesOf(zip: yauzl.ZipFile): Promise<yauzl.Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: yauzl.Entry[] = [];
    zip.on('entry', (entry: yauzl.Entry) => {
      entries.push(entry);
      if (entries.length > limits.zipEntries) reject(new Error('more files than are read'));
      else zip.readEntry();
    });
    zip.once('end', () => {
      resolve(entries);
    });
    zip.once('error', reject);
    zip.readEntry();
  });
}

/** Bytes of a local header without its name. */
const HEADER = 30;

/** Files that share their packed bytes are made to unpack to far more than the package holds. */
function overlap(entries: readonly yauzl.Entry[]): boolean {
  const sorted = entries.toSorted(
    (a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader,
  );
  return sorted.some((entry, index) => {
    const next = sorted[index + 1];
    const end = entry.relativeOffsetOfLocalHeader + HEADER + entry.compressedSize;
    return next !== undefined && end > next.relativeOffsetOfLocalHeader;
  });
}
