/**
 * Keeps the index of an invented world in an archive of its own, sealed, and times how soon it answers again: opened, loaded in its thread, asked.
 *
 *     node bench/search/kept.ts --size 100000 [--seed 2] [--times 5]
 */
import { mkdtempSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { assert } from '../../archive/lib/assert.ts';
import { createSearchIndex, IndexThread } from '../../archive/search/index.ts';
import { createVault } from '../../archive/vault/index.ts';
import { makeWorld } from './world.ts';

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '2' },
    times: { type: 'string', default: '5' },
  },
});
const print = (line: string) => writeSync(1, `${line}\n`);

const world = makeWorld({ seed: Number(values.seed), quotes: Number(values.size) });
const folder = mkdtempSync(join(tmpdir(), 'kept-index-'));
try {
  const index = createSearchIndex();
  for (let from = 0; from < world.size; from += 1_000)
    index.add(
      Array.from(
        { length: Math.min(1_000, world.size - from) },
        (_, at) => world.document(from + at).document,
      ),
    );
  const saved = index.save();
  const vault = await createVault(join(folder, 'archive'), 'a passphrase for a measurement');
  assert(vault.ok, 'an archive can be made in an empty folder');
  const put = await vault.value.index.put(saved);
  assert(put.ok, 'the index can be kept');

  print(
    '| size MB | read and opened ms | loaded ms | first answer ms | all, by the clock ms | CPU ms |',
  );
  print('|---|---|---|---|---|---|');
  for (let time = 0; time < Number(values.times); time++) {
    const before = process.cpuUsage();
    const start = performance.now();
    const bytes = await vault.value.index.get();
    assert(bytes, 'the kept index is whole');
    const opened = performance.now();
    const thread = new IndexThread();
    const moved = new Uint8Array(bytes);
    const loaded = await thread.load(moved);
    assert(loaded.ok, 'the kept index is of this version');
    const ready = performance.now();
    await thread.search('quote', { limit: 20 });
    const answered = performance.now();
    const { user, system } = process.cpuUsage(before);
    await thread.close();
    const cells = [opened - start, ready - opened, answered - ready, answered - start];
    print(
      `| ${(saved.length / 1e6).toFixed(0)} | ${cells.map((cell) => cell.toFixed(0)).join(' | ')} | ${((user + system) / 1000).toFixed(0)} |`,
    );
  }
  await vault.value.close();
} finally {
  rmSync(folder, { recursive: true });
}
