/** Two sources beside each other. */
import type { Comparison } from '../compare/index.ts';
import type { Job } from '../lib/job.ts';
import type { Result } from '../lib/result.ts';
import type { SourceId } from '../model/index.ts';
import type { ComparisonRequest } from '../requests.ts';
import type { ExportSummary } from './exchange.ts';
import type { AnyFailure } from './failures.ts';

export interface ComparisonCalls {
  compare(
    a: SourceId,
    b: SourceId,
    job?: Job,
  ): Promise<Result<Comparison, AnyFailure | 'source-missing' | 'no-text'>>;
  /** Writes a comparison as one file. Refused, and nothing written, when somebody is named who must not be, or the text of a picture is in it of which parts must not leave. */
  exportComparison(
    request: ComparisonRequest,
    path: string,
    job?: Job,
  ): Promise<
    Result<
      ExportSummary,
      | AnyFailure
      | 'source-missing'
      | 'no-text'
      | 'names-protected'
      | 'parts-protected'
      | 'target-exists'
      | 'target-unwritable'
      | 'target-inside-archive'
    >
  >;
}
