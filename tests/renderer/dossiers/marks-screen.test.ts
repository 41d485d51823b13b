/** The bar of marks above written text: by mouse, by keys, and taken back by the undo of the field. */
import axe from 'axe-core';
import { afterEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { begin, endWindow } from '../begin.ts';
import { dossier } from '../work-bridge.ts';

vi.mock('../../../archive/lib/ids.ts', () => import('../without-node.ts'));
afterEach(endWindow);

async function writing(text: string, from: number, to: number) {
  const begun = await begin();
  begun.app.nav.open({ screen: 'dossiers', dossier: dossier.id });
  const box = page.getByRole('textbox', { name: 'Text' });
  await box.fill(text);
  const area = box.element() as HTMLTextAreaElement;
  area.setSelectionRange(from, to);
  const saved = () =>
    begun.app.records.dossiers
      .get(dossier.id)
      ?.sections.flatMap((one) => (one.kind === 'text' ? [one.markdown] : []))[0];
  const chosen = () => area.value.slice(area.selectionStart, area.selectionEnd);
  return { ...begun, box, area, saved, chosen };
}

const button = (name: string) =>
  page.getByRole('toolbar', { name: 'Marks in the text' }).getByRole('button', { name });

it('marks what is selected, says so, keeps it selected, and takes the mark off again', async () => {
  const { box, saved, chosen } = await writing('She never signed it.', 4, 9);
  await button('Bold').click();
  await expect.element(box).toHaveValue('She **never** signed it.');
  await expect.element(box).toHaveFocus();
  expect(chosen()).toBe('never');
  await expect.element(button('Bold')).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(saved).toBe('She **never** signed it.');
  await button('Bold').click();
  await expect.element(box).toHaveValue('She never signed it.');
  await expect.element(button('Bold')).toHaveAttribute('aria-pressed', 'false');
});

it('is undone by the field, as typing is, also after it was saved', async () => {
  const { box, saved } = await writing('One\nTwo', 0, 7);
  await button('Numbered list').click();
  await expect.element(box).toHaveValue('1. One\n2. Two');
  await expect.poll(saved).toBe('1. One\n2. Two');
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.element(box).toHaveValue('One\nTwo');
  await expect.poll(saved).toBe('One\nTwo');
});

it('Ctrl+B and Ctrl+I mark where text is written; elsewhere Ctrl+I adds files', async () => {
  const { box, area, bridge } = await writing('قالت الشاهدة ذلك', 5, 12);
  await userEvent.keyboard('{Control>}b{/Control}');
  await expect.element(box).toHaveValue('قالت **الشاهدة** ذلك');
  await userEvent.keyboard('{Control>}i{/Control}');
  await expect.element(box).toHaveValue('قالت ***الشاهدة*** ذلك');
  expect(getComputedStyle(area).direction).toBe('rtl');
  expect(bridge.calls.some(({ name }) => name.startsWith('import.'))).toBe(false);
});

it('is one stop of the Tab key; arrows lead from button to button', async () => {
  const { area } = await writing('Said so.', 0, 8);
  await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
  await expect.element(button('Bold')).toHaveFocus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(button('Italic')).toHaveFocus();
  await userEvent.keyboard('{End}{ArrowRight}{ArrowLeft}{ArrowLeft}');
  await expect.element(button('Quotation')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => area.value).toBe('> Said so.');
  expect(document.activeElement).toBe(area);
  const { violations } = await axe.run(document.body);
  expect(violations.map(({ id }) => id)).toEqual([]);
});
