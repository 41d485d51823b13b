/** A package by the command line: written, sealed for a key, refused where a name would leave, and checked without us. */
import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Decrypter, generateHybridIdentity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dossier as dossierCommand } from '../../src/cli/commands/dossier.ts';
import { UsageError } from '../../src/cli/usage.ts';
import { makeGuardedCase } from '../helpers/guarded-case.ts';
import { kuferak } from '../helpers/kuferak.ts';

let root: string;
const at = (...names: string[]) => join(root, ...names);
const run = (...args: string[]) =>
  kuferak({ config: at('config') }, ...args, '--passphrase-file', at('passphrase'));
const dossier = (...more: string[]) => run('dossier', at('archive'), ...more);
const fresh = ['--title', 'Reed Lane', '--source', 'K-0001'];

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'kuferak-cli-package-'));
  await makeGuardedCase(root);
});

afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});

describe('kuferak dossier --package', () => {
  it('writes a folder that its own script finds sound by the fingerprint that the archive tells', async () => {
    const said = await dossier(
      ...fresh,
      ...['--profile', 'protect', '--package', at('bag'), '--files', 'originals'],
    );
    expect(said).toMatchObject({ code: 0 });
    expect(said.err).toContain('Exhibit 1: a name stands in its file that must not leave');
    const key = await run('signing-key', at('archive'));
    const fingerprint = /signing key: ([0-9a-f ]{79})\n/.exec(key.out)?.[1] ?? '';
    expect(said.out).toContain(fingerprint);
    expect(key.out).toContain(await readFile(at('bag', 'signature/key.pem'), 'utf8'));
    const { status } = spawnSync('sh', [at('bag', 'verify.sh'), fingerprint]);
    expect(status).toBe(0);
  });

  it('lets a dossier that is there leave again, sealed for a key of the long sort', async () => {
    const log = JSON.parse((await run('log', at('archive'), '--json')).out) as {
      entries: { action: string; subjects: string[] }[];
    };
    const id = log.entries.find(({ action }) => action === 'dossier.add')?.subjects[0] ?? '';
    const identity = await generateHybridIdentity();
    const said = await dossier(
      ...['--dossier', id, '--package', at('out.zip.age'), '--json'],
      ...['--seal-for', await identityToRecipient(identity)],
    );
    expect(JSON.parse(said.out)).toMatchObject({ id, protectedNames: 0 });
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    const zip = await decrypter.decrypt(await readFile(at('out.zip.age')));
    expect(Buffer.from(zip.subarray(0, 2)).toString()).toBe('PK');
  });

  it('makes an edition again, byte for byte, from a copy of the archive as it was', async () => {
    const log = JSON.parse((await run('log', at('archive'), '--json')).out) as {
      entries: { action: string; subjects: string[] }[];
    };
    const id = log.entries.find(({ action }) => action === 'dossier.add')?.subjects[0] ?? '';
    await cp(at('archive'), at('copy'), { recursive: true });
    const make = async (folder: string, config: string, file: string, madeAt: string) => {
      const said = await kuferak(
        { config: at(config) },
        ...['dossier', at(folder), '--dossier', id, '--out', at(file), '--made-at', madeAt],
        ...['--passphrase-file', at('passphrase')],
      );
      expect(said).toMatchObject({ code: 0 });
      return readFile(at(file));
    };
    const moment = '2026-04-09T21:14:03Z';
    const first = await make('archive', 'config', 'first.pdf', moment);
    const again = await make('copy', 'config-of-another', 'again.pdf', moment);
    expect(again.equals(first)).toBe(true);
    const later = await run('log', at('archive'), '--json');
    expect(later.out).toContain(`"madeAt": "${moment}"`);
  });

  it('writes nothing where a name would leave, and keeps no dossier', async () => {
    const before = await readdir(root);
    const said = await dossier(...fresh, '--package', at('named'));
    expect(said.code).toBe(1);
    expect(said.err).toContain('must not leave');
    expect(await readdir(root)).toEqual(before);
  });

  it.each([
    ['both ways to leave', ['--out', 'x.pdf', '--package', 'x']],
    ['neither', []],
    ['a seal without .age', ['--package', 'x.zip', '--seal-for', 'age1']],
    ['.age without a seal', ['--package', 'x.zip.age']],
    ['files beside a PDF', ['--out', 'x.pdf', '--files', 'originals']],
    ['a moment that is none', ['--out', 'x.pdf', '--made-at', 'yesterday']],
    ['a moment to come', ['--out', 'x.pdf', '--made-at', '2999-01-01T00:00:00Z']],
    ['a moment for a package', ['--package', 'x', '--made-at', '2026-04-09T21:14:03Z']],
    ['files that are none', ['--package', 'x', '--files', 'some']],
    ['a dossier with a title', ['--dossier', 'dos_x', '--package', 'x']],
  ])('is wrong usage with %s', async (_, more) => {
    await expect(dossierCommand([at('archive'), ...fresh, ...more])).rejects.toThrow(UsageError);
  });
});
