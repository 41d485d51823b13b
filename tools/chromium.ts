/** Where this machine's Chromium is, and how it gets there. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const places = [
  '/usr/bin',
  '/usr/local/bin',
  '/snap/bin',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** What to say when there is no Chromium and it cannot be installed from here. */
export const chromiumMissing =
  'No Chromium was found: install Chromium or Google Chrome, or name its executable in CHROMIUM_PATH.';

function executable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function candidates(): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  const known = places.flatMap((place) =>
    place.startsWith('/Applications') ? [place] : names.map((name) => join(place, name)),
  );
  return [...onPath, ...known];
}

/** The path of a Chromium that can be run, or `undefined`. `CHROMIUM_PATH` decides alone when it is set. */
export function findChromium(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== '') return executable(named) ? named : undefined;
  return candidates().find(executable);
}

function debianAsRoot(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

function apt(...parameters: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = spawnSync('apt-get', parameters, {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: 10 * 60_000,
  });
  return run.status === 0;
}

/**
 * The path of Chromium, installed first where that can be done unasked (Debian and Ubuntu, as root).
 * Throws an error with one plain sentence when there is none to be had.
 */
export function ensureChromium(): string {
  const found = findChromium();
  if (found !== undefined) return found;
  if (process.env.CHROMIUM_PATH === undefined && debianAsRoot()) {
    process.stderr.write('Installing Chromium with apt-get, once.\n');
    apt('update', '-q');
    if (apt('install', '-y', '-q', '--no-install-recommends', 'chromium')) {
      const installed = findChromium();
      if (installed !== undefined) return installed;
    }
    throw new Error(
      'Chromium could not be installed with apt-get: run "apt-get install chromium" and see why.',
    );
  }
  throw new Error(chromiumMissing);
}
