/** Other texts of a source by commands: read again, corrected, put back; quotes carried over into a later version. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type CommandDesk, makeCommandDesk, type Run } from '../helpers/commands.ts';

let desk: CommandDesk;
let root: string;
let archive: string;

const run: Run = (...args) => desk.run(...args);

beforeAll(async () => {
  desk = await makeCommandDesk({
    'note.txt': 'Ada Vell shut the qate at noon.\n\nNobody came back.',
  });
  ({ root, archive } = desk);
  expect(await run('import', archive, join(root, 'note.txt'))).toMatchObject({ code: 0 });
});
afterAll(() => desk.clear());

it('corrects a text, says what became of the quotes, shows both texts, and goes back', async () => {
  const exact = 'Ada Vell shut the qate at noon.';
  expect(await run('quote', archive, 'K-0001', '--exact', exact)).toMatchObject({ code: 0 });
  const file = join(root, 'corrected.txt');
  await writeFile(file, 'Ada Vell shut the gate at noon.\n\nNobody came back.');
  const options = ['--by', 'Ida Rusk', '--reason', 'misread'] as const;
  expect(await run('correct', archive, 'K-0001', '--text', file, ...options)).toEqual({
    code: 0,
    out: 'K-0001 has another text. Quotes: 0 at their place, 0 elsewhere, 1 with other words, 0 lost.\n',
    err: '',
  });
  const shown = await run('show', archive, 'K-0001');
  expect(shown.out).toContain('kuferak-hand 1, utf-8, Ida Rusk, misread');
  expect(shown.out).toMatch(
    /has other words now: Ada Vell shut the gate .*\(it was: Ada Vell shut the qate/,
  );
  const [former = ''] = /(?<=Earlier text: .*SHA-256 )[0-9a-f]{64}/.exec(shown.out) ?? [];
  expect(await run('correct', archive, 'K-0001', '--restore', former)).toMatchObject({ code: 0 });
  const back = await run('show', archive, 'K-0001');
  expect(back.out).toContain('shut the qate');
  expect(await run('reread', archive, 'K-0001', '--encoding', 'windows-1251')).toMatchObject({
    code: 0,
  });
  expect(await run('reread', archive, 'K-0001', '--encoding', 'no-such')).toMatchObject({
    code: 1,
  });
});

it('corrects what is known of the material', async () => {
  const set = ['--set', 'published=2026-04-09', '--set', 'authors=Ada Vell; Bram Oke'] as const;
  expect(await run('correct', archive, 'K-0001', ...set, '--by', 'Ida Rusk')).toMatchObject({
    code: 0,
  });
  const shown = await run('show', archive, 'K-0001', '--json');
  const source = JSON.parse(shown.out) as { metadata: Record<string, unknown> };
  expect(source.metadata).toMatchObject({
    published: '2026-04-09',
    authors: ['Ada Vell', 'Bram Oke'],
    byHand: [
      { field: 'authors', by: 'Ida Rusk' },
      { field: 'published', by: 'Ida Rusk' },
    ],
  });
});

it.each([
  ['a field that is none', ['--set', 'colour=red'], 2],
  ['nothing to do', [], 2],
  ['two things at once', ['--restore', 'x', '--set', 'title=T'], 2],
  ['no date', ['--set', 'published=yesterday'], 1],
  ['no title', ['--set', 'title='], 1],
  ['a text that is not there', ['--text', '/no/such/file'], 1],
])('refuses %s', async (_, args, code) => {
  expect(await run('correct', archive, 'K-0001', ...args)).toMatchObject({ code });
});

it('lists and carries over the quotes of an earlier version', async () => {
  const line = 'The water came over the wall at six, said the keeper of the lock.';
  const page = (more: string) =>
    `<html><head><title>Flood</title></head><body><article><h1>Flood</h1><p>${line}</p><p>Two houses at the quay were lost in the night${more}.</p></article></body></html>`;
  for (const [name, more] of [
    ['one.html', ''],
    ['two.html', ', and nobody was hurt'],
  ] as const) {
    await writeFile(join(root, name), page(more));
    const url = ['--url', 'https://courier.example/flood'] as const;
    expect(await run('import', archive, join(root, name), ...url)).toMatchObject({ code: 0 });
  }
  await run('quote', archive, 'K-0002', '--exact', line);
  const offered = await run('carry', archive, 'K-0003');
  expect(offered.out).toMatch(/^exact\tqte_\S+\tThe water/);
  expect(await run('carry', archive, 'K-0003', '--exact')).toMatchObject({
    code: 0,
    out: '1 quote was carried over.\n',
  });
  expect((await run('carry', archive, 'K-0003')).out).toBe('');
});
