/** Starts the fixture app in the host, as an end-to-end test starts the real one. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ElectronApplication, JSHandle, Page } from '@playwright/test';
import type { BrowserWindow } from 'electron';

export const hostFolder = resolve(import.meta.dirname, '../../../tools/chromium-host');
export const fixture = join(import.meta.dirname, 'fixture');

// Playwright looks at its own environment once, when it first needs Electron's path.
process.env.ELECTRON_OVERRIDE_DIST_PATH = hostFolder;

export interface Running {
  readonly app: ElectronApplication;
  readonly window: Page;
  readonly userData: string;
}

const folders: string[] = [];

/** Launches the fixture and waits until its first window has loaded. */
export async function launch(env: Record<string, string> = {}): Promise<Running> {
  const { _electron } = await import('@playwright/test');
  const userData = await mkdtemp(join(tmpdir(), 'host-test-'));
  folders.push(userData);
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const app = await _electron.launch({
    args: ['.', `--user-data-dir=${userData}`],
    cwd: fixture,
    env: { ...Object.fromEntries(inherited), ...env },
  });
  const window = await app.firstWindow();
  await window.waitForLoadState();
  await window.getByRole('heading').waitFor();
  return { app, window, userData };
}

/** Runs the body of an async function in page code's world and returns its result. Text, because the page's names have no types. */
export function inPage(window: Page, body: string): Promise<unknown> {
  return window.evaluate(`(async () => { 'use strict'; ${body} })()`);
}

/** The window of a page, which Playwright knows but does not type. */
export async function windowOf(running: Running, page: Page): Promise<JSHandle<BrowserWindow>> {
  return (await running.app.browserWindow(page)) as JSHandle<BrowserWindow>;
}

/** Opens a second window of the fixture and waits until it has loaded. */
export async function openAnother(running: Running): Promise<Page> {
  const opened = running.app.waitForEvent('window', (page) => page.url() === 'app://fixture/');
  await running.app.evaluate(({ ipcMain }) => ipcMain.emit('open-another'));
  const page = await opened;
  await page.getByRole('heading').waitFor();
  return page;
}

/** Removes what `launch` made. */
export async function clean(): Promise<void> {
  await Promise.all(
    folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true })),
  );
}
