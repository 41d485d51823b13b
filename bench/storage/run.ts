/**
 * npm run bench -- storage [sizes]: one durable addition to an archive of a given size, beside lowdb's own way (the whole
 * state as JSON in one file, here encrypted in one piece and flushed). Each size and way in a process of its own.
 */
import { spawnSync } from 'node:child_process';

interface Row {
  readonly quotes: number;
  readonly way: string;
  readonly addMedian: number;
  readonly addP95: number;
  readonly bytesPerAdd: number;
  readonly open: number;
  readonly disk: number;
}

const sizes = process.argv
  .slice(2)
  .map(Number)
  .filter((size) => size > 0);
const rows: Row[] = [];
for (const size of sizes.length > 0 ? sizes : [1_000, 10_000, 100_000]) {
  for (const way of ['kuferak', 'whole-file']) {
    const script = new URL('./one.ts', import.meta.url).pathname;
    const run = spawnSync(process.execPath, ['--expose-gc', script, way, String(size)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    rows.push(JSON.parse(run.stdout) as Row);
  }
}

const say = (line: string) => process.stdout.write(`${line}\n`);
say(
  '| quotes | way | one addition ms, median | p95 | bytes written | open s, after the key | disk MB |',
);
say('|---:|---|---:|---:|---:|---:|---:|');
for (const row of rows) {
  say(
    `| ${row.quotes} | ${row.way} | ${row.addMedian.toFixed(2)} | ${row.addP95.toFixed(2)} | ${Math.round(row.bytesPerAdd)} | ${(row.open / 1000).toFixed(2)} | ${row.disk.toFixed(1)} |`,
  );
}
