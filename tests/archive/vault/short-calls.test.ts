import * as nodeFs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { quietJob } from '../../../archive/lib/job.ts';
import { diskIo, type Io } from '../../../archive/vault/index.ts';
import { SystemError } from './disk.ts';
import { codeOf, create, newFolder, open, PASSPHRASE, put, stateOf, valueOf } from './place.ts';

type Handle = nodeFs.promises.FileHandle;

/** The system's own files, of which some calls are changed. */
function changedIo(change: (handle: Handle) => void, fs: Partial<typeof nodeFs> = {}): Io {
  const promises = {
    ...nodeFs.promises,
    open: async (...args: Parameters<typeof nodeFs.promises.open>) => {
      const handle = await nodeFs.promises.open(...args);
      change(handle);
      return handle;
    },
  };
  return diskIo({ ...nodeFs, ...fs, promises });
}

/** The system may write, and read, less than it was asked to; here it always does. */
function halfOf(length: number): number {
  return Math.max(1, Math.floor(length / 2));
}

type Call = (bytes: Buffer, at: number, length: number, position: number) => unknown;

const shortIo = () =>
  changedIo(
    (handle) => {
      for (const name of ['write', 'read'] as const) {
        const real = handle[name].bind(handle) as Call;
        const short: Call = (bytes, at, length, position) =>
          real(bytes, at, halfOf(length), position);
        Reflect.set(handle, name, short);
      }
    },
    {
      writeSync: ((fd: number, bytes: Buffer, at: number, length: number, position: number) =>
        nodeFs.writeSync(fd, bytes, at, halfOf(length), position)) as typeof nodeFs.writeSync,
    },
  );

/** More than the quick flushes after which the next ones are waited for in place. */
const CHANGES = 14;

/** Fails one flush, whichever way it is asked for, counted from when it was armed. */
function countedFlushes(failing: number) {
  let armed = false;
  let made = 0;
  const error = () => (armed && ++made === failing ? new SystemError('EIO') : null);
  const io = changedIo(
    (handle) => {
      for (const name of ['datasync', 'sync'] as const) {
        const { [name]: real } = handle;
        Reflect.set(handle, name, () => {
          const failure = error();
          return failure ? Promise.reject(failure) : real.call(handle);
        });
      }
    },
    {
      fdatasync: ((fd: number, done: nodeFs.NoParamCallback) => {
        const failure = error();
        if (failure) done(failure);
        else nodeFs.fdatasync(fd, done);
      }) as typeof nodeFs.fdatasync,
      fdatasyncSync: (fd) => {
        const failure = error();
        if (failure) throw failure;
        nodeFs.fdatasyncSync(fd);
      },
    },
  );
  return { io, arm: () => (armed = true), failed: () => made >= failing };
}

describe('the system’s own calls', { timeout: 120_000 }, () => {
  it('[F3] that write and read less than they were asked to lead to the same archive', async () => {
    const folder = newFolder();
    const io = shortIo();
    const vault = await create(folder, { io });
    valueOf(await vault.append([put('a', { text: 'x'.repeat(5_000) })]));
    const bytes = Buffer.alloc(200_000, 'lantern ');
    const { id } = valueOf(await vault.blobs.put(bytes, 'original'));
    valueOf(await vault.compact(() => ({ notes: { a: { text: 'x'.repeat(5_000) } } })));
    valueOf(await vault.append([put('b', { n: 2 })]));
    expect(bytes.equals(valueOf(await vault.blobs.get(id)))).toBe(true);
    await vault.close();
    for (const each of [io, diskIo()]) {
      const again = await open(folder, { io: each });
      expect(await stateOf(again)).toEqual({
        notes: { a: { text: 'x'.repeat(5_000) }, b: { n: 2 } },
      });
      const { findings } = await again.verify({ full: true, references: new Set([id]) }, quietJob);
      expect(findings).toEqual([]);
      await again.close();
    }
  });

  it('[F4] [J9] a flush that fails once is not tried again, and nothing behind it is kept', async () => {
    for (let failing = 1; ; failing++) {
      const folder = newFolder();
      const flushes = countedFlushes(failing);
      const vault = await create(folder, { io: flushes.io });
      flushes.arm();
      const kept: Record<string, { n: number }> = {};
      let told = false;
      for (let n = 0; n < CHANGES; n++) {
        const written = await vault.append([put(`n${n}`, { n })]);
        if (written.ok) kept[`n${n}`] = { n };
        else expect(['io', 'read-only']).toContain(codeOf(written));
        const compacted = n === 1 ? await vault.compact(() => ({ notes: { ...kept } })) : written;
        told ||= !written.ok || !compacted.ok;
      }
      expect(told).toBe(flushes.failed());
      // Once it failed, no later flush makes anything of this session good.
      if (vault.readOnly) expect(Object.keys(kept).length).toBeLessThan(CHANGES);
      await vault.close();
      const again = await open(folder, {}, PASSPHRASE);
      expect((await stateOf(again)) as object).toMatchObject(
        Object.keys(kept).length > 0 ? { notes: kept } : {},
      );
      await again.close();
      if (flushes.failed()) continue;
      expect(failing).toBeGreaterThan(CHANGES);
      break;
    }
  });
});
