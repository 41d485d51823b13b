import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { quietJob } from '../../../archive/lib/job.ts';
import { createVault, type Vault } from '../../../archive/vault/index.ts';
import { mountSmallDisk, noSmallDisk, type SmallDisk } from '../../helpers/small-disk.ts';
import {
  cheap,
  codeOf,
  create,
  filesOf,
  newFolder,
  open,
  PASSPHRASE,
  put,
  stateOf,
  tryOpen,
  valueOf,
} from './place.ts';

function roomOn({ folder }: SmallDisk): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

describe.skipIf(noSmallDisk !== null)('on a disk of its own', () => {
  let disk: SmallDisk;
  let folder: string;
  let anchors: string;

  beforeEach(() => {
    disk = mountSmallDisk('600k');
    folder = join(disk.folder, 'archive');
    anchors = newFolder();
  });

  afterEach(() => {
    disk.unmount();
  });

  /** Writes until the disk takes no more; answers what was acknowledged. */
  async function fill(vault: Vault): Promise<Record<string, { text: string }>> {
    const notes: Record<string, { text: string }> = {};
    for (let n = 0; ; n++) {
      const value = { text: `note ${n} `.repeat(30) };
      const written = await vault.append([put(`n${n}`, value)]);
      if (!written.ok) {
        expect(written.error.code).toBe('disk-full');
        return notes;
      }
      notes[`n${n}`] = value;
    }
  }

  it('[F4] that is really full, all that was acknowledged is there, can be read, and goes on when there is room', async () => {
    const ballast = join(disk.folder, 'ballast');
    writeFileSync(ballast, Buffer.alloc(100_000));
    const vault = await create(folder, { anchors });
    const notes = await fill(vault);
    expect(Object.keys(notes).length).toBeGreaterThan(100);
    expect(vault.readOnly).toEqual({ code: 'disk-full' });
    expect(codeOf(await vault.blobs.put(Buffer.from('a scan'), 'original'))).toBe('read-only');
    await vault.close();

    // The disk is full to the last byte while it is opened again.
    writeFileSync(join(disk.folder, 'rest'), Buffer.alloc(roomOn(disk)));
    const full = await open(folder, { anchors });
    expect(full.readOnly).toEqual({ code: 'disk-full' });
    expect(await stateOf(full)).toEqual({ notes });
    await full.close();

    rmSync(ballast);
    rmSync(join(disk.folder, 'rest'));
    const again = await open(folder, { anchors });
    expect(again.readOnly).toBeNull();
    expect(await stateOf(again)).toEqual({ notes });
    valueOf(await again.append([put('after', { text: 'there is room' })]));
    expect((await again.verify({ full: true }, quietJob)).findings).toEqual([]);
    await again.close();
  });

  it('that is really full, a blob or a snapshot that does not fit leaves nothing behind', async () => {
    const vault = await create(folder, { anchors });
    valueOf(await vault.append([put('a', { n: 1 })]));
    const before = filesOf(folder);
    const large = Buffer.alloc(2_000_000, 'lantern ');
    expect(codeOf(await vault.blobs.put(large, 'original'))).toBe('disk-full');
    expect([...filesOf(folder).keys()]).toEqual([...before.keys()]);
    const text = 'x'.repeat(700_000);
    expect(codeOf(await vault.compact(() => ({ notes: { a: { text } } })))).toBe('disk-full');
    expect([...filesOf(folder).keys()].filter((name) => /tmp-|^s-/.test(name))).toEqual([]);
    // Neither has anything to do with the journal.
    valueOf(await vault.append([put('b', { n: 2 })]));
    await vault.close();
    const again = await open(folder, { anchors });
    expect(await stateOf(again)).toEqual({ notes: { a: { n: 1 }, b: { n: 2 } } });
    await again.close();
  });

  it('that is really full, an archive cannot be made, and nothing of it is left', async () => {
    writeFileSync(join(disk.folder, 'filler'), Buffer.alloc(roomOn(disk) - 8_192));
    expect(codeOf(await createVault(folder, PASSPHRASE, cheap))).toBe('disk-full');
    expect([...filesOf(disk.folder).keys()]).toEqual(['filler']);
  });

  it.each(['was closed well', 'died in the middle of a write'])(
    '[F6] that cannot be written, an archive that %s is read, says so, and stays as it is',
    async (end) => {
      const vault = await create(folder, { anchors });
      valueOf(await vault.append([put('a', { n: 1 })]));
      const { id } = valueOf(await vault.blobs.put(Buffer.from('a scan'), 'original'));
      // What a died session leaves: copied while it was open, with half a frame at its end.
      const left = filesOf(folder);
      await vault.close();
      if (end !== 'was closed well') {
        for (const name of filesOf(folder).keys()) rmSync(join(folder, name));
        for (const [name, bytes] of left) {
          const torn = name.startsWith('j-') ? Buffer.concat([bytes, Buffer.alloc(77, 1)]) : bytes;
          writeFileSync(join(folder, name), torn);
        }
      }
      disk.makeReadOnly();
      const before = filesOf(disk.folder);
      const read = valueOf(await tryOpen(folder, { anchors }));
      expect(read.readOnly).toEqual({ code: 'unwritable' });
      expect(await stateOf(read)).toEqual({ notes: { a: { n: 1 } } });
      expect(Buffer.from(valueOf(await read.blobs.get(id))).toString()).toBe('a scan');
      expect(codeOf(await read.append([put('b', {})]))).toBe('read-only');
      expect(codeOf(await read.blobs.put(Buffer.from('x'), 'y'))).toBe('read-only');
      expect(codeOf(await read.compact(() => ({})))).toBe('read-only');
      expect((await read.verify({ full: true }, quietJob)).findings).toEqual([]);
      await read.close();
      expect(filesOf(disk.folder)).toEqual(before);
      disk.makeWritable();
      await (await open(folder, { anchors })).close();
    },
  );
});
