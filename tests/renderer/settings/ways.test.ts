/** The ways to open an archive: listed in plain words, changed and added, and what is shown once is not lost by a slip. */
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { settingsTab } from '../../../src/renderer/screens/settings/settings-tab.svelte.ts';
import { begin, endWindow } from '../begin.ts';
import { recoveryWords, sharesOf } from '../fake-bridge.ts';
import type { WorkOptions } from '../work-bridge.ts';
import { says } from '../says.ts';

vi.mock('../../../archive/lib/ids.ts', () => import('../without-node.ts'));
afterEach(() => {
  endWindow();
  vi.restoreAllMocks();
});

const passphrase = 'walnut river candle spoon meadow zipper';
const words = recoveryWords.split(' ');
const button = (name: string | RegExp) => page.getByRole('button', { name });
const ways = () => page.getByRole('list', { name: 'What opens it' });
const current = () => page.getByLabelText('What opens the archive now');

async function atWays(options: WorkOptions = {}) {
  const begun = await begin(options);
  settingsTab.show('keys');
  begun.app.nav.open({ screen: 'settings' });
  await expect.element(ways()).toBeVisible();
  return begun;
}

async function makeWords() {
  await button('Make recovery words…').click();
  await current().fill(passphrase);
  await button('Make the words').click();
  await expect.element(page.getByText(/Write these down/)).toBeVisible();
}

/** The two words that are asked for, typed into their fields; `wrong` is put at the end of each. */
async function typeBack(wrong = '') {
  for (const field of page.getByRole('textbox', { name: /^Word/ }).elements()) {
    const place = Number(/\d+/.exec(field.closest('.field')?.textContent ?? '')?.[0]);
    await userEvent.fill(field, ` ${(words[place - 1] ?? '').toUpperCase()}${wrong}`);
  }
}

async function violations() {
  const { violations: found } = await axe.run(document.body);
  return found.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}

describe('the list', () => {
  it('says what a guess costs, and that the only way in stays', async () => {
    await atWays();
    await says(ways(), /fill 256 MiB of memory 3 times/);
    await expect.element(button('Remove: Passphrase')).toBeDisabled();
  });

  it('numbers what there is more than one of', async () => {
    const { bridge } = await atWays();
    await button('Add a passphrase…').click();
    await current().fill(passphrase);
    await page.getByLabelText(/in a safe place/).click();
    await button('Add it').click();
    await says(ways(), /Passphrase, no. 2/);
    expect(bridge.calls.find(({ name }) => name === 'keys.addPassphrase')?.input).toEqual({
      current: passphrase,
      next: passphrase,
    });
    await button('Remove: Passphrase, no. 2').click();
    await current().fill(passphrase);
    await button('Remove it').click();
    await says(ways(), /^(?!.*no\. 2)/);
    expect(bridge.calls.find(({ name }) => name === 'keys.remove')?.input).toEqual({
      current: passphrase,
      slot: 1,
    });
  });
});

describe('a new passphrase', () => {
  it('is not taken while it is weak, differs, or is kept nowhere', async () => {
    const { bridge } = await atWays();
    await button('Change the passphrase…').click();
    await page.getByLabelText('The passphrase that is to be changed').fill(passphrase);
    await page.getByRole('radio', { name: 'My own' }).click();
    await page.getByLabelText('Your passphrase', { exact: true }).fill('aaaaaaaaaaaaaaaaaaaaaa');
    await button('Change it').click();
    await expect.element(page.getByText(/too easy to guess/)).toBeVisible();
    await page.getByLabelText('Your passphrase', { exact: true }).fill('a hat full of thimbles');
    await button('Change it').click();
    await expect.element(page.getByText('The two are not the same.')).toBeVisible();
    expect(bridge.calls.map(({ name }) => name)).not.toContain('keys.changePassphrase');
    await page.getByLabelText('The same again', { exact: true }).fill('a hat full of thimbles');
    await page.getByLabelText(/in a safe place/).click();
    await button('Change it').click();
    await expect.element(page.getByText('The passphrase is changed.')).toBeVisible();
  });

  it('is not taken with a wrong present one, which is said at its field', async () => {
    await atWays();
    await button('Change the passphrase…').click();
    await page.getByLabelText('The passphrase that is to be changed').fill('guess');
    await page.getByLabelText(/in a safe place/).click();
    await button('Change it').click();
    await expect.element(page.getByText(/passphrase is wrong/)).toBeVisible();
    await expect
      .element(page.getByLabelText('The passphrase that is to be changed'))
      .toHaveAttribute('aria-invalid', 'true');
  });
});

describe('recovery words', () => {
  it('are shown once, and two of them are asked back', async () => {
    await atWays();
    await makeWords();
    await says(page.getByRole('dialog'), /24certain/);
    await button('I have written them down').click();
    await typeBack('x');
    await button('That is right').click();
    await expect.element(page.getByText(/^That is not word/).first()).toBeVisible();
    await typeBack();
    await button('That is right').click();
    await expect.element(page.getByText(/recovery words open the archive from now/)).toBeVisible();
    await says(ways(), /Recovery words/);
    expect(document.body.textContent).not.toContain(words.slice(0, 2).join(''));
  });

  it('are not lost by a slip: closing asks, and leads back', async () => {
    await atWays();
    await makeWords();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByText(/never be shown again/)).toBeVisible();
    await button('Back to the words').click();
    await says(page.getByRole('dialog'), /24certain/);
    await userEvent.keyboard('{Escape}');
    await button('Close all the same').click();
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  });

  it('are printed by the window, on a sheet that says nothing of the archive', async () => {
    const print = vi.spyOn(window, 'print').mockImplementation(() => undefined);
    await atWays();
    await makeWords();
    await expect
      .element(page.getByText(/print queue and the printer may keep a copy/))
      .toBeVisible();
    await button('Print…').click();
    expect(print).toHaveBeenCalledOnce();
    const sheet = document.querySelector('body > .paper-sheet');
    expect(sheet?.querySelectorAll('li')).toHaveLength(24);
    expect(sheet?.textContent).not.toMatch(/Kuferak|River towns|passphrase/i);
    await button('I have written them down').click();
    await expect.poll(() => document.querySelector('.paper-sheet')).toBeNull();
  });

  it('go off the page at a lock', async () => {
    const { app } = await atWays();
    await makeWords();
    app.lock();
    await expect.element(button(/New archive/)).toBeVisible();
    expect(document.body.textContent).not.toContain(words[23]);
    expect(document.querySelector('.paper-sheet')).toBeNull();
  });
});

describe('shares', () => {
  it('are shown one after the other, a sheet each', async () => {
    const { bridge } = await atWays();
    await button('Divide among people…').click();
    await page.getByLabelText('Shares to make').selectOptions('3');
    await page.getByLabelText('Needed to open').selectOptions('2');
    await current().fill(passphrase);
    await button('Make the shares').click();
    for (const [at, share] of sharesOf(2, 3).entries()) {
      await expect
        .element(page.getByText(`Share ${at + 1} of 3. Any 2 of them open the archive.`))
        .toBeVisible();
      const sheet = document.querySelector('.paper-sheet');
      expect(
        [...(sheet?.querySelectorAll('li') ?? [])].map((li) => li.lastChild?.textContent),
      ).toEqual(share.split(' '));
      await button(/^Written down/).click();
    }
    await expect.element(page.getByText(/3 shares are made/)).toBeVisible();
    await says(ways(), /Any 2 of the 3 shares/);
    expect(bridge.calls.find(({ name }) => name === 'keys.addShares')?.input).toEqual({
      current: passphrase,
      needed: 2,
      made: 3,
    });
  });
});

describe('new keys for everything', () => {
  it('say what they do, undo and cannot undo, then go on over all screens', async () => {
    const { app } = await atWays();
    await button('New keys for everything…').click();
    const dialog = page.getByRole('dialog');
    await expect.element(dialog.getByText(/sealed anew under keys/)).toBeVisible();
    await expect.element(dialog.getByText(/all shares stop working/)).toBeVisible();
    await expect.element(dialog.getByText(/cannot reach copies/)).toBeVisible();
    await current().fill(passphrase);
    await page.getByLabelText(/in a safe place/).click();
    await button('Make new keys').click();
    await expect.element(page.getByRole('progressbar', { name: 'New keys' })).toBeVisible();
    app.nav.open({ screen: 'library' });
    await expect.element(page.getByText(/^New keys, \d+ of 40$/)).toBeVisible();
    await expect.element(page.getByText(/sealed under the new keys/)).toBeVisible();
    expect(app.archive?.rekeying).toBe(false);
  });

  it('go on by themselves at the next unlock, can be paused, and go on when asked', async () => {
    const { app } = await atWays({ rekeying: true });
    await button('Pause').click();
    await expect.element(page.getByText(/Not everything is sealed anew yet/)).toBeVisible();
    expect(app.archive?.rekeying).toBe(true);
    await button('Go on').click();
    await expect.element(page.getByRole('progressbar', { name: 'New keys' })).toBeVisible();
    await expect.element(page.getByText(/sealed under the new keys/)).toBeVisible();
  });
});

describe('axe finds nothing on', () => {
  it.each([
    ['a new passphrase', 'Change the passphrase…'],
    ['the shares', 'Divide among people…'],
    ['new keys', 'New keys for everything…'],
  ])('%s', async (_what, name) => {
    await atWays();
    await button(name).click();
    await expect.element(page.getByRole('dialog')).toBeVisible();
    expect(await violations()).toEqual([]);
  });

  it('the recovery words, their check, and leaving them', async () => {
    await atWays();
    await makeWords();
    expect(await violations()).toEqual([]);
    await button('I have written them down').click();
    await button('That is right').click();
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Escape}');
    expect(await violations()).toEqual([]);
  });
});
