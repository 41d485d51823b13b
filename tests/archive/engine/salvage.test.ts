/** Damaged archives of the sample: what is said of them, and what is got out. */
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Archive,
  diagnoseArchive,
  openArchive,
  type Records,
  salvageArchive,
} from '../../../archive/index.ts';
import { quietJob } from '../../../archive/lib/job.ts';
import type { Quote } from '../../../archive/model/index.ts';
import { fillSample } from '../../../src/sample/fill.ts';
import { cheap, makeShelf, must, passphrase, type Shelf } from '../../helpers/archives.ts';
import { filesOf } from '../vault/place.ts';

const sample = join(import.meta.dirname, '../../../sample');
let shelf: Shelf;
let records: Records;
let quotes: readonly Quote[];

beforeAll(async () => {
  shelf = await makeShelf();
  const archive = await shelf.create('Sample');
  must(await fillSample(archive, sample, quietJob));
  records = must(await archive.records());
  quotes = must(await archive.quotes());
  await archive.close();
});

afterAll(() => shelf.clear());

async function copy(name: string): Promise<string> {
  const folder = join(shelf.root, name);
  await cp(shelf.folder, folder, { recursive: true });
  return folder;
}

/** Changes one byte of the first file whose name fits, at a place counted from its end. */
async function spoil(folder: string, pattern: RegExp, fromEnd: number): Promise<void> {
  const name = (await readdir(folder, { recursive: true }))
    .filter((each) => pattern.test(each))
    .sort()[0];
  const path = join(folder, name ?? '');
  const bytes = await readFile(path);
  const at = bytes.length - fromEnd;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  await writeFile(path, bytes);
}

const byId = <T extends { readonly id: string }>(items: readonly T[]) =>
  [...items].sort((a, b) => (a.id < b.id ? -1 : 1));

async function salvaged(folder: string) {
  const target = `${folder}-new`;
  const before = filesOf(folder);
  const report = must(await salvageArchive(folder, passphrase, target, cheap));
  expect(filesOf(folder)).toEqual(before);
  const archive: Archive = must(await openArchive(target, passphrase, cheap));
  return { report, archive };
}

describe('salvage', () => {
  it('of an archive without heads gives everything, and the new one is whole', async () => {
    const folder = await copy('headless');
    for (const name of await readdir(folder)) if (/^[hg]-/.test(name)) await rm(join(folder, name));
    const { report, archive } = await salvaged(folder);
    expect(report).toMatchObject({
      missing: [],
      damaged: [],
      itemsWithoutFiles: [],
      recovered: [],
      findings: [],
    });
    const now = must(await archive.records());
    expect(byId(now.sources)).toEqual(byId(records.sources));
    expect(byId(must(await archive.quotes()))).toEqual(byId(quotes));
    const verified = must(await archive.verify(true));
    expect(verified).toMatchObject({ intact: true, findings: [] });
    expect(verified.checked.originals).toBe(records.sources.length);
    const { entries } = must(await archive.log(0, 3));
    expect(entries.map(({ action }) => action)).toContain('archive.salvage');
    await archive.close();
  });

  it('says which files and items are touched, and keeps the rest', async () => {
    const folder = await copy('broken');
    await spoil(folder, /^j-/, 300);
    await spoil(folder, /^blobs.[0-9a-f]{2}.[0-9a-f]{64}$/, 100);
    expect(await openArchive(folder, passphrase, cheap)).toMatchObject({
      error: { code: 'damaged' },
    });
    const diagnosis = must(await diagnoseArchive(folder, passphrase, cheap));
    expect(diagnosis.intact).toBe(false);
    expect(diagnosis.findings[0]).toEqual({ code: 'file-damaged', subjects: ['journal'] });
    const { report, archive } = await salvaged(folder);
    expect(report.damaged).toMatchObject([{ role: 'journal' }]);
    expect(report.itemsWithoutFiles).toHaveLength(1);
    const { findings } = must(await archive.verify(true));
    const touched = findings.flatMap(({ subjects }) => subjects);
    expect(touched).toContain(report.itemsWithoutFiles[0]);
    expect(diagnosis.findings.flatMap(({ subjects }) => subjects)).toContain(
      report.itemsWithoutFiles[0],
    );
    expect(must(await archive.records()).sources).toHaveLength(records.sources.length);
    await archive.close();
  });

  it('takes originals in again when all records are lost', async () => {
    const folder = await copy('recordless');
    for (const name of await readdir(folder)) if (/^[sj]-/.test(name)) await rm(join(folder, name));
    const { report, archive } = await salvaged(folder);
    expect(report.recovered).toHaveLength(records.sources.length);
    const now = must(await archive.records());
    const sums = ({ sources }: Records) => sources.map(({ original }) => original.sha256).sort();
    expect(sums(now)).toEqual(sums(records));
    expect(must(await archive.verify(true)).intact).toBe(true);
    await archive.close();
  });

  it('writes nothing into the damaged archive, nor where something is', async () => {
    expect(
      await salvageArchive(shelf.folder, passphrase, join(shelf.folder, 'new'), cheap),
    ).toMatchObject({ error: { code: 'target-inside-archive' } });
    expect(await salvageArchive(shelf.folder, passphrase, shelf.root, cheap)).toMatchObject({
      error: { code: 'folder-not-empty' },
    });
    expect(await salvageArchive(shelf.folder, 'wrong', join(shelf.root, 'x'), cheap)).toMatchObject(
      { error: { code: 'wrong-passphrase' } },
    );
  });
});

describe('a check of an open archive', () => {
  it('names the items whose changes can no longer be read from the disk', async () => {
    const folder = await copy('spoilt-behind-our-back');
    const archive = must(await openArchive(folder, passphrase, cheap));
    await spoil(folder, /^j-/, 300);
    const { findings } = must(await archive.verify(true));
    const [finding] = findings;
    expect(finding?.code).toBe('file-damaged');
    const [role, changes = '', ...items] = finding?.subjects ?? [];
    expect(role).toBe('journal');
    expect(changes).toMatch(/^\d+–\d+$/);
    expect(items.length).toBeGreaterThan(0);
    await archive.close();
  });
});

describe('keying anew', () => {
  it('keeps every item, goes on in another session, and stands in the log', async () => {
    const folder = await copy('rekeyed');
    const archive = must(await openArchive(folder, passphrase, cheap));
    must(await archive.rekey(passphrase, 'nine bridges of Halmar'));
    expect(must(await archive.state()).rekeying).toBe(true);
    await archive.close();
    const again = must(await openArchive(folder, 'nine bridges of Halmar', cheap));
    const steps: number[] = [];
    must(
      await again.continueRekey({
        signal: new AbortController().signal,
        progress: (done) => steps.push(done),
      }),
    );
    expect(steps.length).toBeGreaterThan(records.sources.length);
    expect(must(await again.state()).rekeying).toBe(false);
    expect(byId(must(await again.records()).sources)).toEqual(byId(records.sources));
    expect(must(await again.verify(true))).toMatchObject({ intact: true });
    const { entries } = must(await again.log(0, 10));
    const noted = entries.filter(({ action }) => action === 'archive.rekey');
    expect(noted.map(({ facts }) => facts.step)).toEqual(['ended', 'begun']);
    await again.close();
    expect(await openArchive(folder, passphrase, cheap)).toMatchObject({
      error: { code: 'wrong-passphrase' },
    });
  });
});
