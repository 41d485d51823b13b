/** Dossiers: what is typed is saved, order is changed by keys and taken back, the PDF is shown as it would leave. */
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { dataDroppedBy, NOTHING_BUT_THAT_IT_IS_OURS } from '../dropped-data.ts';
import { begin, endWindow } from '../begin.ts';
import { entities } from '../material.ts';
import { material } from './shown.ts';
import { dossier, type WorkOptions } from '../work-bridge.ts';

vi.mock('../../../archive/lib/ids.ts', () => import('../without-node.ts'));
afterEach(endWindow);

async function building(options: WorkOptions = {}) {
  const begun = await begin(options);
  begun.app.nav.open({ screen: 'dossiers', dossier: dossier.id });
  await expect.element(page.getByRole('textbox', { name: 'Title' })).toBeVisible();
  const record = () => begun.app.records.dossiers.get(dossier.id);
  return { ...begun, record, kinds: () => record()?.sections.map(({ kind }) => kind) };
}

const pages = page.getByRole('region', { name: 'Pages of the PDF' });

describe('the list', () => {
  it('teaches what a dossier is, and makes the first one', async () => {
    const { app } = await begin({ noDossier: true });
    app.nav.open({ screen: 'dossiers' });
    await page.getByRole('button', { name: 'New dossier' }).click();
    await expect
      .element(page.getByRole('textbox', { name: 'Title' }))
      .toHaveValue('Untitled dossier');
    expect(app.records.dossiers.size).toBe(1);
  });

  it('makes one from a template: its headings, and room for words', async () => {
    const { app } = await begin({ noDossier: true });
    app.nav.open({ screen: 'dossiers' });
    await page.getByRole('button', { name: 'From a template…' }).click();
    await page.getByRole('button', { name: /^Witness file/ }).click();
    await expect.element(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Witness file');
    const [made] = [...app.records.dossiers.values()];
    expect(made?.handling).toBe('Names a witness. Do not copy.');
    expect(made?.sections.map((one) => (one.kind === 'heading' ? one.text : one.kind))).toEqual([
      'The account',
      'text',
      'The statement',
      'What supports it',
      'What differs from it',
      'Consent and protection',
      'text',
    ]);
  });

  it('opens a dossier', async () => {
    const { app } = await begin();
    app.nav.open({ screen: 'dossiers' });
    await page.getByRole('button', { name: /Library raids/ }).click();
    expect(app.nav.place).toEqual({ screen: 'dossiers', dossier: dossier.id });
  });
});

describe('writing', () => {
  it('saves what is typed by itself', async () => {
    const { record } = await building();
    await page.getByRole('textbox', { name: 'Matter' }).fill('SD-2026/07');
    await expect.poll(() => record()?.matter).toBe('SD-2026/07');
    await page.getByRole('textbox', { name: 'Text' }).fill('Rewritten.');
    await expect.poll(() => JSON.stringify(record()?.sections)).toContain('Rewritten.');
  });

  it('saves what is typed when the archive is locked at once', async () => {
    const { app, bridge } = await building();
    await page.getByRole('textbox', { name: 'Author' }).fill('K. 7');
    app.lock();
    await expect
      .poll(() =>
        bridge.calls.some(
          ({ name, input }) => name === 'dossiers.edit' && JSON.stringify(input).includes('K. 7'),
        ),
      )
      .toBe(true);
  });

  it('never saves a dossier without a title, and says so', async () => {
    const { record, bridge } = await building();
    await page.getByRole('textbox', { name: 'Title' }).fill('  ');
    await expect.element(page.getByText(/needs a title/)).toBeVisible();
    await userEvent.tab();
    expect(record()?.title).toBe(dossier.title);
    expect(bridge.calls.filter(({ name }) => name === 'dossiers.edit')).toHaveLength(0);
  });

  it('keeps words typed while an earlier change is on its way', async () => {
    const { record } = await building({ delay: 120 });
    const matter = page.getByRole('textbox', { name: 'Matter' });
    await matter.fill('first');
    await page.getByRole('textbox', { name: 'Handling' }).click();
    await matter.fill('second');
    await userEvent.tab();
    await expect.poll(() => record()?.matter, { timeout: 3_000 }).toBe('second');
    await expect.element(matter).toHaveValue('second');
  });
});

describe('sections', () => {
  it('move by Alt+↓ and the focus goes with them', async () => {
    const { kinds } = await building();
    const heading = page.getByRole('textbox', { name: 'Heading' }).first();
    await heading.click();
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
    await expect
      .poll(kinds)
      .toEqual(['text', 'heading', 'quote', 'heading', 'comparison', 'source']);
    await expect
      .poll(() => (document.activeElement as HTMLInputElement).value)
      .toBe('What happened');
  });

  it('are dragged to another place', async () => {
    const { kinds } = await building();
    const grip = page.getByRole('img', { name: 'Drag to another place' }).first();
    const third = page.getByRole('listitem', { name: 'Quote, 3 of 6' });
    const data = await dataDroppedBy(() => grip.dropTo(third, { targetPosition: { x: 80, y: 4 } }));
    expect(data).toEqual(NOTHING_BUT_THAT_IT_IS_OURS);
    await expect
      .poll(kinds)
      .toEqual(['text', 'heading', 'quote', 'heading', 'comparison', 'source']);
  });

  it('are taken out, and brought back by undo', async () => {
    const { kinds } = await building();
    const before = kinds();
    const row = page.getByRole('listitem', { name: 'Quote, 3 of 6' });
    await row.getByRole('button', { name: 'Remove' }).click();
    await expect.poll(() => kinds()?.length).toBe(5);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(kinds).toEqual(before);
  });

  it('are added by a bar that is one stop of the Tab key', async () => {
    const { kinds } = await building();
    const bar = page.getByRole('toolbar', { name: 'Add' });
    const button = (name: string) => bar.getByRole('button', { name });
    button('Heading').element().focus();
    await userEvent.keyboard('{Tab}');
    expect(bar.element().contains(document.activeElement)).toBe(false);
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}{End}');
    await expect.element(button('Chronology')).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await expect.element(button('Text')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    // Behind the first section: Tab led into it.
    await expect
      .poll(kinds)
      .toEqual(['heading', 'text', 'text', 'quote', 'heading', 'comparison', 'source']);
    const { violations } = await axe.run(bar.element());
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  it('come after the one that the person is in', async () => {
    const { kinds } = await building();
    await page.getByRole('textbox', { name: 'Text' }).click();
    await page.getByRole('button', { name: 'Heading' }).click();
    await expect
      .poll(kinds)
      .toEqual(['heading', 'text', 'heading', 'quote', 'heading', 'comparison', 'source']);
  });

  it('are a chronology: lines chosen out of what has a date, added to and taken out', async () => {
    const { record } = await building();
    await page.getByRole('button', { name: 'Chronology', exact: true }).click();
    const boxes = page.getByRole('dialog').getByRole('checkbox');
    await boxes.nth(0).click();
    await boxes.nth(1).click();
    await page.getByRole('button', { name: 'Add 2' }).click();
    const entries = () => {
      const section = record()?.sections.find(({ kind }) => kind === 'chronology');
      return section?.kind === 'chronology' ? section.entries.length : null;
    };
    await expect.poll(entries).toBe(2);
    await page
      .getByRole('button', { name: /^Take out: / })
      .first()
      .click();
    await expect.poll(entries).toBe(1);
    await page.getByRole('button', { name: 'Add lines…' }).click();
    await expect.element(page.getByText('in it')).toBeVisible();
  });

  it('are quotes found by their words, several at once', async () => {
    const { kinds, record } = await building();
    await page.getByRole('button', { name: 'Quotes', exact: true }).click();
    await page.getByRole('searchbox', { name: /Words, name/ }).fill('alena hryb');
    const boxes = page.getByRole('dialog').getByRole('checkbox');
    await boxes.nth(0).click();
    await boxes.nth(1).click();
    await page.getByRole('button', { name: 'Add 2' }).click();
    await expect.poll(() => kinds()?.length).toBe(8);
    const added = record()?.sections.slice(-2) ?? [];
    for (const section of added)
      expect(section.kind === 'quote' && material.speakerOf(section.quote)).toBe('Alena Hryb');
  });
});

describe('the preview', () => {
  it('shows the pages of the true PDF', async () => {
    await building();
    await expect.element(pages).toBeVisible();
    await expect.poll(() => document.querySelectorAll('figure canvas').length).toBeGreaterThan(0);
    await expect.element(page.getByText('Page 1 of 7', { exact: true })).toBeVisible();
  });

  it('is made anew after a change', async () => {
    await building();
    await expect.element(pages).toBeVisible();
    await page.getByRole('textbox', { name: 'Title' }).fill('Another title');
    await expect
      .poll(() => pages.element().textContent, { timeout: 4_000 })
      .toContain('Another title');
  });

  it('says what to do when a name must not leave', async () => {
    const { app, bridge } = await begin();
    bridge.failNext('dossiers.preview', 'names-protected');
    app.nav.open({ screen: 'dossiers', dossier: dossier.id });
    await expect.element(page.getByText(/must not be named/)).toBeVisible();
    await page.getByRole('button', { name: 'Go to the names' }).click();
    expect(app.nav.place.screen).toBe('settings');
  });
});

/** Looks at what would leave; the sheet has a button of its own. */
async function look() {
  await page.getByRole('button', { name: /Save PDF/ }).click();
  const sheet = page.getByRole('dialog', { name: 'What will leave' });
  await expect.element(sheet.getByRole('heading', { name: 'In the file' })).toBeVisible();
  return sheet;
}

async function replaceNames(profile: string) {
  await page.getByRole('button', { name: /^Names:/ }).click();
  const sheet = page.getByRole('dialog', { name: 'Names in this dossier' });
  await sheet.getByRole('radio', { name: profile }).click();
  return sheet;
}

async function leave() {
  await replaceNames('Protect');
  await page.getByRole('button', { name: 'Done' }).click();
  const sheet = await look();
  await sheet.getByRole('button', { name: /Save PDF/ }).click();
}

/** A search by axe takes longer than a poll waits, where other tests run beside it. */
const PATIENT = { timeout: 15_000 };

const faults = async () => {
  // A button on its way from one colour to another has neither: what axe sees then is no fault.
  await Promise.allSettled(
    document
      .getAnimations()
      .filter((one) => one instanceof CSSTransition)
      .map(({ finished }) => finished),
  );
  const { violations } = await axe.run(document.body);
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
};

describe('names in a dossier', () => {
  const hidden = entities.find(({ protection }) => protection === 'must-not-be-named');

  it('go by a profile, by levels and by single choices, each saved at once', async () => {
    const { record } = await building();
    const sheet = await replaceNames('Careful');
    await expect.poll(() => record()?.sharing?.levels.undecided).toBe('pseudonym');
    await sheet.getByRole('combobox', { name: 'Undecided' }).selectOptions('Initials');
    await expect.poll(() => record()?.sharing?.levels.undecided).toBe('initials');
    await expect.element(sheet.getByRole('radio', { name: 'Initials' })).toBeChecked();
    await sheet.getByRole('combobox', { name: 'Public' }).selectOptions('Black bar');
    await expect.element(sheet.getByRole('radio', { name: 'Own mix' })).toBeChecked();
    const name = hidden?.name ?? '';
    await sheet.getByRole('textbox', { name: `Pseudonym for ${name}` }).fill('Witness 4');
    await userEvent.tab();
    await expect
      .poll(() => record()?.sharing?.entities)
      .toEqual([{ entity: hidden?.id, treatment: null, pseudonym: 'Witness 4', number: null }]);
    await sheet
      .getByRole('combobox', { name: `What becomes of ${name}` })
      .selectOptions('Keep the name');
    await expect.element(sheet.getByText('stops the dossier')).toBeVisible();
    await expect.poll(() => record()?.sharing?.entities[0]?.treatment).toBe('keep');
    await expect.poll(faults, PATIENT).toEqual([]);
  });

  it('are shown before it leaves: the mark of each, and those that stay', async () => {
    const { bridge } = await building();
    await replaceNames('Protect');
    await page.getByRole('button', { name: 'Done' }).click();
    const sheet = await look();
    await expect
      .element(sheet.getByRole('row', { name: new RegExp(`^${hidden?.name ?? ''}`) }))
      .toBeVisible();
    const possible = sheet.getByRole('row', { name: /^Page 2 Марыйка a form of the given name/ });
    await expect.element(possible).toBeVisible();
    await expect.element(sheet.getByText(/^3 signs in it cannot be printed/)).toBeVisible();
    await expect.element(sheet.getByText(/Version 1 left on/)).toBeVisible();
    await expect.element(sheet.getByText('Dossier changed × 3')).toBeVisible();
    await expect.poll(faults, PATIENT).toEqual([]);
    await sheet.getByRole('textbox', { name: 'For whom' }).fill('The editor');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText(/The PDF is saved/)).toBeVisible();
    expect(bridge.calls.findLast(({ name }) => name === 'dossiers.export')?.input).toMatchObject({
      despiteNames: false,
      recipient: 'The editor',
    });
  });

  it('that must not leave are told with their page, and leave only after a word was typed', async () => {
    const { bridge } = await building();
    const sheet = await look();
    await expect.element(sheet.getByRole('heading', { name: 'Names were found' })).toBeVisible();
    await expect.element(sheet.getByRole('cell', { name: 'Page 4' })).toBeVisible();
    const despite = sheet.getByRole('button', { name: /^Save it with these names/ });
    await expect.element(despite).toBeDisabled();
    const word = sheet.getByRole('textbox', { name: /type “names leave”/ });
    await word.fill('names');
    await userEvent.keyboard('{Enter}');
    await expect.element(despite).toBeDisabled();
    expect(bridge.calls.some(({ name }) => name === 'dossiers.export')).toBe(false);
    await expect.poll(faults, PATIENT).toEqual([]);
    await word.fill('Names leave');
    await despite.click();
    await expect.element(page.getByText(/The PDF is saved/)).toBeVisible();
    expect(bridge.calls.findLast(({ name }) => name === 'dossiers.export')?.input).toMatchObject({
      despiteNames: true,
    });
  });

  it('can be changed from the sheet, which then reads the file back again', async () => {
    await building();
    const sheet = await look();
    await sheet.getByRole('button', { name: /Change what becomes/ }).click();
    await expect.element(page.getByRole('dialog', { name: 'Names in this dossier' })).toBeVisible();
  });
});

describe('saving the PDF', () => {
  it('ends with pages and digest', async () => {
    await building();
    await leave();
    await expect.element(page.getByText(/The PDF is saved: 7 pages/)).toBeVisible();
    await expect.element(page.getByTitle('9f3c21ab'.repeat(8))).toBeVisible();
  });

  it('says a failure in a plain sentence', async () => {
    const { bridge } = await building();
    bridge.failNext('dossiers.export', 'target-unwritable');
    await leave();
    await expect.element(page.getByText(/Nothing can be written there/)).toBeVisible();
  });
});

describe('a package', () => {
  const asked = (bridge: Awaited<ReturnType<typeof building>>['bridge']) =>
    bridge.calls.findLast(({ name }) => name === 'dossiers.package')?.input;

  async function choosing() {
    const begun = await building();
    await replaceNames('Protect');
    await page.getByRole('button', { name: 'Done' }).click();
    return { ...begun, sheet: await look() };
  }

  it('leaves as a folder with the files that were chosen, and ends with the key’s fingerprint', async () => {
    const { bridge, sheet } = await choosing();
    await sheet.getByRole('radio', { name: 'Package: a folder' }).click();
    await sheet.getByRole('radio', { name: 'Originals, untouched' }).click();
    await expect.poll(faults, PATIENT).toEqual([]);
    await sheet.getByRole('button', { name: 'Save the package…' }).click();
    await expect.element(page.getByText(/read back and found whole: 23 files/)).toBeVisible();
    await expect.element(page.getByText(/The file of 1 exhibit stayed/)).toBeVisible();
    await expect.element(page.getByTitle('4f2a 09c1 '.repeat(8).trim())).toBeVisible();
    expect(asked(bridge)).toMatchObject({
      request: { form: 'folder', files: 'originals', seal: null, despiteNames: false },
    });
  });

  it('is sealed for a key or by a passphrase, and not before there is one', async () => {
    const { bridge, sheet } = await choosing();
    await sheet.getByRole('radio', { name: 'Package: one zip' }).click();
    await sheet.getByRole('radio', { name: 'For an age key' }).click();
    const save = sheet.getByRole('button', { name: 'Save the package…' });
    await expect.element(save).toBeDisabled();
    await sheet.getByRole('textbox', { name: 'The recipient’s key' }).fill(' age1lantern ');
    await expect.element(save).toBeEnabled();
    await sheet.getByRole('radio', { name: 'By a passphrase' }).click();
    await expect.element(save).toBeDisabled();
    await sheet.getByRole('button', { name: 'Suggest one' }).click();
    await expect.poll(faults, PATIENT).toEqual([]);
    await save.click();
    await expect.element(page.getByText(/It is sealed/)).toBeVisible();
    const passphrase = 'walnut river candle spoon meadow zipper';
    expect(asked(bridge)).toMatchObject({ request: { seal: { by: 'passphrase', passphrase } } });
  });

  it('with names in its files alone leaves only after a word was typed', async () => {
    const { bridge, sheet } = await choosing();
    bridge.failNext('dossiers.package', 'names-protected');
    await sheet.getByRole('radio', { name: 'Package: a folder' }).click();
    await sheet.getByRole('button', { name: 'Save the package…' }).click();
    await expect.element(page.getByText(/The package was not written/)).toBeVisible();
    await page.getByRole('textbox', { name: /names leave/ }).fill('names leave');
    await page.getByRole('button', { name: /^Save it with these names/ }).click();
    await expect.element(page.getByText(/found whole/)).toBeVisible();
    expect(asked(bridge)).toMatchObject({ request: { despiteNames: true } });
  });
});

it('has no fault that axe knows of', async () => {
  await building();
  await expect.element(pages).toBeVisible();
  const { violations } = await axe.run(document.body);
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});
