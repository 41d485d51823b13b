/** Originals are read again a slice at a time, only when they are due and only when somebody wants that. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Archive, openArchive } from '../../archive/index.ts';
import { sliceOf } from '../../archive/engine/recheck.ts';
import { limits, type Source } from '../../archive/model/index.ts';
import { recheckSlice } from '../../src/main/rechecks.ts';
import { cheap, makeShelf, must, passphrase, type Shelf } from '../helpers/archives.ts';
import { capture } from '../helpers/capture.ts';

const DAY = 24 * 60 * 60 * 1_000;
let shelf: Shelf;
let archive: Archive;
let now = Date.now();

beforeAll(async () => {
  shelf = await makeShelf();
  await (await shelf.create()).close();
  const clock = { now: () => now, offset: () => 0 };
  archive = must(
    await openArchive(shelf.folder, passphrase, { ...cheap, anchors: shelf.anchors, clock }),
  );
  for (let at = 0; at < 3; at += 1)
    must(
      await archive.importFile({ name: `${at}.bin`, bytes: Buffer.from(`lantern ${at}`) }, capture),
    );
});
afterAll(async () => {
  await archive.close();
  await shelf.clear();
});

const checked = async () =>
  must(await archive.records()).sources.filter(({ lastCheck }) => lastCheck).length;

it('checks what is due, and nothing when it is never to be done, not due, or no archive is open', async () => {
  expect(await recheckSlice({ archive: () => archive, days: () => 30 })).toBe(false);
  now += 31 * DAY;
  expect(await recheckSlice({ archive: () => archive, days: () => 0 })).toBe(false);
  expect(await recheckSlice({ archive: () => null, days: () => 30 })).toBe(false);
  expect(await checked()).toBe(0);
  expect(await recheckSlice({ archive: () => archive, days: () => 30 })).toBe(false);
  expect(await checked()).toBe(3);
});

it('takes so many originals and bytes at a time, and one at the least', () => {
  const of = (...sizes: number[]) =>
    sliceOf(sizes.map((size) => ({ original: { size } }) as Source)).length;
  expect(of()).toBe(0);
  expect(of(limits.recheckBytes * 5, 1)).toBe(1);
  expect(of(limits.recheckBytes - 1, 1, 1)).toBe(2);
  expect(of(...Array.from({ length: 500 }, () => 1))).toBe(limits.recheckOriginals);
});
