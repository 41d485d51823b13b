/** A disk that fails under an open archive: calls wait, nothing is lost unasked, and opening itself never waits. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Archive,
  createArchive,
  openArchive,
  type OpenOptions,
  type Trouble,
} from '../../../archive/index.ts';
import { type Io, diskIo } from '../../../archive/vault/index.ts';
import { must } from '../../helpers/archives.ts';
import { capture } from '../../helpers/capture.ts';

const real = diskIo();
const passphrase = 'six kites over the brickyard';
const next = 'nine bridges of Halmar';
const tag = (name: string) => ({ name, colour: null, definition: '', parent: null });

/** The real disk, which takes no more bytes once so many writes were done. */
class Filling {
  /** Writes that are still taken. */
  room = Infinity;
  readonly io: Io = {
    ...real,
    open: async (path, mode) => {
      const file = await real.open(path, mode);
      return {
        ...file,
        write: (bytes, at) => {
          if (this.room-- > 0) return file.write(bytes, at);
          throw Object.assign(new Error('full'), { code: 'ENOSPC' });
        },
      };
    },
  };
}

let root: string;
let disk: Filling;
let options: OpenOptions;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'kuferak-trouble-'));
  disk = new Filling();
  const kdf = { memory: 8, passes: 1 };
  options = { io: disk.io, kdf, testOnlyCheapKdf: true, keepsUnsaved: true };
});

afterEach(async () => {
  await rm(root, { recursive: true, force: true, maxRetries: 3 });
});

const folder = () => join(root, 'archive');
const create = async () => must(await createArchive(folder(), 'Kites', passphrase, options));
const reopen = async () => must(await openArchive(folder(), passphrase, options));
const tagsOf = async (archive: Archive) =>
  must(await archive.records()).tags.map(({ name }) => name);

describe('while the disk takes nothing', () => {
  it('a call waits, and resolves once there is room and it is told to go on', async () => {
    const archive = await create();
    const told: (Trouble | null)[] = [];
    archive.onTrouble((trouble) => told.push(trouble));
    disk.room = 0;
    const waiting = archive.addTag(tag('kites'));
    await expect.poll(() => told.at(-1)).toEqual({ code: 'disk-full', unsaved: 1 });
    expect(must(await archive.state())).toMatchObject({ readOnly: 'disk-full', unsaved: 1 });
    expect(await archive.resume()).toMatchObject({ ok: false, error: { code: 'disk-full' } });
    expect(await archive.addTag(tag('later'))).toMatchObject({ error: { code: 'read-only' } });
    disk.room = Infinity;
    expect(await archive.resume()).toMatchObject({ ok: true });
    expect(await waiting).toMatchObject({ ok: true });
    expect(told.at(-1)).toBeNull();
    must(await archive.addTag(tag('brickyard')));
    await archive.close();
    const again = await reopen();
    expect(await tagsOf(again)).toEqual(['kites', 'brickyard']);
    await again.close();
  });

  it('what is given up fails by its reason and is not there', async () => {
    const archive = await create();
    const told: (Trouble | null)[] = [];
    archive.onTrouble((trouble) => told.push(trouble));
    disk.room = 0;
    const waiting = archive.addTag(tag('kites'));
    await expect.poll(() => told.length).toBeGreaterThan(0);
    await archive.discardUnsaved();
    expect(await waiting).toMatchObject({ ok: false, error: { code: 'disk-full' } });
    expect(told.at(-1)).toEqual({ code: 'disk-full', unsaved: 0 });
    disk.room = Infinity;
    must(await archive.resume());
    expect(told.at(-1)).toBeNull();
    expect(await tagsOf(archive)).toEqual([]);
    await archive.close();
  });

  it('an archive that is being made or opened fails instead of waiting for somebody', async () => {
    const codes = new Set<string>();
    for (let room = 0; ; room += 1) {
      disk.room = room;
      const made = await createArchive(folder(), 'Kites', passphrase, options);
      disk.room = Infinity;
      if (made.ok) await made.value.close();
      else codes.add(made.error.code);
      if (made.ok) break;
      await rm(folder(), { recursive: true, force: true });
    }
    expect([...codes]).toEqual(['disk-full']);
  });
});

/** With three sources, and new keys begun. */
async function rekeyed(): Promise<Archive> {
  const archive = await create();
  for (const name of ['one', 'two', 'three']) {
    const bytes = Buffer.from(`${name} kites`);
    must(await archive.importFile({ name: `${name}.txt`, bytes }, capture));
  }
  must(await archive.rekey(passphrase, next));
  return archive;
}

it('a disk that is full while everything is sealed anew can be gone on from, wherever it was', async () => {
  const archive = await rekeyed();
  let stuck = 0;
  // The line of the log waits for the disk as any change does.
  archive.onTrouble((trouble) => {
    if (!trouble) return;
    disk.room = Infinity;
    void archive.resume();
  });
  for (let room = 0; ; room += 1) {
    disk.room = room;
    const sealed = await archive.continueRekey();
    disk.room = Infinity;
    if (sealed.ok) break;
    expect(sealed.error.code).toBe('disk-full');
    if (must(await archive.state()).readOnly !== null) stuck += 1;
    must(await archive.resume());
    expect(must(await archive.state()).readOnly).toBeNull();
    must(await archive.addTag(tag(`after ${room}`)));
  }
  expect(stuck).toBeGreaterThan(0);
  expect(must(await archive.state()).rekeying).toBe(false);
  expect(must(await archive.verify(true)).intact).toBe(true);
  await archive.close();
});

it('closing stops the sealing anew, and the next opening goes on with it', async () => {
  const archive = await rekeyed();
  let closing: Promise<void> | undefined;
  const sealing = archive.continueRekey({
    signal: new AbortController().signal,
    progress: () => {
      closing ??= archive.close();
    },
  });
  expect(await sealing).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  await closing;
  const again = must(await openArchive(folder(), next, options));
  expect(must(await again.state()).rekeying).toBe(true);
  must(await again.continueRekey());
  expect(must(await again.state()).rekeying).toBe(false);
  expect(must(await again.verify(true)).intact).toBe(true);
  await again.close();
});
