/** A disk that is really full under an open archive: the change waits, is written when there is room, and is there later. */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { Walk } from '../helpers/walk.ts';
import {
  answerDialogs,
  makePlaces,
  type Opened,
  openWindow,
  type Places,
  removePlaces,
} from '../helpers/window.ts';

const files = join(import.meta.dirname, '../../sample/files');
const passphrase = 'two herons and a broken lock';
const words = 'He was later treated for an injury to his right wrist';

let places: Places;
let disk: string;
const windows: Opened[] = [];
const start = async () => {
  const opened = await openWindow(places);
  windows.push(opened);
  return opened;
};

// A small file system of its own; only root can have one.
test.skip(process.platform !== 'linux' || process.getuid?.() !== 0, 'needs a disk of its own');

test.beforeEach(async () => {
  places = await makePlaces();
  disk = join(places.root, 'disk');
  await mkdir(disk);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', disk]);
  expect(mounted.status).toBe(0);
});

test.afterEach(async () => {
  for (const { app } of windows.splice(0)) await app.close();
  spawnSync('umount', [disk]);
  await removePlaces(places);
});

/** To the last byte. Answers what frees it again. */
function fill(): () => void {
  const path = join(disk, 'filler');
  const file = openSync(path, 'w');
  for (const size of [64 * 1024, 4096, 1]) {
    try {
      for (;;) writeSync(file, Buffer.alloc(size, 7));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
    }
  }
  closeSync(file);
  return () => {
    rmSync(path);
  };
}

test('a quote waits for a full disk, is saved once there is room, and is there after a restart', async () => {
  const archive = join(disk, 'archive');
  const first = await start();
  const walk = new Walk(first.page);
  await answerDialogs(first.app, { open: [archive] });
  await walk.create('Herons', passphrase);
  await walk.drop([join(files, 'harbour-light-2026-04-02.html')]);
  await walk.takeIn('B-19');
  await walk.doneWithReport();
  await walk.read(/Police check choir rehearsal/);

  const free = fill();
  await walk.select(words);
  await expect(first.page.getByLabel('Selection')).toBeVisible();
  await first.page.keyboard.press('q');
  const form = first.page.getByRole('form', { name: 'New quote' });
  // More than what is left of the last block that the journal has.
  const note = randomBytes(8_000).toString('hex');
  await form.getByRole('textbox', { name: 'Note' }).fill(note);
  await form.getByRole('button', { name: /^Save quote/ }).click();
  const trouble = first.page.getByRole('alert');
  await expect(trouble).toContainText('The disk is full. 1 change waits in memory.');
  await expect(form.getByText(/waits in memory until the disk takes it/)).toBeVisible();
  await walk.button('Try again').click();
  await expect(trouble).toContainText('It is still so.');
  await walk.go('Library');
  await expect(trouble).toBeVisible();

  free();
  await walk.button('Try again').click();
  await expect(trouble).toBeHidden();
  await expect(first.page.getByText('Everything is saved.')).toBeVisible();
  expect(first.faults).toEqual([]);
  await first.app.close();

  const second = await start();
  const again = new Walk(second.page);
  await answerDialogs(second.app, { open: [archive] });
  await again.unlock(passphrase);
  await again.atDesk();
  await again.read(/Police check choir rehearsal/);
  await expect(again.button(/^Quote 1/)).toBeVisible();
  expect(second.faults).toEqual([]);
});
