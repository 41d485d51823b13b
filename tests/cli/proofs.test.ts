/** Proofs on the command line: told at the import, and with the source that they are of. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { kuferak, makeArchive } from '../helpers/kuferak.ts';
import { makeSigner } from '../helpers/open-pgp.ts';
import { proofModePackage } from '../helpers/packages.ts';

const PASSPHRASE = 'seven harbours under a green moon';
let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'kuferak-cli-'));
  await writeFile(join(root, 'passphrase'), PASSPHRASE);
});
afterAll(() => rm(root, { recursive: true, force: true }));

const run = (...args: string[]) =>
  kuferak({ config: join(root, 'config') }, ...args, '--passphrase-file', join(root, 'passphrase'));

it('a folder of a telephone is checked, and its photograph says what proves it, and what does not', async () => {
  const person = await makeSigner();
  const members = await proofModePackage('the gate of the harbour office, shut', person);
  await mkdir(join(root, 'proofs'));
  for (const [name, content] of Object.entries(members))
    await writeFile(join(root, 'proofs', name), content);
  const archive = join(root, 'archive');
  await makeArchive({ config: join(root, 'config') }, archive, PASSPHRASE);
  const taken = await run('import', archive, join(root, 'proofs'));
  expect(taken).toMatchObject({ code: 0 });
  expect(taken.out).toContain('The proofs that came along agree.');
  const sources = JSON.parse((await run('sources', archive, '--json')).out) as {
    shelfmark: string;
    original: { name: string };
  }[];
  const photo = sources.find(({ original }) => original.name === 'photo.jpg');
  const { out } = await run('show', archive, photo?.shelfmark ?? '');
  expect(out).toMatch(/^Proof: The OpenPGP signature proofs\/[0-9a-f]{8}…\.asc is good\. Key /m);
  expect(out.replaceAll(' ', '')).toContain(person.fingerprint);
  expect(out).toMatch(/^Not proved: .* only that whoever held it made both/m);
});
