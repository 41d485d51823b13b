/** A disk that is full, and files that were changed behind our back: one sentence, and what was there before is there. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { kuferak, makeArchive } from '../helpers/kuferak.ts';
import { mountSmallDisk, noSmallDisk, type SmallDisk } from '../helpers/small-disk.ts';

const sample = join(import.meta.dirname, '../../sample/files');

const PASSPHRASE = 'thirteen gulls on one rope';
let base: string;
let key: string;

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'kuferak-disk-'));
  key = join(base, 'passphrase');
  await writeFile(key, PASSPHRASE);
});

afterEach(async () => {
  await rm(base, { recursive: true, force: true });
});

const run = (...args: string[]) =>
  kuferak({ config: join(base, 'config') }, ...args, '--passphrase-file', key);

async function titles(archive: string): Promise<string[]> {
  const said = await run('sources', archive, '--json');
  expect(said.code).toBe(0);
  return (JSON.parse(said.out) as { title: string }[]).map(({ title }) => title);
}

describe.skipIf(noSmallDisk !== null)('a disk of its own', () => {
  let small: SmallDisk;
  let disk: string;

  beforeEach(() => {
    small = mountSmallDisk('3m');
    disk = small.folder;
  });

  afterEach(() => {
    small.unmount();
  });

  it('that cannot be written is read, and each refused change says so in one sentence', async () => {
    const archive = join(disk, 'archive');
    const page = join(sample, 'harbour-light-2026-03-10.html');
    await makeArchive({ config: join(base, 'config') }, archive, PASSPHRASE);
    await run('import', archive, page);
    const before = await titles(archive);
    small.makeReadOnly();
    const said = 'kuferak: The archive is open for reading only (unwritable).\n';
    expect(await titles(archive)).toEqual(before);
    expect(await run('verify', archive)).toMatchObject({ code: 0, err: said });
    const refused = await run('import', archive, join(sample, 'call-notes.md'));
    expect(refused.code).toBe(1);
    expect(refused.err.slice(said.length)).toMatch(/^kuferak: .* open for reading only, .*\n$/);
    small.makeWritable();
    expect(await titles(archive)).toEqual(before);
  });

  it('that is really full gives one sentence, and leaves the archive as it was', async () => {
    const archive = join(disk, 'archive');
    await makeArchive({ config: join(base, 'config') }, archive, PASSPHRASE);
    expect(
      await run('import', archive, join(sample, 'harbour-light-2026-03-10.html')),
    ).toMatchObject({ code: 0 });
    const before = await titles(archive);

    const large = join(base, 'large.bin');
    await writeFile(large, randomBytes(4 * 1024 ** 2));
    const refused = await run('import', archive, large);
    expect(refused.code).toBe(1);
    expect(refused.err).toMatch(/^kuferak: The disk is full\./);
    expect(refused.err.trim().split('\n')).toHaveLength(1);

    expect(await titles(archive)).toEqual(before);
    expect(await run('verify', archive)).toMatchObject({ code: 0 });
    expect(await run('import', archive, join(sample, 'call-notes.md'))).toMatchObject({ code: 0 });
    expect(await titles(archive)).toHaveLength(2);
  });

  it('that is really full leaves no half dossier under the chosen name', async () => {
    const archive = join(base, 'archive');
    await makeArchive({ config: join(base, 'config') }, archive, PASSPHRASE);
    await run('import', archive, join(sample, 'protocol-of-seizure.jpg'));
    await writeFile(join(disk, 'filler'), randomBytes(2_950 * 1024));
    const refused = await run(
      'dossier',
      archive,
      '--title',
      'Full',
      '--source',
      'K-0001',
      '--out',
      join(disk, 'd.pdf'),
    );
    expect(refused.code).toBe(1);
    expect(refused.err).toMatch(/^kuferak: The disk is full\./);
    expect(await readdir(disk)).toEqual(['filler']);
  });
});

describe('an archive that somebody changed', () => {
  it('is found out, by a sentence and exit code 1, whichever byte it was', async () => {
    const archive = join(base, 'archive');
    await makeArchive({ config: join(base, 'config') }, archive, PASSPHRASE);
    await run('import', archive, join(sample, 'harbour-light-2026-03-10.html'));
    const blobs = (
      await readdir(join(archive, 'blobs'), { recursive: true, withFileTypes: true })
    ).filter((entry) => entry.isFile());
    const [blob] = blobs;
    if (!blob) throw new Error('an import leaves blobs');
    const path = join(blob.parentPath, blob.name);
    const bytes = await readFile(path);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    await writeFile(path, bytes);

    const report = await run('verify', archive, '--json');
    expect(report.code).toBe(1);
    const { intact, findings } = JSON.parse(report.out) as {
      intact: boolean;
      findings: { subjects: string[] }[];
    };
    expect(intact).toBe(false);
    expect(findings.flatMap(({ subjects }) => subjects)).toContain('K-0001');
  });

  it('and put back to an older state is refused until that is said to be on purpose', async () => {
    const archive = join(base, 'archive');
    await makeArchive({ config: join(base, 'config') }, archive, PASSPHRASE);
    const older = new Map<string, Buffer>();
    for (const name of await readdir(archive)) {
      if (/^[a-z]-/.test(name)) older.set(name, await readFile(join(archive, name)));
    }
    await run('import', archive, join(sample, 'call-notes.md'));
    for (const name of await readdir(archive))
      if (/^[hgsj]-/.test(name)) await rm(join(archive, name));
    for (const [name, bytes] of older) await writeFile(join(archive, name), bytes);

    const refused = await run('sources', archive);
    expect(refused.code).toBe(1);
    expect(refused.err).toMatch(/older than when it was last open here/);
    expect(await run('sources', archive, '--accept-older')).toMatchObject({ code: 0 });
  });
});
