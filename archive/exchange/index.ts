/** What leaves the archive for people and programs that do not have it: the whole of it, or one comparison. */
import { createHash } from 'node:crypto';
import { never } from '../lib/assert.ts';
import { type Job, quietJob } from '../lib/job.ts';
import { fail, FailureError, ok, type Result } from '../lib/result.ts';
import type { CodeTable } from '../codes/index.ts';
import type { Entity } from '../model/index.ts';
import { bagFiles } from './bagit.ts';
import { codePicture } from './code-picture.ts';
import { codeTableCells, namesIn } from './code-table.ts';
import { type ComparedPair, comparisonAnnotations, comparisonTable } from './comparison.ts';
import { csvFiles } from './csv.ts';
import { jsonFile } from './json.ts';
import { qdpxFile } from './qdpx.ts';
import { guardedForms } from '../redact/index.ts';
import { withoutSensitive } from './held-back.ts';
import { LeakCheck } from './leaks.ts';
import { encodeJson } from './read-view.ts';
import { redactedView } from './redacted-view.ts';
import { type PackageReport, writePackage } from './package/export-package.ts';
import type { PackageMatter, PackageOptions } from './package/matter.ts';
import { isSeal, type Seal } from './package/seal.ts';
import type {
  ArchiveView,
  ExportedFile,
  ExportFailure,
  ExportOptions,
  PackageFailure,
} from './view.ts';
import { refuseExisting, writeFolder, writeOne, type WrittenOut } from './write-out.ts';

export type { ComparedPair, ComparedSource } from './comparison.ts';
export { claimsTable, namesTable } from './csv.ts';
export { nameListTable } from './name-list.ts';
export { timelineTable } from './timeline-table.ts';
export { wordingTable, type WordingRow } from './wording-table.ts';
export type { PackageReport } from './package/export-package.ts';
export type { PackedExhibit, PackageMatter, PackageOptions } from './package/matter.ts';
export type { Withheld } from './package/originals.ts';
export { inGroups, newSigningKey, type Signer, signerOf } from './package/signing.ts';
export type { ArchiveView, ExportOptions, FilesToLeave, Redaction } from './view.ts';

const BAG_MANIFEST = 'tagmanifest-sha256.txt';

export type Format = 'bagit' | 'qdpx' | 'csv' | 'json';

/** A table, or a picture (SVG). */
export type CodeTableFormat = 'csv' | 'svg';

/** A table, or W3C Web Annotations. */
export type ComparisonFormat = 'csv' | 'annotations';

/**
 * What names all that left, as SHA-256: of the one file; of `tagmanifest-sha256.txt`, which names everything in a bag; or
 * of the list of a folder's files in the order of their paths, as `sha256sum` writes it.
 */
export interface LeftDigest {
  readonly of: 'file' | 'manifest' | 'list';
  readonly sha256: string;
}

export interface ExportReport extends WrittenOut {
  readonly digest: LeftDigest;
  /** Whose names stand in what was written and should not. */
  readonly protectedNames: number;
  /** Forms that may be somebody's who is hidden, and hold nothing back. */
  readonly possibleNames: number;
  /** Files that left as they were collected with a profile: what is in them cannot be told. */
  readonly unchecked: number;
  /** Quotes that stayed because they are marked as sensitive. */
  readonly heldBack: number;
}

/**
 * Writes the archive to `target`: a folder for `bagit` and `csv`, a file for `qdpx` and `json`. On failure nothing
 * stands under that name, or what stood there before. Every file is searched for names before it is done:
 * `names-protected` { count } when somebody is named who must not be, unless `despiteNames` says so.
 */
export async function exportArchive(
  whole: ArchiveView,
  format: Format,
  target: string,
  options: ExportOptions,
  job: Job = quietJob,
): Promise<Result<ExportReport, ExportFailure>> {
  return told(async () => {
    const { redaction, despiteNames = false } = options;
    const { view, heldBack } = withoutSensitive(whole);
    const check = new LeakCheck(guardedForms(view.entities, redaction?.sharing ?? null), {
      asCollected: (redaction?.files ?? 'originals') === 'originals',
    });
    const digests = new Map<string, string>();
    const leaving = redaction ? await redactedView(view, redaction, job) : view;
    const written = await write(
      leaving,
      format,
      target,
      options,
      job,
      (file) => {
        check.look(file);
        digests.set(file.path, sha256Of(file.bytes));
        return file;
      },
      () => {
        refuseNames(check, despiteNames);
      },
    );
    const unchecked = redaction ? check.unchecked : 0;
    const digest = digestOfLeft(format, digests);
    const { named: protectedNames, possible } = check;
    const possibleNames = possible.length;
    return { ...written, digest, protectedNames, possibleNames, unchecked, heldBack };
  });
}

function sha256Of(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function digestOfLeft(format: Format, digests: ReadonlyMap<string, string>): LeftDigest {
  const [first = ''] = digests.values();
  if (format === 'bagit') return { of: 'manifest', sha256: digests.get(BAG_MANIFEST) ?? '' };
  if (format !== 'csv') return { of: 'file', sha256: first };
  const lines = [...digests].sort(([a], [b]) => (a < b ? -1 : 1));
  return { of: 'list', sha256: sha256Of(lines.map(([path, hex]) => `${hex}  ${path}\n`).join('')) };
}

/** Writes a comparison as one file, and refuses as `exportArchive` does. Names stand in it as in the two texts. */
export async function exportComparison(
  pair: ComparedPair,
  format: ComparisonFormat,
  target: string,
  {
    entities,
    despiteNames,
  }: { readonly entities: readonly Entity[]; readonly despiteNames: boolean },
): Promise<Result<ExportReport, ExportFailure>> {
  return told(async () => {
    const bytes = format === 'csv' ? comparisonTable(pair) : comparisonAnnotations(pair);
    const check = new LeakCheck(guardedForms(entities, null), { asCollected: true });
    check.look({ path: format === 'csv' ? '.csv' : '.jsonld', bytes });
    refuseNames(check, despiteNames);
    return leftAsFile(target, bytes, check);
  });
}

/** As one file, after it was looked through. */
async function leftAsFile(
  target: string,
  bytes: Uint8Array,
  check: LeakCheck,
): Promise<ExportReport> {
  const digest = { of: 'file', sha256: sha256Of(bytes) } as const;
  const written = await writeOne(target, bytes);
  const [protectedNames, possibleNames] = [check.named, check.possible.length];
  return { ...written, digest, protectedNames, possibleNames, unchecked: 0, heldBack: 0 };
}

/** Writes a table of the codebook as one file, and refuses as `exportArchive` does. */
export async function exportCodeTable(
  table: CodeTable,
  format: CodeTableFormat,
  target: string,
  {
    entities,
    despiteNames,
  }: { readonly entities: readonly Entity[]; readonly despiteNames: boolean },
): Promise<Result<ExportReport, ExportFailure>> {
  return told(async () => {
    const bytes = format === 'csv' ? codeTableCells(table) : codePicture(table);
    const check = new LeakCheck(guardedForms(entities, null), { asCollected: true });
    // Names stand in the head of the table as well, and are shortened in the picture: what they are is looked at.
    check.look({ path: '.json', bytes: encodeJson(namesIn(table)) });
    refuseNames(check, despiteNames);
    return leftAsFile(target, bytes, check);
  });
}

/** What can be told of a package before anything is made. */
export async function mayPack(
  target: string,
  seal: Seal | null,
): Promise<Result<null, 'target-exists' | 'recipient-invalid'>> {
  if (seal && !(await isSeal(seal))) return fail('recipient-invalid');
  return told<null, 'target-exists'>(async () => {
    await refuseExisting(target);
    return null;
  });
}

/** Writes a dossier's package to `target`, a folder or a file, and refuses as `exportArchive` does. */
export async function exportPackage(
  matter: PackageMatter,
  target: string,
  options: PackageOptions,
  job: Job = quietJob,
): Promise<Result<PackageReport, PackageFailure>> {
  return told(() => writePackage(matter, target, options, job));
}

function refuseNames({ named }: LeakCheck, despiteNames: boolean): void {
  if (named > 0 && !despiteNames)
    throw new FailureError({ code: 'names-protected', detail: { count: named } });
}

async function told<T, C extends string = ExportFailure>(
  write: () => Promise<T>,
): Promise<Result<T, C>> {
  try {
    return ok(await write());
  } catch (error) {
    if (error instanceof FailureError) return fail(error.failure.code as C, error.failure.detail);
    throw error;
  }
}

type Look = (file: ExportedFile) => ExportedFile;

/** After the last file `end` may still refuse: nothing stands under the chosen name yet. */
async function* looked(
  files: AsyncIterable<ExportedFile> | Iterable<ExportedFile>,
  look: Look,
  end: () => void,
): AsyncGenerator<ExportedFile> {
  for await (const file of files) yield look(file);
  end();
}

async function write(
  view: ArchiveView,
  format: Format,
  target: string,
  options: ExportOptions,
  job: Job,
  look: Look,
  end: () => void,
): Promise<WrittenOut> {
  const one = ({ bytes }: ExportedFile) => {
    look({ path: `.${format}`, bytes });
    end();
    return writeOne(target, bytes);
  };
  switch (format) {
    case 'bagit':
      return writeFolder(target, looked(bagFiles(view, options, job), look, end));
    case 'csv':
      return writeFolder(target, looked(csvFiles(view), look, end));
    case 'qdpx':
      return one(await qdpxFile(view, options, job));
    case 'json':
      return one(await jsonFile(view, options, job));
    default:
      return never(format);
  }
}
