/** Which Electron runs here: its own binary where that is installed, else the Chromium host. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { ensureChromium } from './chromium.ts';

/** How long Electron's download may take before we do without it. */
const DOWNLOAD_LIMIT = 60_000;

const hostFolder = resolve(import.meta.dirname, 'chromium-host');
const electronFolder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));

export interface ElectronChoice {
  /** The environment to start the app (or its tests) in. */
  readonly env: NodeJS.ProcessEnv;
  /** True when the Chromium host stands in for Electron. */
  readonly host: boolean;
  /** Says in one sentence what the app runs in. */
  readonly sentence: string;
  /** What to start: Electron's own executable or the host's. */
  readonly executable: string;
}

/** The path of Electron's own executable, if it is there. */
export function installedElectron(): string | undefined {
  const file = join(electronFolder, 'path.txt');
  if (!existsSync(file)) return undefined;
  const executable = join(electronFolder, 'dist', readFileSync(file, 'utf8').trim());
  return existsSync(executable) ? executable : undefined;
}

function download(): void {
  spawnSync(process.execPath, [join(electronFolder, 'install.js')], {
    stdio: 'ignore',
    timeout: DOWNLOAD_LIMIT,
  });
}

/**
 * Decides between Electron and the host, and makes sure that what it chose can run.
 *
 * With `download`, as when a person starts the app, Electron's binary is fetched if it is missing, within a time limit and never in CI.
 * Rejects with one plain sentence when there is neither Electron nor a Chromium.
 */
export async function electronEnv(
  options: { readonly download?: boolean } = {},
): Promise<ElectronChoice> {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override === undefined && installedElectron() === undefined) {
    const ci = process.env.CI !== undefined && process.env.CI !== '' && process.env.CI !== 'false';
    if (options.download === true && !ci) download();
  }
  const electron = override === undefined ? installedElectron() : undefined;
  if (electron !== undefined) {
    const sentence = 'Kuferak runs in Electron.';
    return { env: { ...process.env }, host: false, sentence, executable: electron };
  }
  const folder = override ?? hostFolder;
  const host = resolve(folder) === hostFolder;
  const env: NodeJS.ProcessEnv = { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: folder };
  if (host) env.CHROMIUM_PATH = ensureChromium();
  return Promise.resolve({
    env,
    host,
    sentence: host
      ? "Electron's binary is not installed here, so Kuferak runs in the Chromium host, a stand-in for development."
      : 'Kuferak runs in the Electron that ELECTRON_OVERRIDE_DIST_PATH names.',
    executable: join(folder, 'electron'),
  });
}
