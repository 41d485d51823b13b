import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Archive, openArchive } from '../../../archive/index.ts';
import { quietJob } from '../../../archive/lib/job.ts';
import { cheap, makeShelf, must, passphrase, type Shelf } from '../../helpers/archives.ts';
import { capture } from '../../helpers/capture.ts';

const DAY = 24 * 60 * 60 * 1_000;
let shelf: Shelf;
let archive: Archive;
let now = Date.now();

const sources = async () => must(await archive.records()).sources;

beforeAll(async () => {
  shelf = await makeShelf();
  await (await shelf.create()).close();
  const clock = { now: () => now, offset: () => 0 };
  archive = must(
    await openArchive(shelf.folder, passphrase, { ...cheap, anchors: shelf.anchors, clock }),
  );
  for (const name of ['one', 'two', 'three']) {
    const bytes = Buffer.from(`The ${name} lantern of Halmar.`);
    must(await archive.importFile({ name: `${name}.bin`, bytes }, capture));
    now += DAY;
  }
});

afterAll(async () => {
  await archive.close();
  await shelf.clear();
});

it('reads again what was not read for so many days, oldest first, and notes it on the source and in the log', async () => {
  // They came three, two and one days ago.
  expect(must(await archive.recheck(2))).toEqual({ checked: 2, findings: [] });
  const [one, two, three] = await sources();
  expect(one?.lastCheck).toEqual({ at: new Date(now).toISOString(), intact: true });
  expect(two?.lastCheck?.intact).toBe(true);
  expect(three?.lastCheck).toBeUndefined();
  const [line] = must(await archive.log(0, 1)).entries;
  expect(line).toMatchObject({
    action: 'source.check',
    subjects: [one?.id, two?.id],
    facts: { originals: 2, differing: 0 },
  });
  expect(must(await archive.recheck(2)).checked).toBe(0);
  // What was checked is not to be undone.
  const undone = must(await archive.undo());
  expect(undone?.action).toBe('source.import');
  must(await archive.redo());
});

it('keeps the date of a check when what was done before it is taken back', async () => {
  const [one] = await sources();
  if (!one) throw new Error('there is a source');
  must(await archive.editSource(one.id, { note: 'a note' }));
  now += DAY;
  must(await archive.recheck(0));
  must(await archive.undo());
  const [after] = await sources();
  expect(after).toMatchObject({ note: '', lastCheck: { at: new Date(now).toISOString() } });
});

it('says which original is not what was collected, and keeps what was done when it is stopped', async () => {
  now += 40 * DAY;
  const stop = new AbortController();
  const stopped = await archive.recheck(30, {
    signal: stop.signal,
    progress: (done) => {
      if (done === 1) stop.abort();
    },
  });
  expect(stopped).toMatchObject({ error: { code: 'cancelled' } });
  const done = (await sources()).filter(
    ({ lastCheck }) => lastCheck?.at === new Date(now).toISOString(),
  );
  expect(done).toHaveLength(1);

  const [left] = (await sources()).filter(({ id }) => id !== done[0]?.id);
  const blob = left?.original.blob ?? '';
  const folder = join(shelf.folder, 'blobs', blob.slice(0, 2));
  expect(await readdir(folder)).toContain(blob);
  const bytes = await readFile(join(folder, blob));
  bytes[300] = (bytes[300] ?? 0) ^ 1;
  await writeFile(join(folder, blob), bytes);
  const report = must(await archive.recheck(30, quietJob));
  expect(report).toEqual({
    checked: 2,
    findings: [{ code: 'original-unreadable', subjects: [left?.shelfmark] }],
  });
  const after = (await sources()).find(({ id }) => id === left?.id);
  expect(after?.lastCheck).toEqual({ at: new Date(now).toISOString(), intact: false });
});

it('is done by a full check too, for every original', async () => {
  now += DAY;
  const report = must(await archive.verify(true));
  expect(report.intact).toBe(false);
  const at = new Date(now).toISOString();
  expect((await sources()).map(({ lastCheck }) => lastCheck?.at)).toEqual([at, at, at]);
});
