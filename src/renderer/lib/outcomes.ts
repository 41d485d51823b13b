/** What an import did, as rows to show: a file, then what came out of it, and so on inwards. */
import type { ImportOutcome } from '../../../archive/face/index.ts';

export type OutcomeState = ImportOutcome['result']['state'];

export interface OutcomeRow {
  readonly outcome: ImportOutcome;
  /** 0 for a file that was given. */
  readonly depth: number;
  /** Its name behind those of what it came out of: for a row that stands alone. */
  readonly path: string;
}

export function outcomeRows(outcomes: readonly ImportOutcome[]): OutcomeRow[] {
  const rows: OutcomeRow[] = [];
  const add = (outcome: ImportOutcome, depth: number, within: string): void => {
    const path = `${within}${outcome.name}`;
    rows.push({ outcome, depth, path });
    for (const part of outcome.parts ?? []) add(part, depth + 1, `${path} › `);
  };
  for (const outcome of outcomes) add(outcome, 0, '');
  return rows;
}

/** Files and parts alike. */
export function countOutcomes(outcomes: readonly ImportOutcome[]): Record<OutcomeState, number> {
  const count = { taken: 0, 'already-there': 0, failed: 0 };
  for (const { outcome } of outcomeRows(outcomes)) count[outcome.result.state] += 1;
  return count;
}
