/**
 * Writes a dossier's package as a folder, a zip or a sealed zip. It is read back from the disk and verified whole before
 * it gets its name: what does not hold, or names somebody who must not be named, is removed.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Job } from '../../lib/job.ts';
import { FailureError } from '../../lib/result.ts';
import { guardedForms } from '../../redact/index.ts';
import { LeakCheck } from '../leaks.ts';
import type { ExportedFile } from '../view.ts';
import { writeFolder, writeOne, type WrittenOut } from '../write-out.ts';
import { packageFiles, tagManifests } from './bag.ts';
import type { PackageMatter, PackageOptions } from './matter.ts';
import type { PackedMark, Payload } from './payload.ts';
import { packedIn, type Packed, verifyPacked } from './read-back.ts';
import { opened, sealed } from './seal.ts';
import { unzipped, zipOf } from './zip.ts';

export interface PackageReport {
  /** Files in the package, and bytes of what was written. */
  readonly files: number;
  readonly bytes: number;
  /** SHA-256 of the manifest that names everything in it, and of the one file that was written, if it is one. */
  readonly manifest: string;
  readonly archive: string | null;
  /** Whose names left. */
  readonly named: number;
  /** What may be names in the files beside the PDF. */
  readonly possible: LeakCheck['possible'];
  /** Originals that left as they were collected beside a profile. */
  readonly marks: readonly PackedMark[];
  readonly withheld: ReturnType<Payload['withheld']>;
}

interface Written extends WrittenOut {
  readonly archive: string | null;
}

/** Throws `FailureError`: see `PackageFailure`. */
export async function writePackage(
  matter: PackageMatter,
  target: string,
  options: PackageOptions,
  job: Job,
): Promise<PackageReport> {
  const forms = guardedForms(matter.view.entities, matter.dossier.sharing ?? null);
  const expected = { publicKey: options.signer.publicKey, pdf: digestOf(matter.pdf) };
  const { files, marks, withheld } = packageFiles(matter, options, job);
  let named = 0;
  let possible: LeakCheck['possible'] = [];
  let count = 0;
  let manifest = '';
  const passing = async function* (): AsyncGenerator<ExportedFile> {
    for await (const file of files) {
      if (file.path === tagManifests[0]) manifest = digestOf(file.bytes);
      count += 1;
      yield file;
    }
  };
  const confirm = async (packed: Packed): Promise<void> => {
    const check = new LeakCheck(forms, { asCollected: false });
    await verifyPacked(packed, expected, check, job);
    possible = check.possible;
    named = new Set([...matter.named, ...check.entities]).size;
    if (named > 0 && !options.despiteNames)
      throw new FailureError({ code: 'names-protected', detail: { count: named } });
  };
  const written = await write(passing(), target, options, confirm);
  const { bytes, archive } = written;
  const told = { marks: marks(), withheld: withheld() };
  return { files: count, bytes, manifest, archive, named, possible, ...told };
}

async function write(
  files: AsyncIterable<ExportedFile>,
  target: string,
  { form, seal }: PackageOptions,
  confirm: (packed: Packed) => Promise<void>,
): Promise<Written> {
  if (form === 'folder') {
    const written = await writeFolder(target, files, async (folder) =>
      confirm(await packedIn(folder)),
    );
    return { ...written, archive: null };
  }
  const zip = await zipOf(files);
  if (!seal) {
    const written = await writeOne(target, zip, async (path) =>
      confirm(await unzipped(await readFile(path))),
    );
    return { ...written, archive: digestOf(zip) };
  }
  // It never stands on the disk open: what was sealed is verified before, and that it is what was sealed afterwards.
  await confirm(await unzipped(zip));
  const made = await sealed(zip, seal);
  if (!made.ok) throw new FailureError(made.error);
  const written = await writeOne(target, made.value, async (path) => {
    if (seal.by === 'recipient') return;
    const again = await opened(await readFile(path), seal.passphrase);
    if (!again || digestOf(again) !== digestOf(zip))
      throw new FailureError({ code: 'package-unsound' });
  });
  return { ...written, archive: digestOf(made.value) };
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
