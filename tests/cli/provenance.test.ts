/** Profiles and actors on the command line: said once, and named in what is done. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { kuferak, makeArchive } from '../helpers/kuferak.ts';

const PASSPHRASE = 'seven harbours under a green moon';
let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'kuferak-cli-'));
  await writeFile(join(root, 'passphrase'), PASSPHRASE);
  await writeFile(join(root, 'note.txt'), 'The ferry stopped at nine.');
});
afterAll(() => rm(root, { recursive: true, force: true }));

const run = (...args: string[]) =>
  kuferak({ config: join(root, 'config') }, ...args, '--passphrase-file', join(root, 'passphrase'));

it('lines of the log name who works in the archive, and another one for one command', async () => {
  const archive = join(root, 'named');
  await makeArchive({ config: join(root, 'config') }, archive, PASSPHRASE);
  expect((await run('actor', archive)).out).toBe('unknown\n');
  expect(await run('actor', archive, 'B-7')).toMatchObject({ code: 0, err: '' });
  await run('import', archive, join(root, 'note.txt'), '--actor', 'B-9');
  expect((await run('actor', archive)).out).toBe('B-7\n');
  const { entries } = JSON.parse((await run('log', archive, '--json')).out) as {
    entries: { actor: unknown }[];
  };
  const value = (code: string) => ({ state: 'value', value: code });
  expect(entries.map(({ actor }) => actor)).toEqual([
    { state: 'unknown' },
    value('B-7'),
    value('B-9'),
  ]);
  const lines = (await run('log', archive)).out.split('\n');
  expect(lines[2]).toMatch(/^3\t\S+Z [+-]\d\d:\d\d\tB-9\tsource\.import\t/);
});

it('a profile fills in what is not said beside it', async () => {
  const archive = join(root, 'archive');
  await makeArchive({ config: join(root, 'config') }, archive, PASSPHRASE);
  const fields = ['--collected-by', 'B-7', '--place', 'withheld', '--sensitivity', 'names'];
  expect(await run('profiles', archive, '--save', 'Monitors', ...fields)).toMatchObject({
    code: 0,
    err: '',
  });
  const missing = await run('import', archive, join(root, 'note.txt'), '--profile', 'nobody');
  expect(missing.code).toBe(1);
  expect(missing.err).toMatch(/no profile/);
  const said = ['--profile', 'monitors', '--collected-by', 'B-9'];
  expect(await run('import', archive, join(root, 'note.txt'), ...said)).toMatchObject({ code: 0 });
  const [source] = JSON.parse((await run('sources', archive, '--json')).out) as [
    { capture: unknown },
  ];
  expect(source.capture).toMatchObject({
    collectedBy: { state: 'value', value: 'B-9' },
    place: { state: 'withheld' },
    consent: { state: 'unknown' },
    sensitivity: { state: 'value', value: 'names' },
  });
  expect((await run('profiles', archive)).out).toMatch(/^Monitors\tB-7\tunknown\twithheld/);
  expect(await run('profiles', archive, '--remove', 'Monitors')).toMatchObject({ code: 0 });
  expect((await run('profiles', archive)).out).toBe('');
});
