/** Fills, opens and adds, each step of each way in a process of its own; the ways take turns. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from './compiled.ts';
import { peerFolder } from './peer.ts';
import { type Traced, traced } from './traced.ts';
import type { WayName } from './ways/index.ts';

const ROUNDS = 3;
const TRACED = 50;

export interface Opened {
  readonly quotes: number;
  readonly open: number;
  readonly all: number;
  readonly resident: number;
  readonly residentAll: number;
  readonly peak: number;
}
export interface Row {
  readonly size: number;
  readonly way: WayName;
  readonly add: number;
  readonly addP95: number;
  readonly traced: Traced | null;
  readonly opened: Opened;
  readonly disk: number;
}

const scripts = compile();

/** The room for what lives shortly is that of the application's engine thread, for all ways alike. */
const memory = ['--max-old-space-size=8192', '--max-semi-space-size=4'];

export function call(script: string, ...args: readonly string[]): unknown {
  const said = execFileSync(process.execPath, [...memory, join(scripts, script), ...args], {
    cwd: peerFolder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(said);
}

function at(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

const median = (values: readonly number[]) => at(values, 0.5);

function sizeOf(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  return files
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

/** Additions in one round: few to a small archive, which must stay small, and few where one takes half a second. */
function additions(way: WayName, size: number): number {
  const many = Math.min(200, size / 20);
  return way === 'whole file' ? Math.max(15, Math.min(many, 1_000_000 / size)) : many;
}

export function measure(root: string, size: number, names: readonly WayName[]): Row[] {
  const begun = names.map((way) => {
    const folder = join(root, `${way.replaceAll(' ', '-')}-${size}`);
    mkdirSync(folder);
    call('one.js', 'fill', way, folder, '0', String(size));
    return { way, folder, disk: sizeOf(folder), opened: [] as Opened[], added: [] as number[][] };
  });
  let next = size;
  for (let round = 0; round < ROUNDS; round++) {
    for (const { way, folder, opened, added } of begun) {
      const count = additions(way, size);
      opened.push(call('one.js', 'open', way, folder) as Opened);
      const { times } = call('one.js', 'add', way, folder, String(next), String(count)) as {
        times: number[];
      };
      added.push(times);
    }
    next += 1_000;
  }
  const rows = begun.map(({ way, folder, disk, opened, added }) => ({
    size,
    way,
    add: median(added.map((times) => median(times))),
    addP95: median(added.map((times) => at(times, 0.95))),
    traced: tracedAdditions(way, folder, next),
    opened: middle(opened),
    disk,
  }));
  for (const { folder } of begun) rmSync(folder, { recursive: true });
  return rows;
}

/** What many additions write, less what one does. */
function tracedAdditions(way: WayName, folder: string, from: number): Traced | null {
  const args = (first: number, count: number) => [
    join(scripts, 'one.js'),
    'add',
    way,
    folder,
    String(first),
    String(count),
  ];
  const none = traced(folder, peerFolder, args(from, 0));
  const some = traced(folder, peerFolder, args(from + 1_000, TRACED));
  if (!none || !some) return null;
  return {
    bytes: (some.bytes - none.bytes) / TRACED,
    flushes: (some.flushes - none.flushes) / TRACED,
  };
}

function middle(opened: readonly Opened[]): Opened {
  const of = (name: keyof Opened) => median(opened.map((one) => one[name]));
  return {
    quotes: of('quotes'),
    open: of('open'),
    all: of('all'),
    resident: of('resident'),
    residentAll: of('residentAll'),
    peak: of('peak'),
  };
}
