/** Ways to open an archive, new keys, and salvage, by commands. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kuferak, makeArchive, type Said } from '../helpers/kuferak.ts';

const sample = join(import.meta.dirname, '../../sample/files');
let root: string;
let archive: string;
let key: string;

const runWith = (secret: string, ...args: string[]): Promise<Said> =>
  kuferak({ config: join(root, 'config'), input: secret }, ...args, '--passphrase-file', '-');
const PASSPHRASE = 'seven harbours under a green moon';
const NEXT = 'nine bridges of Halmar';

interface Keys {
  readonly slots: readonly { readonly slot: number; readonly kind: string }[];
  readonly secrets: readonly string[];
}

async function keys(secret: string, ...args: string[]): Promise<Keys> {
  const said = await runWith(secret, 'keys', archive, ...args, '--json');
  expect(said).toMatchObject({ code: 0, err: '' });
  return JSON.parse(said.out) as Keys;
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'kuferak-keys-'));
  archive = join(root, 'archive');
  key = join(root, 'next');
  await writeFile(key, NEXT);
  await makeArchive({ config: join(root, 'config') }, archive, PASSPHRASE);
  const imported = await runWith(PASSPHRASE, 'import', archive, join(sample, 'call-notes.md'));
  expect(imported.code).toBe(0);
});

afterAll(() => rm(root, { recursive: true, force: true }));

describe('the ways to open an archive', () => {
  it('are recovery words and shares too, and a slot can be removed', async () => {
    const recovery = await keys(PASSPHRASE, '--add-recovery');
    const [words = ''] = recovery.secrets;
    expect(words.split(' ')).toHaveLength(24);
    const shares = await keys(words, '--add-shares', '2/3');
    expect(shares.secrets.map((share) => share.split(' ').length)).toEqual([32, 32, 32]);
    const [first = '', , third = ''] = shares.secrets;
    expect(await runWith(`${first}\n${third}`, 'sources', archive)).toMatchObject({ code: 0 });
    const few = await runWith(first, 'sources', archive);
    expect(few).toMatchObject({ code: 1, out: '' });
    expect(few.err).toBe('kuferak: 2 shares are needed; 1 were given.\n');

    const told = await runWith(PASSPHRASE, 'keys', archive);
    expect(told.out.trim().split('\n')).toHaveLength(3);
    expect(told.out).not.toContain(words.split(' ')[0]);
    const left = await keys(PASSPHRASE, '--remove', '1');
    expect(left.slots.map(({ kind }) => kind)).toEqual(['passphrase', 'shares']);
    expect(await runWith(words, 'sources', archive)).toMatchObject({ code: 1 });
    for (const wrong of [
      ['--add-shares', '1/3'],
      ['--add-shares', 'x'],
      ['--remove', 'x'],
    ])
      expect(await runWith(PASSPHRASE, 'keys', archive, ...wrong)).toMatchObject({ code: 1 });
    expect(
      await runWith(PASSPHRASE, 'keys', archive, '--add-recovery', '--remove', '1'),
    ).toMatchObject({ code: 2 });
  });

  it('are one passphrase after the archive was given new keys', async () => {
    const said = await runWith(PASSPHRASE, 'rekey', archive, '--new-passphrase', key);
    expect(said).toMatchObject({ code: 0, err: '' });
    expect(await runWith(PASSPHRASE, 'sources', archive)).toMatchObject({ code: 1 });
    expect(await runWith(NEXT, 'verify', archive)).toMatchObject({ code: 0, err: '' });
    expect((await keys(NEXT)).slots).toMatchObject([{ slot: 0, kind: 'passphrase' }]);
  });
});

describe('a damaged archive', () => {
  it('is looked into by verify, and saved as far as it goes by salvage', async () => {
    const segment = (await readdir(archive))
      .filter((name) => name.startsWith('s-'))
      .sort()
      .at(-1);
    const path = join(archive, segment ?? '');
    const bytes = await readFile(path);
    bytes[400] = (bytes[400] ?? 0) ^ 1;
    await writeFile(path, bytes);

    const verified = await runWith(NEXT, 'verify', archive, '--json');
    expect(verified.code).toBe(1);
    expect(verified.err).toContain('kuferak salvage');
    expect(JSON.parse(verified.out)).toMatchObject({ intact: false });

    const fresh = join(root, 'fresh');
    const salvaged = await runWith(NEXT, 'salvage', archive, '--out', fresh, '--json');
    expect(salvaged).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(salvaged.out)).toMatchObject({
      damaged: [{ role: 'snapshot' }],
      itemsWithoutFiles: [],
    });
    expect(await runWith(NEXT, 'verify', fresh)).toMatchObject({ code: 0 });
    const sources = await runWith(NEXT, 'sources', fresh, '--json');
    expect(JSON.parse(sources.out)).toHaveLength(1);
    expect(await runWith(NEXT, 'salvage', archive, '--out', fresh)).toMatchObject({ code: 1 });
    expect(await runWith(NEXT, 'salvage', archive)).toMatchObject({ code: 2 });
  });
});
