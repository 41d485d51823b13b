/** The application in its window, started as a person would start it, in folders of its own. */
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { electronEnv } from '../../tools/electron.ts';

const project = resolve(import.meta.dirname, '../..');

/** Folders that a run may write into, and nothing else does. */
export interface Places {
  readonly root: string;
  readonly userData: string;
  readonly temporary: string;
  readonly archive: string;
}

export async function makePlaces(): Promise<Places> {
  // Short names: a socket's path holds about a hundred characters.
  const root = await mkdtemp(join(tmpdir(), 'kw-'));
  const temporary = join(root, 't');
  await mkdir(temporary, { mode: 0o700 });
  return { root, userData: join(root, 'user-data'), temporary, archive: join(root, 'archive') };
}

export async function removePlaces({ root }: Places): Promise<void> {
  await rm(root, { recursive: true, force: true, maxRetries: 3 });
}

export interface Opened {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Errors that the page met: the page's own exceptions and refused loads. */
  readonly faults: string[];
}

export async function openWindow(places: Places, more: readonly string[] = []): Promise<Opened> {
  const { env } = await electronEnv();
  // Playwright looks for Electron in its own environment.
  if (env.ELECTRON_OVERRIDE_DIST_PATH !== undefined) {
    process.env.ELECTRON_OVERRIDE_DIST_PATH = env.ELECTRON_OVERRIDE_DIST_PATH;
  }
  const app = await _electron.launch({
    args: ['.', `--user-data-dir=${places.userData}`, ...more],
    cwd: project,
    env: {
      ...clean(env),
      TMPDIR: places.temporary,
      XDG_RUNTIME_DIR: places.temporary,
      TEMP: places.temporary,
    },
  });
  const page = await app.firstWindow();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  return { app, page, faults };
}

function clean(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}

/** What the next dialogs of the system answer. */
export async function answerDialogs(
  app: ElectronApplication,
  answers: { readonly open?: readonly string[]; readonly save?: string },
): Promise<void> {
  await app.evaluate(({ dialog }, { open, save }) => {
    dialog.showOpenDialog = () =>
      Promise.resolve({ canceled: open === undefined, filePaths: [...(open ?? [])] });
    dialog.showSaveDialog = () =>
      Promise.resolve({ canceled: save === undefined, filePath: save ?? '' });
  }, answers);
}
