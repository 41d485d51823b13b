/** What is looked at of compare, claims, timeline, dossiers, log and settings, and of what is done to several things. */
import type { Page } from '@playwright/test';
import type { View } from './view.ts';

const screen = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Screens' }).getByText(name, { exact: true }).click();

async function pick(page: Page, side: string, typed: string): Promise<void> {
  await page.getByRole('combobox', { name: `Source ${side}` }).fill(typed);
  await page.keyboard.press('Enter');
}

async function comparePair(page: Page, a: string, b: string): Promise<void> {
  await screen(page, 'Compare');
  await pick(page, 'A', a);
  await pick(page, 'B', b);
  await page.getByRole('region', { name: 'Text of B' }).waitFor();
}

/** A sentence in each of the two texts. */
async function pickBoth(page: Page): Promise<void> {
  for (const side of ['A', 'B']) {
    await page.getByRole('region', { name: `Text of ${side}` }).focus();
    await page.keyboard.press('s');
  }
}

/** Two versions, and other sources beside them. */
async function compareMore(page: Page, more: readonly string[]): Promise<void> {
  await comparePair(page, 'K-0011', 'K-0010');
  for (const [at, shelfmark] of more.entries()) {
    const side = 'CD'.charAt(at);
    await page.getByRole('button', { name: 'Add a source' }).click();
    await pick(page, side, shelfmark);
    await page.getByRole('region', { name: `Text of ${side}` }).waitFor();
  }
}

const differing = (page: Page) => page.getByRole('row', { name: /differs/ }).first();

async function claimOfFacts(page: Page): Promise<void> {
  await comparePair(page, 'K-0010', 'K-0009');
  await differing(page).getByRole('button', { name: 'Add to a claim' }).click();
  const sheet = page.getByRole('dialog', { name: 'Add to a claim' });
  await sheet.getByRole('textbox', { name: 'Question' }).fill('How many were held?');
  await sheet.getByRole('button', { name: /Add 2 rows/ }).click();
}

async function openDossier(page: Page): Promise<void> {
  await screen(page, 'Dossiers');
  await page.getByRole('button', { name: /Library raids/ }).click();
  await page.getByRole('region', { name: 'Pages of the PDF' }).waitFor();
}

async function chooseNames(page: Page, profile: string): Promise<void> {
  await page.getByRole('button', { name: /^Names:/ }).click();
  await page.getByRole('radio', { name: profile }).click();
  await page.getByRole('button', { name: 'Done' }).click();
}

async function showLeaving(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Save PDF/ }).click();
  await page.getByRole('heading', { name: 'In the file' }).waitFor();
}

const passphrase = 'walnut river candle spoon meadow zipper';

async function openWays(page: Page): Promise<void> {
  await screen(page, 'Settings');
  await page.getByRole('button', { name: 'Keys', exact: true }).click();
  await page.getByRole('list', { name: 'What opens it' }).waitFor();
}

async function makeWords(page: Page): Promise<void> {
  await openWays(page);
  await page.getByRole('button', { name: 'Make recovery words' }).click();
  await page.getByLabel('What opens the archive now').fill(passphrase);
  await page.getByRole('button', { name: 'Make the words' }).click();
  await page.getByText('Write these down').waitFor();
}

async function makeShares(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await openWays(page);
  await page.getByRole('button', { name: 'Divide among people' }).click();
  await page.getByLabel('What opens the archive now').fill(passphrase);
  await page.getByRole('button', { name: 'Make the shares' }).click();
  await page.getByText('Share 1 of 5').first().waitFor();
}

async function openCodebook(page: Page): Promise<void> {
  await screen(page, 'Settings');
  await page.getByRole('button', { name: 'Codebook', exact: true }).click();
  await page.getByRole('listbox', { name: 'Tags' }).waitFor();
}

async function openTag(page: Page, name: RegExp): Promise<void> {
  await openCodebook(page);
  await page.getByRole('option', { name }).first().click();
}

async function openTables(page: Page, name: string): Promise<void> {
  await openCodebook(page);
  await page.getByRole('radio', { name: 'Tables' }).click();
  await page.getByRole('radio', { name }).click();
  await page.getByRole('region', { name }).waitFor();
}

const views: readonly View[] = [
  {
    name: 'several-library',
    act: async (page) => {
      await page.keyboard.press('Control+Shift+a');
      for (const at of [0, 2, 3]) await page.getByRole('option').nth(at).click();
    },
  },
  {
    name: 'several-tags',
    act: async (page) => {
      await page.keyboard.press('Control+Shift+a');
      for (const at of [0, 2, 3]) await page.getByRole('option').nth(at).click();
      await page.getByRole('button', { name: 'Tags…' }).click();
      await page.keyboard.type('mіnors');
    },
  },
  {
    name: 'several-quotes',
    act: async (page) => {
      await page.getByRole('option').filter({ hasText: 'K-0010' }).dblclick();
      await page.getByRole('button', { name: 'Choose several' }).click();
      await page.getByRole('checkbox', { name: 'Choose quote 2' }).click();
    },
  },
  {
    name: 'codebook-tag',
    act: async (page) => {
      await openTag(page, /figures/);
      await page.getByText(/^Examples, when to use/).click();
      await page.getByRole('textbox', { name: 'New memo' }).fill('Sums that others made stay out.');
      await page.getByRole('button', { name: 'Add memo' }).click();
      await page.getByText('Sums that others made stay out.').waitFor();
    },
  },
  {
    name: 'codebook-alike',
    act: async (page) => {
      await openTag(page, /figures/);
      await page.getByRole('textbox', { name: 'Name', exact: true }).fill('mіnors');
    },
  },
  {
    name: 'codebook-merge',
    act: async (page) => {
      await openTag(page, /detention/);
      await page.getByRole('button', { name: 'Merge…' }).click();
      await page.getByRole('combobox', { name: 'Into' }).fill('st');
    },
  },
  {
    name: 'codebook-split',
    act: async (page) => {
      await openTag(page, /detention/);
      await page.getByRole('button', { name: 'Move uses…' }).click();
      await page.getByRole('combobox', { name: 'To' }).fill('at dawn');
      await page.keyboard.press('Enter');
      await page
        .getByRole('listbox', { name: /Uses of/ })
        .getByRole('option')
        .first()
        .click();
    },
  },
  {
    name: 'codebook-delete',
    act: async (page) => {
      await openTag(page, /detention/);
      await page.getByRole('button', { name: 'Delete…' }).click();
      await page.getByRole('button', { name: 'Delete', exact: true }).click();
    },
  },
  { name: 'codebook-matrix', act: (page) => openTables(page, 'Where tags meet') },
  { name: 'codebook-by-source', act: (page) => openTables(page, 'By source') },
  { name: 'codebook-counts', act: (page) => openTables(page, 'How often') },
  { name: 'compare-choose', act: (page) => screen(page, 'Compare') },
  { name: 'compare-none', query: '?empty', act: (page) => screen(page, 'Compare') },
  {
    name: 'compare-accounts',
    act: async (page) => {
      await comparePair(page, 'K-0010', 'K-0009');
      await page.keyboard.press('F8');
    },
  },
  {
    name: 'compare-versions',
    act: async (page) => {
      await comparePair(page, 'K-0010', 'K-0011');
      await page.keyboard.press('F8');
    },
  },
  {
    name: 'compare-only',
    act: async (page) => {
      await comparePair(page, 'K-0010', 'K-0011');
      await page.keyboard.press('o');
    },
  },
  {
    name: 'compare-quote',
    act: async (page) => {
      await comparePair(page, 'K-0010', 'K-0009');
      await page.keyboard.press('F8');
      await page.keyboard.press('q');
      await page.getByRole('form', { name: 'New quote' }).waitFor();
    },
  },
  {
    name: 'compare-picked',
    act: async (page) => {
      await comparePair(page, 'K-0010', 'K-0009');
      await pickBoth(page);
    },
  },
  {
    name: 'compare-told',
    act: async (page) => {
      await comparePair(page, 'K-0010', 'K-0009');
      await pickBoth(page);
      await page.keyboard.press('p');
      await page.getByRole('row', { name: /^Words/ }).waitFor();
    },
  },
  {
    name: 'compare-three',
    act: async (page) => {
      await compareMore(page, ['K-0009']);
      await page.keyboard.press('F8');
    },
  },
  {
    name: 'compare-four',
    act: async (page) => {
      await compareMore(page, ['K-0009', 'K-0007']);
      await page
        .getByRole('row', { name: /differs/ })
        .first()
        .getByRole('button')
        .first()
        .click();
    },
  },
  { name: 'compare-arabic', act: (page) => comparePair(page, 'K-0010', 'K-0007') },
  {
    name: 'compare-pictures',
    act: async (page) => {
      await screen(page, 'Compare');
      await pick(page, 'A', 'K-0005');
      await pick(page, 'B', 'K-0006');
    },
  },
  {
    name: 'compare-add',
    act: async (page) => {
      await comparePair(page, 'K-0010', 'K-0011');
      await page.getByRole('button', { name: 'Add to dossier' }).click();
    },
  },
  {
    name: 'compare-save',
    act: async (page) => {
      await comparePair(page, 'K-0011', 'K-0010');
      await page.getByRole('button', { name: 'Save…' }).click();
      const sheet = page.getByRole('dialog', { name: 'Save the comparison' });
      await sheet.getByRole('button', { name: 'Save…' }).click();
      await sheet.getByRole('textbox', { name: /^Type/ }).waitFor();
    },
  },
  {
    name: 'claims',
    act: async (page) => {
      await claimOfFacts(page);
      await page.getByRole('button', { name: 'Open the claim' }).click();
      await page.getByRole('button', { name: 'Edit the row' }).first().waitFor();
      await page.keyboard.press('j');
    },
  },
  { name: 'claims-none', act: (page) => screen(page, 'Claims') },
  {
    name: 'claim-row',
    act: async (page) => {
      await claimOfFacts(page);
      await page.getByRole('button', { name: 'Open the claim' }).click();
      await page.getByRole('button', { name: 'Edit the row' }).first().click();
      await page.getByRole('checkbox', { name: 'In doubt' }).check();
      await page.getByRole('textbox', { name: 'Why' }).fill('Only one side tells it.');
    },
  },
  {
    name: 'claim-doubt',
    act: async (page) => {
      await claimOfFacts(page);
      await page.getByRole('button', { name: 'Open the claim' }).click();
      await page.getByRole('button', { name: 'Edit the row' }).first().click();
      await page.getByRole('checkbox', { name: 'In doubt' }).check();
      await page.getByRole('textbox', { name: 'Why' }).fill('Only one side tells it.');
      await page.getByRole('button', { name: 'Save the row' }).click();
      await page.getByRole('table', { name: 'In doubt' }).waitFor();
    },
  },
  {
    name: 'claim-of-facts',
    act: async (page) => {
      await comparePair(page, 'K-0010', 'K-0009');
      await differing(page).getByRole('button', { name: 'Add to a claim' }).click();
    },
  },
  {
    name: 'compare-parted',
    act: async (page) => {
      await comparePair(page, 'K-0010', 'K-0009');
      await differing(page).getByRole('button', { name: 'Not a pair' }).click();
      await page.getByRole('button', { name: 'Pair with…' }).first().click();
    },
  },
  { name: 'dossiers', act: (page) => screen(page, 'Dossiers') },
  { name: 'dossiers-none', query: '?empty', act: (page) => screen(page, 'Dossiers') },
  {
    name: 'dossiers-template',
    act: async (page) => {
      await screen(page, 'Dossiers');
      await page.getByRole('button', { name: 'From a template…' }).click();
    },
  },
  {
    name: 'dossier-build',
    act: async (page) => {
      await openDossier(page);
      await page.waitForTimeout(900);
    },
  },
  {
    name: 'dossier-insert',
    act: async (page) => {
      await openDossier(page);
      await page.getByRole('textbox', { name: 'Text' }).click();
      await page.getByRole('button', { name: 'To put in' }).click();
      await page.waitForTimeout(900);
      // In the middle of a drag: the line shows where it would stand.
      await page.getByText('thirty-one people', { exact: true }).hover();
      await page.mouse.down();
      const over = page.getByRole('listitem', { name: /^Quote, 3 of/ });
      await over.hover({ position: { x: 80, y: 6 } });
      await over.hover({ position: { x: 90, y: 8 } });
    },
  },
  {
    name: 'dossier-pick',
    act: async (page) => {
      await openDossier(page);
      await page.getByRole('button', { name: 'Quotes' }).click();
      await page.getByRole('dialog').getByRole('checkbox').first().check();
    },
  },
  {
    name: 'timeline',
    act: async (page) => {
      await screen(page, 'Timeline');
      const list = page.getByRole('listbox', { name: 'Timeline' });
      await list.getByRole('option').nth(1).click();
    },
  },
  {
    name: 'timeline-narrowed',
    act: async (page) => {
      await screen(page, 'Timeline');
      await page.getByRole('combobox', { name: 'Speaks or is named' }).fill('alena');
      await page.keyboard.press('Enter');
      await page.getByRole('textbox', { name: 'From' }).fill('2026-04');
      await page.getByRole('textbox', { name: 'To', exact: true }).fill('soon');
      await page.getByRole('combobox', { name: 'Tag' }).click();
    },
  },
  {
    name: 'timeline-save',
    act: async (page) => {
      await screen(page, 'Timeline');
      await page.getByRole('combobox', { name: 'Speaks or is named' }).fill('alena');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Save…' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Save…' }).click();
      await page.getByRole('textbox').last().waitFor();
    },
  },
  {
    name: 'timeline-dossier',
    act: async (page) => {
      await screen(page, 'Timeline');
      await page.getByRole('button', { name: 'To a dossier…' }).click();
    },
  },
  {
    name: 'dossier-chronology',
    act: async (page) => {
      await openDossier(page);
      await page.getByRole('button', { name: 'Chronology', exact: true }).click();
      for (const at of [0, 1, 2, 3])
        await page.getByRole('dialog').getByRole('checkbox').nth(at).check();
      await page.getByRole('button', { name: 'Add 4' }).click();
      await page.getByRole('button', { name: 'Add lines…' }).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'dossier-saved',
    act: async (page) => {
      await openDossier(page);
      await chooseNames(page, 'Protect');
      await showLeaving(page);
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /Save PDF/ })
        .click();
      await page.getByText(/The PDF is saved/).waitFor();
    },
  },
  {
    name: 'dossier-names',
    act: async (page) => {
      await openDossier(page);
      await page.getByRole('button', { name: /^Names:/ }).click();
      await page.getByRole('radio', { name: 'Careful' }).click();
      await page
        .getByLabel(/^What becomes of/)
        .last()
        .scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'dossier-profile',
    act: async (page) => {
      await openDossier(page);
      await page.getByRole('button', { name: /^Names:/ }).click();
      await page.getByRole('radio', { name: 'Careful' }).click();
    },
  },
  {
    name: 'dossier-leave',
    act: async (page) => {
      await openDossier(page);
      await chooseNames(page, 'Careful');
      await showLeaving(page);
    },
  },
  {
    name: 'dossier-leave-package',
    act: async (page) => {
      await openDossier(page);
      await chooseNames(page, 'Careful');
      await showLeaving(page);
      await page.getByRole('radio', { name: 'Package: one zip' }).click();
      await page.getByRole('radio', { name: 'By a passphrase' }).click();
      await page.getByRole('button', { name: 'Suggest one' }).click();
      await page.getByRole('textbox', { name: 'Passphrase' }).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'dossier-package-left',
    act: async (page) => {
      await openDossier(page);
      await chooseNames(page, 'Careful');
      await showLeaving(page);
      await page.getByRole('radio', { name: 'Package: a folder' }).click();
      await page.getByRole('radio', { name: 'Originals, untouched' }).click();
      await page.getByRole('button', { name: 'Save the package…' }).click();
      await page.getByText(/found whole/).waitFor();
    },
  },
  {
    name: 'dossier-findings',
    act: async (page) => {
      await openDossier(page);
      await showLeaving(page);
    },
  },
  {
    name: 'log-head',
    act: async (page) => {
      await screen(page, 'Log');
      await page.getByRole('button', { name: 'Show the head as a sheet…' }).click();
    },
  },
  {
    name: 'log-stamps',
    act: async (page) => {
      await screen(page, 'Log');
      await page.getByRole('button', { name: 'Add a time stamp…' }).click();
      await page.getByText(/Stamp unit 1/).click();
    },
  },
  {
    name: 'log',
    act: async (page) => {
      await screen(page, 'Log');
      await page.getByRole('button', { name: 'Check', exact: true }).click();
      await page.getByText(/as it should be/).waitFor();
    },
  },
  {
    name: 'log-export',
    act: async (page) => {
      await screen(page, 'Log');
      await page.getByRole('button', { name: 'Export…', exact: true }).click();
      await page.getByRole('button', { name: 'Export with these names…' }).waitFor();
      await page.getByRole('button', { name: 'Export with these names…' }).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'log-export-profile',
    act: async (page) => {
      await screen(page, 'Log');
      await page.getByLabel('Names', { exact: true }).selectOption('protect');
      await page.getByRole('button', { name: 'Export…', exact: true }).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'settings-window',
    act: async (page) => {
      await screen(page, 'Settings');
      await page.getByRole('button', { name: 'Window', exact: true }).click();
    },
  },
  {
    name: 'settings-codebook',
    act: async (page) => {
      await screen(page, 'Settings');
      await page.getByRole('button', { name: 'Codebook', exact: true }).click();
      await page.getByRole('option', { name: /figures/ }).click();
    },
  },
  {
    name: 'settings-names',
    act: async (page) => {
      await screen(page, 'Settings');
      await page.getByRole('button', { name: 'Names', exact: true }).click();
      await page.getByRole('option', { name: /mother/ }).click();
    },
  },
  {
    name: 'names-merge',
    act: async (page) => {
      await screen(page, 'Settings');
      await page.getByRole('button', { name: 'Names', exact: true }).click();
      await page.getByRole('option', { name: /Sokal/ }).click();
      await page.getByRole('button', { name: 'Is the same as…' }).click();
      await page.getByRole('radio', { name: /mother/ }).click();
    },
  },
  {
    name: 'names-mentions',
    act: async (page) => {
      await screen(page, 'Settings');
      await page.getByRole('button', { name: 'Names', exact: true }).click();
      await page.getByRole('button', { name: 'Count in all texts' }).click();
      await page.getByRole('option', { name: /Sokal/ }).click();
      await page.getByRole('button', { name: 'Look in all texts' }).click();
      await page.locator('summary').first().click();
      await page.locator('summary').last().click();
      await page.locator('summary ~ ul').last().scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'names-split',
    act: async (page) => {
      await screen(page, 'Settings');
      await page.getByRole('button', { name: 'Names', exact: true }).click();
      await page.getByRole('option', { name: /Sokal/ }).click();
      await page.getByRole('button', { name: 'Is two…' }).click();
      await page.getByRole('checkbox', { name: 'Виктор Сокол' }).check();
    },
  },
  {
    name: 'settings-keyboard',
    act: async (page) => {
      await screen(page, 'Settings');
      await page.getByRole('button', { name: 'Keyboard', exact: true }).click();
    },
  },
  {
    name: 'log-damaged',
    query: '?damaged',
    act: async (page) => {
      await screen(page, 'Log');
      await page.getByRole('button', { name: 'Check', exact: true }).click();
      await page.getByText(/not as they should be/).waitFor();
    },
  },
  {
    name: 'ways',
    act: async (page) => {
      await makeWords(page);
      await page.getByRole('button', { name: 'I have written them down' }).click();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Close all the same' }).click();
      await makeShares(page);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Close all the same' }).click();
    },
  },
  { name: 'ways-rekeying', query: '?rekeying', act: openWays },
  { name: 'ways-words', act: makeWords },
  {
    name: 'ways-words-back',
    act: async (page) => {
      await makeWords(page);
      await page.getByRole('button', { name: 'I have written them down' }).click();
      await page.getByRole('button', { name: 'That is right' }).click();
    },
  },
  {
    name: 'ways-words-leave',
    act: async (page) => {
      await makeWords(page);
      await page.keyboard.press('Escape');
    },
  },
  { name: 'ways-shares', act: makeShares },
  {
    name: 'ways-shares-ask',
    act: async (page) => {
      await openWays(page);
      await page.getByRole('button', { name: 'Divide among people' }).click();
    },
  },
  {
    name: 'ways-change',
    act: async (page) => {
      await openWays(page);
      await page.getByRole('button', { name: 'Change the passphrase' }).click();
    },
  },
  {
    name: 'ways-rekey',
    act: async (page) => {
      await openWays(page);
      await page.getByRole('button', { name: 'New keys for everything…' }).click();
    },
  },
  {
    name: 'disk-trouble',
    query: '?full=3',
    act: (page) => page.getByText('The disk is full').waitFor(),
  },
  {
    name: 'disk-give-up',
    query: '?full=3',
    act: (page) => page.getByRole('button', { name: /Give up/ }).click(),
  },
];

/** In an archive in which much was done. */
export const workViews = views.map((view): View => ({
  ...view,
  query: `?work&${view.query?.slice(1) ?? ''}`,
}));
