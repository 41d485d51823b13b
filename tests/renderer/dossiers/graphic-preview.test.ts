/** A graphic picture that a dossier shows is blurred in its preview until somebody asks for it. */
import { afterEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { begin, endWindow } from '../begin.ts';
import { sources } from '../material.ts';
import { dossier } from '../work-bridge.ts';

vi.mock('../../../archive/lib/ids.ts', () => import('../without-node.ts'));
afterEach(endWindow);

const note = page.getByText(/^On this page is a picture/);
const shown = page.getByRole('figure');

async function withPicture(isGraphic: boolean) {
  const picture = sources.find(({ kind, graphic }) => kind === 'image' && graphic === isGraphic);
  if (!picture) throw new Error('the material has such a picture');
  const { app } = await begin();
  const section = { kind: 'source', source: picture.id } as const;
  await app.command('dossiers.edit', { id: dossier.id, patch: { sections: [section] } });
  app.nav.open({ screen: 'dossiers', dossier: dossier.id });
  await expect.element(page.getByText('Page 1 of 2')).toBeVisible();
  return app;
}

it('blurs the page with the picture, and no other', async () => {
  const app = await withPicture(true);
  await expect.element(note).toBeVisible();
  const veiled = [...document.querySelectorAll('.page .veiled')];
  expect(veiled.map((one) => getComputedStyle(one).filter)).toEqual([
    expect.stringMatching(/blur.*grayscale/),
  ]);
  await page.getByRole('button', { name: 'Show the pictures' }).click();
  await expect.element(note).not.toBeInTheDocument();
  expect(app.revealed.size).toBe(1);
});

it('leaves other pictures as they are', async () => {
  await withPicture(false);
  await expect.element(shown.nth(1)).toBeVisible();
  await expect.element(note).not.toBeInTheDocument();
});
