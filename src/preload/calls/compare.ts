/** Sources side by side, and what a person decided about their facts. */
import { z } from 'zod';
import type { Comparison } from '../../../archive/compare/index.ts';
import type { ExportSummary, ReuseReport } from '../../../archive/face/index.ts';
import type { Pairing } from '../../../archive/model/index.ts';
import { SourceId } from '../../../archive/model/index.ts';
import {
  ComparisonRequest,
  PairingsDraft,
  PairingsNamed,
  ReuseRequest,
} from '../../../archive/requests.ts';
import { returns } from './returns.ts';

export const compareCalls = {
  /** Asks where to, then writes. `null` when the person thinks better of it. */
  'compare.export': returns<ExportSummary | null>()('job', ComparisonRequest),
  'compare.pair': returns<Comparison>()('job', z.strictObject({ a: SourceId, b: SourceId })),
  /** Where else the wording of a source, or of a part of it, stands. */
  'compare.reuse': returns<ReuseReport>()('job', ReuseRequest),
  /** Keeps what a person decided about facts that belong together or do not, for these very texts. */
  'pairs.decide': returns<readonly Pairing[]>()('command', PairingsDraft),
  'pairs.forget': returns<null>()('command', PairingsNamed),
};
