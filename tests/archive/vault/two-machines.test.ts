import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createVault, type Io, openVault, type Vault } from '../../../archive/vault/index.ts';
import { Disk } from './disk.ts';
import { cheap, codeOf, PASSPHRASE, put, stateOf, valueOf } from './place.ts';

const FOLDER = '/archive';
const runs = process.env.SLOW === undefined ? 300 : 20_000;

/** One machine on a shared folder: its locks are granted to each, and each of its calls waits for its turn. */
function machine(disk: Disk, turn: () => Promise<void>): Io {
  const then = async <T>(work: () => Promise<T>): Promise<T> => {
    await turn();
    return work();
  };
  return {
    open: async (path, mode) => {
      const file = await then(() => disk.open(path, mode));
      return {
        write: (bytes, at) => then(() => file.write(bytes, at)),
        read: (length, at) => then(() => file.read(length, at)),
        size: () => then(() => file.size()),
        truncate: (length) => then(() => file.truncate(length)),
        sync: () => then(() => file.sync()),
        close: () => file.close(),
      };
    },
    rename: (from, to) => then(() => disk.rename(from, to)),
    link: (from, to) => then(() => disk.link(from, to)),
    remove: (path) => then(() => disk.remove(path)),
    makeFolder: (path) => then(() => disk.makeFolder(path)),
    removeFolder: (path) => then(() => disk.removeFolder(path)),
    list: (path) => then(() => disk.list(path)),
    stat: (path) => then(() => disk.stat(path)),
    syncFolder: (path) => then(() => disk.syncFolder(path)),
    lock: () => () => undefined,
  };
}

const atOnce = () => Promise.resolve();

function open(io: Io) {
  return openVault(FOLDER, PASSPHRASE, { ...cheap, io });
}

/** What is there for one who opens it alone afterwards; `null` when it does not open. */
async function found(disk: Disk): Promise<Record<string, unknown> | null> {
  const opened = await open(new Disk(disk.image()));
  if (!opened.ok) return null;
  const { notes = {} } = (await stateOf(opened.value)) as { notes?: Record<string, unknown> };
  await opened.value.close();
  return notes;
}

async function archive(): Promise<Disk> {
  const disk = new Disk();
  await valueOf(await createVault(FOLDER, PASSPHRASE, { ...cheap, io: disk })).close();
  return disk;
}

/** Keeps three notes, or as many as it may, and a snapshot. */
async function live(
  vault: Vault,
  name: string,
  kept: Record<string, unknown>,
  own: Record<string, unknown> = {},
): Promise<void> {
  for (let n = 0; n < 3; n++) {
    own[`${name}${n}`] = { n };
    if (!(await vault.append([put(`${name}${n}`, { n })])).ok) break;
    kept[`${name}${n}`] = { n };
    if (n === 1) await vault.compact(() => ({ notes: own }) as never);
  }
  await vault.close();
}

describe('two machines on one folder, where no lock holds', () => {
  it('[D3] [J8] the second that writes is stopped, and all that the first kept is there', async () => {
    const disk = await archive();
    const first = valueOf(await open(machine(disk, atOnce)));
    const second = valueOf(await open(machine(disk, atOnce)));
    valueOf(await first.append([put('a', { n: 1 })]));
    expect(codeOf(await second.append([put('b', { n: 2 })]))).toBe('in-use');
    expect(second.readOnly).toEqual({ code: 'in-use' });
    valueOf(await first.append([put('c', { n: 3 })]));
    valueOf(await first.compact(() => ({ notes: { a: { n: 1 }, c: { n: 3 } } })));
    expect(codeOf(await second.append([put('d', { n: 4 })]))).toBe('read-only');
    expect(codeOf(await second.compact(() => ({})))).toBe('read-only');
    await second.close();
    await first.close();
    expect(await found(disk)).toEqual({ a: { n: 1 }, c: { n: 3 } });
  });

  it('[D3] one that slept through many changes and snapshots of the other is stopped as well', async () => {
    const disk = await archive();
    const first = valueOf(await open(machine(disk, atOnce)));
    const second = valueOf(await open(machine(disk, atOnce)));
    const notes: Record<string, { n: number }> = {};
    for (let n = 0; n < 4; n++) {
      notes[`a${n}`] = { n };
      valueOf(await first.append([put(`a${n}`, { n })]));
      valueOf(await first.compact(() => ({ notes })));
    }
    expect(codeOf(await second.append([put('b', { n: 2 })]))).toBe('in-use');
    await second.close();
    await first.close();
    expect(await found(disk)).toEqual(notes);
  });

  it('[K6] the second that changes the passphrase is stopped, and the first passphrase holds', async () => {
    const disk = await archive();
    const first = valueOf(await open(machine(disk, atOnce)));
    const second = valueOf(await open(machine(disk, atOnce)));
    valueOf(await first.holders.changePassphrase(PASSPHRASE, 'of the first'));
    const refused = await second.holders.changePassphrase(PASSPHRASE, 'of the second');
    expect(refused.ok).toBe(false);
    await second.close();
    await first.close();
    const opened = await openVault(FOLDER, 'of the first', { ...cheap, io: disk });
    await valueOf(opened).close();
  });

  it(
    '[D3] [J8] in whatever order their calls come, nothing that either kept is destroyed',
    { timeout: 600_000 },
    async () => {
      const seen = new Set<string>();
      await fc.assert(
        fc.asyncProperty(fc.scheduler(), async (scheduler) => {
          const disk = await archive();
          // Both open before either writes; from then on their calls take turns at random.
          let turn = atOnce;
          const io = () => machine(disk, () => turn());
          const vaults = [valueOf(await open(io())), valueOf(await open(io()))];
          turn = () => scheduler.schedule(Promise.resolve(), 'a call');
          const kept: Record<string, unknown> = {};
          await scheduler.waitFor(
            Promise.all(vaults.map((vault, at) => live(vault, `${at}-`, kept))),
          );
          expect(await found(disk)).toEqual(kept);
          seen.add(Object.keys(kept)[0]?.[0] ?? 'neither');
        }),
        { numRuns: runs },
      );
      // Either wins at times.
      expect([...seen]).toEqual(expect.arrayContaining(['0', '1']));
    },
  );

  it(
    '[D3] [J5] one that opens while the other is writing takes over, and nothing that either kept is destroyed',
    { timeout: 600_000 },
    async () => {
      let both = 0;
      await fc.assert(
        fc.asyncProperty(fc.scheduler(), async (scheduler) => {
          const disk = await archive();
          let turn = atOnce;
          const first = valueOf(await open(machine(disk, () => turn())));
          valueOf(await first.append([put('begun', { n: 1 })]));
          turn = () => scheduler.schedule(Promise.resolve(), 'a call');
          const kept: Record<string, unknown> = { begun: { n: 1 } };
          const second = async () => {
            const opened = await open(machine(disk, () => turn()));
            if (!opened.ok) return;
            const { notes = {} } = (await stateOf(opened.value)) as { notes?: object };
            await live(opened.value, 'second', kept, { ...notes });
          };
          await scheduler.waitFor(Promise.all([live(first, 'first', kept, { ...kept }), second()]));
          turn = atOnce;
          expect(await found(disk)).toMatchObject(kept);
          if (Object.keys(kept).some((id) => id.startsWith('second'))) both += 1;
        }),
        { numRuns: runs },
      );
      expect(both).toBeGreaterThan(0);
    },
  );
});
