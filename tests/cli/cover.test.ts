/** Parts of a picture are covered on the command line, listed, and shown again; the whole archive asks before they leave. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type CommandDesk, makeCommandDesk, type Run } from '../helpers/commands.ts';
import { redCorner, tiffOfPages } from '../archive/import/made-pictures.ts';

let desk: CommandDesk;
let root: string;
let archive: string;
const run: Run = (...args) => desk.run(...args);

beforeAll(async () => {
  const page = { width: 60, height: 40, shades: new Uint8Array(60 * 40).fill(200) };
  const files = { 'door.png': redCorner('png'), 'scan.tiff': tiffOfPages([page, page]) };
  desk = await makeCommandDesk(files);
  ({ root, archive } = desk);
  for (const name of Object.keys(files)) await run('import', archive, join(root, name));
});
afterAll(() => desk.clear());

it('covers, lists, and shows again', async () => {
  const first = await run(
    ...['cover', archive, 'K-0001', '--region', '0,0,50,50', '--region', '90,90,5,5'],
    ...['--reason', 'a face', '--by', 'B-7'],
  );
  expect(first).toEqual({
    code: 0,
    err: '',
    out: 'K-0001: 2 parts are covered in what leaves.\n1: 0,0,50,50 %  a face\n2: 90,90,5,5 %  a face\n',
  });
  const removed = await run('cover', archive, 'k-0001', '--remove', '1', '--json');
  expect(JSON.parse(removed.out)).toEqual({
    shelfmark: 'K-0001',
    covered: [{ x: 0.9, y: 0.9, width: 0.05, height: 0.05, reason: 'a face', by: 'B-7' }],
  });
  const stopped = await run('export', archive, '--format', 'bagit', '--out', join(root, 'bag'));
  expect(stopped).toMatchObject({ code: 1, out: '' });
  expect(stopped.err).toMatch(/Parts of one picture must not leave/);
  expect(await readdir(root)).not.toContain('bag');
  expect((await run('cover', archive, 'K-0001', '--none')).out).toBe(
    'K-0001: nothing is covered.\n',
  );
});

it('covers a part of the page that is named, and of no page that is not there', async () => {
  const ofPage = (...page: readonly string[]) =>
    run('cover', archive, 'K-0002', '--region', '10,20,30,40', ...page);
  await ofPage();
  const second = await ofPage('--page', '2');
  expect(second).toEqual({
    code: 0,
    err: '',
    out: 'K-0002: 2 parts are covered in what leaves.\n1: 10,20,30,40 %  \n2: 10,20,30,40 % (2)  \n',
  });
  expect((await ofPage('--page', '3')).code).toBe(1);
  expect((await ofPage('--page', 'two')).code).toBe(2);
  expect((await run('cover', archive, 'K-0002', '--page', '2')).code).toBe(2);
});

it('takes no region that is none', async () => {
  for (const region of ['0,0,10', 'a,b,c,d', '0,0,10,10,1', '0,,10,10', '0.1,0.1,0.4,0.4'])
    expect((await run('cover', archive, 'K-0001', '--region', region)).code).toBe(2);
  for (const region of ['0,0,0,100', '0,0,200,100'])
    expect((await run('cover', archive, 'K-0001', '--region', region)).code).toBe(1);
  expect((await run('cover', archive, 'K-0001', '--remove', '3')).code).toBe(2);
});
