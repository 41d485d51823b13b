/** What goes wrong at the window: one clear sentence, and the archive as it was. */
import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { openArchive } from '../../archive/index.ts';
import { beginArchive, type Begun } from '../helpers/begun.ts';
import type { Walk } from '../helpers/walk.ts';
import { answerDialogs, type Opened, type Places } from '../helpers/window.ts';

const files = join(import.meta.dirname, '../../sample/files');
const passphrase = 'four lanterns in a dry well';

let begun: Begun;
let places: Places;
let opened: Opened;
let walk: Walk;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  begun = await beginArchive('Lanterns', passphrase);
  ({ places, opened, walk } = begun);
  await walk.drop([join(files, 'harbour-light-2026-03-10.html')]);
  await walk.takeIn('B-19');
  await walk.doneWithReport();
  await walk.lock();
});

test.afterAll(() => begun.end());

/** One digest over names and contents of a folder. */
async function digestOf(folder: string): Promise<string> {
  const hash = createHash('sha256');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries
    .filter((each) => each.isFile())
    .sort((a, b) => (join(a.parentPath, a.name) < join(b.parentPath, b.name) ? -1 : 1))) {
    hash.update(entry.name).update(await readFile(join(entry.parentPath, entry.name)));
  }
  return hash.digest('hex');
}

async function tryToOpen(folder: string, typed = passphrase): Promise<void> {
  await answerDialogs(opened.app, { open: [folder] });
  await walk.unlock(typed);
}

async function back(): Promise<void> {
  await walk.button('Back').click();
  await walk.atDoors();
}

test('a wrong passphrase', async () => {
  const before = await digestOf(places.archive);
  await tryToOpen(places.archive, 'five lanterns');
  await expect(
    opened.page.getByText('The passphrase is wrong. Nothing has been changed.'),
  ).toBeVisible({ timeout: 30_000 });
  expect(await digestOf(places.archive)).toBe(before);
  await back();
});

test('a folder that is no archive, an empty one, and one that is damaged', async () => {
  const foreign = join(places.root, 'foreign');
  await mkdir(foreign);
  await writeFile(join(foreign, 'letter.txt'), 'mine');
  const empty = join(places.root, 'empty');
  await mkdir(empty);
  const damaged = join(places.root, 'damaged');
  await cp(places.archive, damaged, { recursive: true });
  for (const name of await readdir(damaged)) {
    if (/^[kc]-/.test(name)) await writeFile(join(damaged, name), 'not a key any more');
  }
  for (const [folder, sentence] of [
    [foreign, /is not a Kuferak archive/],
    [empty, /is not a Kuferak archive/],
    [damaged, /is damaged/],
  ] as const) {
    const before = await digestOf(folder);
    await tryToOpen(folder);
    await expect(opened.page.getByText(sentence)).toBeVisible({ timeout: 30_000 });
    expect(await digestOf(folder)).toBe(before);
    await back();
  }
});

test('an archive that is open in another process', async () => {
  const other = await openArchive(places.archive, passphrase);
  expect(other.ok).toBe(true);
  await tryToOpen(places.archive);
  await expect(opened.page.getByText(/is open in another window or program/)).toBeVisible({
    timeout: 30_000,
  });
  if (other.ok) await other.value.close();
  await back();
});

test('a new archive in a folder that is not empty', async () => {
  const before = await digestOf(places.archive);
  await answerDialogs(opened.app, { open: [places.archive] });
  await walk.button(/^New archive/).click();
  await opened.page.getByLabel('Name', { exact: true }).fill('Second');
  await walk.button(/Choose folder/).click();
  await opened.page.getByLabel(/I have the passphrase in a safe place/).check();
  await walk.button('Make the archive').click();
  await expect(opened.page.getByText(/is not empty/)).toBeVisible({ timeout: 30_000 });
  expect(await digestOf(places.archive)).toBe(before);
  await back();
});

test('files of no bytes, binary ones named like pages, and the good one beside them', async () => {
  const empty = join(places.root, 'empty.html');
  const binary = join(places.root, 'binary.html');
  await writeFile(empty, '');
  await writeFile(binary, Buffer.from(Array.from({ length: 4_000 }, (_, at) => (at * 37) % 256)));
  await tryToOpen(places.archive);
  await walk.atDesk();
  await walk.go('Library');
  await walk.drop([empty, binary, join(files, 'volnaja-prystan-ablava.html')]);
  await walk.takeIn('B-19');
  const report = opened.page.getByRole('dialog');
  await expect(report.getByText('The file is empty.')).toBeVisible({ timeout: 30_000 });
  await expect(
    report.getByText('Named like a page but something else. Kept untouched.'),
  ).toBeVisible({ timeout: 30_000 });
  await walk.doneWithReport();
  await expect(opened.page.getByRole('option')).toHaveCount(3);
});

test('files that are chosen in the dialog are taken like dropped ones', async () => {
  await answerDialogs(opened.app, {
    open: [join(files, 'call-notes.md'), join(files, 'chat-about-coats.png')],
  });
  await opened.page.keyboard.press('Control+i');
  await walk.takeIn('B-19');
  await walk.doneWithReport();
  await expect(opened.page.getByRole('option')).toHaveCount(5);
});

test('a PDF target that cannot be written: a sentence, and no half file', async () => {
  const target = join(places.root, 'no', 'such', 'place.pdf');
  await answerDialogs(opened.app, { save: target });
  await walk.makeDossier('Lanterns', null);
  await walk.letGo();
  await expect(
    opened.page.getByText('Nothing can be written there. Choose another place.'),
  ).toBeVisible({ timeout: 30_000 });
  await expect(readFile(target)).rejects.toThrow('ENOENT');
  expect(opened.faults).toEqual([]);
});
