/** Packages of the field: what their tools say of the files is checked, file by file, and never believed. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claimsOf } from '../../../archive/import/field/claims.ts';
import { type Authority, makeAuthority, makeProof, step } from '../../helpers/stamps.ts';
import { zipOf } from './made-zips.ts';
import { type All, Opener } from './opened.ts';

const opener = new Opener();
let authority: Authority;
beforeAll(() => {
  authority = makeAuthority();
});
afterAll(async () => {
  authority.clear();
  await opener.close();
});

const photo = 'the gate of the harbour office, shut';
const other = 'a boat on the slipway';
const hashOf = (text: string, algorithm = 'sha256') =>
  createHash(algorithm).update(text).digest('hex');

/** What is told of the package, and of each part that something is told of. */
function told({ draft, found }: All) {
  const words = (readings: readonly { field: string; value: string; from: string }[]) =>
    readings.filter(({ field }) => field === 'check').map(({ value, from }) => `${from} ${value}`);
  const parts = found.flatMap(({ name, hint }) =>
    hint.checks ? [[name, words(hint.checks)] as const] : [],
  );
  return { package: words(draft.metadata.readings), parts: Object.fromEntries(parts) };
}

const open = async (members: Record<string, string | Uint8Array>) =>
  opener.open(zipOf(members), 'package.zip');

describe('Tella', () => {
  const table = (hash: string) =>
    `File hash,File path,File name,Timestamp\n${hash},/x,photo.jpg,1775000000\n`;

  it('says the digest of the file that lies beside its table', async () => {
    const whole = await open({ 'a/photo.jpg': photo, 'a/photo.csv': table(hashOf(photo)) });
    expect(told(whole)).toEqual({
      package: ['Tella: a/photo.csv agrees'],
      parts: { 'a/photo.jpg': ['Tella: a/photo.csv agrees'] },
    });
    expect(whole.draft.notes).toEqual(['digests-agree']);
    const changed = await open({ 'a/photo.jpg': other, 'a/photo.csv': table(hashOf(photo)) });
    expect(told(changed).parts).toEqual({ 'a/photo.jpg': ['Tella: a/photo.csv differs'] });
    expect(changed.draft.notes).toEqual(['digests-differ']);
  });

  it('is not checked of a file that is not there', async () => {
    const alone = await open({ 'photo.csv': table(hashOf(photo)) });
    expect(told(alone)).toEqual({ package: ['Tella: photo.csv missing'], parts: {} });
  });
});

describe('Save', () => {
  const meta = (hash: string) =>
    JSON.stringify({ contentType: 'image/jpeg', contentLength: photo.length, hash, author: '' });

  it('says the digest of the file whose name its own goes on from', async () => {
    const whole = await open({ 'photo.jpg': photo, 'photo.jpg.meta.json': meta(hashOf(photo)) });
    expect(told(whole).parts).toEqual({ 'photo.jpg': ['Save: photo.jpg.meta.json agrees'] });
    const changed = await open({ 'photo.jpg': other, 'photo.jpg.meta.json': meta(hashOf(photo)) });
    expect(told(changed).parts).toEqual({ 'photo.jpg': ['Save: photo.jpg.meta.json differs'] });
  });
});

describe('ProofMode', () => {
  const hash = hashOf(photo);
  const bundle = (picture: string, inside: string) => ({
    'photo.jpg': picture,
    [`${hash}.proof.csv`]: `File Hash SHA256,Manufacturer\n${inside},None\n`,
    [`${hash}.proof.json`]: JSON.stringify({ 'File Hash SHA256': inside }),
    [`${hash}.asc`]: '-----BEGIN PGP SIGNATURE-----',
    [`${hash}.ots`]: makeProof(photo, step.sha256(), step.bitcoin(900_000)),
    'pubkey.asc': '-----BEGIN PGP PUBLIC KEY BLOCK-----',
  });

  it('is checked by the name of its proofs, by what stands in them, and by their time stamp', async () => {
    const whole = await open(bundle(photo, hash));
    expect(told(whole).parts['photo.jpg']).toEqual([
      `ProofMode: ${hash}.proof.csv agrees`,
      `ProofMode: ${hash}.proof.json agrees`,
      `time stamp: ${hash}.ots agrees`,
    ]);
    expect(told(whole).package).toContain(`signature: ${hash}.asc missing`);
    expect(whole.found).toHaveLength(6);
  });

  it('differs when the picture, or the proof, was changed', async () => {
    expect((await open(bundle(other, hash))).draft.notes).toEqual(['digests-differ']);
    const proof = await open(bundle(photo, hashOf(other)));
    expect(proof.draft.notes).toEqual(['digests-differ']);
    expect(told(proof).package).toContain(`ProofMode: ${hash}.proof.csv differs`);
  });
});

describe('the auto-archiver', () => {
  const page = (...digests: string[]) =>
    `<!doctype html><title>x</title>${digests.map((digest) => `<li><b>hash:</b> <span class="copy">${digest}</span></li>`).join('')}<p>Made with <a href="https://github.com/bellingcat/auto-archiver">bellingcat/auto-archiver</a> v1.2.0</p>`;

  it('says digests by two algorithms, of files that may be kept elsewhere', async () => {
    const report = page(`SHA-256:${hashOf(photo)}`, `SHA3-512:${hashOf(other, 'sha3-512')}`);
    const whole = await open({ 'photo.jpg': photo, 'boat.mp4': other, 'report.html': report });
    expect(told(whole).parts).toEqual({
      'photo.jpg': ['auto-archiver: report.html agrees'],
      'boat.mp4': ['auto-archiver: report.html agrees'],
    });
    const partly = await open({ 'photo.jpg': photo, 'report.html': report });
    expect(told(partly).package).toEqual([
      'auto-archiver: report.html missing',
      'auto-archiver: report.html agrees',
    ]);
    expect(partly.draft.notes).toEqual(['digests-agree']);
  });

  it('has its list of digests time-stamped', async () => {
    const list = `${hashOf(photo)}\n${hashOf(other)}`;
    const whole = await open({
      'photo.jpg': photo,
      'hashes.txt': list,
      timestamp_token_example: authority.stamp(list),
    });
    expect(told(whole).parts).toMatchObject({
      'hashes.txt': ['time stamp: timestamp_token_example agrees'],
      'photo.jpg': ['auto-archiver: hashes.txt agrees'],
    });
    const changed = await open({
      'photo.jpg': photo,
      'hashes.txt': `${list}\n`,
      timestamp_token_example: authority.stamp(list),
    });
    expect(changed.draft.notes).toEqual(['digests-differ']);
  });
});

it('claims nothing out of what no such tool wrote', () => {
  expect(claimsOf('notes.txt', 'a list of things')).toEqual([]);
  expect(claimsOf('page.html', `SHA-256:${hashOf(photo)}`)).toEqual([]);
  expect(claimsOf('table.csv', 'a,b\n1,2\n')).toEqual([]);
  expect(claimsOf('x.meta.json', '{"hash":"no"}')).toEqual([]);
  fc.assert(
    fc.property(
      fc.constantFrom('a.csv', 'a.txt', 'a.html', 'a.jpg.meta.json', `${'0'.repeat(64)}.proof.csv`),
      fc.string({ unit: 'binary', maxLength: 300 }),
      (name, text) => {
        for (const { digest } of claimsOf(name, text)) expect(digest).toMatch(/^[0-9a-f]{64,128}$/);
      },
    ),
  );
});
