/** Exports of a whole archive, for people and programs that do not have this one. */
import { never } from '../lib/assert.ts';
import { type Job, quietJob } from '../lib/job.ts';
import { fail, FailureError, ok, type Result } from '../lib/result.ts';
import { bagFiles } from './bagit.ts';
import { csvFiles } from './csv.ts';
import { jsonFile } from './json.ts';
import { qdpxFile } from './qdpx.ts';
import type { ArchiveView, ExportFailure, ExportOptions } from './view.ts';
import { writeFolder, writeOne, type WrittenOut } from './write-out.ts';

export { namesTable } from './csv.ts';
export type { ArchiveView, ExportOptions } from './view.ts';

export type Format = 'bagit' | 'qdpx' | 'csv' | 'json';

export interface ExportReport extends WrittenOut {
  /** Entities that must not be named and stand in what was written. */
  readonly protectedNames: number;
}

/**
 * Writes the archive to `target`: a folder for `bagit` and `csv`, a file for `qdpx` and `json`. On failure nothing
 * stands under that name, or what stood there before.
 */
export async function exportArchive(
  view: ArchiveView,
  format: Format,
  target: string,
  options: ExportOptions,
  job: Job = quietJob,
): Promise<Result<ExportReport, ExportFailure>> {
  try {
    const written = await write(view, format, target, options, job);
    const hidden = view.entities.filter(({ protection }) => protection === 'must-not-be-named');
    return ok({ ...written, protectedNames: hidden.length });
  } catch (error) {
    if (error instanceof FailureError) return fail(error.failure.code as ExportFailure);
    throw error;
  }
}

async function write(
  view: ArchiveView,
  format: Format,
  target: string,
  options: ExportOptions,
  job: Job,
): Promise<WrittenOut> {
  switch (format) {
    case 'bagit':
      return writeFolder(target, bagFiles(view, options, job));
    case 'csv':
      return writeFolder(target, csvFiles(view));
    case 'qdpx':
      return writeOne(target, (await qdpxFile(view, options, job)).bytes);
    case 'json':
      return writeOne(target, (await jsonFile(view, options, job)).bytes);
    default:
      return never(format);
  }
}
