/** The checking page of a package, opened from the disk in a browser of its own, as its recipient does. */
import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import { type Browser, chromium, expect, type Page, test } from '@playwright/test';
import { inGroups } from '../../archive/exchange/index.ts';
import { pack, signer } from '../helpers/dossier-package.ts';

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

let root: string;
let browser: Browser;
let page: Page;
const asked: string[] = [];
const at = (...names: string[]) => join(root, ...names);

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'kuferak-page-'));
  expect((await pack(root, 'sound')).ok).toBe(true);
  browser = await chromium.launch({ executablePath, chromiumSandbox: false });
});

test.afterAll(async () => {
  await browser.close();
  await rm(root, { recursive: true, force: true });
});

test.beforeEach(async () => {
  const context = await browser.newContext();
  page = await context.newPage();
  page.on('request', (request) => asked.push(request.url()));
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.goto(pathToFileURL(at('sound', 'VERIFY.html')).href);
});

test.afterEach(async () => {
  await page.context().close();
});

const verdict = () => page.locator('#verdict');
const choose = (folder: string) => page.getByLabel('Choose the folder').setInputFiles(folder);

async function withChange(name: string, change: (folder: string) => Promise<unknown>) {
  await cp(at('sound'), at(name), { recursive: true });
  await change(at(name));
  return at(name);
}

async function accessible(): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
  }
}

test('a sound package is said to be so, its key is compared, and nothing is asked of any network', async () => {
  await accessible();
  await choose(at('sound'));
  await expect(verdict()).toHaveText('Everything is as it was packed, and the signature is good.');
  await expect(page.getByText('As they were: 18')).toBeVisible();
  await expect(page.locator('#fingerprint')).toHaveText(inGroups(signer.fingerprint));
  const told = page.getByLabel('The fingerprint as the sender told it');
  await told.fill(signer.fingerprint.toUpperCase());
  await expect(page.getByText('It is the same key.')).toBeVisible();
  await told.fill('0'.repeat(64));
  await expect(page.getByText(/^It is another key/)).toBeVisible();
  await accessible();
  expect(asked.filter((url) => !url.startsWith('file:'))).toEqual([]);
});

test('what was changed, is missing or is too much is told by name', async () => {
  const folder = await withChange('touched', async (path) => {
    await appendFile(join(path, 'data/originals/K-0002.txt'), ' ');
    await rm(join(path, 'data/metadata/events.json'));
    await writeFile(join(path, 'data/<b>more.txt'), 'x');
  });
  await choose(folder);
  await expect(verdict()).toHaveText('This is not what was packed.');
  const rows = page.locator('#findings tr');
  await expect(rows).toHaveText([
    /Changed.*data\/originals\/K-0002\.txt/,
    /Missing.*data\/metadata\/events\.json/,
    /Not of the package.*data\/<b>more\.txt/,
  ]);
  await accessible();
  await choose(at('sound'));
  await expect(verdict()).toHaveText(/^Everything is as it was packed/);
});

test('a signature that does not fit, or is not there, is no sound package', async () => {
  const broken = await withChange('broken', async (path) => {
    const signature = join(path, 'signature/tagmanifest-sha512.txt.sig');
    const bytes = await readFile(signature);
    bytes.writeUInt8(bytes.readUInt8(0) ^ 1, 0);
    await writeFile(signature, bytes);
  });
  await choose(broken);
  await expect(verdict()).toHaveText('This is not what was packed.');
  await expect(page.getByText(/^The signature does not fit/)).toBeVisible();
  const unsigned = await withChange('unsigned', (path) => rm(join(path, 'signature/key.pem')));
  await choose(unsigned);
  await expect(page.getByText(/^There is no signature/)).toBeVisible();
  await choose(at('sound', 'data'));
  await expect(verdict()).toHaveText(/^That folder holds no package/);
});

test('a browser without its own cryptography checks the files all the same, and says what it cannot', async () => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis.crypto, 'subtle', { value: undefined });
  });
  await page.reload();
  await choose(at('sound'));
  await expect(verdict()).toHaveText(
    'The files are as the manifests say, but the signature could not be checked.',
  );
  await expect(page.locator('#fingerprint')).toHaveText(inGroups(signer.fingerprint));
});

test('what the folder is called, and whether another lies around it, does not matter', async () => {
  await cp(at('sound'), at('outer', 'data'), { recursive: true });
  for (const folder of [at('outer', 'data'), at('outer')]) {
    await choose(folder);
    await expect(verdict()).toHaveText(/^Everything is as it was packed/);
  }
  await cp(at('sound'), at('outer', 'other'), { recursive: true });
  await choose(at('outer'));
  await expect(verdict()).toHaveText(/^There is more than one package/);
});

test('a folder can be dropped on it', async () => {
  const client = await page.context().newCDPSession(page);
  const data = { items: [], files: [at('sound')], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await client.send('Input.dispatchDragEvent', { type, x: 300, y: 200, data });
  await expect(verdict()).toHaveText(/^Everything is as it was packed/);
});
