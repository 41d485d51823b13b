/** Of a container only some parts were chosen: whether they are there, and what the log says of it. */
import type { ImportOutcome } from '../face/index.ts';
import { writeRanges } from '../lib/ranges.ts';
import type { Result } from '../lib/result.ts';
import type { ChosenParts, SourceId } from '../model/index.ts';
import { note } from '../store/commands/archive.ts';
import type { Store } from '../store/store.ts';

export interface Choice {
  readonly container: SourceId;
  readonly sha256: string;
  readonly chosen: ChosenParts;
  /** How many parts there are; `null` when the last was not met. */
  readonly count: number | null;
}

/** What was chosen and is not there, as one line; `null` when all is there, or it cannot be told. */
export function missingParts({ chosen, count }: Choice): ImportOutcome | null {
  const gone = count === null ? [] : inOrder(chosen).filter((number) => number > count);
  if (gone.length === 0) return null;
  return { name: writeRanges(gone), result: { state: 'failed', code: 'part-missing' } };
}

/** A line of the log: how many of how many were taken. */
export function noteChoice(
  store: Store,
  { container, sha256, chosen, count }: Choice,
  outcomes: readonly ImportOutcome[],
): Promise<Result<unknown>> {
  const counted = (state: ImportOutcome['result']['state']) =>
    outcomes.filter(({ result }) => result.state === state).length;
  const facts = {
    sha256,
    chosen: inOrder(chosen).length,
    taken: counted('taken'),
    there: counted('already-there'),
    ...(count !== null && { of: count }),
  };
  return store.run(note('source.choose', facts, [container]));
}

export function inOrder({ numbers }: ChosenParts): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}
