/** The main job, step by step, as a person does it at the window. Used by the tests and by the demonstration. */
import { expect, type Locator, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

export class Walk {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  button(name: string | RegExp, within: Page | Locator = this.page): Locator {
    return within.getByRole('button', { name });
  }

  async go(
    screen:
      | 'Library'
      | 'Search'
      | 'Read'
      | 'Compare'
      | 'Claims'
      | 'Timeline'
      | 'Dossiers'
      | 'Log'
      | 'Settings',
  ): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Screens' })
      .getByText(screen, { exact: true })
      .click();
  }

  /** The folder dialog must have been answered beforehand. */
  async create(name: string, passphrase: string): Promise<void> {
    await this.button(/^New archive/).click();
    await this.page.getByLabel('Name', { exact: true }).fill(name);
    await this.button(/Choose folder/).click();
    await this.page.getByRole('radio', { name: 'My own' }).or(this.button('My own')).click();
    await this.page.getByLabel('Your passphrase', { exact: true }).fill(passphrase);
    await this.page.getByLabel('The same again', { exact: true }).fill(passphrase);
    await this.page.getByLabel(/I have the passphrase in a safe place/).check();
    await this.button('Make the archive').click();
    await this.atDesk();
    await this.button('Not now').click();
  }

  /** Answers what opens the archive, in the dialog that asks for it. */
  async typeCurrent(passphrase: string): Promise<void> {
    await this.page.getByLabel('What opens the archive now', { exact: true }).fill(passphrase);
  }

  async goToKeys(): Promise<void> {
    await this.go('Settings');
    await this.page.getByRole('button', { name: 'Keys', exact: true }).click();
    await expect(this.page.getByRole('list', { name: 'What opens it' })).toBeVisible();
  }

  /** The folder dialog must have been answered beforehand. */
  async unlock(passphrase: string): Promise<void> {
    await this.button(/^Open an archive/).click();
    await this.button(/Choose folder/).click();
    await this.page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
    await this.button('Open', this.page.getByRole('form', { name: 'Open an archive' })).click();
  }

  /** What the bridge answers to a call, past all screens. */
  askDirectly(group: string, verb: string, input: object = {}): Promise<unknown> {
    return this.page.evaluate(
      ([name, call, given]) => {
        const { kuferak } = window as unknown as {
          kuferak: Record<string, Record<string, (input: object) => Promise<unknown>>>;
        };
        return kuferak[name]?.[call]?.(given);
      },
      [group, verb, input] as const,
    );
  }

  async atDesk(): Promise<void> {
    await expect(this.page.getByRole('navigation', { name: 'Screens' })).toBeVisible({
      timeout: 30_000,
    });
  }

  async atDoors(): Promise<void> {
    await expect(this.button(/^New archive/)).toBeVisible();
  }

  async lock(): Promise<void> {
    await this.button(/^Lock/).click();
    await this.atDoors();
    // The page empties at once; the archive is written and closed a moment later, and this waits its turn behind it.
    await this.askDirectly('archive', 'lock');
  }

  /** Drops files onto the window, as from a folder or another program. */
  async drop(paths: readonly string[]): Promise<void> {
    const files = await Promise.all(
      paths.map(async (path) => ({
        name: basename(path),
        base64: (await readFile(path)).toString('base64'),
      })),
    );
    const transfer = await this.page.evaluateHandle((given) => {
      const data = new DataTransfer();
      for (const { name, base64 } of given) {
        const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
        data.items.add(new File([bytes], name));
      }
      return data;
    }, files);
    for (const type of ['dragenter', 'dragover', 'drop']) {
      await this.page.dispatchEvent('body', type, { dataTransfer: transfer });
    }
    await transfer.dispose();
  }

  /** In the sheet that lists what is to come in. */
  async takeIn(collectedBy: string): Promise<void> {
    const sheet = this.page.getByRole('dialog');
    await expect(sheet).toBeVisible();
    await sheet.getByLabel('Collected by').fill(collectedBy);
    await sheet.getByRole('button', { name: /^Take in/ }).click();
    await expect(sheet.getByRole('heading', { name: 'What came in' })).toBeVisible({
      timeout: 60_000,
    });
  }

  async doneWithReport(): Promise<void> {
    await this.page.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
    await expect(this.page.getByRole('dialog')).toBeHidden();
  }

  async read(title: string | RegExp): Promise<void> {
    await this.go('Library');
    await this.page.getByRole('option', { name: title }).first().dblclick();
    await expect(this.page.getByRole('article')).toBeVisible();
  }

  /** Selects words in the text, as dragging over them would. */
  async select(words: string): Promise<void> {
    await this.page.getByRole('article').evaluate((article, wanted) => {
      const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = (node.nodeValue ?? '').indexOf(wanted);
        if (at < 0) continue;
        node.parentElement?.scrollIntoView({ block: 'center' });
        getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
        return;
      }
      throw new Error('the words stand in the text');
    }, words);
  }

  async quote(
    words: string,
    quote: { speaker: string; tags: readonly string[]; note: string },
  ): Promise<void> {
    await this.select(words);
    await expect(this.page.getByLabel('Selection')).toBeVisible();
    await this.page.keyboard.press('q');
    const form = this.page.getByRole('form', { name: 'New quote' });
    await expect(form.getByText(words)).toBeVisible();
    await form.getByRole('combobox', { name: 'Speaker' }).fill(quote.speaker);
    await this.page.keyboard.press('Enter');
    for (const tag of quote.tags) {
      await form.getByRole('combobox', { name: 'Tags' }).fill(tag);
      await this.page.keyboard.press('Enter');
    }
    await form.getByRole('textbox', { name: 'Note' }).fill(quote.note);
    await form.getByRole('button', { name: /^Save quote/ }).click();
    await expect(form).toBeHidden();
  }

  /** Answers the results that are listed. */
  async search(query: string): Promise<Locator> {
    await this.page.keyboard.press('Control+k');
    await this.page.getByRole('combobox', { name: 'Search' }).fill(query);
    return this.page.getByRole('listbox', { name: 'Results' }).getByRole('option');
  }

  /** Two sources by words of their titles. */
  async compare(a: string, b: string): Promise<void> {
    await this.go('Compare');
    for (const [side, title] of [
      ['A', a],
      ['B', b],
    ] as const) {
      await this.page.getByRole('combobox', { name: `Source ${side}` }).fill(title);
      await this.page
        .getByRole('option', { name: new RegExp(title) })
        .first()
        .click();
    }
    await expect(this.page.getByText('Facts side by side')).toBeVisible({ timeout: 20_000 });
  }

  /** A new dossier with a heading and the quote that holds these words; without words, with a heading alone. */
  async makeDossier(title: string, words: string | null): Promise<void> {
    await this.go('Dossiers');
    await this.button('New dossier').first().click();
    const field = this.page.getByLabel('Title', { exact: true });
    await field.fill(title);
    const add = this.page.getByRole('toolbar', { name: 'Add' });
    await add.getByRole('button', { name: 'Heading' }).click();
    await this.page.getByRole('textbox', { name: 'Heading' }).fill('The evening of 9 March');
    if (words !== null) {
      await add.getByRole('button', { name: 'Quotes' }).click();
      const picker = this.page.getByRole('dialog', { name: 'Add quotes' });
      await picker.getByLabel('Words, name or shelfmark').fill(words);
      await picker.getByRole('checkbox').first().check();
      await picker.getByRole('button', { name: /^Add/ }).click();
    }
    await expect(this.page.getByText(/^Page 1 of \d+$/)).toBeVisible({ timeout: 60_000 });
  }

  /** Drags a source above the first section of the dossier, and takes it back. */
  async dragSource(title: RegExp): Promise<void> {
    await this.button('To put in').click();
    await this.page.getByRole('radio', { name: 'Sources', exact: true }).click();
    const first = this.page.getByRole('listitem', { name: /^Heading, 1 of/ });
    await this.page
      .getByRole('list', { name: 'Sources' })
      .getByRole('listitem')
      .filter({ hasText: title })
      .first()
      .dragTo(first, { targetPosition: { x: 80, y: 4 } });
    const dragged = this.page.getByRole('listitem', { name: /^Source, 1 of/ });
    await expect(dragged).toContainText(title);
    await this.button('To put in').click();
    await this.page.keyboard.press('Control+z');
    await expect(dragged).toHaveCount(0);
  }

  /** Past the sheet that shows what will leave, to the save dialog. */
  async letGo(): Promise<void> {
    await this.button(/^Save PDF/).click();
    const sheet = this.page.getByRole('dialog', { name: 'What will leave' });
    await sheet.getByRole('button', { name: /^Save PDF/ }).click({ timeout: 60_000 });
  }

  /** The save dialog must have been answered beforehand. */
  async savePdf(): Promise<void> {
    await this.letGo();
    await expect(this.page.getByText(/^The PDF is saved/)).toBeVisible({ timeout: 60_000 });
  }
}
