/** Window and command line keep their anchors in one place, or a roll-back would be noticed by one of them alone. */
import { homedir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { VERSION } from '../../archive/index.ts';
import { anchorFolder } from '../../src/cli/anchors.ts';

it('is below the folder that Electron gives an application of our name', () => {
  const { productName } = manifest;
  expect(anchorFolder('linux', { XDG_CONFIG_HOME: '/c' })).toBe(join('/c', productName, 'anchors'));
  expect(anchorFolder('linux', { XDG_CONFIG_HOME: '' })).toBe(
    join(homedir(), '.config', productName, 'anchors'),
  );
  expect(anchorFolder('win32', { APPDATA: '/r' })).toBe(join('/r', productName, 'anchors'));
  expect(anchorFolder('darwin', {})).toBe(
    join(homedir(), 'Library', 'Application Support', productName, 'anchors'),
  );
});

it('writes into logs and documents the version that the package has', () => {
  expect(VERSION).toBe(manifest.version);
});
