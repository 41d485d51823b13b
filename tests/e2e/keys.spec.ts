/** What opens an archive, in a real window: recovery words and shares open it, new keys shut out what opened it before. */
import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { findCanaries } from '../helpers/canary.ts';
import { beginArchive, type Begun } from '../helpers/begun.ts';
import type { Walk } from '../helpers/walk.ts';
import type { Opened, Places } from '../helpers/window.ts';

const files = join(import.meta.dirname, '../../sample/files');
const passphrase = 'eight barges under the old crane';
const anew = 'a lamp for every second stair';
const unlocking = { timeout: 30_000 } as const;

let begun: Begun;
let places: Places;
let opened: Opened;
let walk: Walk;
let recoveryWords = '';
const shares: string[] = [];

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  begun = await beginArchive('Barges', passphrase);
  ({ places, opened, walk } = begun);
  await walk.drop([join(files, 'harbour-light-2026-03-10.html'), join(files, 'call-notes.md')]);
  await walk.takeIn('B-19');
  await walk.doneWithReport();
});

test.afterAll(() => begun.end());

const shown = () => opened.page.getByRole('dialog').getByRole('listitem').allInnerTexts();
const wordsOf = (lines: readonly string[]) => lines.map((line) => line.replace(/\W|\d/g, ''));

async function startOpening(way: 'Recovery words' | 'Shares'): Promise<void> {
  await walk.button(/^Open an archive/).click();
  await walk.button(/Choose folder/).click();
  await opened.page.getByRole('radio', { name: way }).click();
}

async function open(): Promise<void> {
  await walk.button('Open', opened.page.getByRole('form', { name: 'Open an archive' })).click();
}

test('recovery words are made, printed on a sheet that names nothing, and typed back', async () => {
  await walk.goToKeys();
  await walk.button('Make recovery words…').click();
  await walk.typeCurrent(passphrase);
  await walk.button('Make the words').click();
  await expect(opened.page.getByText(/Write these down/)).toBeVisible(unlocking);
  const words = wordsOf(await shown());
  expect(words).toHaveLength(24);
  recoveryWords = words.join(' ');

  const printed = await opened.app.evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    return (await window?.webContents.printToPDF({}))?.toString('base64') ?? '';
  });
  const pdf = join(places.root, 'printed.pdf');
  await writeFile(pdf, Buffer.from(printed, 'base64'));
  const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
  for (const word of words) expect(text).toContain(word);
  expect(text).not.toMatch(/Kuferak|Barges|Settings|app:|Print/);
  expect(text.split('\f').filter((page) => page.trim() !== '')).toHaveLength(1);
  await writeFile(pdf, '');

  await walk.button('I have written them down').click();
  const fields = opened.page.getByRole('textbox', { name: /^Word \d+$/ });
  await expect(fields).toHaveCount(2);
  for (const field of await fields.all()) {
    const name = await field.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent);
    await field.fill(words[Number(/\d+/.exec(name ?? '')?.[0]) - 1] ?? '');
  }
  await walk.button('That is right').click();
  await expect(opened.page.getByText(/recovery words open the archive from now on/)).toBeVisible();
});

test('shares are made, two of three', async () => {
  await walk.button('Divide among people…').click();
  await opened.page.getByLabel('Shares to make').selectOption('3');
  await opened.page.getByLabel('Needed to open').selectOption('2');
  await walk.typeCurrent(passphrase);
  await walk.button('Make the shares').click();
  for (const number of [1, 2, 3]) {
    await expect(opened.page.getByText(`Share ${number} of 3.`)).toBeVisible(unlocking);
    shares.push(wordsOf(await shown()).join(' '));
    await walk.button(/^Written down/).click();
  }
  expect(new Set(shares).size).toBe(3);
  await expect(opened.page.getByText('Any 2 of the 3 shares')).toBeVisible();
});

test('the words open the archive, and then the shares do', async () => {
  await walk.lock();
  await startOpening('Recovery words');
  await opened.page.getByLabel('The 24 words').fill(recoveryWords.toUpperCase());
  await open();
  await walk.atDesk();
  await expect(opened.page.getByText(/Compare these four words/)).toBeVisible();
  await walk.button('I have compared them').click();
  await walk.lock();
  await startOpening('Shares');
  await opened.page.getByLabel('Share 1').fill(shares[2] ?? '');
  await expect(opened.page.getByText('2 shares are needed, 1 so far.')).toBeVisible();
  await opened.page.getByLabel('Share 2').fill(shares[0] ?? '');
  await open();
  await walk.atDesk();
});

test('new keys for everything: only the new passphrase opens it', async () => {
  await walk.goToKeys();
  await walk.button('New keys for everything…').click();
  await walk.typeCurrent(passphrase);
  await opened.page.getByRole('radio', { name: 'My own' }).click();
  await opened.page.getByLabel('Your passphrase', { exact: true }).fill(anew);
  await opened.page.getByLabel('The same again', { exact: true }).fill(anew);
  await opened.page.getByLabel(/I have the passphrase in a safe place/).check();
  await walk.button('Make new keys').click();
  await expect(opened.page.getByText('Everything is sealed under the new keys.')).toBeVisible(
    unlocking,
  );
  await expect(opened.page.getByRole('listitem').filter({ hasText: 'Each guess' })).toHaveCount(1);
  await expect(opened.page.getByText('Any 2 of the 3 shares')).toHaveCount(0);
  await walk.lock();

  await walk.unlock(passphrase);
  await expect(opened.page.getByText(/passphrase is wrong/)).toBeVisible(unlocking);
  await walk.button('Back').click();
  await startOpening('Recovery words');
  await opened.page.getByLabel('The 24 words').fill(recoveryWords);
  await open();
  await expect(opened.page.getByText(/words do not open this archive/)).toBeVisible(unlocking);
  await walk.button('Back').click();
  await walk.unlock(anew);
  await walk.atDesk();
  await walk.go('Library');
  await expect(opened.page.getByRole('option')).toHaveCount(2);
});

test('nothing of all this is anywhere on the disk, and the window met no fault', async () => {
  expect(opened.faults).toEqual([]);
  await walk.lock();
  const told = [passphrase, anew, recoveryWords, recoveryWords.split(' ').slice(0, 4).join(' ')];
  expect(await findCanaries([places.root], [...told, ...shares])).toEqual([]);
});
