import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { openWindow, selectWords } from './open-window.ts';
import { quotes, sourceId, textOf } from './material.ts';

const option = (name: RegExp) => page.getByRole('option', { name }).first();

describe('at the door', () => {
  test('a wrong passphrase is said plainly, and the right one opens', async () => {
    const { bridge } = await openWindow({ passphrase: 'six plain words' });
    await page.getByRole('button', { name: /Open an archive/ }).click();
    await page.getByRole('button', { name: /Choose folder/ }).click();
    const field = page.getByLabelText('Passphrase', { exact: true });
    await field.fill('guess');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText(/passphrase is wrong/)).toBeVisible();
    await field.fill('six plain words');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('listbox', { name: 'Sources' })).toBeVisible();
    expect(bridge.calls.filter(({ name }) => name === 'archive.open')).toHaveLength(2);
  });

  test('an archive is made with the suggested passphrase only once it is kept somewhere', async () => {
    const { bridge } = await openWindow({ empty: true });
    await page.getByRole('button', { name: /New archive/ }).click();
    await page.getByLabelText('Name').fill('River towns');
    await page.getByRole('button', { name: /Choose folder/ }).click();
    await page.getByRole('button', { name: 'Make the archive' }).click();
    await expect.element(page.getByText(/Say that you have kept it/)).toBeVisible();
    expect(bridge.calls.map(({ name }) => name)).not.toContain('archive.create');
    await page.getByRole('checkbox').click();
    await page.getByRole('button', { name: 'Make the archive' }).click();
    await expect.element(page.getByText('Put the first source into the chest')).toBeVisible();
    const made = bridge.calls.find(({ name }) => name === 'archive.create');
    expect(made?.input).toMatchObject({
      name: 'River towns',
      passphrase: 'walnut river candle spoon meadow zipper',
    });
  });

  test('two typed passphrases that differ are not taken', async () => {
    const { bridge } = await openWindow({ empty: true });
    await page.getByRole('button', { name: /New archive/ }).click();
    await page.getByLabelText('Name').fill('River towns');
    await page.getByRole('button', { name: /Choose folder/ }).click();
    await page.getByRole('radio', { name: 'My own' }).click();
    await page.getByLabelText('Your passphrase').fill('one two three four five six');
    await page.getByLabelText('The same again').fill('one two three four five seven');
    await page.getByRole('checkbox').click();
    await page.getByRole('button', { name: 'Make the archive' }).click();
    await expect.element(page.getByText('The two are not the same.')).toBeVisible();
    expect(bridge.calls.map(({ name }) => name)).not.toContain('archive.create');
  });
});

describe('locking', () => {
  test('takes everything off the page before anything is answered', async () => {
    const { app, bridge } = await openWindow({ open: true });
    await option(/Thirty-one held/).dblClick();
    await expect.element(page.getByText(/Eleven people are still/).first()).toBeVisible();
    await userEvent.keyboard('{Control>}l{/Control}');
    await expect.element(page.getByRole('button', { name: /Open an archive/ })).toBeVisible();
    expect(document.body.textContent).not.toMatch(/Thirty-one|Sokal|River towns/);
    expect(app.records.sources.size + app.records.quotes.size + app.records.entities.size).toBe(0);
    expect(app.nav.canGoBack).toBe(false);
    expect(CSS.highlights.size).toBe(0);
    expect(bridge.calls.at(-1)?.name).toBe('archive.lock');
  });

  test('from outside is said at the door with its reason', async () => {
    const { bridge } = await openWindow({ open: true });
    await expect.element(option(/Thirty-one held/)).toBeVisible();
    bridge.emit('lock', { open: false, reason: 'idle' });
    await expect.element(page.getByText(/locked itself after a time/)).toBeVisible();
  });

  test('a note that is being typed is saved first', async () => {
    const { bridge } = await openWindow({ open: true });
    await option(/Ператрусы/).click();
    await page.getByLabelText('Note').fill('half a thought');
    await userEvent.keyboard('{Control>}l{/Control}');
    const names = bridge.calls.map(({ name }) => name);
    expect(names.indexOf('sources.edit')).toBeGreaterThan(-1);
    expect(names.indexOf('sources.edit')).toBeLessThan(names.indexOf('archive.lock'));
  });
});

test('the title of the window never tells what is open', async () => {
  document.title = 'Kuferak';
  await openWindow({ open: true });
  await option(/Thirty-one held/).dblClick();
  await expect.element(page.getByText(/Eleven people are still/).first()).toBeVisible();
  expect(document.title).toBe('Kuferak');
});

test('shortcuts work on a Cyrillic layout', async () => {
  await openWindow({ open: true });
  await expect.element(option(/Thirty-one held/)).toBeVisible();
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'л', code: 'KeyK', ctrlKey: true }));
  await expect.element(page.getByRole('dialog', { name: 'Search' })).toBeVisible();
});

describe('the library', () => {
  test('is walked and opened by keyboard', async () => {
    await openWindow({ open: true });
    await expect.element(option(/Thirty-one held/)).toBeVisible();
    const list = document.querySelector<HTMLElement>('[role=listbox]');
    list?.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    await expect.element(option(/Lista/)).toHaveAttribute('aria-selected', 'true');
    await userEvent.keyboard('town');
    await expect.element(option(/Town council/)).toHaveAttribute('aria-selected', 'true');
    await userEvent.keyboard('{Home}{Enter}');
    await expect.element(page.getByText(/Eleven people are still/).first()).toBeVisible();
  });

  test('draws only rows near the view of a long list, and tells its length', async () => {
    const { bridge, app } = await openWindow();
    bridge.addMany(20_000);
    await page.getByRole('button', { name: /Look round/ }).click();
    await expect.element(page.getByRole('listbox', { name: 'Sources' })).toBeVisible();
    expect(app.shelf.sources).toHaveLength(20_010);
    expect(document.querySelectorAll('[role=option]').length).toBeLessThan(60);
    document.querySelector<HTMLElement>('[role=listbox]')?.focus();
    await userEvent.keyboard('{End}');
    const last = document.querySelector('[role=option][aria-selected=true]');
    expect(last?.getAttribute('aria-posinset')).toBe('20010');
  });

  test('narrows by words, kind and tag, and says when nothing fits', async () => {
    const { app } = await openWindow({ open: true });
    await page.getByRole('searchbox').fill('палеск');
    expect(app.shelf.sources.map(({ shelfmark }) => shelfmark)).toEqual(['K-0009']);
    await page.getByRole('searchbox').fill('');
    await page.getByRole('button', { name: /Saved page/ }).click();
    await page.getByRole('button', { name: /figures/ }).click();
    expect(app.shelf.sources.map(({ shelfmark }) => shelfmark)).toEqual(['K-0010']);
    await page.getByRole('searchbox').fill('nowhere');
    await expect.element(page.getByText('Nothing here fits')).toBeVisible();
  });

  test('an import tells what became of each file', async () => {
    const { bridge } = await openWindow({ open: true });
    await page.getByRole('button', { name: /Add files/ }).click();
    await page.getByRole('textbox', { name: 'Collected by' }).fill('M. K.');
    await page.getByRole('button', { name: /Take in 3 files/ }).click();
    await expect.element(page.getByText('2 sources taken in.')).toBeVisible();
    await expect.element(page.getByText('The file is empty.')).toBeVisible();
    const asked = bridge.calls.find(({ name }) => name === 'sources.import');
    expect(asked?.input).toMatchObject({
      capture: { collectedBy: { state: 'value', value: 'M. K.' }, place: { state: 'unknown' } },
    });
  });
});

describe('reading and quoting', () => {
  test('a selected passage becomes a quote without the mouse, word for word', async () => {
    const { bridge, app } = await openWindow({ open: true });
    await option(/Thirty-one held/).dblClick();
    await expect.element(page.getByText(/Eleven people are still/).first()).toBeVisible();
    selectWords('in one flat the officers photographed every page');
    await userEvent.keyboard('q');
    await userEvent.keyboard('сокол{ArrowDown}{Enter}');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.element(page.getByText('Quote saved.')).toBeVisible();
    const added = bridge.calls.find(({ name }) => name === 'quotes.add')?.input as {
      passage: { exact: string; start: number; end: number };
      speaker: { entity: string };
    };
    expect(added.passage.exact).toBe('in one flat the officers photographed every page');
    expect(app.records.entities.get(added.speaker.entity)?.name).toBe('Viktar Sokal');
    await expect
      .element(page.getByRole('button', { name: /^Quote 7, Viktar Sokal, paragraph 7/ }))
      .toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect
      .element(page.getByRole('button', { name: /^Quote 7, Viktar Sokal/ }))
      .not.toBeInTheDocument();
  });

  test.each([
    ['decomposed letters', 'сказал Сокол: «и\u0306од и ё»', 'и\u0306од'],
    ['letters outside the first plane', 'before 🙂👩‍👧 after', '🙂👩‍👧'],
    ['Arabic', 'قال المحامي: «ما زال أحد عشر شخصًا»', 'أحد عشر شخصًا'],
  ])('a passage with %s keeps its place', async (_, text, words) => {
    const { bridge } = await openWindow({ open: true });
    bridge.setText(sourceId(9), textOf(['first paragraph 🙂', text], 'und'));
    await option(/Ператрусы/).dblClick();
    await expect.element(page.getByText(/first paragraph/)).toBeVisible();
    selectWords(words);
    await userEvent.keyboard('q');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.element(page.getByText('Quote saved.')).toBeVisible();
    expect(bridge.calls.find(({ name }) => name === 'quotes.add')?.input).toMatchObject({
      passage: { exact: words },
    });
  });

  test('a refused quote keeps the form and says why', async () => {
    const { bridge } = await openWindow({ open: true });
    await option(/Thirty-one held/).dblClick();
    await expect.element(page.getByText(/Eleven people are still/).first()).toBeVisible();
    selectWords('nineteen years');
    await userEvent.keyboard('q');
    bridge.failNext('quotes.add', 'disk-full');
    await page.getByLabelText('Note').fill('kept');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.element(page.getByText(/disk is full/)).toBeVisible();
    await expect.element(page.getByLabelText('Note')).toHaveValue('kept');
  });

  test('a form that was left open waits until one comes back', async () => {
    await openWindow({ open: true });
    await option(/Thirty-one held/).dblClick();
    await expect.element(page.getByText(/Eleven people are still/).first()).toBeVisible();
    selectWords('nineteen years');
    await userEvent.keyboard('q');
    await page.getByLabelText('Note').fill('not yet saved');
    await option(/Ператрусы/).click();
    await expect.element(page.getByText(/Раніцай/)).toBeVisible();
    await option(/Thirty-one held/).click();
    await expect.element(page.getByLabelText('Note')).toHaveValue('not yet saved');
    await page.getByLabelText('Note').click();
    await userEvent.keyboard('{Escape}');
    expect(getSelection()?.toString()).toBe('nineteen years');
  });

  test('a date that cannot be understood is not saved as something else', async () => {
    const { bridge } = await openWindow({ open: true });
    await option(/Thirty-one held/).dblClick();
    await expect.element(page.getByText(/Eleven people are still/).first()).toBeVisible();
    selectWords('nineteen years');
    await userEvent.keyboard('q');
    await page.getByLabelText('Date said').fill('last week');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.element(page.getByText(/Write it like/)).toBeVisible();
    expect(bridge.calls.map(({ name }) => name)).not.toContain('quotes.add');
  });

  test('each quote is a button in the margin and a row in the list', async () => {
    await openWindow({ open: true });
    await option(/Thirty-one held/).dblClick();
    await expect.element(page.getByText(/Eleven people are still/).first()).toBeVisible();
    const here = quotes.filter(({ source }) => source === sourceId(10));
    const bars = page.getByRole('group', { name: 'Quotes in the margin' }).getByRole('button');
    await expect.element(bars.first()).toBeVisible();
    expect(bars.elements()).toHaveLength(here.length);
    expect(document.querySelectorAll('[data-quote]')).toHaveLength(here.length);
    expect([...CSS.highlights.keys()].sort()).toEqual(['d1', 'd2', 'suggested']);
  });

  test('a graphic picture stays covered until it is asked for', async () => {
    await openWindow({ open: true });
    await option(/Injuries/).dblClick();
    await expect.element(page.getByText('This picture is marked as graphic.')).toBeVisible();
    const picture = document.querySelector('img');
    if (!picture) throw new Error('no picture is there');
    expect(picture.alt).toBe('A graphic picture, covered');
    expect(getComputedStyle(picture).filter).toContain('blur');
    await page.getByRole('button', { name: 'Show it' }).click();
    await expect
      .element(page.getByText('This picture is marked as graphic.'))
      .not.toBeInTheDocument();
  });

  test('a source without a text says so', async () => {
    await openWindow({ open: true });
    await option(/Town council/).dblClick();
    await expect.element(page.getByText(/no words to read/)).toBeVisible();
  });
});

describe('the search', () => {
  test('says why a name was found and opens the place', async () => {
    const { app } = await openWindow({ open: true });
    await expect.element(option(/Thirty-one held/)).toBeVisible();
    await userEvent.keyboard('{Control>}k{/Control}');
    await userEvent.keyboard('sakol');
    await expect.element(page.getByText('same sound: sakol ≈ Sokal').first()).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('region', { name: 'Text' })).toBeVisible();
    expect(app.nav.place).toMatchObject({ screen: 'read', at: {} });
  });

  test('a query that cannot be understood is explained', async () => {
    await openWindow({ open: true });
    await expect.element(option(/Thirty-one held/)).toBeVisible();
    await userEvent.keyboard('{Control>}k{/Control}');
    await userEvent.keyboard('"unfinished');
    await expect.element(page.getByText(/cannot be understood/)).toBeVisible();
  });

  test('results that come before the index is complete say so, and are followed by all of them', async () => {
    const { bridge } = await openWindow({ open: true });
    await expect.element(option(/Thirty-one held/)).toBeVisible();
    bridge.buildingNext({ done: 1_000, total: 4_000 });
    await userEvent.keyboard('{Control>}k{/Control}');
    await page.getByRole('combobox', { name: 'Search' }).fill('clinic');
    await expect.element(page.getByText(/getting ready \(1,000 of 4,000\)/)).toBeVisible();
    await expect.element(page.getByRole('option', { name: /Injuries/ }).last()).toBeVisible();
    await expect.element(page.getByText(/getting ready/)).not.toBeInTheDocument();
  });

  test('an answer that comes late does not replace a newer one', async () => {
    const { bridge } = await openWindow({ open: true });
    await expect.element(option(/Thirty-one held/)).toBeVisible();
    await userEvent.keyboard('{Control>}k{/Control}');
    const box = page.getByRole('combobox', { name: 'Search' });
    bridge.slowNext('search.find', 400);
    await box.fill('atlas');
    await expect
      .poll(() => bridge.calls.filter(({ name }) => name === 'search.find').length)
      .toBe(1);
    await box.fill('clinic');
    await expect.element(page.getByRole('option', { name: /Injuries/ }).last()).toBeVisible();
    await new Promise((done) => setTimeout(done, 500));
    expect(document.querySelector('dialog')?.textContent).not.toContain('atlas.');
  });

  test('commands are reached by name', async () => {
    await openWindow({ open: true });
    await expect.element(option(/Thirty-one held/)).toBeVisible();
    await userEvent.keyboard('{Control>}k{/Control}');
    await userEvent.keyboard('>lock{Enter}');
    await expect.element(page.getByRole('button', { name: /Open an archive/ })).toBeVisible();
  });
});
