/** What an import did, as rows to show: a file, then what came out of it, and so on inwards. */
import type { ImportOutcome } from '../../../archive/face.ts';

export type OutcomeState = ImportOutcome['result']['state'];

export interface OutcomeRow {
  readonly outcome: ImportOutcome;
  /** 0 for a file that was given. */
  readonly depth: number;
}

export function outcomeRows(outcomes: readonly ImportOutcome[], depth = 0): OutcomeRow[] {
  return outcomes.flatMap((outcome) => [
    { outcome, depth },
    ...outcomeRows(outcome.parts ?? [], depth + 1),
  ]);
}

/** Files and parts alike. */
export function countOutcomes(outcomes: readonly ImportOutcome[]): Record<OutcomeState, number> {
  const count = { taken: 0, 'already-there': 0, failed: 0 };
  for (const { outcome } of outcomeRows(outcomes)) count[outcome.result.state] += 1;
  return count;
}
