/** What this process and those that it started take: memory, as far as it is not shared, and time of the processor. Reads Linux's own account. */
import { readdirSync, readFileSync } from 'node:fs';

const TICKS = 100;

export interface Taken {
  /** Of this process alone, when it began. */
  readonly before: number;
  /** Of all together at one time. */
  readonly atMost: () => number;
  readonly processorSeconds: () => number;
  readonly stop: () => void;
}

/** How many times as long as a look the time between two is: to look holds up who is looked at, the more the larger it is. */
const APART = 30;

/** Watches from now on. */
export function watchTaken(): Taken {
  const began = process.cpuUsage();
  const before = process.memoryUsage.rss() / 1e6;
  const processor = new Map<string, number>();
  let most = before;
  const look = () => {
    let now = proportionOf('self');
    for (const pid of children()) {
      now += proportionOf(pid);
      processor.set(pid, secondsOf(pid));
    }
    most = Math.max(most, now);
  };
  const lookAgain = () => {
    const looking = performance.now();
    look();
    watch = setTimeout(lookAgain, 20 + (performance.now() - looking) * APART);
  };
  let watch = setTimeout(lookAgain, 20);
  return {
    before,
    atMost: () => most,
    processorSeconds: () => {
      look();
      const { user, system } = process.cpuUsage(began);
      return [...processor.values()].reduce((sum, seconds) => sum + seconds, (user + system) / 1e6);
    },
    stop: () => {
      clearTimeout(watch);
    },
  };
}

function children(): string[] {
  return readdirSync('/proc/self/task').flatMap((thread) =>
    textOf(`self/task/${thread}/children`).split(' ').filter(Boolean),
  );
}

/** What two processes share counts half for each. */
function proportionOf(pid: string): number {
  return (Number(/^Pss:\s+(\d+)/m.exec(textOf(`${pid}/smaps_rollup`))?.[1] ?? 0) * 1_024) / 1e6;
}

function secondsOf(pid: string): number {
  const [, fields = ''] = textOf(`${pid}/stat`).split(') ');
  const [user = 0, system = 0] = fields.split(' ').slice(11, 13).map(Number);
  return (user + system) / TICKS;
}

/** Empty for a process that is gone. */
function textOf(path: string): string {
  try {
    return readFileSync(`/proc/${path}`, 'utf8');
  } catch {
    return '';
  }
}
