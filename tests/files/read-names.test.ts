/** Lists of names, as people and table programs write them. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limits } from '../../archive/model/index.ts';
import { namesIn, readNameList } from '../../src/files/read-names.ts';

let root: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'kuferak-names-'));
});

afterAll(() => rm(root, { recursive: true, force: true }));

describe('a list of names', () => {
  it('is one a line, or the first column of a table, each once and without a heading', () => {
    expect(namesIn('Жалейка\r\n\nZhaleyko\nЖалейка')).toEqual(['Жалейка', 'Zhaleyko']);
    expect(namesIn('name;town\n"Sokal; V.";Dvor\n')).toEqual(['Sokal; V.']);
    expect(namesIn('Nazwisko\tMiasto\nSokół\tDwór')).toEqual(['Sokół']);
    expect(namesIn('')).toEqual([]);
  });

  it.each([
    ['UTF-8', Buffer.from('\ufeffЖалейка\n')],
    ['UTF-16', Buffer.from('\ufeffЖалейка\n', 'utf16le')],
    ['UTF-16 the other way round', Buffer.from('\ufeffЖалейка\n', 'utf16le').swap16()],
  ])('is read in %s', async (name, bytes) => {
    const path = join(root, `${name}.csv`);
    await writeFile(path, bytes);
    expect(await readNameList(path)).toEqual({ ok: true, value: 'Жалейка\n' });
  });

  it('that is no such list is refused', async () => {
    expect(await readNameList(join(root, 'nowhere'))).toMatchObject({
      error: { code: 'unreadable' },
    });
    const path = join(root, 'large.txt');
    await writeFile(path, Buffer.alloc(limits.nameList + 1, 'a'));
    expect(await readNameList(path)).toMatchObject({ error: { code: 'too-large' } });
    expect(await readNameList(null)).toEqual({ ok: true, value: null });
  });
});
