/** Every screen, in both themes: nothing that keeps a person out, no fault on the page, no way out of the page. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { Walk } from '../helpers/walk.ts';
import {
  makePlaces,
  type Opened,
  openWindow,
  type Places,
  removePlaces,
} from '../helpers/window.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const screens = [
  'Library',
  'Search',
  'Read',
  'Compare',
  'Claims',
  'Timeline',
  'Dossiers',
  'Log',
  'Settings',
] as const;

let places: Places;
let opened: Opened;
let walk: Walk;

test.beforeAll(async () => {
  places = await makePlaces();
  opened = await openWindow(places);
  walk = new Walk(opened.page);
});

test.afterAll(async () => {
  await opened.app.close();
  await removePlaces(places);
});

test.describe.configure({ mode: 'serial' });

/** Rule and place of each violation. */
async function violations(): Promise<string[]> {
  // Not in a page of its own: an Electron window has no other.
  const { violations: found } = await new AxeBuilder({ page: opened.page })
    .setLegacyMode()
    .withTags(tags)
    .analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

async function inBothThemes(look: () => Promise<void>): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await opened.page.emulateMedia({ colorScheme });
    await look();
  }
}

test('the doors keep nobody out', async () => {
  await walk.atDoors();
  await inBothThemes(async () => {
    expect(await violations()).toEqual([]);
  });
  for (const door of [/^New archive/, /^Open an archive/]) {
    await walk.button(door).click();
    expect(await violations()).toEqual([]);
    await walk.button('Back').click();
  }
});

test('the sample opens from its door', async () => {
  await walk.button(/^Look round/).click();
  await walk.atDesk();
  await expect(opened.page.getByText('This is the sample archive')).toBeVisible();
  await walk.go('Library');
  expect(await opened.page.getByRole('option').count()).toBeGreaterThan(8);
});

for (const screen of screens) {
  test(`the screen ${screen} keeps nobody out, in both themes`, async () => {
    await walk.go(screen);
    await expect(opened.page.getByRole('progressbar')).toHaveCount(0);
    await inBothThemes(async () => {
      expect(await violations()).toEqual([]);
    });
  });
}

test('a source, a comparison, the search and the keys keep nobody out, in both themes', async () => {
  await walk.read('Police check choir');
  await inBothThemes(async () => {
    expect(await violations()).toEqual([]);
  });
  await walk.search('Zhaleiko');
  await expect(opened.page.getByRole('option').first()).toBeVisible();
  await inBothThemes(async () => {
    expect(await violations()).toEqual([]);
  });
  await opened.page.keyboard.press('Escape');
  await walk.compare('Police check choir', 'Thirty-one');
  await inBothThemes(async () => {
    expect(await violations()).toEqual([]);
  });
});

test('the page can reach nothing: no network, no Node, no script of another', async () => {
  const reached = await opened.page.evaluate(async () => {
    const attempt = async (work: () => unknown) => {
      try {
        await work();
        return 'done';
      } catch (error) {
        return error instanceof Error ? error.name : 'refused';
      }
    };
    return {
      net: await attempt(() => fetch('http://127.0.0.1:9/')),
      file: await attempt(() => fetch('file:///etc/hostname')),
      html: await attempt(() => (document.body.innerHTML = '<img src=x onerror=alert(1)>')),
      // In a task of its own: what the test itself evaluates may evaluate more.
      code: await attempt(
        () =>
          new Promise((done, refused) => {
            setTimeout(() => {
              try {
                done((0, eval)('1'));
              } catch (error) {
                refused(error instanceof Error ? error : new Error('refused'));
              }
            });
          }),
      ),
      node:
        typeof (globalThis as { require?: unknown }).require +
        typeof (globalThis as { process?: unknown }).process,
      opened: window.open('about:blank') === null,
    };
  });
  expect(reached.net).not.toBe('done');
  expect(reached.file).not.toBe('done');
  expect(reached.html).not.toBe('done');
  expect(reached.code).not.toBe('done');
  expect(reached.node).toBe('undefinedundefined');
  expect(reached.opened).toBe(true);
});

test('the window’s title tells nothing, and no fault was met on the way', async () => {
  expect(await opened.page.title()).toBe('Kuferak');
  const foreign = opened.faults.filter(
    (fault) =>
      !/127\.0\.0\.1:9|hostname|Trusted(?:HTML|Script)|unsafe-eval|Content Security Policy/.test(
        fault,
      ),
  );
  expect(foreign).toEqual([]);
});
