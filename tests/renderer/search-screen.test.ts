/** The search screen: a question with all its results, kept when one comes back; saved searches; lists of names. */
import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { sourceId } from './material.ts';
import { openWindow } from './open-window.ts';
import { says } from './says.ts';

const query = page.getByRole('combobox', { name: 'What to look for' });
const results = page.getByRole('listbox', { name: 'Results' });
const sources = page.getByRole('listbox', { name: 'Sources' });

async function openSearch(options: Parameters<typeof openWindow>[0] = {}) {
  const opened = await openWindow({ open: true, ...options });
  await expect.poll(() => opened.app.phase).toBe('open');
  await userEvent.keyboard('{Control>}{Shift>}f{/Shift}{/Control}');
  await expect.element(query).toHaveFocus();
  return opened;
}

const asked = (bridge: { calls: readonly { name: string; input: unknown }[] }, name: string) =>
  bridge.calls.filter((call) => call.name === name).map(({ input }) => input);

describe('the results', () => {
  test('are walked and opened by keyboard, and are there with their place when one comes back', async () => {
    const { app } = await openSearch();
    await query.fill('the');
    await expect.element(results).toBeVisible();
    await userEvent.keyboard('{Enter}{ArrowDown}{ArrowDown}');
    const chosen = results.getByRole('option', { selected: true });
    await expect.element(chosen).toHaveAttribute('aria-posinset', '3');
    const title = chosen.element().textContent;
    await userEvent.keyboard('{Enter}');
    expect(app.nav.place).toMatchObject({ screen: 'read' });
    await userEvent.keyboard('{Alt>}{ArrowLeft}{/Alt}');
    await expect.element(query).toHaveValue('the');
    await expect.element(results).toHaveFocus();
    expect(results.getByRole('option', { selected: true }).element().textContent).toBe(title);
  });

  test('of a long list are drawn near the view, fetched when they come into it, and found again', async () => {
    const { app, bridge } = await openWindow();
    bridge.addMany(100_500);
    await page.getByRole('button', { name: /Look round/ }).click();
    await expect.element(sources).toBeVisible();
    app.nav.show('search');
    await query.fill('minutes');
    await says(page.getByRole('region', { name: 'Results' }), /100,501 found,\s+the first 100,000/);
    await userEvent.keyboard('{Enter}{End}');
    await expect.element(results.getByText('Minutes, sheet 99999')).toBeVisible();
    expect(document.querySelectorAll('[role=option]').length).toBeLessThan(60);
    expect(asked(bridge, 'search.find').length).toBeLessThan(6);
    const scrolled = results.element().scrollTop;
    expect(scrolled).toBeGreaterThan(9_000_000);
    await userEvent.keyboard('{Enter}');
    app.nav.back();
    await expect.element(results).toBeVisible();
    expect(results.element().scrollTop).toBe(scrolled);
  });

  test('are where the keyboard goes, also when it is quicker than they are', async () => {
    const { bridge, app } = await openSearch();
    await query.fill('sokal');
    await expect.element(results).toBeVisible();
    bridge.slowNext('search.find', 300);
    await query.fill('library');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => app.finding.answered).toBe('library');
    await expect.element(results).toHaveFocus();
    expect(app.finding.chosenResult?.title).toMatch(/library/);
  });

  test('say why they were found', async () => {
    await openSearch();
    await query.fill('sakol');
    await expect.element(results.getByText(/same sound: sakol/).first()).toBeVisible();
  });

  test('are narrowed by what they are, which writes into the query, and come back', async () => {
    const { app } = await openSearch();
    await query.fill('library');
    const filters = page.getByRole('navigation', { name: 'Narrow by' });
    const all = await expect
      .poll(() => app.finding.total)
      .toBeGreaterThan(1)
      .then(() => app.finding.total);
    const quotes = filters.getByRole('button', { name: /^Quotes/ });
    const count = Number(/\d+$/.exec(quotes.element().textContent.trim())?.[0]);
    await quotes.click();
    await expect.element(query).toHaveValue('library kind:quote');
    await expect.poll(() => app.finding.total).toBe(count);
    await expect.element(quotes).toHaveAttribute('aria-pressed', 'true');
    await page.getByRole('button', { name: 'All filters off' }).click();
    await expect.poll(() => app.finding.total).toBe(all);
    await expect.element(query).toHaveValue('library');
  });

  test('are put in another order', async () => {
    const { bridge } = await openSearch();
    await query.fill('library');
    await page.getByRole('radio', { name: 'Newest' }).click();
    await expect.poll(() => asked(bridge, 'search.find').at(-1)).toMatchObject({ sort: 'newest' });
  });

  test('follow what is saved, and the place in the list stays', async () => {
    const { app, bridge } = await openSearch();
    await query.fill('library');
    await expect.element(results).toBeVisible();
    await userEvent.keyboard('{Enter}{ArrowDown}');
    const before = app.finding.total;
    await bridge.sources.edit({ id: sourceId(1), patch: { title: 'The library again' } });
    await expect.poll(() => app.finding.total).toBe(before + 1);
    expect(app.finding.chosen).toBe('1');
  });

  test('come as far as there are any while the index is made', async () => {
    const { bridge } = await openSearch();
    bridge.buildingNext({ done: 3, total: 12 });
    await query.fill('library');
    await expect.element(page.getByText(/getting ready \(3 of 12\)/)).toBeVisible();
    await expect.element(results).toBeVisible();
  });

  test('are all of what the box found, with the same words', async () => {
    const { app } = await openWindow({ open: true });
    await expect.element(sources).toBeVisible();
    await userEvent.keyboard('{Control>}k{/Control}');
    await userEvent.keyboard('library');
    await page.getByRole('radio', { name: 'Quotes' }).click();
    await page.getByRole('combobox', { name: 'Search', exact: true }).click();
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.element(query).toHaveValue('library kind:quote');
    await expect.element(results).toBeVisible();
    expect(app.searching).toBe(false);
  });
});

describe('a question without an answer', () => {
  test('that cannot be read is explained, with the place of the fault', async () => {
    await openSearch();
    await query.fill('library "thirty');
    await expect.element(page.getByRole('alert').getByText(/not closed/)).toBeVisible();
    await page.getByRole('button', { name: 'Go there' }).click();
    const field = query.element() as HTMLInputElement;
    expect(field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)).toBe('"thirty');
  });

  test('is widened by what would find something', async () => {
    await openSearch();
    await query.fill('sokal lang:pl');
    await page.getByRole('button', { name: /without lang:pl/ }).click();
    await expect.element(results).toBeVisible();
    await expect.element(query).toHaveValue('sokal');
  });

  test('that finds nothing in any way says so', async () => {
    await openSearch();
    await query.fill('qqqqzzzz');
    await expect.element(page.getByText(/Nothing of it stands in the archive/)).toBeVisible();
  });
});

describe('the query', () => {
  const options = page.getByRole('listbox', { name: 'Continue with' }).getByRole('option');

  test('is continued with what the archive has, and only when that is chosen', async () => {
    await openSearch();
    await query.fill('library tag:st');
    await says(options.first(), /still held/);
    expect(query.element().hasAttribute('aria-activedescendant')).toBe(false);
    await userEvent.keyboard('{ArrowDown}');
    const marked = query.element().getAttribute('aria-activedescendant') ?? '';
    expect(document.getElementById(marked)?.textContent).toContain('still held');
    await userEvent.keyboard('{Enter}');
    await expect.element(query).toHaveValue('library =tag:"still held" ');
    await expect.element(options.first()).not.toBeInTheDocument();
    await userEvent.keyboard('x');
    await expect.element(query).toHaveValue('library =tag:"still held" x');
  });

  test.each([
    ['speaker:сакал', 'Viktar Sokal'],
    ['-speaker:hri', 'Alena Hryb'],
    ['lang:', 'English'],
    ['lang:bel', 'be'],
    ['kind:', 'source'],
    ['has:no', 'note'],
    ['source:courier', 'Northern Courier'],
    ['spe', 'speaker:'],
  ])('%s offers %s', async (typed, offered) => {
    await openSearch();
    await query.fill(typed);
    await says(options.first(), new RegExp(offered));
  });

  test('Esc closes what is offered, and nothing else', async () => {
    await openSearch();
    await query.fill('tag:');
    await expect.element(options.first()).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(options.first()).not.toBeInTheDocument();
    await expect.element(query).toHaveValue('tag:');
  });

  test('is explained by examples that can be tried', async () => {
    await openSearch();
    await userEvent.keyboard('{F1}');
    await page.getByRole('dialog').getByRole('button', { name: 'kind:quote' }).click();
    await expect.element(query).toHaveValue('kind:quote');
    await expect.element(results).toBeVisible();
  });

  test('is completed in the box as well', async () => {
    await openWindow({ open: true });
    await expect.element(sources).toBeVisible();
    await userEvent.keyboard('{Control>}k{/Control}');
    await userEvent.keyboard('tag:stil{Enter}');
    const box = page.getByRole('combobox', { name: 'Search', exact: true });
    await expect.element(box).toHaveValue('=tag:"still held" ');
  });
});

describe('a saved search', () => {
  const run = page.getByRole('button', { name: 'Raids', exact: true });

  test('is named, run again, renamed, deleted, and comes back', async () => {
    const { app, bridge } = await openSearch();
    await query.fill('library');
    await page.getByRole('radio', { name: 'Oldest' }).click();
    await expect.element(results).toBeVisible();
    await userEvent.keyboard('{Control>}s{/Control}');
    await page.getByLabelText('Name of the search').fill('Raids');
    await userEvent.keyboard('{Enter}');
    await expect.element(run).toBeVisible();
    expect(asked(bridge, 'search.save')).toEqual([
      { name: 'Raids', query: 'library', sort: 'oldest' },
    ]);

    await query.fill('sokal');
    await page.getByRole('radio', { name: 'Best first' }).click();
    await run.click();
    await expect.element(query).toHaveValue('library');
    expect(app.finding.sort).toBe('oldest');

    await page.getByRole('button', { name: 'Rename “Raids”' }).click();
    await page.getByRole('textbox', { name: 'Name of the search' }).fill('Searches of libraries');
    await userEvent.keyboard('{Enter}');
    const renamed = page.getByRole('button', { name: 'Searches of libraries', exact: true });
    await expect.element(renamed).toBeVisible();

    await page.getByRole('button', { name: 'Delete “Searches of libraries”' }).click();
    await expect.element(renamed).not.toBeInTheDocument();
    await userEvent.keyboard('{Control>}z{/Control}');
    await expect.element(renamed).toBeVisible();
  });

  test('whose name is taken says so, and nothing is lost', async () => {
    const { bridge } = await openSearch();
    bridge.failNext('search.save', 'search-exists');
    await query.fill('library');
    await expect.element(results).toBeVisible();
    await userEvent.keyboard('{Control>}s{/Control}');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText(/There is a saved search of that name/)).toBeVisible();
    await expect.element(page.getByLabelText('Name of the search')).toHaveValue('library');
  });
});

describe('a list of names', () => {
  test('is looked up in one go; names without a find come first when asked; it leaves as CSV', async () => {
    const { bridge, app } = await openSearch();
    await page.getByRole('radio', { name: 'A list of names' }).click();
    await page.getByRole('button', { name: /Choose a file/ }).click();
    await expect.element(page.getByRole('textbox')).toHaveValue('Sokal\nHryb\nNobody Atall\n');
    await page.getByRole('button', { name: 'Look them up' }).click();
    await expect.element(page.getByText('3 names, 1 without a find')).toBeVisible();
    const names = page.getByRole('listbox', { name: 'What was found' }).getByRole('option');
    await says(names.first(), /Sokal/);
    await page.getByRole('radio', { name: 'Not found first' }).click();
    await says(names.first(), /Nobody Atall\s*Found nowhere/);

    await page.getByRole('button', { name: 'Save as CSV…' }).click();
    await expect.element(page.getByText(/The report is saved/)).toBeVisible();
    expect(asked(bridge, 'search.exportNames')).toMatchObject([
      { rows: [{ name: 'Nobody Atall', found: 0 }, { name: 'Sokal' }, { name: 'Hryb' }] },
    ]);

    await names.nth(1).click();
    const where = page.getByRole('complementary', { name: 'Where' });
    await where.getByRole('button').first().click();
    expect(app.nav.place).toMatchObject({ screen: 'read' });
    app.nav.back();
    await expect.element(page.getByText('3 names, 1 without a find')).toBeVisible();
  });

  test('that is too long says so, and stays', async () => {
    const { bridge } = await openSearch();
    bridge.failNext('search.names', 'too-large');
    await page.getByRole('radio', { name: 'A list of names' }).click();
    await page.getByRole('textbox').fill('Sokal');
    await page.getByRole('button', { name: 'Look them up' }).click();
    await expect.element(page.getByText(/Divide the list/)).toBeVisible();
    await expect.element(page.getByRole('textbox')).toHaveValue('Sokal');
  });
});

describe('more like this', () => {
  test('is asked for by its key, and opens the two side by side', async () => {
    const { app } = await openSearch();
    await query.fill('thirty-one held');
    await expect.element(results).toBeVisible();
    await userEvent.keyboard('{Enter}m');
    await expect.element(page.getByText('90 % shared')).toBeVisible();
    await page.getByRole('button', { name: 'Compare with K-0009' }).click();
    expect(app.nav.place).toEqual({ screen: 'compare', a: sourceId(10), b: sourceId(9) });
  });

  test('stands with the details of a source', async () => {
    await openWindow({ open: true });
    await page
      .getByRole('option', { name: /Thirty-one held/ })
      .first()
      .click();
    await page.getByRole('button', { name: /Look for what is much the same/ }).click();
    await expect.element(page.getByText('80 % shared')).toBeVisible();
  });
});

describe('making the search ready', () => {
  test('begins by itself, is told in the status line, and ends with the lock', async () => {
    const { app, bridge } = await openWindow({ open: true });
    bridge.slowNext('search.prepare', 60_000);
    await expect.poll(() => asked(bridge, 'search.prepare')).toHaveLength(1);
    app.indexing.progress = { done: 3, total: 12 };
    await expect.element(page.getByText('Search gets ready: 3 of 12')).toBeVisible();
    app.lock();
    expect(app.indexing.progress).toBeNull();
    expect(app.finding.answered).toBe('');
  });
});

describe.each(['light', 'dark'] as const)('in the %s theme, axe finds nothing on', (theme) => {
  test.each([
    ['results', 'library'],
    ['a fault', '"library'],
    ['nothing found', 'sokal lang:pl'],
    ['what the query is continued with', 'tag:'],
    ['no question', ''],
  ])('%s', async (_, typed) => {
    const { app } = await openSearch({ theme });
    await query.fill(typed);
    await expect.poll(() => app.finding.waiting).toBe(false);
    if (typed === 'library') await userEvent.keyboard('{Enter}m');
    if (typed === 'sokal lang:pl')
      await expect.element(page.getByText(/without lang/)).toBeVisible();
    const { violations } = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  });

  test('a report on names', async () => {
    await openSearch({ theme });
    await page.getByRole('radio', { name: 'A list of names' }).click();
    await page.getByRole('button', { name: /Choose a file/ }).click();
    await page.getByRole('button', { name: 'Look them up' }).click();
    await expect.element(page.getByText('3 names, 1 without a find')).toBeVisible();
    const { violations } = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});
