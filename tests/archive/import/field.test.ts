/** Packages of the field: what their tools say of the files is checked, file by file, and never believed. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claimsOf } from '../../../archive/import/field/claims.ts';
import { makeSigner, type Signer } from '../../helpers/open-pgp.ts';
import { proofModePackage } from '../../helpers/packages.ts';
import { type Authority, makeAuthority } from '../../helpers/stamps.ts';
import { makeZip, zipOf } from './made-zips.ts';
import { type All, bytesOf, Opener } from './opened.ts';

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

  it('is read whatever its networks are called, and when a program saved it again', async () => {
    const written = [
      `File hash,File name,WiFis\n${hashOf(photo)},photo.jpg,"Harbour" "Gate\n`,
      `File hash,File name,WiFis\r\n${hashOf(photo)},"photo.jpg","Harbour"\r\n`,
      `File hash,File name\n${hashOf(photo)},the "photo".jpg\n`,
    ];
    for (const csv of written) {
      const whole = await open({ 'photo.jpg': photo, 'photo.csv': csv });
      expect(whole.draft.notes).toEqual(['digests-agree']);
    }
  });

  it('is not checked of a file that is not there', async () => {
    const alone = await open({ 'photo.csv': table(hashOf(photo)) });
    const missing = ['Tella: photo.csv missing'];
    expect(told(alone)).toEqual({ package: missing, parts: { 'photo.csv': missing } });
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
  let person: Signer;
  beforeAll(async () => {
    person = await makeSigner();
  });
  /** With another picture, or another digest in its proofs, which are signed as they are. */
  const bundle = async (picture: string, inside: string) => {
    const csv = `File Hash SHA256,Manufacturer\n${inside},None\n`;
    const json = JSON.stringify({ 'File Hash SHA256': inside });
    return {
      ...(await proofModePackage(photo, person)),
      'photo.jpg': picture,
      [`${hash}.proof.csv`]: csv,
      [`${hash}.proof.csv.asc`]: await person.sign(csv),
      [`${hash}.proof.json`]: json,
      [`${hash}.proof.json.asc`]: await person.sign(json),
    };
  };
  const signed = (name: string) =>
    `OpenPGP signature by ${person.fingerprint} at 2026-04-09T21:14:03Z: ${name}`;

  it('is checked by the name of its proofs, what stands in them, their time stamp and their signatures', async () => {
    const whole = await open(await bundle(photo, hash));
    expect(told(whole).parts).toEqual({
      'photo.jpg': [
        `ProofMode: ${hash}.proof.csv agrees`,
        `ProofMode: ${hash}.proof.json agrees`,
        `time stamp in block 900000: ${hash}.ots agrees`,
        `${signed(`${hash}.asc`)} agrees`,
      ],
      [`${hash}.proof.csv`]: [`${signed(`${hash}.proof.csv.asc`)} agrees`],
      [`${hash}.proof.json`]: [`${signed(`${hash}.proof.json.asc`)} agrees`],
      [`${hash}.gst`]: [`attestation: ${hash}.gst missing`],
    });
    expect(whole.draft.notes).toEqual(['digests-agree']);
    expect(whole.found).toHaveLength(9);
  });

  it('differs when the picture, or the proof, was changed', async () => {
    expect((await open(await bundle(other, hash))).draft.notes).toEqual(['digests-differ']);
    const proof = await open(await bundle(photo, hashOf(other)));
    expect(proof.draft.notes).toEqual(['digests-differ']);
    expect(told(proof).parts[`${hash}.proof.csv`]).toContain(
      `ProofMode: ${hash}.proof.csv differs`,
    );
  });

  it('differs when a proof was changed after it was signed', async () => {
    const members = {
      ...(await bundle(photo, hash)),
      [`${hash}.proof.json`]: '{"device":"other"}',
    };
    const changed = await open(members);
    expect(changed.draft.notes).toEqual(['digests-differ']);
    expect(told(changed).parts[`${hash}.proof.json`]).toEqual([
      `${signed(`${hash}.proof.json.asc`)} differs`,
    ]);
  });

  it('is not checked by a key that is not there, and no other text is taken for a signature', async () => {
    const { 'pubkey.asc': key, ...keyless } = await proofModePackage(photo, person);
    expect(key).toBe(person.publicKey);
    const unsigned = await open(keyless);
    expect(told(unsigned).parts['photo.jpg']).toContain(
      `OpenPGP signature, no key: ${hash}.asc missing`,
    );
    expect(unsigned.draft.notes).toEqual(['digests-agree']);
    const elsewhere = await open({ 'list.txt.asc': await person.sign('list') });
    expect(told(elsewhere).package).toEqual([
      'OpenPGP signature, file missing: list.txt.asc missing',
    ]);
    const broken = await open({ 'list.txt': 'list', 'list.txt.asc': 'x', 'notes.asc': '= Notes' });
    expect(told(broken).package).toEqual(['OpenPGP signature, unreadable: list.txt.asc missing']);
  });

  it('of older versions is named by the picture that it lies beside', async () => {
    const table = (digest: string) => `NetworkType,SHA256,IPV4,\nWifi,${digest},192.0.2.7,\n\n\n`;
    const members = (digest: string) => ({
      'a/photo.jpg': photo,
      'a/photo.jpg.proof.csv': table(digest),
    });
    expect(told(await open(members(hash))).parts).toEqual({
      'a/photo.jpg': ['ProofMode: a/photo.jpg.proof.csv agrees'],
    });
    expect(told(await open(members(hashOf(other)))).parts).toEqual({
      'a/photo.jpg': ['ProofMode: a/photo.jpg.proof.csv differs'],
    });
  });

  it('says that a picture which cannot be unpacked is not checked, not that it was changed', async () => {
    const locked = { name: 'photo.jpg', bytes: bytesOf(photo), said: { flags: 1 } };
    const others = {
      [`${hash}.proof.json`]: '{}',
      'photo.jpg.asc': await person.sign(photo),
      'pubkey.asc': person.publicKey,
    };
    const members = Object.entries(others).map(([name, text]) => ({ name, bytes: bytesOf(text) }));
    const { draft } = await opener.open(makeZip([locked, ...members]), 'package.zip');
    expect(draft.metadata.readings.map(({ value, from }) => [value, from])).toEqual([
      ['missing', `ProofMode: ${hash}.proof.json`],
      ['missing', 'OpenPGP signature, file missing: photo.jpg.asc'],
    ]);
    expect(draft.notes).toEqual([]);
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
      'hashes.txt': [
        'auto-archiver: hashes.txt missing',
        expect.stringMatching(/^time stamp of 20[\d-]+T[\d:]+Z: timestamp_token_example agrees$/),
      ],
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
  const names = new Set(['a.jpg']);
  expect(claimsOf('notes.txt', 'a list of things', names)).toEqual([]);
  expect(claimsOf('page.html', `SHA-256:${hashOf(photo)}`, names)).toEqual([]);
  expect(claimsOf('table.csv', 'a,b\n1,2\n', names)).toEqual([]);
  expect(claimsOf('x.meta.json', '{"hash":"no"}', names)).toEqual([]);
  fc.assert(
    fc.property(
      fc.constantFrom(
        ...['a.csv', 'a.txt', 'a.html', 'a.jpg.meta.json', 'a.jpg.proof.csv', 'a.jpg.proof.json'],
        `${'0'.repeat(64)}.proof.csv`,
      ),
      fc.string({ unit: 'binary', maxLength: 300 }),
      (name, text) => {
        for (const { digest } of claimsOf(name, text, names))
          expect(digest).toMatch(/^[0-9a-f]{64,128}$/);
      },
    ),
  );
});
