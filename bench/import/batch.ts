/**
 * Takes a folder of mixed files into a new archive, as the window does it: the archive in a thread of its own, the
 * main thread handing over file by file. Prints files a second, memory of the whole process, and the longest time for
 * which the main thread did not answer. Then what the window does behind that, and the command line before it ends:
 * small pictures, and what is much the same as something else (for which the search index is made).
 *
 *     npx node bench/import/batch.ts [--files N] [--keep DIR]
 *
 * Without --keep the folder is made for the run and removed; with it, a folder that is there already is used.
 */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { startPress } from '../../archive/dossier/index.ts';
import type { Archive } from '../../archive/index.ts';
import { unknown } from '../../archive/model/index.ts';
import { startEngine } from '../../src/main/engine/remote.ts';
import { makeBatch } from './make-batch.ts';

const capture = {
  collectedBy: unknown,
  collectedAt: unknown,
  place: unknown,
  method: unknown,
  device: unknown,
  consent: unknown,
};

interface Measured {
  readonly files: number;
  readonly megabytes: number;
  readonly taken: number;
  readonly withText: number;
  readonly notes: number;
  readonly seconds: number;
  readonly filesPerSecond: number;
  readonly cpuSeconds: number;
  /** Of the whole process, before the first file and at the most. */
  readonly memoryBeforeMegabytes: number;
  readonly memoryMegabytes: number;
  readonly longestStallMilliseconds: number;
}

interface Spent {
  readonly seconds: number;
  readonly cpuSeconds: number;
}

async function spent(work: () => Promise<{ readonly ok: boolean }>): Promise<Spent> {
  const [began, cpu] = [performance.now(), process.cpuUsage()];
  if (!(await work()).ok) throw new Error('it failed');
  const used = process.cpuUsage(cpu);
  return {
    seconds: (performance.now() - began) / 1_000,
    cpuSeconds: (used.user + used.system) / 1e6,
  };
}

/** What comes after the taking in. */
async function afterwards(archive: Archive): Promise<Readonly<Record<string, Spent>>> {
  const smallPictures = await spent(() => archive.derivePictures());
  const searchIndex = await spent(() => archive.prepareSearch());
  const records = await archive.records();
  const ids = records.ok ? records.value.sources.map(({ id }) => id) : [];
  const nearDuplicates = await spent(() => archive.nearDuplicates(ids));
  return { smallPictures, searchIndex, nearDuplicates };
}

async function takeAll(archive: Archive, folder: string): Promise<Measured> {
  const names = readdirSync(folder).sort();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const before = process.memoryUsage.rss();
  let memory = 0;
  const watch = setInterval(() => {
    memory = Math.max(memory, process.memoryUsage.rss());
  }, 50);
  let [taken, notes, bytes] = [0, 0, 0];
  delay.enable();
  const [began, cpu] = [performance.now(), process.cpuUsage()];
  for (const name of names) {
    const content = await readFile(join(folder, name));
    bytes += (await stat(join(folder, name))).size;
    const outcome = await archive.importFile({ name, bytes: content }, capture);
    if (!outcome.ok) throw new Error(outcome.error.code);
    if (outcome.value.result.state !== 'taken') continue;
    taken++;
    notes += outcome.value.result.notes.length;
  }
  const seconds = (performance.now() - began) / 1_000;
  const used = process.cpuUsage(cpu);
  delay.disable();
  clearInterval(watch);
  const records = await archive.records();
  const sources = records.ok ? records.value.sources : [];
  return {
    files: names.length,
    megabytes: bytes / 1e6,
    taken,
    withText: sources.filter(({ text }) => text !== null).length,
    notes,
    seconds,
    filesPerSecond: names.length / seconds,
    cpuSeconds: (used.user + used.system) / 1e6,
    memoryBeforeMegabytes: before / 1e6,
    memoryMegabytes: memory / 1e6,
    longestStallMilliseconds: delay.max / 1e6,
  };
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { files: { type: 'string', default: '1000' }, keep: { type: 'string' } },
  });
  const root = mkdtempSync(join(tmpdir(), 'kuferak-batch-'));
  const folder = values.keep ?? join(root, 'files');
  try {
    if (!existsSync(folder)) makeBatch(folder, Number(values.files));
    const engine = await startEngine(
      {
        purpose: 'create',
        folder: join(root, 'archive'),
        name: 'Batch',
        passphrase: 'nine reeds by a slow river',
        anchors: join(root, 'anchors'),
        acceptOlder: false,
      },
      startPress,
    );
    if (!engine.ok) throw new Error(engine.error.code);
    const { archive } = engine.value;
    const measured = { ...(await takeAll(archive, folder)), ...(await afterwards(archive)) };
    await archive.close();
    const rounded = (_: string, value: unknown) =>
      typeof value === 'number' ? Math.round(value * 10) / 10 : value;
    process.stdout.write(`${JSON.stringify(measured, rounded, 2)}\n`);
  } finally {
    rmSync(root, { recursive: true, force: true, maxRetries: 3 });
  }
}

await main();
