/** Dossiers by commands with a profile: names replaced, or nothing written and the pages told. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeGuardedCase } from '../helpers/guarded-case.ts';
import { kuferak } from '../helpers/kuferak.ts';

let root: string;
const at = (name: string) => join(root, name);
const run = (...args: string[]) =>
  kuferak({ config: at('config') }, ...args, '--passphrase-file', at('passphrase'));
const dossier = (...more: string[]) =>
  run('dossier', at('archive'), '--title', 'Reed Lane', '--source', 'K-0001', ...more);
const written = (name: string) => execFileSync('pdftotext', [at(name), '-'], { encoding: 'utf8' });

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'kuferak-cli-profile-'));
  await makeGuardedCase(root);
});

afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});

describe('kuferak export', () => {
  const exported = (name: string, ...more: string[]) =>
    run('export', at('archive'), '--format', 'json', '--out', at(name), ...more);

  it('stops at a name that must not be named, and writes nothing', async () => {
    expect((await exported('all.json')).code).toBe(1);
    expect((await readdir(root)).filter((name) => name.includes('all.json'))).toEqual([]);
  });

  it('takes names out by a profile, and no file leaves unless that is asked for', async () => {
    expect((await exported('shown.json', '--profile', 'protect')).code).toBe(0);
    const shown = await readFile(at('shown.json'), 'utf8');
    expect(shown).toContain('[Person A] of Reed Lane');
    expect(shown).not.toMatch(/zoya|tarn/i);
    const bag = await run(
      ...['export', at('archive'), '--format', 'bagit', '--out', at('bag')],
      ...['--profile', 'protect', '--files', 'originals'],
    );
    expect(bag.err).toContain('1 file left as it was collected');
  });

  it('lets everything leave with --despite-names, and says how many are named', async () => {
    const said = await exported('everything.json', '--despite-names');
    expect(said.code).toBe(0);
    expect(said.err).toContain('must not be named');
    expect(await readFile(at('everything.json'), 'utf8')).toContain('Zoya Tarn');
  });

  it('takes one profile, and asks which files leave only beside one', async () => {
    expect((await exported('x', '--profile', 'protect', '--as', 'dos_x')).code).toBe(2);
    expect((await exported('x', '--files', 'none')).code).toBe(2);
    expect((await exported('x', '--as', 'dos_x')).code).toBe(1);
  });
});

describe('kuferak dossier', () => {
  it('puts a pseudonym in the place of a name with --profile', async () => {
    const said = await dossier('--profile', 'protect', '--out', at('with.pdf'));
    expect(said.code).toBe(0);
    expect(said.err).not.toContain('must not leave');
    expect(written('with.pdf')).toContain('[Person A] of Reed Lane');
    expect(written('with.pdf')).not.toMatch(/zoya|tarn/i);
  });

  it('refuses without one: tells the pages, repeats no name, writes no file and keeps no dossier', async () => {
    const before = await readdir(root);
    const said = await dossier('--out', at('without.pdf'));
    expect(said.code).toBe(1);
    expect(said.err).toMatch(/Page \d+: \d+ names? that must not leave\./);
    expect(said.err + said.out).not.toMatch(/zoya|tarn/i);
    expect(await readdir(root)).toEqual(before);
    const log = await run('log', at('archive'), '--json');
    expect(log.out.match(/"dossier\.export"/g)).toHaveLength(1);
  });

  it('says that words in it may be hidden names, and lists them as JSON', async () => {
    const titled = (name: string, ...more: string[]) =>
      run(
        ...['dossier', at('archive'), '--title', 'What Зойка saw', '--source', 'K-0001'],
        ...['--profile', 'protect', '--out', at(name), ...more],
      );
    const said = await titled('possible.pdf');
    expect(said.code).toBe(0);
    expect(said.err).toContain('may be hidden names');
    expect(said.err + said.out).not.toContain('Зойка');
    const listed = JSON.parse((await titled('listed.pdf', '--json')).out) as unknown;
    expect(listed).toMatchObject({ possible: [{ form: 'Зойка', where: 'page', page: 1 }, {}] });
  });

  it('writes it all the same with --despite-names', async () => {
    const said = await dossier('--despite-names', '--out', at('despite.pdf'));
    expect(said.code).toBe(0);
    expect(written('despite.pdf')).toContain('Zoya Tarn of Reed Lane');
  });

  it('knows its profiles only', async () => {
    expect(await dossier('--profile', 'nobody-else', '--out', at('x.pdf'))).toMatchObject({
      code: 2,
    });
  });
});
