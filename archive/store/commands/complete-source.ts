/** Puts pictures and proofs with a source that came along later. What it has stays as it is. */
import { fail, ok } from '../../lib/result.ts';
import {
  limits,
  type PageFile,
  type Reading,
  type Source,
  type SourceId,
} from '../../model/index.ts';
import type { Command } from '../store.ts';
import { countChecks } from './import-source.ts';

export function completeSource(
  id: SourceId,
  pageFiles: readonly PageFile[],
  checks: readonly Reading[],
): Command<'source-missing', Source> {
  return (reading, { now }) => {
    const source = reading.get('sources', id);
    if (!source) return fail('source-missing');
    const { metadata, pageFiles: has = [] } = source;
    const files = [...has, ...pageFiles].slice(0, limits.pageFiles);
    const readings = [...checks, ...metadata.readings].slice(0, limits.listLength);
    const record: Source = {
      ...source,
      ...(files.length > 0 && { pageFiles: files }),
      metadata: { ...metadata, readings },
      changedAt: now,
    };
    const facts = {
      ...(pageFiles.length > 0 && { pageFiles: pageFiles.length }),
      ...countChecks(checks),
    };
    return ok({
      value: record,
      change: {
        puts: [{ collection: 'sources', record }],
        deletes: [],
        activity: { action: 'source.complete', subjects: [id], facts },
      },
    });
  };
}
