/** Opening by recovery words and by shares: what is typed is judged on the page, and only what is whole is sent. */
import axe from 'axe-core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { checkRecoveryWords, checkShares } from '../../../src/renderer/lib/secrets/word-check.ts';
import { recoveryWords, sharesOf } from '../fake-bridge.ts';
import { openWindow } from '../open-window.ts';
import { says } from '../says.ts';

const words = recoveryWords.split(' ');
const open = () => page.getByRole('button', { name: 'Open', exact: true });

async function atDoor(way: 'Recovery words' | 'Shares') {
  const opened = await openWindow();
  await page.getByRole('button', { name: /Open an archive/ }).click();
  await page.getByRole('button', { name: /Choose folder/ }).click();
  await page.getByRole('radio', { name: way }).click();
  return opened;
}

const sent = ({ bridge }: Awaited<ReturnType<typeof openWindow>>) =>
  bridge.calls.filter(({ name }) => name === 'archive.open').map(({ input }) => input);

describe('recovery words', () => {
  it('open however they are spaced and numbered; the words of the history are there to compare', async () => {
    const opened = await atDoor('Recovery words');
    const typed = words.map((word, at) => `${at + 1}. ${word.toUpperCase()}`).join('\n');
    await page.getByLabelText('The 24 words').fill(typed);
    await expect.element(page.getByText('All 24 words are there.')).toBeVisible();
    expect(sent(opened)).toEqual([]);
    await page.getByLabelText('The 24 words').fill(recoveryWords);
    await open().click();
    const greeting = page.getByRole('region', { name: /words of this archive/ });
    await says(greeting, /amber ferry lantern oak/);
    await greeting.getByRole('button').click();
    await expect.element(greeting).not.toBeInTheDocument();
  });

  it('that are not whole are not sent, and the wrong one is named', async () => {
    const opened = await atDoor('Recovery words');
    const field = page.getByLabelText('The 24 words');
    await field.fill(words.slice(0, 7).join(' '));
    await expect.element(page.getByText('7 of 24 words')).toBeVisible();
    await open().click();
    await expect.element(page.getByText('All 24 words are needed.')).toBeVisible();
    await field.fill(words.with(4, 'crowl').join(' '));
    await expect.element(page.getByText('Word 5, “crowl”, is not of the list.')).toBeVisible();
    await field.fill(words.toReversed().join(' '));
    await expect.element(page.getByText(/not these 24 in this order/)).toBeVisible();
    await open().click();
    expect(sent(opened)).toEqual([]);
  });

  it('do not blame a word that is still being typed', async () => {
    await atDoor('Recovery words');
    await page.getByLabelText('The 24 words').click();
    await userEvent.keyboard('abandon deb');
    await expect.element(page.getByText('1 of 24 words')).toBeVisible();
    await userEvent.keyboard(' ');
    await expect.element(page.getByText('Word 2, “deb”, is not of the list.')).toBeVisible();
  });
});

describe('shares', () => {
  it('tell each whether it is whole, and how many are needed, and go as one text', async () => {
    const opened = await atDoor('Shares');
    const [first = '', second = '', third = ''] = sharesOf(3, 5);
    await expect.element(page.getByText(/first whole share tells/)).toBeVisible();
    await page.getByLabelText('Share 1').fill(first);
    await expect.element(page.getByText('3 shares are needed, 1 so far.')).toBeVisible();
    await expect.element(page.getByLabelText('Share 3')).toBeVisible();
    await page.getByLabelText('Share 2').fill(first);
    await expect.element(page.getByText('This is share 1 once more.')).toBeVisible();
    await open().click();
    await page.getByLabelText('Share 2').fill(sharesOf(3, 5, 9)[1] ?? '');
    await expect.element(page.getByText(/does not belong to share 1/)).toBeVisible();
    await page.getByLabelText('Share 2').fill(second);
    await page.getByLabelText('Share 3').fill(third.replace(/ \w+$/, ' zoo'));
    await expect.element(page.getByText(/a word of this share was misread/)).toBeVisible();
    await open().click();
    expect(sent(opened)).toEqual([]);
    await page.getByLabelText('Share 3').fill(third);
    await open().click();
    await expect.element(page.getByText(/These shares do not open this archive/)).toBeVisible();
    expect(sent(opened)).toEqual([
      expect.objectContaining({ passphrase: [first, second, third].join('\n') }),
    ]);
  });
});

describe('what is said while one types', () => {
  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary', maxLength: 300 }), { maxLength: 16 }),
        (typed) => {
          expect(checkShares(typed)).toHaveLength(typed.length);
          for (const one of typed) checkRecoveryWords(one);
        },
      ),
    );
  });

  it('calls a share whole only when every word is right', () => {
    const [share = ''] = sharesOf(3, 5);
    const all = share.split(' ');
    fc.assert(
      fc.property(fc.nat(31), fc.constantFrom(...words), (at, other) => {
        fc.pre(all[at] !== other);
        expect(checkShares([all.with(at, other).join(' ')])[0]?.state).toBe('wrong');
      }),
    );
  });
});

it.each(['Recovery words', 'Shares'] as const)('axe finds nothing on %s', async (way) => {
  await atDoor(way);
  const { violations } = await axe.run(document.body);
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});

describe('a new archive', () => {
  async function create() {
    const opened = await openWindow();
    await page.getByRole('button', { name: /New archive/ }).click();
    await page.getByLabelText('Name', { exact: true }).fill('River towns');
    await page.getByRole('button', { name: /Choose folder/ }).click();
    await page.getByLabelText(/in a safe place/).click();
    await page.getByRole('button', { name: 'Make the archive' }).click();
    await expect.element(page.getByText(/everything in the archive is lost/)).toBeVisible();
    return opened;
  }

  it('is offered recovery words at once, without typing the passphrase again', async () => {
    const { app } = await create();
    await page.getByRole('button', { name: 'Make the words' }).click();
    await says(page.getByRole('dialog'), /24certain/);
    await page.getByRole('button', { name: 'I have written them down' }).click();
    await userEvent.keyboard('{Escape}');
    await page.getByRole('button', { name: 'Close all the same' }).click();
    expect(app.newPassphrase).toBeNull();
  });

  it('goes without them when she says so, and forgets the passphrase', async () => {
    const { app, bridge } = await create();
    await page.getByRole('button', { name: 'Not now' }).click();
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    expect(app.newPassphrase).toBeNull();
    expect(bridge.calls.map(({ name }) => name)).not.toContain('keys.addRecoveryWords');
  });
});
