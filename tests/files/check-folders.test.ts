/** Folders of tools of the field: what is found of their files is what is found of them in a zip. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Archive, ImportOutcome } from '../../archive/index.ts';
import { type Job, quietJob } from '../../archive/lib/job.ts';
import { takeIn } from '../../src/files/take-in.ts';
import { zipOf } from '../archive/import/made-zips.ts';
import { makeShelf, must, type Shelf } from '../helpers/archives.ts';
import { makeSigner, type Signer } from '../helpers/open-pgp.ts';
import {
  autoArchiverPackage,
  type Members,
  proofModePackage,
  savePackage,
  tellaPackage,
} from '../helpers/packages.ts';
import { type Authority, makeAuthority } from '../helpers/stamps.ts';
import { capture } from '../helpers/capture.ts';

const photo = 'the gate of the harbour office, shut';
const other = 'a boat on the slipway';

let authority: Authority;
let person: Signer;
let root: string;
let shelf: Shelf;
let archive: Archive;

beforeAll(async () => {
  authority = makeAuthority();
  person = await makeSigner();
});
afterAll(() => {
  authority.clear();
});
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'kuferak-package-'));
  shelf = await makeShelf();
  archive = await shelf.create();
});
afterEach(async () => {
  await archive.close();
  await shelf.clear();
  await rm(root, { recursive: true, force: true });
});

/** The members in a folder `case`, in the order in which a folder is gone through. */
const inCase = (members: Members): Members => {
  const named = Object.entries(members).map(
    ([name, content]) => [`case/${name}`, content] as const,
  );
  return Object.fromEntries(named.toSorted(([a], [b]) => (a < b ? -1 : 1)));
};

async function unpack(members: Members): Promise<string> {
  for (const [name, content] of Object.entries(inCase(members))) {
    const path = join(root, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
  return join(root, 'case');
}

async function take(paths: readonly string[], job: Job = quietJob) {
  const given = paths.map((path) => ({ kind: 'path', path }) as const);
  const options = { pageFiles: false, except: null, address: undefined };
  return takeIn(archive, given, capture, options, job);
}

/** Of each file: what it says of itself, what its report line says, and what its line of the log counts. */
async function told(outcomes: readonly ImportOutcome[]) {
  const { sources } = must(await archive.records());
  const { entries } = must(await archive.log(0, 100));
  const lines = outcomes.flatMap(({ result }) => {
    if (result.state !== 'taken') throw new Error(result.state);
    const source = sources.find(({ id }) => id === result.source);
    if (!source) throw new Error('no such source');
    const facts = entries.find(({ subjects }) => subjects.includes(source.id))?.facts ?? {};
    const own = Object.fromEntries(Object.entries(facts).filter(([name]) => name !== 'partOf'));
    const { kind, title, original, metadata } = source;
    const { sha256, name, mediaType } = original;
    const { readings } = metadata;
    return [
      [name, { kind, title, mediaType, sha256, readings, notes: result.notes, own }] as const,
    ];
  });
  return Object.fromEntries(lines);
}

async function inZip(members: Members) {
  const path = join(root, 'case.zip');
  await writeFile(path, zipOf(inCase(members)));
  const { outcomes } = await take([path]);
  const said = await told(outcomes[0]?.parts ?? []);
  await archive.close();
  await shelf.clear();
  shelf = await makeShelf();
  archive = await shelf.create();
  return said;
}

const packages: readonly (readonly [string, () => Members | Promise<Members>])[] = [
  ['ProofMode', () => proofModePackage(photo, person)],
  [
    'ProofMode, of a picture that was changed',
    async () => ({ ...(await proofModePackage(photo, person)), 'photo.jpg': other }),
  ],
  ['Save', () => savePackage(photo)],
  ['Save, of a picture that was changed', () => ({ ...savePackage(photo), 'photo.jpg': other })],
  ['Tella', () => tellaPackage(photo)],
  ['Tella, of a picture that was changed', () => ({ ...tellaPackage(photo), 'gate.jpg': other })],
  ['the auto-archiver', () => autoArchiverPackage(photo, other, authority)],
];

describe('a folder', () => {
  it.each(packages)('of %s is told of as a zip of it', async (_, make) => {
    const members = await make();
    const zipped = await inZip(members);
    const { outcomes } = await take([await unpack(members)]);
    const found = await told(outcomes);
    expect(found).toEqual(zipped);
    expect(Object.keys(found)).toHaveLength(Object.keys(members).length);
    const checks = Object.values(found).flatMap(({ readings }) =>
      readings.filter(({ field }) => field === 'check'),
    );
    expect(checks.length).toBeGreaterThan(0);
  });

  it('in which nothing speaks of anything is taken in as it was', async () => {
    const { outcomes } = await take([await unpack({ 'a.txt': 'One.', 'b.csv': 'a,b\n1,2\n' })]);
    for (const { notes, readings } of Object.values(await told(outcomes))) {
      expect(notes).not.toContain('digests-agree');
      expect(readings.filter(({ field }) => field === 'check')).toEqual([]);
    }
  });
});

describe('files that were chosen together', () => {
  it('are checked when they lie beside one another, and only then', async () => {
    const folder = await unpack({ ...savePackage(photo), 'deep/photo.jpg.meta.json': '{}' });
    const { outcomes } = await take([
      join(folder, 'photo.jpg'),
      join(folder, 'photo.jpg.meta.json'),
    ]);
    expect((await told(outcomes))['photo.jpg']?.notes).toContain('digests-agree');
  });

  it('that lie in other folders do not speak of each other', async () => {
    const { 'photo.jpg.meta.json': meta = '', 'photo.jpg': picture = '' } = savePackage(other);
    const folder = await unpack({ 'a/photo.jpg.meta.json': meta, 'b/photo.jpg': picture });
    const { outcomes } = await take([
      join(folder, 'a/photo.jpg.meta.json'),
      join(folder, 'b/photo.jpg'),
    ]);
    for (const { notes } of Object.values(await told(outcomes)))
      expect(notes).not.toContain('digests-agree');
  });
});

it('what was found holds for the bytes that were looked at: others are not checked', async () => {
  const members = tellaPackage(photo);
  const folder = await unpack(members);
  const files = Object.keys(members).map((name) => ({
    name,
    path: join(folder, name),
    size: photo.length,
  }));
  const checks = must(await archive.checkFolder(files));
  const checked = checks.find(({ name }) => name === 'gate.jpg');
  expect(checked?.checks).toMatchObject([{ value: 'agrees' }]);
  if (!checked) return;
  const bytes = new TextEncoder().encode(other);
  const outcome = must(await archive.importFile({ name: 'gate.jpg', bytes, checked }, capture));
  expect((await told([outcome]))['gate.jpg']).toMatchObject({
    readings: [{ field: 'check', value: 'missing' }],
    own: { 'digests-missing': 1 },
  });
});

it('stopped while files are checked nothing is taken in', async () => {
  const folder = await unpack(tellaPackage(photo));
  const control = new AbortController();
  control.abort();
  const { outcomes, cancelled } = await take([folder], { ...quietJob, signal: control.signal });
  expect({ outcomes, cancelled }).toEqual({ outcomes: [], cancelled: true });
  const files = [{ name: 'gate.jpg', path: join(folder, 'gate.jpg'), size: 1 }];
  const stopped = await archive.checkFolder(files, { ...quietJob, signal: control.signal });
  expect(stopped).toEqual({ ok: false, error: { code: 'cancelled' } });
});

it('a file that is gone meanwhile is not told to have been changed', async () => {
  const members = tellaPackage(photo);
  const folder = await unpack(members);
  await rm(join(folder, 'gate.jpg'));
  const files = Object.keys(members).map((name) => ({ name, path: join(folder, name), size: 9 }));
  expect(must(await archive.checkFolder(files))).toMatchObject([
    { name: 'gate.jpg', sha256: null, checks: [{ value: 'missing' }] },
  ]);
});
