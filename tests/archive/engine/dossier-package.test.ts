/** A dossier leaves an archive as a package: with the true PDF, the archive's own key, and a line in the log. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Archive } from '../../../archive/index.ts';
import { openArchive, salvageArchive } from '../../../archive/index.ts';
import {
  type DossierId,
  shareProfiles,
  type SourceId,
  unknown,
} from '../../../archive/model/index.ts';
import type { PackageRequest } from '../../../archive/requests.ts';
import { cheap, type Shelf, makeShelf, must, passphrase } from '../../helpers/archives.ts';

const words = 'Zoya Tarn opened the door to Ilya Brandt.';
const request: PackageRequest = {
  form: 'folder',
  files: 'originals',
  seal: null,
  despiteNames: false,
  recipient: 'The Ferry Review',
};
const capture = {
  collectedBy: unknown,
  collectedAt: unknown,
  place: unknown,
  method: unknown,
  device: unknown,
  consent: unknown,
};

let shelf: Shelf;
let archive: Archive;
let dossier: DossierId;
/** Where the archive keeps the key. */
let keyFile: string;
const at = (...names: string[]) => join(shelf.root, ...names);
const blobFiles = async (): Promise<string[]> => {
  const folder = join(shelf.folder, 'blobs');
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
};
const pack = (name: string, more: Partial<PackageRequest> = {}) =>
  archive.exportPackage(dossier, at(name), { ...request, ...more });

beforeAll(async () => {
  shelf = await makeShelf();
  archive = await shelf.create();
  const take = async (name: string, text: string): Promise<SourceId> => {
    const bytes = Buffer.from(text);
    const { result } = must(await archive.importFile({ name, bytes }, capture));
    if (result.state !== 'taken') throw new Error(result.state);
    return result.source;
  };
  const [said, plain] = [await take('said.txt', words), await take('plain.txt', 'No one here.')];
  const person = { kind: 'person' as const, spellings: [], role: '', note: '' };
  for (const name of ['Ilya Brandt', 'Zoya Tarn'])
    must(await archive.addEntity({ ...person, name, protection: 'must-not-be-named' }));
  const made = await archive.addDossier({
    title: 'The door of Ilya Brandt',
    matter: '',
    author: '',
    handling: '',
    language: 'en',
    pageSize: 'a4',
    sections: [
      { kind: 'source', source: said },
      { kind: 'source', source: plain },
    ],
    sharing: { levels: shareProfiles.protect, entities: [] },
  });
  dossier = must(made).id;
  const before = new Set(await blobFiles());
  must(await archive.signingKey());
  keyFile = (await blobFiles()).find((path) => !before.has(path)) ?? '';
});

afterAll(async () => {
  await archive.close();
  await shelf.clear();
});

describe('a dossier as a package', () => {
  it('holds the PDF, names everybody in both alike, and is found sound by its own script', async () => {
    const made = must(await pack('first'));
    const pdf = await readFile(at('first', 'data/dossier.pdf'));
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const printed = execFileSync('pdftotext', [at('first', 'data/dossier.pdf'), '-'], {
      encoding: 'utf8',
    });
    const sentence = '[Person B] opened the door to [Person A].';
    expect(printed.replace(/\s+/g, ' ')).toContain(sentence);
    expect(await readFile(at('first', 'data/texts/K-0001.txt'), 'utf8')).toBe(sentence);
    expect(await readdir(at('first', 'data/originals'))).toEqual(['K-0002.txt']);
    expect(made.withheld).toEqual([{ exhibit: 1, why: 'names' }]);
    const { status } = spawnSync('sh', ['verify.sh', made.fingerprint], { cwd: at('first') });
    expect(status).toBe(0);
  });

  it('is a line of the log with digest, profile, key and for whom, and the next one tells of it', async () => {
    const made = must(await pack('second.zip', { form: 'zip' }));
    const { entries } = must(await archive.log(0, 1));
    expect(entries[0]).toMatchObject({
      action: 'dossier.export',
      subjects: [dossier],
      facts: {
        sha256: made.sha256,
        profile: 'protect',
        package: 'zip',
        manifest: made.manifest,
        archive: made.archive,
        files: made.files,
        withheld: 1,
        names: 0,
        fingerprint: made.fingerprint,
        recipient: 'The Ferry Review',
        version: 2,
      },
    });
    const { earlier } = must(await archive.inspectDossier(dossier));
    expect(earlier).toMatchObject({
      version: 2,
      recipient: 'The Ferry Review',
      sha256: made.sha256,
    });
    const digest = execFileSync('sha256sum', [at('second.zip')], { encoding: 'utf8' });
    expect(digest.slice(0, 64)).toBe(made.archive);
    const zip = execFileSync('python3', ['-m', 'zipfile', '-l', at('second.zip')]).toString();
    expect(zip).not.toMatch(/Ferry|Tarn/);
  });

  it('is refused inside of the archive, over what is there, and for what is no key', async () => {
    const inside = await archive.exportPackage(dossier, join(shelf.folder, 'x'), request);
    expect(inside).toMatchObject({ error: { code: 'target-inside-archive' } });
    expect(await pack('first')).toMatchObject({ error: { code: 'target-exists' } });
    const seal = { by: 'recipient', recipient: 'age1' } as const;
    expect(await pack('x.age', { form: 'zip', seal })).toMatchObject({
      error: { code: 'recipient-invalid' },
    });
  });

  it('stops when it is told to, and leaves nothing', async () => {
    const before = await readdir(shelf.root);
    const job = { signal: AbortSignal.abort(), progress: () => undefined };
    const stopped = await archive.exportPackage(dossier, at('stopped'), request, job);
    expect(stopped).toMatchObject({ error: { code: 'cancelled' } });
    expect(await readdir(shelf.root)).toEqual(before);
  });
});

describe('the key that an archive signs by', () => {
  it('is made once, is no part of any record, and outlives undo and locking', async () => {
    const first = must(await archive.signingKey());
    while (must(await archive.undo()) !== null);
    must(await archive.redo());
    expect(must(await archive.signingKey())).toEqual(first);
    const { about } = must(await archive.records());
    expect(about.signingKey?.fingerprint).toBe(first.fingerprint);
    const entries = must(await archive.log(0, 500)).entries;
    expect(entries.filter(({ action }) => action === 'archive.signing-key')).toHaveLength(1);
    await archive.close();
    archive = await shelf.open();
    expect(must(await archive.signingKey())).toEqual(first);
    expect(must(await archive.verify(true)).intact).toBe(true);
  });

  it('stays out of what leaves by a profile', async () => {
    const sharing = { levels: shareProfiles.protect, entities: [] };
    const ask = { format: 'json', sharing, files: 'none', despiteNames: false } as const;
    must(await archive.exportAll(ask, at('shown.json')));
    const { fingerprint } = must(await archive.signingKey());
    const shown = JSON.parse(await readFile(at('shown.json'), 'utf8')) as { about: object };
    expect(Object.keys(shown.about)).not.toContain('signingKey');
    expect(fingerprint).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is found missing by verify; what is salvaged then signs by another', async () => {
    const before = must(await archive.signingKey());
    await archive.close();
    await rm(keyFile);
    archive = await shelf.open();
    expect(await archive.signingKey()).toMatchObject({ error: { code: 'damaged' } });
    expect(must(await archive.verify(false)).findings).toMatchObject([{ code: 'blob-missing' }]);
    await archive.close();
    const options = { ...cheap, anchors: shelf.anchors };
    must(await salvageArchive(shelf.folder, passphrase, at('salvaged'), options));
    archive = must(await openArchive(at('salvaged'), passphrase, options));
    const after = must(await archive.signingKey());
    expect(after.fingerprint).not.toBe(before.fingerprint);
  });
});
