import { describe, expect, it } from 'vitest';
import {
  createVault,
  type Io,
  type IoFile,
  openVault,
  type Vault,
} from '../../../archive/vault/index.ts';
import { Disk, SystemError } from './disk.ts';
import { cheap, codeOf, PASSPHRASE, put, stateOf, valueOf } from './place.ts';

const FOLDER = '/archive';

interface Fault {
  readonly code: string;
  /** Number of the call that fails. */
  readonly at: number;
  /** Whether all that follow fail too, as on a full disk. */
  readonly lasting: boolean;
  /** Half of a write is done before it fails. */
  readonly short: boolean;
}

/** Fails at the k-th call that asks anything of the medium. */
class Failing implements Io {
  calls = 0;
  fault: Fault | null;
  readonly #io: Io;

  constructor(io: Io, fault: Fault | null) {
    this.#io = io;
    this.fault = fault;
  }

  #fails(): boolean {
    this.calls += 1;
    if (!this.fault) return false;
    const { at, lasting } = this.fault;
    return lasting ? this.calls >= at : this.calls === at;
  }

  async #or<T>(work: () => Promise<T>): Promise<T> {
    if (this.#fails()) throw new SystemError(this.fault?.code ?? 'EIO');
    return work();
  }

  async open(path: string, mode: 'read' | 'write' | 'new'): Promise<IoFile> {
    const file = await this.#or(() => this.#io.open(path, mode));
    return {
      ...file,
      write: async (bytes, at) => {
        if (!this.#fails()) return file.write(bytes, at);
        if (this.fault?.short === true) await file.write(bytes.subarray(0, bytes.length / 2), at);
        throw new SystemError(this.fault?.code ?? 'EIO');
      },
      read: (length, at) => this.#or(() => file.read(length, at)),
      truncate: (length) => this.#or(() => file.truncate(length)),
      sync: () => this.#or(() => file.sync()),
    };
  }

  rename = (from: string, to: string) => this.#or(() => this.#io.rename(from, to));
  remove = (path: string) => this.#or(() => this.#io.remove(path));
  makeFolder = (path: string) => this.#or(() => this.#io.makeFolder(path));
  removeFolder = (path: string) => this.#or(() => this.#io.removeFolder(path));
  list = (path: string) => this.#or(() => this.#io.list(path));
  stat = (path: string) => this.#io.stat(path);
  syncFolder = (path: string) => this.#or(() => this.#io.syncFolder(path));
  lock = (path: string) => this.#io.lock(path);
}

/** A caller as the store is: what failed is taken back. */
class Caller {
  readonly notes: Record<string, { n: number }> = {};
  readonly codes = new Set<string>();
  readonly #vault: Vault;

  constructor(vault: Vault) {
    this.#vault = vault;
  }

  async note(n: number): Promise<void> {
    this.notes[`n${n}`] = { n };
    const written = await this.#vault.append([put(`n${n}`, { n })]);
    if (written.ok) return;
    this.codes.add(written.error.code);
    Reflect.deleteProperty(this.notes, `n${n}`);
  }

  async compact(): Promise<void> {
    this.codes.add(codeOf(await this.#vault.compact(() => ({ notes: this.notes }))));
  }
}

const named: Readonly<Record<string, string>> = {
  ENOSPC: 'disk-full',
  EIO: 'io',
  EMFILE: 'too-many-files',
  EROFS: 'unwritable',
  EACCES: 'unwritable',
};

/** Works with a fault; answers what was acknowledged, or `null` when the fault came too late to matter. */
async function live(fault: Fault, thenResume: boolean): Promise<boolean> {
  const disk = new Disk();
  await valueOf(await createVault(FOLDER, PASSPHRASE, { ...cheap, io: disk })).close();
  const failing = new Failing(disk, null);
  const vault = valueOf(await openVault(FOLDER, PASSPHRASE, { ...cheap, io: failing }));
  failing.calls = 0;
  failing.fault = fault;
  const caller = new Caller(vault);
  await caller.note(1);
  await caller.note(2);
  await vault.blobs.put(Buffer.from('scan'), 'original');
  await caller.compact();
  await caller.note(3);
  await vault.holders.changePassphrase('wrong', 'other');
  await caller.note(4);
  const touched = failing.calls >= fault.at;
  if (touched) {
    const known = new Set(['ok', 'read-only', named[fault.code] ?? '']);
    expect([...caller.codes].filter((code) => !known.has(code))).toEqual([]);
  }
  if (thenResume) {
    failing.fault = null;
    valueOf(await vault.resume());
    expect(vault.readOnly).toBeNull();
    await caller.note(5);
    expect(caller.notes.n5).toEqual({ n: 5 });
  }
  await vault.close();

  // As a process that starts again on a disk that is well.
  const opened = valueOf(
    await openVault(FOLDER, PASSPHRASE, { ...cheap, io: new Disk(disk.image()) }),
  );
  const found = (await stateOf(opened)) as { notes?: Record<string, unknown> };
  if (thenResume) expect(found.notes).toEqual(caller.notes);
  else expect(found.notes ?? {}).toMatchObject(caller.notes);
  await opened.close();
  return touched;
}

/** Each code at every third call, or each at every call. */
const step = process.env.SLOW === undefined ? 3 : 1;
const faults = Object.keys(named).flatMap((code) =>
  [true, false].map((lasting) => ({ code, lasting })),
);

describe('an error of the medium', { timeout: 300_000 }, () => {
  it.each(faults)(
    '[F4] $code at any call (lasting: $lasting) loses nothing that was acknowledged',
    async ({ code, lasting }) => {
      for (let at = 1; ; at += step) {
        if (!(await live({ code, at, lasting, short: at % 2 === 0 }, false))) break;
      }
    },
  );

  it('[J9] that passes can be left behind, and what it was said to have undone stays undone', async () => {
    for (const short of [false, true]) {
      for (let at = 1; ; at++) {
        if (!(await live({ code: 'EIO', at, lasting: false, short }, true))) break;
      }
    }
  });

  it('while an archive is made leaves the folder as it was', async () => {
    for (let at = 1; ; at++) {
      const disk = new Disk();
      const failing = new Failing(disk, { code: 'ENOSPC', at, lasting: false, short: false });
      const made = await createVault(FOLDER, PASSPHRASE, { ...cheap, io: failing });
      if (made.ok) {
        await made.value.close();
        expect(at).toBeGreaterThan(10);
        break;
      }
      expect(made.error.code).toBe('disk-full');
      const { files, folders } = disk.image();
      expect([...files.keys(), ...folders]).toEqual(['/']);
    }
  });

  it('while one is opened is told, or makes it read-only, and harms nothing', async () => {
    const disk = new Disk();
    const vault = valueOf(await createVault(FOLDER, PASSPHRASE, { ...cheap, io: disk }));
    valueOf(await vault.append([put('a', { n: 1 })]));
    // Not closed: opening has something to put in order.
    const image = disk.image();
    for (let at = 1; ; at++) {
      const broken = new Disk(image);
      const failing = new Failing(broken, { code: 'ENOSPC', at, lasting: true, short: false });
      const opened = await openVault(FOLDER, PASSPHRASE, { ...cheap, io: failing });
      const again = new Disk(broken.image());
      if (opened.ok) {
        expect(await stateOf(opened.value)).toEqual({ notes: { a: { n: 1 } } });
        if (opened.value.readOnly) expect(opened.value.readOnly.code).toBe('disk-full');
        else break;
      } else expect(opened.error.code).toBe('disk-full');
      const well = valueOf(await openVault(FOLDER, PASSPHRASE, { ...cheap, io: again }));
      expect(await stateOf(well)).toEqual({ notes: { a: { n: 1 } } });
      await well.close();
    }
  });
});
