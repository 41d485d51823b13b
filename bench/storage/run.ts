/**
 * npm run bench -- storage [sizes]: what it costs to keep quotes, beside lowdb's own way (all of it as JSON in one file,
 * here sealed in one piece and flushed) and beside SQLite in its SQLCipher mode. Each step of each way runs in a process
 * of its own; the ways take turns, so that a busy moment meets all of them.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { call, measure, type Row } from './measure.ts';
import { installPeer } from './peer.ts';
import { heading, say, tellRow, tellWanted } from './table.ts';
import type { WayName } from './ways/index.ts';

const SIZES = [1_000, 10_000, 100_000];
/** To these sizes ours alone is followed. */
const CURVE = [300_000, 1_000_000];

const asked = process.argv
  .slice(2)
  .map(Number)
  .filter((size) => size > 0);
const root = mkdtempSync(join(tmpdir(), 'kuferak-bench-'));

/** Of the last size, in folders of their own. */
function extras(): Readonly<Record<string, number>> {
  const figures: Record<string, number> = {};
  for (const step of ['import', 'blob']) {
    const folder = join(root, step);
    mkdirSync(folder);
    Object.assign(figures, call('ours.js', step, folder));
    rmSync(folder, { recursive: true });
  }
  const folder = join(root, 'snapshot');
  mkdirSync(folder);
  call('one.js', 'fill', 'kuferak', folder, '0', '100000');
  return { ...figures, ...(call('ours.js', 'snapshot', folder) as object) };
}

try {
  const peer = installPeer();
  const names: WayName[] = [
    'kuferak',
    'with its log',
    ...(peer ? ['sqlcipher' as const] : []),
    'whole file',
  ];
  heading();
  const rows: Row[] = [];
  const tell = (some: readonly Row[]) => {
    for (const one of some) tellRow(one);
    rows.push(...some);
  };
  for (const size of asked.length > 0 ? asked : SIZES) tell(measure(root, size, names));
  if (asked.length === 0) for (const size of CURVE) tell(measure(root, size, ['kuferak']));
  if (!peer)
    say(
      '\nNot measured beside SQLCipher: its package could not be installed in bench/storage/peer.',
    );
  tellWanted(rows, extras());
} finally {
  rmSync(root, { recursive: true, force: true });
}
