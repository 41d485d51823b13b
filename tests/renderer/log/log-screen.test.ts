/** The log: every line can be reached, the archive is checked, and what leaves is said to be unprotected. */
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import decodeQR from 'qr/decode.js';
import { page, userEvent } from 'vitest/browser';
import { momentInUtc, momentThere } from '../../../src/renderer/screens/log/moments.ts';
import { begin, endWindow } from '../begin.ts';
import type { WorkOptions } from '../work-bridge.ts';

vi.mock('../../../archive/lib/ids.ts', () => import('../without-node.ts'));
afterEach(endWindow);

async function reading(options: WorkOptions = {}) {
  const begun = await begin(options);
  begun.app.nav.open({ screen: 'log' });
  await expect.element(page.getByRole('table')).toBeVisible();
  return begun;
}

const scroller = () => document.querySelector('[role="rowgroup"]');

describe('the lines', () => {
  it('stand newest first, and only those near the view are on the page', async () => {
    await reading({ lines: 20_000 });
    await expect.element(page.getByRole('cell', { name: '20000', exact: true })).toBeVisible();
    expect(document.querySelectorAll('[role="row"]').length).toBeLessThan(120);
  });

  it('are fetched down to the first', async () => {
    await reading({ lines: 2_000 });
    const box = scroller();
    box?.scrollTo(0, box.scrollHeight);
    await expect.element(page.getByText('Archive made')).toBeVisible();
  });

  it('tell a source by its shelfmark', async () => {
    await reading({ lines: 9 });
    await expect.element(page.getByRole('cell', { name: /^K-00/ }).first()).toBeVisible();
  });
});

describe('the times', () => {
  it('are those of UTC and of the place where it was done', () => {
    expect(momentInUtc('2026-04-09T21:14:03.120Z')).toBe('2026-04-09 21:14:03');
    expect(momentThere('2026-04-09T18:14:03.120Z', 180)).toBe('21:14 (+03:00)');
    expect(momentThere('2026-04-09T22:14:03.120Z', 180)).toBe('2026-04-10 01:14 (+03:00)');
    expect(momentThere('2026-04-09T02:00:00.000Z', -210)).toBe('2026-04-08 22:30 (−03:30)');
  });
});

describe('the head', () => {
  it('is shown as a code that a camera reads, copied and saved, with what it does not prove', async () => {
    const { bridge } = await reading({ lines: 42 });
    await page.getByRole('button', { name: 'Show the head as a sheet…' }).click();
    const sheet = page.getByRole('dialog', { name: 'Head of the log' });
    await expect.element(sheet.getByText('Line 42 of the log')).toBeVisible();
    await expect.element(sheet.getByText(/does not say when/)).toBeVisible();
    const read = await readCode(sheet.getByRole('img').element());
    expect(read).toMatch(/^kuferak log head 1\nline 42\nsha256 [0-9a-f]{64}\n$/);
    await sheet.getByRole('button', { name: 'Save as a file…' }).click();
    await expect
      .poll(() => bridge.calls.some(({ name }) => name === 'archive.saveHead'))
      .toBe(true);
    const { violations } = await axe.run(document.body);
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  it('is on the paper what it is on the screen, and names no archive', async () => {
    await reading({ lines: 42 });
    await page.getByRole('button', { name: 'Show the head as a sheet…' }).click();
    await expect.element(page.getByRole('dialog')).toBeVisible();
    const paper = document.querySelector('body > .paper-sheet');
    expect(paper?.textContent).toContain('line 42');
    expect(paper?.textContent).not.toMatch(/Kuferak|K-0/);
    expect(paper?.querySelectorAll('svg path').length).toBe(1);
  });
});

/** What a camera would make of a picture on the page. */
async function readCode(svg: Element): Promise<string> {
  const SIDE = 400;
  const drawn = svg.cloneNode(true) as Element;
  drawn.setAttribute('width', String(SIDE));
  drawn.setAttribute('height', String(SIDE));
  const picture = new Image(SIDE, SIDE);
  picture.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(drawn))}`;
  await picture.decode();
  const canvas = new OffscreenCanvas(SIDE, SIDE);
  const pencil = canvas.getContext('2d');
  pencil?.drawImage(picture, 0, 0, SIDE, SIDE);
  const pixels = pencil?.getImageData(0, 0, SIDE, SIDE);
  if (!pixels) throw new Error('nothing was drawn');
  return decodeQR({ width: SIDE, height: SIDE, data: pixels.data });
}

describe('time stamps', () => {
  it('say what was checked and what was not, are checked again, and removed', async () => {
    await reading({ lines: 640 });
    await page.getByRole('button', { name: 'Add a time stamp…' }).click();
    await page.getByText('2026-04-21 09:30:00 UTC, says Invented Authority, Stamp unit 1.').click();
    await expect.element(page.getByText(/signature over the digest/)).toBeVisible();
    await expect.element(page.getByText(/chain to a root/)).toBeVisible();
    await page.getByRole('button', { name: 'Check again' }).click();
    await expect.element(page.getByText('It fits what is here.')).toBeVisible();
    const { violations } = await axe.run(document.body);
    expect(violations.map(({ id }) => id)).toEqual([]);
    await page.getByRole('button', { name: 'Remove the time stamp' }).click();
    await expect.element(page.getByText(/No time stamp is kept yet/)).toBeVisible();
  });

  it('that are of something else are refused in a plain sentence', async () => {
    const { bridge } = await reading();
    bridge.failNext('stamps.add', 'stamp-fits-nothing');
    await page.getByRole('button', { name: 'Add a time stamp…' }).click();
    await expect.element(page.getByText(/is of something else/)).toBeVisible();
  });
});

describe('checking', () => {
  it('reports what was checked', async () => {
    const { bridge } = await reading();
    await page.getByRole('radio', { name: 'Check everything' }).click();
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await expect.element(page.getByText('10 originals')).toBeVisible();
    expect(bridge.calls.find(({ name }) => name === 'archive.verify')?.input).toEqual({
      full: true,
    });
  });

  it('tells damage by shelfmarks, numbers of changes and names, and quietly what no item names', async () => {
    await reading({ damaged: true });
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    const status = page.getByText(/3 things are not as they should be/);
    await expect.element(status).toBeVisible();
    await expect
      .element(page.getByText('its journal, changes 12–15, K-0009, quote in K-0010, figures'))
      .toBeVisible();
    await expect.element(page.getByText('change 16, K-0004')).toBeVisible();
    await expect.element(page.getByText('2 files that no item names')).toBeVisible();
    expect(document.body.textContent).not.toMatch(/qte_|tag_/);
  });

  it('says a failure in a plain sentence', async () => {
    const { bridge } = await reading();
    bridge.failNext('archive.verify', 'io');
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await expect.element(page.getByText(/disk reported an error/)).toBeVisible();
  });
});

describe('exporting', () => {
  it('warns before, stops at a protected name, and goes on only after a word was typed', async () => {
    const { bridge } = await reading();
    const asked = () => bridge.calls.findLast(({ name }) => name === 'archive.export')?.input;
    await expect.element(page.getByText(/is not encrypted/)).toBeVisible();
    await page.getByRole('radio', { name: /CSV/ }).click();
    await page.getByRole('button', { name: 'Export…', exact: true }).click();
    await expect.element(page.getByText(/1 name that must not leave/)).toBeVisible();
    const despite = page.getByRole('button', { name: 'Export with these names…' });
    await expect.element(despite).toBeDisabled();
    await page.getByRole('textbox', { name: /Type “names leave”/ }).fill('names leave');
    await despite.click();
    await expect.element(page.getByText(/1 name that must not be named/)).toBeVisible();
    expect(asked()).toEqual({ format: 'csv', sharing: null, files: 'none', despiteNames: true });
  });

  it('takes names out by a profile, and says of originals that they were not looked into', async () => {
    const { bridge } = await reading();
    await page.getByRole('combobox', { name: 'Names' }).selectOptions('Protect');
    await page.getByRole('radio', { name: 'All, as collected' }).click();
    const { violations } = await axe.run(document.body);
    expect(violations.map(({ id }) => id)).toEqual([]);
    await page.getByRole('button', { name: 'Export…', exact: true }).click();
    await expect.element(page.getByText(/12 files left as they were collected/)).toBeVisible();
    expect(bridge.calls.findLast(({ name }) => name === 'archive.export')?.input).toMatchObject({
      sharing: { levels: { 'must-not-be-named': 'pseudonym' }, entities: [] },
      files: 'originals',
      despiteNames: false,
    });
  });
});

it('has no fault that axe knows of', async () => {
  await reading();
  const { violations } = await axe.run(document.body);
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});

describe('one line', () => {
  it('is shown whole: what left, for whom, by which profile, with its digest', async () => {
    await reading({ lines: 9 });
    await page.getByRole('button', { name: 'Dossier left the archive' }).click();
    const details = page.getByRole('region', { name: 'Line 6' });
    await expect.element(details.getByText('The Ferry Review')).toBeVisible();
    await expect.element(details.getByText('Protect', { exact: true })).toBeVisible();
    await expect
      .element(details.getByText(/^([0-9a-f]{4} ){15}[0-9a-f]{4}$/).first())
      .toBeVisible();
    expect((await axe.run('main')).violations.map(({ id }) => id)).toEqual([]);
    await details.getByRole('button', { name: 'Close' }).click();
    await expect.element(details).not.toBeInTheDocument();
  });

  it('leads to the next by the arrow keys, as far as they go', async () => {
    await reading({ lines: 2_000 });
    await page.getByRole('table').getByRole('button').first().click();
    await expect.element(page.getByRole('region', { name: /^Line 2,?000$/ })).toBeVisible();
    for (let line = 1; line <= 40; line += 1) await userEvent.keyboard('{ArrowDown}');
    await expect.element(page.getByRole('region', { name: /^Line 1,?960$/ })).toBeVisible();
    expect(document.activeElement?.getAttribute('aria-pressed')).toBe('true');
    const { top = 0, bottom = Infinity } = document.activeElement?.getBoundingClientRect() ?? {};
    const box = scroller()?.getBoundingClientRect();
    expect(top).toBeGreaterThanOrEqual(box?.top ?? Infinity);
    expect(bottom).toBeLessThanOrEqual(box?.bottom ?? 0);
  });
});
