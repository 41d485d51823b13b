/** Folders and containers on the command line, with a line or an entry for each part. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeWacz, packed, page } from '../archive/import/made-web-archives.ts';
import { zipOf } from '../archive/import/made-zips.ts';
import { scene } from '../../bench/pictures/scenes.ts';
import { kuferak, makeArchive, type Said } from '../helpers/kuferak.ts';

const PASSPHRASE = 'seven harbours under a green moon';
let root: string;
let folder: string;
const run = (...args: string[]): Promise<Said> =>
  kuferak({ config: join(root, 'config') }, ...args, '--passphrase-file', join(root, 'key'));

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'kuferak-import-'));
  folder = join(root, 'case');
  await writeFile(join(root, 'key'), PASSPHRASE);
  await mkdir(join(folder, 'inner'), { recursive: true });
  await writeFile(
    join(folder, 'a.zip'),
    zipOf({ 'deep/note.txt': 'The ferry stopped.', 'empty.txt': '' }),
  );
  await writeFile(join(folder, 'inner', 'b.txt'), 'The gate was shut.');
  await makeArchive({ config: join(root, 'config') }, join(root, 'archive'), PASSPHRASE);
});

afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});

it('a folder is taken in with all that lies in it, and each part is told', async () => {
  const said = await run('import', join(root, 'archive'), folder);
  const lines = said.out.trimEnd().split('\n');
  expect(lines.map((line) => line.replace(/src_\w+/, 'ID'))).toEqual([
    'K-0001\tID\tcase/a.zip',
    '  K-0002\tID\tdeep/note.txt',
    '  not taken\t-\tempty.txt: The file is empty.',
    'K-0003\tID\tcase/inner/b.txt',
  ]);
  expect(said.err).toContain('3 taken, 0 there already, 1 not taken.');
  expect(said.code).toBe(1);
});

it('as JSON the parts stand in what they came out of', async () => {
  const said = await run('import', join(root, 'archive'), folder, '--json');
  const { outcomes } = JSON.parse(said.out) as { outcomes: unknown };
  expect(outcomes).toMatchObject([
    {
      name: 'case/a.zip',
      result: { state: 'already-there', same: 'bytes' },
      parts: [
        { result: { state: 'already-there' } },
        { result: { state: 'failed', code: 'empty' } },
      ],
    },
    { name: 'case/inner/b.txt', result: { state: 'already-there' } },
  ]);
});

it('what is much the same as something that was there is told, and can be acted upon', async () => {
  const archive = join(root, 'archive');
  const files = join(root, 'pictures');
  await mkdir(files);
  const street = scene('street', 601);
  await writeFile(join(files, 'street.jpg'), street.toBuffer('image/jpeg', 90));
  expect(await run('import', archive, join(files, 'street.jpg'))).toMatchObject({ code: 0 });
  const smaller = createCanvas(street.width / 2, street.height / 2);
  smaller.getContext('2d').drawImage(street, 0, 0, smaller.width, smaller.height);
  await writeFile(join(files, 'sent.webp'), smaller.toBuffer('image/webp', 70));
  const said = await run('import', archive, join(files, 'sent.webp'));
  expect(said.out.replaceAll(/src_\w+/g, 'ID').replace(/\d+ %/, 'N %')).toBe(
    'K-0005\tID\tsent.webp\nK-0005\tID\tlooks like K-0004 (N %): street\n',
  );
  expect(said.err).toContain('"version" keeps one as a later version');

  const like = await run('search', archive, '--like', 'K-0004', '--json');
  expect(JSON.parse(like.out)).toMatchObject([{ by: 'look', shelfmark: 'K-0005', kind: 'image' }]);
  const version = await run('version', archive, 'K-0005', 'K-0004');
  expect(version.out).toBe('K-0005 is a later version of K-0004.\n');
  expect(await run('version', archive, 'K-0004', 'K-0005')).toMatchObject({ code: 1 });
  const none = await run('version', archive, 'K-0005', 'none');
  expect(none.out).toBe('K-0005 is no later version of another source.\n');
  expect((await run('remove', archive, 'K-0005')).out).toBe('K-0005 is in the trash.\n');
  expect(await run('show', archive, 'K-0005')).toMatchObject({ code: 1 });
});

it('what a web archive holds is told, and only what is chosen comes in', async () => {
  const archive = join(root, 'archive');
  const file = join(root, 'light.wacz');
  const pages = ['gate', 'pier', 'boat'].map((word) => ({
    address: `https://light.example/${word}`,
    body: page(`The ${word} was gone`),
  }));
  const list = pages.map(({ address }) => ({ url: address, title: address.slice(-4) }));
  await writeFile(file, makeWacz({ warc: packed(...pages), pages: list }));

  const told = await run('import', archive, file, '--list');
  expect(told.out.split('\n')[1]).toBe(
    '2\t2026-04-09T18:14:03Z\ttext/html\t137\t-\t-\tpier\thttps://light.example/pier',
  );
  expect(told.err).toContain('The proofs that came along agree.');
  expect(told.err).toContain('3 parts, 0 there already.');

  const chosen = await run('import', archive, file, '--pages', '1,3');
  expect(chosen.code).toBe(0);
  expect(chosen.out.replaceAll(/K-\d+\tsrc_\w+/g, 'ID').split('\n')).toEqual(
    expect.arrayContaining([
      'ID\tlight.wacz',
      '  \t\tTaken out of it: 2 of 3. It is kept whole, so that more can be taken out of it later.',
      '  ID\thttps://light.example/gate',
      '  ID\thttps://light.example/boat',
    ]),
  );
  const more = await run('import', archive, file, '--pages-matching', 'PIER', '--json');
  expect(JSON.parse(more.out)).toMatchObject({
    outcomes: [
      { ofParts: 3, result: { state: 'already-there' }, parts: [{ result: { state: 'taken' } }] },
    ],
  });
  const listed = JSON.parse((await run('import', archive, file, '--list', '--json')).out) as {
    parts: { there: string | null }[];
  };
  expect(listed.parts.map(({ there }) => there)).not.toContain(null);
  const none = await run('import', archive, file, '--pages-matching', 'ferry');
  expect(none.err).toContain('Nothing in it has these words');
  expect(none.code).toBe(1);
  for (const wrong of [
    [file, '--pages', '3-1'],
    [file, file, '--list'],
  ])
    expect(await run('import', archive, ...wrong)).toMatchObject({ code: 2 });
});
