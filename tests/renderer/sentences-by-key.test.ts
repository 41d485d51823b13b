/** Any sentence of a text is reached and quoted by keys alone. */
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { openWindow } from './open-window.ts';

async function reading() {
  const opened = await openWindow({ open: true });
  await page
    .getByRole('option', { name: /Thirty-one held/ })
    .first()
    .dblClick();
  await expect.element(page.getByText(/Eleven people are still/).first()).toBeVisible();
  page.getByRole('region', { name: 'Text', exact: true }).element().focus();
  return opened;
}

const selected = () => getSelection()?.toString() ?? '';

test('the same key goes on from sentence to sentence, another goes back', async () => {
  const { bridge } = await reading();
  await userEvent.keyboard('sss');
  expect(selected()).toMatch(/^“They came at six.*nineteen years\.$/);
  await userEvent.keyboard('s');
  expect(selected()).toMatch(/^She was questioned .* record\.$/);
  await userEvent.keyboard('a');
  expect(selected()).toMatch(/^“They came at six/);
  await userEvent.keyboard('aaaa');
  expect(selected()).toMatch(/^Thirty-one held/);
  await userEvent.keyboard('sss{Shift>}s{/Shift}sq');
  const form = page.getByRole('form', { name: 'New quote' });
  await expect.element(form).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.element(form).not.toBeInTheDocument();
  const added = bridge.calls.find(({ name }) => name === 'quotes.add')?.input as {
    passage: { exact: string };
  };
  expect(added.passage.exact).toMatch(/^Nineteen of those held/);
});

test('what can be done with it is one stop of the Tab key, and leaves it selected', async () => {
  await reading();
  await userEvent.keyboard('ss');
  const sentence = selected();
  const bar = page.getByRole('toolbar', { name: 'Selection' });
  await expect.element(bar).toBeVisible();
  bar
    .getByRole('button', { name: /^Quote/ })
    .element()
    .focus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(bar.getByRole('button', { name: /^Copy/ })).toHaveFocus();
  await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
  expect(bar.element().contains(document.activeElement)).toBe(false);
  await userEvent.keyboard('{Tab}{ArrowLeft}{ArrowLeft}');
  await expect.element(bar.getByRole('button', { name: /^Where else/ })).toHaveFocus();
  expect(selected()).toBe(sentence);
});

test('it begins where something was found', async () => {
  await reading();
  await userEvent.keyboard('s{Control>}f{/Control}');
  await page.getByRole('searchbox', { name: 'Find in this source' }).fill('parcels');
  await userEvent.keyboard('{Enter}{Escape}');
  await userEvent.keyboard('s');
  expect(selected()).toMatch(/^I was at the gate at nine; I counted the parcels/);
});

test('it begins in what is in view when the text was scrolled on', async () => {
  await reading();
  await page.viewport(1280, 420);
  await userEvent.keyboard('s');
  const text = page.getByRole('region', { name: 'Text', exact: true }).element();
  text.scrollTop = text.scrollHeight;
  await expect.poll(() => text.scrollTop).toBeGreaterThan(300);
  await new Promise((done) => requestAnimationFrame(done));
  await userEvent.keyboard('s');
  const at = getSelection()?.getRangeAt(0).getBoundingClientRect();
  const view = text.getBoundingClientRect();
  expect(selected()).not.toMatch(/^Thirty-one/);
  expect(at?.top).toBeGreaterThan(view.top);
  expect(at?.bottom).toBeLessThan(view.bottom);
});
