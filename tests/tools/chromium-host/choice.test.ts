import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { chromiumMissing, ensureChromium, findChromium } from '../../../tools/chromium.ts';
import { electronEnv, installedElectron } from '../../../tools/electron.ts';
import { hostFolder } from './launch.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'host-test-'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

async function executableAt(name: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, '#!/bin/sh\n');
  await chmod(path, 0o755);
  return path;
}

test('the Chromium that is named is the one that is taken, and no other', async () => {
  const named = await executableAt('my-browser');
  vi.stubEnv('CHROMIUM_PATH', named);
  expect(findChromium()).toBe(named);
  vi.stubEnv('CHROMIUM_PATH', join(folder, 'nothing'));
  expect(findChromium()).toBe(undefined);
  expect(() => ensureChromium()).toThrow(chromiumMissing);
});

test('without a name the first one on the path is taken', async () => {
  vi.stubEnv('CHROMIUM_PATH', undefined);
  vi.stubEnv('PATH', folder);
  const browser = await executableAt('google-chrome');
  expect(findChromium()).toBe(browser);
  const better = await executableAt('chromium');
  expect(findChromium()).toBe(better);
});

test.skipIf(installedElectron() !== undefined)(
  'without Electron the host is chosen, said in one sentence, and nothing is downloaded',
  async () => {
    vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', undefined);
    vi.stubEnv('CHROMIUM_PATH', await executableAt('chromium'));
    vi.stubEnv('CI', 'true');
    const choice = await electronEnv({ download: true });
    expect(choice).toMatchObject({
      host: true,
      executable: join(hostFolder, 'electron'),
      env: { ELECTRON_OVERRIDE_DIST_PATH: hostFolder, CHROMIUM_PATH: join(folder, 'chromium') },
    });
    expect(choice.sentence).toMatch(/^[^.]+\.$/);
  },
);

test('another Electron that the environment names is left alone', async () => {
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', folder);
  expect(await electronEnv()).toMatchObject({ host: false, executable: join(folder, 'electron') });
});

test('without a Chromium the choice fails with one sentence', async () => {
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', hostFolder);
  vi.stubEnv('CHROMIUM_PATH', join(folder, 'nothing'));
  await expect(electronEnv()).rejects.toThrow(chromiumMissing);
});
