/** The activity log: each line names the hash of the line before it, so none can be changed, dropped or slipped in. */
import type { Clock } from '../lib/clock.ts';
import { toIso } from '../lib/clock.ts';
import { type Activity, type Change, newActivityId, type Stated, unknown } from '../model/index.ts';
import { digestOf } from './canonical.ts';
import { type Memory, type Reading, reverseOf } from './state.ts';

export const NO_HASH = '0'.repeat(64);

export interface Tool {
  readonly name: string;
  readonly version: string;
}

export interface Head {
  readonly number: number;
  readonly hash: string;
}

export function hashOfLine(line: Omit<Activity, 'hash'>): string {
  return digestOf(line);
}

/** Who the archive says works in it: once the change is applied, which may be just that. */
export function actorOf(reading: Reading, change: Change): Stated {
  const put = change.puts.find(({ collection }) => collection === 'about');
  const about = put?.collection === 'about' ? put.record : reading.get('about', 'archive');
  return about?.actor ?? unknown;
}

/** The next line, for a change that is about to be applied to `reading`. */
export function nextLine(
  reading: Reading,
  change: Change,
  head: Head,
  tool: Tool,
  clock: Clock,
  actor: Stated,
): Activity {
  const before = reverseOf(reading, change).puts.map(({ record }) => record);
  const after = change.puts.map(({ record }) => record);
  const line = {
    id: newActivityId(),
    number: head.number + 1,
    at: toIso(clock.now()),
    offset: clock.offset(),
    actor,
    action: change.activity.action,
    subjects: change.activity.subjects,
    tool,
    before: digestOfAll(before),
    after: digestOfAll(after),
    facts: change.activity.facts,
    previous: head.hash,
  };
  return { ...line, hash: hashOfLine(line) };
}

function digestOfAll(records: readonly { readonly id: string }[]): string | null {
  if (records.length === 0) return null;
  const first = records[0];
  return records.length === 1 && first ? digestOf(first) : digestOf(records);
}

/** Lines in order of their numbers. */
export function inOrder(lines: readonly Activity[]): Activity[] {
  return [...lines].sort((a, b) => a.number - b.number);
}

export function headOf(lines: readonly Activity[]): Head {
  let last: Activity | undefined;
  for (const line of lines) if (!last || line.number > last.number) last = line;
  return last ? { number: last.number, hash: last.hash } : { number: 0, hash: NO_HASH };
}

/** The same, without reading all of a log whose last line says that it has as many as there are. */
export function headIn(memory: Memory): Head {
  const last = memory.last('activities');
  if (last && last.record.number === last.count)
    return { number: last.record.number, hash: last.record.hash };
  return headOf(memory.all('activities'));
}

/** Numbers of the lines at which the chain does not hold. */
export function brokenLines(lines: readonly Activity[]): number[] {
  const broken: number[] = [];
  let previous = NO_HASH;
  let number = 0;
  for (const line of inOrder(lines)) {
    const { hash, ...rest } = line;
    const holds =
      line.number === number + 1 && line.previous === previous && hash === hashOfLine(rest);
    if (!holds) broken.push(line.number);
    previous = hash;
    number = line.number;
  }
  return broken;
}
