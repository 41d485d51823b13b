/** What the disk refuses while somebody is there: kept, written again, or given up. On a real vault. */
import { describe, expect, it } from 'vitest';
import { beginArchive } from '../../../archive/store/commands/archive.ts';
import { addTag } from '../../../archive/store/commands/tags.ts';
import { brokenLines } from '../../../archive/store/log.ts';
import { Store, type Trouble } from '../../../archive/store/store.ts';
import { createVault, type Io, openVault } from '../../../archive/vault/index.ts';
import { Disk, SystemError } from '../vault/disk.ts';
import { opening } from '../vault/opening.ts';
import { cheap, PASSPHRASE, valueOf } from '../vault/place.ts';

const clock = { now: () => Date.UTC(2026, 2, 12), offset: () => 180 };
const tool = { name: 'kuferak', version: '0.0.0' };
const tag = (name: string) => addTag({ name, colour: null, definition: '', parent: null });
const names = (store: Store) =>
  store.reading
    .all('tags')
    .map(({ name }) => name)
    .sort();

/** A disk that refuses every write and flush while it is full. */
function fullable(disk: Disk): { io: Io; fill: () => void; free: () => void } {
  let full = false;
  const io = opening(disk, async (path, mode) => {
    if (full && mode === 'new') throw new SystemError('ENOSPC');
    const file = await disk.open(path, mode);
    return {
      ...file,
      write: (bytes, at) =>
        full ? Promise.reject(new SystemError('ENOSPC')) : file.write(bytes, at),
    };
  });
  return {
    io,
    fill: () => {
      full = true;
    },
    free: () => {
      full = false;
    },
  };
}

async function begin() {
  const disk = new Disk();
  const medium = fullable(disk);
  const vault = valueOf(await createVault('/a', PASSPHRASE, { ...cheap, io: medium.io }));
  const store = await Store.open(vault, clock, tool, { keepsUnsaved: true });
  valueOf(await store.run(beginArchive('Case')));
  valueOf(await store.run(tag('kept')));
  const troubles: (Trouble | null)[] = [];
  store.onTrouble((trouble) => troubles.push(trouble));
  const close = async () => {
    await store.close();
    await vault.close();
  };
  const reopened = async () => {
    const again = valueOf(await openVault('/a', PASSPHRASE, { ...cheap, io: disk }));
    const read = await Store.open(again, clock, tool);
    await again.close();
    expect(brokenLines(read.reading.all('activities'))).toEqual([]);
    return names(read);
  };
  return { ...medium, store, troubles, close, reopened };
}

describe('changes that the disk refused', () => {
  it('wait, are written in order when there is room, and their calls resolve then', async () => {
    const { store, fill, free, troubles, close, reopened } = await begin();
    const heard: number[] = [];
    store.onChanged(({ seq }) => heard.push(seq));
    fill();
    const waiting = [store.run(tag('one')), store.run(tag('two'))];
    const undone = store.undo();
    await expect.poll(() => store.unsaved).toBe(3);
    expect(troubles.at(-1)).toEqual({ code: 'disk-full', unsaved: 3 });
    expect(await store.run(tag('three'))).toMatchObject({ error: { code: 'read-only' } });
    expect(await store.resume()).toMatchObject({ error: { code: 'disk-full' } });
    expect(heard).toEqual([]);

    free();
    expect(await store.resume()).toMatchObject({ ok: true });
    for (const result of await Promise.all(waiting)) expect(result.ok).toBe(true);
    expect(await undone).toMatchObject({ ok: true });
    expect(heard).toEqual([3, 4, 5]);
    expect(troubles.at(-1)).toBeNull();
    expect(store).toMatchObject({ unsaved: 0, readOnly: null });
    valueOf(await store.run(tag('after')));
    const now = names(store);
    await close();
    expect(await reopened()).toEqual(now);
    expect(now).toContain('after');
  });

  it('can be given up: the state is that of the disk again, and work goes on', async () => {
    const { store, fill, free, troubles, close, reopened } = await begin();
    fill();
    const waiting = store.run(tag('lost'));
    await expect.poll(() => store.unsaved).toBe(1);
    store.discardUnsaved();
    expect(await waiting).toMatchObject({ error: { code: 'disk-full' } });
    expect(names(store)).toEqual(['kept']);
    expect(troubles.at(-1)).toEqual({ code: 'disk-full', unsaved: 0 });
    free();
    expect(await store.resume()).toMatchObject({ ok: true });
    expect(troubles.at(-1)).toBeNull();
    valueOf(await store.run(tag('next')));
    await close();
    expect(await reopened()).toEqual(['kept', 'next']);
  });

  it('are tried once more when the archive is locked, and fail when there is still no room', async () => {
    for (const room of [true, false]) {
      const { store, fill, free, close, reopened } = await begin();
      fill();
      const waiting = store.run(tag('last'));
      await expect.poll(() => store.unsaved).toBe(1);
      if (room) free();
      await close();
      expect((await waiting).ok).toBe(room);
      free();
      expect(await reopened()).toEqual(room ? ['kept', 'last'] : ['kept']);
    }
  });
});
