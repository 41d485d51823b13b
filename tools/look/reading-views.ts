/** What is looked at of the doors, the library, the reader and the search. */
import type { Page } from '@playwright/test';
import { wordsOfShare } from '../../archive/wordlist/share-words.ts';
import type { View } from './view.ts';

const shares = [1, 2].map((at) =>
  wordsOfShare({ set: Uint8Array.of(1, 2, 3, 4), needed: 3, part: new Uint8Array(33).fill(at) }),
);

const source = (page: Page, title: RegExp) => page.getByRole('option', { name: title }).first();

/** Selects words of the text as a drag would. */
async function selectText(page: Page, words: string): Promise<void> {
  await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.querySelector('article') ?? document.body, 4);
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      const at = node.data.indexOf(wanted);
      if (at !== -1) getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
    }
  }, words);
  await page.waitForTimeout(100);
}

/** Where a point of the picture lies in the window, by its share of both sides. */
async function onPicture(page: Page) {
  const box = await page.getByRole('img').boundingBox();
  if (!box) throw new Error('no picture is shown');
  return (x: number, y: number) => [box.x + x * box.width, box.y + y * box.height] as const;
}

async function type(page: Page, query: string): Promise<void> {
  await page.keyboard.press('Control+Shift+f');
  await page.getByRole('combobox', { name: 'What to look for' }).fill(query);
}

async function find(page: Page, query: string): Promise<void> {
  await type(page, query);
  await page.getByRole('listbox', { name: 'Results' }).waitFor();
}

async function names(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+f');
  await page.getByRole('radio', { name: 'A list of names' }).click();
  await page.getByRole('button', { name: 'Choose a file' }).click();
}

function drop(page: Page, name: string): Promise<void> {
  return page.evaluate((file) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['x'], file));
    window.dispatchEvent(new DragEvent('drop', { dataTransfer }));
  }, name);
}

export const readingViews: readonly View[] = [
  { name: 'doors', query: '' },
  {
    name: 'create',
    query: '',
    act: async (page) => {
      await page.getByRole('button', { name: /New archive/ }).click();
    },
  },
  {
    name: 'unlock-wrong',
    query: '',
    act: async (page) => {
      await page.getByRole('button', { name: /Open an archive/ }).click();
      await page.getByRole('button', { name: /Choose folder/ }).click();
      await page.getByLabel('Passphrase', { exact: true }).fill('guess');
      await page.getByRole('button', { name: 'Open', exact: true }).click();
      await page.getByText(/passphrase is wrong/).waitFor();
    },
  },
  {
    name: 'unlock-words',
    query: '',
    act: async (page) => {
      await page.getByRole('button', { name: /Open an archive/ }).click();
      await page.getByRole('button', { name: /Choose folder/ }).click();
      await page.getByRole('radio', { name: 'Recovery words' }).click();
      await page
        .getByLabel('The 24 words')
        .fill('1. abandon 2. amount 3. liar 4. amuont 5. expire 6. adjust');
    },
  },
  {
    name: 'unlock-shares',
    query: '',
    act: async (page) => {
      await page.getByRole('button', { name: /Open an archive/ }).click();
      await page.getByRole('button', { name: /Choose folder/ }).click();
      await page.getByRole('radio', { name: 'Shares' }).click();
      const [first = '', second = ''] = shares;
      await page.getByLabel('Share 1').fill(first);
      await page.getByLabel('Share 2').fill(second.split(' ').slice(0, 20).join(' '));
      await page.getByLabel('Share 3').fill(first);
    },
  },
  {
    name: 'unlocked',
    query: '',
    act: async (page) => {
      await page.getByRole('button', { name: /Open an archive/ }).click();
      await page.getByRole('button', { name: /Choose folder/ }).click();
      await page
        .getByLabel('Passphrase', { exact: true })
        .fill('walnut river candle spoon meadow zipper');
      await page.getByRole('button', { name: 'Open', exact: true }).click();
      await page.getByText('Compare these four words').waitFor();
    },
  },
  {
    name: 'created',
    query: '',
    act: async (page) => {
      await page.getByRole('button', { name: /New archive/ }).click();
      await page.getByLabel('Name', { exact: true }).fill('River towns');
      await page.getByRole('button', { name: /Choose folder/ }).click();
      await page.getByLabel(/I have the passphrase/).check();
      await page.getByRole('button', { name: 'Make the archive' }).click();
      await page.getByRole('button', { name: 'Not now' }).waitFor();
    },
  },
  { name: 'library-empty', query: '?open&empty' },
  {
    name: 'library',
    query: '?open',
    act: async (page) => {
      await source(page, /Thirty-one held/).click();
    },
  },
  {
    name: 'import',
    query: '?open',
    act: async (page) => {
      await page.getByRole('button', { name: 'Add files' }).click();
      await page.getByLabel('Collected by').fill('M. K.');
    },
  },
  {
    name: 'import-parts-file',
    query: '?open',
    act: async (page) => {
      await drop(page, 'light-300.wacz');
      await page.getByText(/Choose parts/).waitFor();
    },
  },
  {
    name: 'import-parts',
    query: '?open',
    act: async (page) => {
      await drop(page, 'light-300.wacz');
      await page.getByText(/Choose parts/).click();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Space');
    },
  },
  {
    name: 'import-profile',
    query: '?open',
    act: async (page) => {
      await page.getByRole('button', { name: 'Add files' }).click();
      await page.getByLabel('Collected by').fill('B-7');
      await page.getByRole('button', { name: 'Save as a profile…' }).click();
    },
  },
  {
    name: 'import-report',
    query: '?open',
    act: async (page) => {
      await page.getByRole('button', { name: 'Add files' }).click();
      await page.getByRole('button', { name: /Take in/ }).click();
      await page
        .getByText(/taken in\./)
        .first()
        .waitFor();
    },
  },
  {
    name: 'import-trashed',
    query: '?open',
    act: async (page) => {
      await source(page, /Regional department/).click();
      await page.keyboard.press('Delete');
      await page.getByText(/is in the trash/).waitFor();
      await page.evaluate(() => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File(['again'], 'statement.html'));
        dispatchEvent(new DragEvent('drop', { dataTransfer }));
      });
      await page.getByRole('button', { name: /Take in/ }).click();
      await page.getByRole('button', { name: /back instead/ }).waitFor();
    },
  },
  {
    name: 'cover-parts',
    query: '?open',
    act: async (page) => {
      await source(page, /Notice on the reading-room door/).click();
      await page.getByRole('button', { name: 'Cover parts…' }).click();
      await page.getByRole('button', { name: 'Cover a part' }).click();
      for (let press = 0; press < 12; press++) await page.keyboard.press('ArrowRight');
      for (let press = 0; press < 6; press++) await page.keyboard.press('Shift+ArrowUp');
      await page.getByRole('button', { name: 'Cover a part' }).click();
      await page.getByRole('textbox', { name: 'Why part 1 must not leave' }).fill('a face');
    },
  },
  {
    name: 'details',
    query: '?open',
    act: async (page) => {
      await source(page, /Thirty-one held/).dblclick();
      await page.getByRole('radio', { name: 'Details' }).click();
      await page.getByText('What is known of it').waitFor();
    },
  },
  {
    name: 'proofs',
    query: '?open',
    act: async (page) => {
      await source(page, /Notice on the reading-room/).click();
      const proofs = page.getByRole('region', { name: 'Proofs' });
      await proofs.getByText('says Invented Authority').click();
      await proofs.getByRole('heading').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'known-edit',
    query: '?open',
    act: async (page) => {
      await source(page, /Thirty-one held/).dblclick();
      await page.getByRole('radio', { name: 'Details' }).click();
      await page.getByRole('button', { name: 'Correct: Published' }).click();
    },
  },
  {
    name: 'correct-text',
    query: '?open',
    act: async (page) => {
      await source(page, /Thirty-one held/).dblclick();
      await page.getByRole('radio', { name: 'Details' }).click();
      await page.getByRole('button', { name: 'Correct…' }).click();
      await page.getByRole('textbox', { name: 'Text', exact: true }).waitFor();
    },
  },
  {
    name: 'unplaced',
    query: '?open',
    act: async (page) => {
      await source(page, /Thirty-one held/).dblclick();
      await page.getByRole('radio', { name: 'Details' }).click();
      await page.getByRole('button', { name: 'Correct…' }).click();
      const field = page.getByRole('textbox', { name: 'Text', exact: true });
      await field.waitFor();
      const text = await field.inputValue();
      await field.fill(
        text.replace(/thirty-one people/, '31 people').replace('Eleven people', '11'),
      );
      await page.getByRole('button', { name: 'Save the correction' }).click();
      await page.getByRole('radio', { name: 'Text' }).click();
      await page.getByText('Not in this text').first().waitFor();
    },
  },
  {
    name: 'carry',
    query: '?open&later',
    act: async (page) => {
      await source(page, /Кому мешают/).click();
      await page.getByRole('button', { name: /Carry over its/ }).click();
      await page.getByText('not there', { exact: true }).first().waitFor();
    },
  },
  {
    name: 'trash',
    query: '?open',
    act: async (page) => {
      for (const title of [/Thirty-one held/, /Ператрусы/]) {
        await source(page, title).click();
        await page.keyboard.press('Delete');
      }
      const trash = page.getByRole('button', { name: /^Trash:/ });
      if (!(await trash.isVisible())) await page.getByRole('button', { name: 'Filters' }).click();
      await trash.click();
      await page.getByRole('dialog', { name: 'Trash' }).getByRole('button').nth(2).waitFor();
    },
  },
  {
    name: 'destroy',
    query: '?open',
    act: async (page) => {
      await source(page, /Thirty-one held/).click();
      await page.keyboard.press('Delete');
      const trash = page.getByRole('button', { name: /^Trash:/ });
      if (!(await trash.isVisible())) await page.getByRole('button', { name: 'Filters' }).click();
      await trash.click();
      await page.getByRole('button', { name: /^Delete for good…/ }).click();
      await page.getByLabel('Why').waitFor();
    },
  },
  {
    name: 'collections',
    query: '?open',
    act: async (page) => {
      await source(page, /Thirty-one held/).click();
      const made = page.getByRole('button', { name: 'New collection…' });
      if (!(await made.isVisible())) await page.getByRole('button', { name: 'Filters' }).click();
      await made.click();
      await page.getByRole('dialog').getByLabel('Name').fill('Library raids, night of 9 April');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Control+d');
      await page.keyboard.press('Control+Shift+D');
    },
  },
  {
    name: 'collection-of-several',
    query: '?open',
    act: async (page) => {
      await page.getByRole('button', { name: 'New collection…' }).click();
      await page.getByRole('dialog').getByLabel('Name').fill('Library raids');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Choose several' }).click();
      await page.getByRole('button', { name: 'All in the list' }).click();
      await page.getByRole('button', { name: 'To a collection…' }).click();
    },
  },
  {
    name: 'collection-order',
    query: '?open',
    act: async (page) => {
      await source(page, /Thirty-one held/).click();
      const made = page.getByRole('button', { name: 'New collection…' });
      if (!(await made.isVisible())) await page.getByRole('button', { name: 'Filters' }).click();
      await made.click();
      await page.getByRole('dialog').getByLabel('Name').fill('Library raids');
      await page.keyboard.press('Enter');
      await source(page, /Пошукі|Regional department/).click();
      await page.getByLabel('Put into a collection…').selectOption('Library raids');
      const raids = page.getByRole('button', { name: /^Library raids/ });
      if (!(await raids.isVisible())) await page.getByRole('button', { name: 'Filters' }).click();
      await raids.click();
    },
  },
  { name: 'library-long', query: '?open&many=5000' },
  {
    name: 'reader',
    query: '?open',
    act: async (page) => {
      await source(page, /Thirty-one held/).dblclick();
      await page.getByText('Eleven people are still').first().waitFor();
      await selectText(
        page,
        '“Eleven people are still inside tonight. I was at the gate at nine; I counted the parcels that were turned away.”',
      );
      await page.keyboard.press('q');
      await page.keyboard.type('vik');
      await page.keyboard.press('Enter');
    },
  },
  {
    name: 'wording',
    query: '?open&copies',
    act: async (page) => {
      await source(page, /Thirty-one held after library raids in Stary Dvor, monitors/).dblclick();
      await page.getByText('Eleven people are still').first().waitFor();
      await page.keyboard.press('w');
      await page.getByText('7 other sources').waitFor();
    },
  },
  {
    name: 'wording-others',
    query: '?open&copies',
    act: async (page) => {
      await source(page, /Thirty-one held after library raids in Stary Dvor, monitors/).dblclick();
      await page.getByText('Eleven people are still').first().waitFor();
      await page.keyboard.press('w');
      await page.getByRole('button', { name: /more passage/ }).click();
      await page.getByText('Others share passages').scrollIntoViewIfNeeded();
      await page
        .getByRole('button', { name: /^Open K-0026/ })
        .first()
        .focus();
    },
  },
  {
    name: 'wording-sentence',
    query: '?open&copies',
    act: async (page) => {
      await source(page, /Thirty-one held after library raids in Stary Dvor, monitors/).dblclick();
      await page.getByText('Eleven people are still').first().waitFor();
      await selectText(page, 'the youngest is seventeen');
      await page.keyboard.press('s');
      await page.keyboard.press('w');
      await page.getByText('other sources').waitFor();
      await page.getByText('Others have it').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'wording-none',
    query: '?open',
    act: async (page) => {
      await source(page, /Thirty-one held/).dblclick();
      await page.getByText('Eleven people are still').first().waitFor();
      await selectText(page, 'Nineteen students of the teacher-training college');
      await page.keyboard.press('w');
      await page.getByText('It stands nowhere else').waitFor();
    },
  },
  {
    name: 'reader-selection',
    query: '?open',
    act: async (page) => {
      await source(page, /Thirty-one held/).dblclick();
      await page.getByText('Eleven people are still').first().waitFor();
      await selectText(page, 'in one flat the officers photographed every page');
    },
  },
  {
    name: 'reader-speaker',
    query: '?open',
    act: async (page) => {
      await source(page, /Thirty-one held/).dblclick();
      await page.getByText('Eleven people are still').first().waitFor();
      await selectText(page, 'in one flat the officers photographed every page');
      await page.keyboard.press('q');
      await page.keyboard.type('а');
    },
  },
  {
    name: 'reader-arabic',
    query: '?open',
    act: async (page) => {
      await source(page, /احتجاز/).dblclick();
      await page.getByRole('button', { name: /^Quote 1/ }).click();
      await page.waitForTimeout(2_000);
    },
  },
  {
    name: 'reader-picture',
    query: '?open',
    act: async (page) => {
      await source(page, /Notice on/).dblclick();
      await page.getByRole('img').waitFor();
    },
  },
  {
    name: 'reader-picture-turned',
    query: '?open',
    act: async (page) => {
      await source(page, /Notice on/).dblclick();
      await page.getByRole('img').waitFor();
      await page.keyboard.press('1');
      await page.keyboard.press(']');
    },
  },
  {
    name: 'reader-regions',
    query: '?open',
    act: async (page) => {
      await source(page, /Notice on/).dblclick();
      const at = await onPicture(page);
      await page.keyboard.press('r');
      await page.mouse.move(...at(0.38, 0.27));
      await page.mouse.down();
      await page.mouse.move(...at(0.62, 0.52));
      await page.mouse.up();
      await page.getByRole('textbox', { name: 'What is seen' }).fill('A notice without a stamp');
      await page.keyboard.press('Control+Enter');
      await page.getByText('Quote saved.').waitFor();
      await page.keyboard.press('p');
      for (const [x, y] of [
        [0.66, 0.5],
        [0.7, 0.6],
        [0.62, 0.66],
        [0.58, 0.55],
      ] as const)
        await page.mouse.click(...at(x, y));
    },
  },
  {
    name: 'reader-region-form',
    query: '?open',
    act: async (page) => {
      await source(page, /Notice on/).dblclick();
      const at = await onPicture(page);
      await page.keyboard.press('p');
      for (const [x, y] of [
        [0.38, 0.27],
        [0.62, 0.24],
        [0.65, 0.52],
        [0.4, 0.55],
      ] as const)
        await page.mouse.click(...at(x, y));
      await page.keyboard.press('Enter');
      await page.getByRole('textbox', { name: 'What is seen' }).fill('A notice without a stamp');
    },
  },
  {
    name: 'reader-translated',
    query: '?open',
    act: async (page) => {
      await source(page, /Thirty-one held/).dblclick();
      await page.getByText('Eleven people are still').first().waitFor();
      await selectText(page, 'in one flat the officers photographed every page');
      await page.keyboard.press('q');
      await page.getByText('Translation', { exact: true }).click();
      await page.getByRole('textbox', { name: 'Words' }).fill('знялі кожную старонку дзённіка');
      await page.getByRole('combobox', { name: 'Language' }).fill('be');
      await page.getByRole('combobox', { name: 'Translator' }).fill('T-3');
      await page.getByRole('checkbox', { name: /Must not leave/ }).check();
      await page.getByRole('button', { name: /^Save quote/ }).click();
      await page.getByText('Belarusian, by T-3').waitFor();
      await page.getByRole('button', { name: 'Edit quote' }).click();
    },
  },
  {
    name: 'reader-graphic',
    query: '?open',
    act: async (page) => {
      await source(page, /Injuries/).dblclick();
      await page.getByText('marked as graphic').waitFor();
    },
  },
  {
    name: 'reader-without',
    query: '?open',
    act: async (page) => {
      await source(page, /Town council/).dblclick();
      await page.getByText('no words').waitFor();
    },
  },
  {
    name: 'reader-end',
    query: '?open',
    act: async (page) => {
      await source(page, /Thirty-one held/).dblclick();
      await page.getByRole('region', { name: 'Text' }).press('End');
      await page.keyboard.press('Control+f');
      await page.keyboard.type('library');
      await page.keyboard.press('Enter');
    },
  },
  {
    name: 'search-recent',
    query: '?open',
    act: async (page) => {
      await page.keyboard.press('Control+k');
    },
  },
  {
    name: 'search',
    query: '?open',
    act: async (page) => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type('sakol');
      await page.getByText('same sound').first().waitFor();
    },
  },
  {
    name: 'search-commands',
    query: '?open',
    act: async (page) => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type('>l');
    },
  },
  { name: 'finding-begin', query: '?open', act: (page) => page.keyboard.press('Control+Shift+f') },
  {
    name: 'finding-none',
    query: '?open&empty',
    act: (page) => page.keyboard.press('Control+Shift+f'),
  },
  {
    name: 'finding',
    query: '?open',
    act: async (page) => {
      await find(page, 'library');
      await page.keyboard.press('Enter');
      await page.keyboard.press('ArrowDown');
    },
  },
  {
    name: 'finding-reasons',
    query: '?open',
    act: async (page) => {
      await find(page, 'sakol kind:source');
      await page.keyboard.press('Enter');
    },
  },
  {
    name: 'finding-alike',
    query: '?open',
    act: async (page) => {
      await find(page, 'thirty-one held');
      await page.keyboard.press('Enter');
      await page.keyboard.press('m');
      await page
        .getByText(/% shared/)
        .first()
        .waitFor();
    },
  },
  { name: 'finding-complete', query: '?open', act: (page) => type(page, 'library tag:s') },
  { name: 'finding-complete-speaker', query: '?open', act: (page) => type(page, 'speaker:сакал') },
  {
    name: 'finding-fault',
    query: '?open',
    act: async (page) => {
      await type(page, 'library "thirty one');
      await page.getByText('Here:').waitFor();
    },
  },
  {
    name: 'finding-nothing',
    query: '?open',
    act: async (page) => {
      await type(page, 'sokal lang:pl');
      await page.getByText('What would find something').waitFor();
    },
  },
  {
    name: 'finding-saved',
    query: '?open',
    act: async (page) => {
      await find(page, 'library');
      await page.keyboard.press('Control+s');
      await page.getByLabel('Name of the search').fill('Raids on libraries');
      await page.keyboard.press('Enter');
      await page.getByText('The search is saved').waitFor();
    },
  },
  {
    name: 'finding-save',
    query: '?open',
    act: async (page) => {
      await find(page, 'library');
      await page.keyboard.press('Control+s');
    },
  },
  {
    name: 'finding-help',
    query: '?open',
    act: async (page) => {
      await page.keyboard.press('Control+Shift+f');
      await page.getByRole('button', { name: 'How to search' }).first().click();
    },
  },
  { name: 'finding-long', query: '?open&many=20000', act: (page) => find(page, 'minutes') },
  {
    name: 'finding-names',
    query: '?open',
    act: async (page) => {
      await names(page);
    },
  },
  {
    name: 'finding-names-report',
    query: '?open',
    act: async (page) => {
      await names(page);
      await page.getByRole('button', { name: 'Look them up' }).click();
      await page.getByRole('radio', { name: 'Not found first' }).click();
      await page.getByRole('option', { name: /Sokal/ }).click();
    },
  },
  {
    name: 'omnibox-complete',
    query: '?open',
    act: async (page) => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type('library tag:de');
    },
  },
  {
    name: 'toast',
    query: '?open',
    act: async (page) => {
      await source(page, /Thirty-one held/).dblclick();
      await page.getByRole('button', { name: /^Quote 3/ }).click();
      await page.getByRole('button', { name: 'Delete quote' }).click();
      await page.getByText('The quote is in the trash').waitFor();
    },
  },
  {
    name: 'drop',
    query: '?open',
    act: async (page) => {
      const transfer = await page.evaluateHandle(() => {
        const data = new DataTransfer();
        data.items.add(new File(['x'], 'page.html'));
        return data;
      });
      await page.dispatchEvent('body', 'dragenter', { dataTransfer: transfer });
    },
  },
  {
    name: 'relock',
    query: '?open',
    act: async (page) => {
      await page.keyboard.press('Control+l');
      await page.getByRole('button', { name: /Open an archive/ }).click();
      await page.getByRole('button', { name: /Choose folder/ }).click();
      await page
        .getByLabel('Passphrase', { exact: true })
        .fill('walnut river candle spoon meadow zipper');
      await page.getByRole('button', { name: 'Open', exact: true }).click();
      await page.getByRole('navigation', { name: 'Screens' }).waitFor();
      await page.keyboard.press('Control+l');
    },
  },
  {
    name: 'keys',
    query: '?open',
    act: async (page) => {
      await page.keyboard.press('Control+/');
    },
  },
];
