/** The main job, end to end, in a real window: from a new archive to a dossier, with a restart in between, and nothing readable left behind. */
import { execFileSync } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { findCanaries } from '../helpers/canary.ts';
import { Walk } from '../helpers/walk.ts';
import {
  answerDialogs,
  makePlaces,
  openWindow,
  type Places,
  removePlaces,
} from '../helpers/window.ts';

const files = join(import.meta.dirname, '../../sample/files');
const passphrase = 'eleven herons over the salt flats';
const words = 'He was later treated for an injury to his right wrist';

/** Of the material, of what was typed, and of what opens the archive. */
const canaries = [
  words,
  'Police check choir rehearsal',
  'We were in the middle of the second verse',
  'The Harbour Light',
  'Rostislav Beguntsov',
  'Yulian Zhaleika',
  'Zhaleika',
  'Lastavitsk',
  'Nachnitsa',
  'Закрылі піяніна і павялі',
  'Вольная прыстань',
  'Ластавіцк',
  'harbour-light-2026-04-02',
  'volnaja-prystan',
  'collector B-19',
  'wrist injury',
  'Ask the clinic for its paper',
  'What happened to the choir',
  'Night of the choir',
  passphrase,
];

let places: Places;

test.beforeEach(async () => {
  places = await makePlaces();
});

test.afterEach(async () => {
  await removePlaces(places);
});

test('a person keeps, reads, quotes, finds, compares and hands over; nothing readable stays behind', async () => {
  const pdf = join(places.root, 'dossier.pdf');
  const first = await openWindow(places);
  const walk = new Walk(first.page);

  await test.step('makes an archive', async () => {
    await answerDialogs(first.app, { open: [places.archive] });
    await walk.create('Night of the choir', passphrase);
  });

  await test.step('drags in saved articles and a photograph', async () => {
    await walk.drop([
      join(files, 'harbour-light-2026-03-10.html'),
      join(files, 'harbour-light-2026-04-02.html'),
      join(files, 'volnaja-prystan-ablava.html'),
      join(files, 'notice-on-door.jpg'),
    ]);
    await walk.takeIn('collector B-19');
    await walk.doneWithReport();
    await expect(first.page.getByRole('option')).toHaveCount(4);
  });

  await test.step('reads one, and saves a sentence as a quote', async () => {
    await walk.read(/Police check choir rehearsal/);
    await walk.quote(words, {
      speaker: 'Yulian Zhaleika',
      tags: ['wrist injury'],
      note: 'Ask the clinic for its paper',
    });
    await expect(walk.button(/^Quote 1, Yulian Zhaleika/)).toBeVisible();
  });

  await test.step('finds it again by a misspelt name', async () => {
    const results = await walk.search('Zhalieko');
    await expect(results.filter({ hasText: words.slice(0, 40) }).first()).toBeVisible();
    await first.page.keyboard.press('Escape');
  });

  await test.step('locks', async () => {
    await walk.lock();
    await expect(first.page.getByText('Police check choir rehearsal')).toHaveCount(0);
    expect(await walk.askDirectly('archive', 'records')).toMatchObject({
      ok: false,
      error: { code: 'locked' },
    });
    expect(first.faults).toEqual([]);
    await first.app.close();
  });

  await test.step('leaves nothing readable while it is closed', async () => {
    expect(await findCanaries([places.root], canaries)).toEqual([]);
  });

  const second = await openWindow(places);
  const again = new Walk(second.page);

  await test.step('opens it again: a wrong passphrase says so, the right one shows everything', async () => {
    await answerDialogs(second.app, { open: [places.archive], save: pdf });
    await again.unlock(`${passphrase}!`);
    await expect(
      second.page.getByText('The passphrase is wrong. Nothing has been changed.'),
    ).toBeVisible({ timeout: 30_000 });
    await second.page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
    await second.page.keyboard.press('Enter');
    await again.atDesk();
    await again.go('Library');
    await expect(second.page.getByRole('option')).toHaveCount(4);
    await again.read(/Police check choir rehearsal/);
    await expect(again.button(/^Quote 1, Yulian Zhaleika/)).toBeVisible();
  });

  await test.step('puts two sources side by side', async () => {
    await again.compare('Police check choir', 'Thirty-one');
  });

  await test.step('leaves with a dossier as PDF', async () => {
    await again.makeDossier('What happened to the choir', words.slice(0, 30));
    await again.dragSource(/Police check choir/);
    await again.savePdf();
    const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
    expect(text.replace(/\s+/g, ' ')).toContain(words.slice(0, 30));
    expect(text).toContain('Yulian Zhaleika');
    expect((await readFile(pdf)).subarray(0, 5).toString('latin1')).toBe('%PDF-');
    expect((await stat(pdf)).mode & 0o077).toBe(0);
  });

  await test.step('quits, and nothing readable is anywhere but in the PDF saved on purpose', async () => {
    expect(second.faults).toEqual([]);
    await second.app.close();
    expect(await findCanaries([places.root], canaries, new Set([pdf]))).toEqual([]);
    // The scan finds what is in the clear: the same texts in a file beside.
    expect((await findCanaries([files], canaries)).length).toBeGreaterThan(5);
  });
});
