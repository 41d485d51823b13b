/** A disk that fails: one sentence over every screen, a way on and a way to give up, and forms that say that they wait. */
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { openWindow, selectWords } from '../open-window.ts';
import { says } from '../says.ts';

const full = { code: 'disk-full', unsaved: 2 } as const;
const button = (name: string | RegExp) => page.getByRole('button', { name });

describe('the note', () => {
  it('stands over every screen until the disk is told to take it again', async () => {
    const { app, bridge } = await openWindow({ open: true });
    bridge.emit('trouble', full);
    for (const screen of ['library', 'read', 'compare', 'dossiers', 'settings'] as const) {
      app.nav.show(screen);
      await says(page.getByRole('alert'), /2 changes wait in memory/);
    }
    bridge.failNext('archive.resume', 'disk-full');
    await button('Try again').click();
    await says(page.getByRole('alert'), /It is still so/);
    await button('Try again').click();
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
    await expect.element(page.getByText('Everything is saved.')).toBeVisible();
  });

  it('asks before anything is given up', async () => {
    const { bridge } = await openWindow({ open: true });
    bridge.emit('trouble', full);
    await button('Give up these changes…').click();
    await button('Cancel').click();
    expect(bridge.calls.map(({ name }) => name)).not.toContain('archive.discardUnsaved');
    await button('Give up these changes…').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Give up these changes' }).click();
    await says(page.getByRole('alert'), /Nothing can be saved until/);
    await expect.element(button('Give up these changes…')).not.toBeInTheDocument();
  });

  it('says at the door how many changes waited when it was locked', async () => {
    const { app, bridge } = await openWindow({ open: true });
    bridge.emit('trouble', full);
    await expect.element(page.getByRole('alert')).toBeVisible();
    app.lock();
    await expect.element(page.getByText(/2 changes were waiting for the disk/)).toBeVisible();
  });

  it('also offers a way on when no change waits, and goes when it was taken', async () => {
    const { app } = await openWindow({ open: true, readOnly: 'disk-full' });
    await says(page.getByRole('alert'), /The disk is full. Nothing can be saved until/);
    await button('Try again').click();
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
    expect(app.archive?.readOnly).toBeNull();
  });

  it('has no fault that axe knows of', async () => {
    const { bridge } = await openWindow({ open: true });
    bridge.emit('trouble', full);
    await button('Give up these changes…').click();
    const { violations } = await axe.run(document.body);
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
});

describe('a form', () => {
  async function quoting() {
    const opened = await openWindow({ open: true });
    await page
      .getByRole('option', { name: /Thirty-one held/ })
      .first()
      .dblClick();
    await expect.element(page.getByText(/Eleven people are still/).first()).toBeVisible();
    selectWords('nineteen years');
    await userEvent.keyboard('q');
    return opened;
  }

  it('that waits for the disk says so, and is done when it is over', async () => {
    const { bridge } = await quoting();
    bridge.slowNext('quotes.add', 1_500);
    await button(/^Save quote/).click();
    bridge.emit('trouble', { code: 'disk-full', unsaved: 1 });
    await expect.element(page.getByText(/waits in memory until the disk takes it/)).toBeVisible();
    await button('Try again').click();
    await expect.element(page.getByText('Quote saved.')).toBeVisible();
    await expect.element(page.getByRole('form', { name: 'New quote' })).not.toBeInTheDocument();
  });

  it('that comes after is told that the disk takes nothing, not that the archive is for reading only', async () => {
    const { bridge } = await quoting();
    bridge.emit('trouble', full);
    bridge.failNext('quotes.add', 'read-only');
    await button(/^Save quote/).click();
    await expect.element(page.getByText(/disk does not take anything just now/)).toBeVisible();
  });
});
