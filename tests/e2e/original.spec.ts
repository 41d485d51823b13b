/** The original stands beside its text, and nothing that it names is asked for, run or gone to. */
import { expect, test } from '@playwright/test';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { redCorner } from '../archive/import/made-pictures.ts';
import { makeWacz, packed } from '../archive/import/made-web-archives.ts';
import { plainPdf } from '../renderer/dossiers/plain-pdf.ts';
import {
  answerDialogs,
  makePlaces,
  openWindow,
  type Opened,
  type Places,
  removePlaces,
} from '../helpers/window.ts';

let places: Places;
let opened: Opened;
let server: Server;
const asked: string[] = [];

test.beforeAll(async () => {
  places = await makePlaces();
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end('');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  opened = await openWindow(places);
});
test.afterAll(async () => {
  await opened.app.close();
  server.close();
  await removePlaces(places);
});

test('a saved page is shown beside its text; it runs nothing, loads nothing and leads nowhere', async () => {
  const { app, page } = opened;
  const { port } = server.address() as AddressInfo;
  const out = `http://127.0.0.1:${port}`;
  const file = join(places.root, 'ferry.html');
  await writeFile(
    file,
    `<!doctype html><html><head><title>The ferry at Norholm</title><meta http-equiv="refresh" content="1;url=${out}/refresh">
    <link rel="stylesheet" href="${out}/style.css"><link rel="dns-prefetch" href="${out}">
    <style>h1 { color: rgb(1, 2, 3) } @import "${out}/import.css"; body { background: url(${out}/background.png) }</style>
    <script src="${out}/script.js"></script></head><body><article><h1>The ferry at Norholm</h1>
    <p>${'Ada Vell runs the ferry, and nobody else does. '.repeat(12)}</p>
    <img alt="The boat" src="./ferry_files/boat.png"><img src="${out}/picture.png" onerror="document.title='run'"><iframe src="${out}/frame"></iframe>
    <a href="${out}/link" id="out">away</a><script>document.body.append('it ran')</script></article></body></html>`,
  );
  await mkdir(join(places.root, 'ferry_files'));
  await writeFile(join(places.root, 'ferry_files/boat.png'), redCorner('png', 320, 200));
  await page.getByRole('button', { name: /New archive/ }).click();
  await page.getByLabel('Name', { exact: true }).fill('Ferries');
  await answerDialogs(app, { open: [places.archive] });
  await page.getByRole('button', { name: /Choose folder/ }).click();
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Make the archive' }).click();
  await page.getByRole('button', { name: 'Not now' }).click();
  await answerDialogs(app, { open: [file] });
  await page
    .getByRole('button', { name: /Add files/ })
    .first()
    .click();
  await page.getByRole('button', { name: /Take in/ }).click();
  await page.getByRole('button', { name: 'Done' }).click();
  await page
    .getByRole('option', { name: /The ferry/ })
    .first()
    .dblclick();
  await page.getByRole('button', { name: 'As it looked' }).waitFor();
  await page.keyboard.press('o');
  const frame = page.frameLocator('iframe');
  const heading = frame.getByRole('heading', { name: 'The ferry at Norholm' });
  await expect(heading).toBeVisible();
  // Its own look is there, and the picture that lay beside it …
  await expect(frame.getByRole('img', { name: 'The boat' })).toHaveCSS('width', '320px');
  await expect(heading).toHaveCSS('color', 'rgb(1, 2, 3)');
  // … and nothing of it ran, was loaded or gone to.
  await expect(frame.getByText('it ran')).toHaveCount(0);
  await frame.getByText('away').click();
  await expect(heading).toBeVisible();
  await expect(page.getByText('Ada Vell runs the ferry').first()).toBeVisible();
  expect(asked).toEqual([]);
  await page.screenshot({ path: join(process.env.LOOK ?? places.root, 'original.png') });
  // The frame never keeps the keys.
  await expect(page.locator('section.original')).toBeFocused();
  await page.keyboard.press('o');
  await expect(page.locator('iframe')).toHaveCount(0);
  // The test's own looking into the frame is refused there, as any script is.
  expect(opened.faults.filter((fault) => !fault.startsWith('Blocked script execution'))).toEqual(
    [],
  );
});

test('a PDF is shown as its pages, and a passage is cited with its page', async () => {
  const { app, page } = opened;
  const file = join(places.root, 'minutes.pdf');
  await writeFile(file, plainPdf(['The minutes of the harbour', 'The second sheet of minutes']));
  await answerDialogs(app, { open: [file] });
  await page.getByRole('button', { name: 'Library' }).click();
  await page
    .getByRole('button', { name: /Add files/ })
    .first()
    .click();
  await page.getByRole('button', { name: /Take in/ }).click();
  await page.getByRole('button', { name: 'Done' }).click();
  await page
    .getByRole('option', { name: /minutes/i })
    .first()
    .dblclick();
  await page.getByRole('button', { name: 'As it looked' }).click();
  await expect(page.getByText('page 1 of 2', { exact: true })).toBeVisible();
  await expect(page.locator('.original canvas').first()).toBeVisible();
  await expect(page.getByText('p. 1', { exact: true })).toBeVisible();
  await page.screenshot({ path: join(process.env.LOOK ?? places.root, 'original-pdf.png') });
});

test('a page chosen out of a web archive comes in alone, and is shown as it looked', async () => {
  const { app, page } = opened;
  const file = join(places.root, 'ferries.wacz');
  const pages = ['winter', 'summer', 'night'].map((word) => ({
    address: `https://ferries.example/${word}`,
    body: `<!doctype html><title>The ${word} ferry</title><article><h1>The ${word} ferry</h1><p>${'It left on time. '.repeat(9)}`,
  }));
  const list = pages.map(({ address }) => ({ url: address, title: `${address.slice(24)} list` }));
  await writeFile(file, makeWacz({ warc: packed(...pages), pages: list }));
  await answerDialogs(app, { open: [file] });
  await page.getByRole('button', { name: 'Library' }).click();
  await page
    .getByRole('button', { name: /Add files/ })
    .first()
    .click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('button', { name: /Choose parts/ }).click();
  await sheet.getByRole('searchbox').fill('summer');
  await expect(sheet.getByRole('option')).toHaveCount(1);
  await sheet.getByRole('searchbox').fill('');
  await sheet.getByRole('button', { name: 'None' }).click();
  await sheet.getByRole('option', { name: /summer list/ }).click();
  await expect(sheet.getByText('1 of 3 chosen.')).toBeVisible();
  await page.screenshot({ path: join(process.env.LOOK ?? places.root, 'chosen-parts.png') });
  await page.keyboard.press('Escape');
  await sheet.getByRole('button', { name: /^Take in/ }).click();
  await expect(sheet.getByText(/Taken out of it: 1 of 3\./)).toBeVisible();
  await sheet.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('option', { name: /The winter ferry/ })).toHaveCount(0);
  await page
    .getByRole('option', { name: /The summer ferry/ })
    .first()
    .dblclick();
  await page.getByRole('button', { name: 'As it looked' }).click();
  await expect(
    page.frameLocator('iframe').getByRole('heading', { name: 'The summer ferry' }),
  ).toBeVisible();
});
