/** A package as one zip: made in memory, and read again by another reader than the one that writes. */
import { buffer } from 'node:stream/consumers';
import { zipSync, type Zippable } from 'fflate';
import { fromBufferPromise } from 'yauzl';
import { FailureError } from '../../lib/result.ts';
import { limits } from '../../model/index.ts';
import type { ExportedFile } from '../view.ts';
import type { Packed } from './read-back.ts';

/** What unpacking leaves: one folder. Tells nothing. */
const FOLDER = 'dossier-package/';
/** Is packed already. */
const PACKED = /\.(?:pdf|png|jpe?g|webp|gif|zip|docx|odt|epub|wacz)$/;
/** A zip writes local time, which tells a zone: the first that it can write, everywhere. */
const NO_TIME = new Date(1980, 0, 1);

/** Throws `package-too-large`. */
export async function zipOf(files: AsyncIterable<ExportedFile>): Promise<Uint8Array> {
  const members: Zippable = {};
  let size = 0;
  for await (const { path, bytes } of files) {
    size += bytes.length;
    if (size > limits.zippedPackageBytes) throw new FailureError({ code: 'package-too-large' });
    members[FOLDER + path] = [bytes, { level: PACKED.test(path) ? 0 : 6, mtime: NO_TIME }];
  }
  return zipSync(members);
}

export async function unzipped(zip: Uint8Array): Promise<Packed> {
  const bytes = Buffer.from(zip.buffer, zip.byteOffset, zip.length);
  const file = await fromBufferPromise(bytes);
  const members = new Map<string, Uint8Array>();
  for await (const entry of file.eachEntry()) {
    if (!entry.fileName.startsWith(FOLDER)) throw new FailureError({ code: 'package-unsound' });
    const stream = await file.openReadStreamPromise(entry);
    members.set(entry.fileName.slice(FOLDER.length), await buffer(stream));
  }
  return {
    paths: [...members.keys()],
    read: (path) => Promise.resolve(members.get(path) ?? null),
  };
}
