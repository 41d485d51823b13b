import { beforeAll, describe, expect, it } from 'vitest';
import { quietJob } from '../../../archive/lib/job.ts';
import type { Result } from '../../../archive/lib/result.ts';
import { limits } from '../../../archive/model/limits.ts';
import { createVault, openVault, type Vault } from '../../../archive/vault/index.ts';
import { Disk, type Image } from './disk.ts';
import { FailingIo, type Fault } from './failing.ts';
import { cheap, codeOf, PASSPHRASE, put, stateOf, valueOf } from './place.ts';

const FOLDER = '/archive';
const NEXT = 'nine bridges of Halmar';
const LAST = 'eleven gates of Zabrod';
/** What the fault may be called. `unreadable` is what is refused while it is read. */
const named: Readonly<Record<string, readonly string[]>> = {
  ENOSPC: ['disk-full'],
  EIO: ['io'],
  EMFILE: ['too-many-files'],
  EROFS: ['unwritable'],
  EACCES: ['unwritable', 'unreadable'],
};
/** Long after every blob here was written. */
const clock = { now: () => 2 * limits.blobGraceMilliseconds, offset: () => 0 };
const options = { ...cheap, anchors: '/anchors', clock } as const;

let begin: Image;
let old: { readonly wanted: string; readonly unwanted: string };

/** An archive with a snapshot, blobs, and a session that died in the middle of a write. */
beforeAll(async () => {
  const disk = new Disk();
  const vault = valueOf(await createVault(FOLDER, PASSPHRASE, { ...options, io: disk }));
  valueOf(await vault.append([put('n1', { n: 1 })]));
  valueOf(await vault.compact(() => ({ notes: { n1: { n: 1 } } })));
  const blob = async (text: string) =>
    valueOf(await vault.blobs.put(Buffer.from(text), 'original')).id;
  old = { wanted: await blob('wanted'), unwanted: await blob('unwanted') };
  valueOf(await vault.append([put('n2', { n: 2 })]));
  valueOf(await vault.append([put('n3', { n: 3 })]));
  const { folders, files } = disk.image();
  const last = `${FOLDER}/j-0000000000000002`;
  const torn = Buffer.concat([files.get(last) ?? Buffer.alloc(0), Buffer.alloc(300, 0x5a)]);
  begin = { folders, files: new Map(files).set(last, torn) };
});

/** What a caller may rely on. */
class Told {
  readonly notes: Record<string, { n: number }> = { n1: { n: 1 }, n2: { n: 2 }, n3: { n: 3 } };
  readonly blobs = new Map<string, number>();
  readonly codes = new Set<string>();
  passphrases: readonly string[] = [PASSPHRASE];

  async note(vault: Vault, ...numbers: readonly number[]): Promise<void> {
    await Promise.all(
      numbers.map(async (n) => {
        this.notes[`n${n}`] = { n };
        const written = await vault.append([put(`n${n}`, { n })]);
        this.codes.add(codeOf(written));
        if (!written.ok) Reflect.deleteProperty(this.notes, `n${n}`);
      }),
    );
  }

  async blob(vault: Vault, bytes: Parameters<Vault['blobs']['put']>[0]): Promise<void> {
    const written = await vault.blobs.put(bytes, 'original');
    this.codes.add(codeOf(written));
    if (written.ok) this.blobs.set(written.value.id, written.value.size);
  }

  async passphrase(vault: Vault, to: string): Promise<void> {
    const [from = ''] = this.passphrases;
    this.#note(from, to, await vault.holders.changePassphrase(from, to));
  }

  async rekey(vault: Vault, to: string): Promise<void> {
    const [from = ''] = this.passphrases;
    this.#note(from, to, await vault.rekey.begin(from, to));
  }

  #note(from: string, to: string, changed: Result<null>): void {
    this.codes.add(codeOf(changed));
    // One that failed may have been cut short after the keys were written.
    this.passphrases = changed.ok ? [to] : [...new Set([...this.passphrases, from, to])];
  }
}

async function* pieces(): AsyncGenerator<Uint8Array> {
  for (const byte of [1, 2, 3]) {
    await Promise.resolve();
    yield Buffer.alloc(30_000, byte);
  }
}

/** Does everything that a vault can do. */
async function work(vault: Vault, told: Told): Promise<void> {
  await told.note(vault, 4);
  await told.note(vault, 5, 6, 7);
  await told.blob(vault, Buffer.alloc(70_000, 9));
  await told.blob(vault, pieces());
  told.codes.add(codeOf(await vault.compact(() => ({ notes: told.notes }))));
  await told.note(vault, 8);
  await told.passphrase(vault, NEXT);
  await told.note(vault, 9);
  const { wanted } = old;
  told.codes.add(codeOf(await vault.blobs.removeUnnamed(new Set([wanted, ...told.blobs.keys()]))));
  const [current = ''] = told.passphrases;
  told.codes.add(codeOf(await vault.holders.addRecoveryWords(current)));
  told.codes.add(codeOf(await vault.holders.remove(current, 1)));
  told.codes.add(codeOf(await vault.compact(() => ({ notes: told.notes }))));
  await told.note(vault, 10);
  await told.rekey(vault, LAST);
  await told.note(vault, 11);
  const blobs = new Set([wanted, ...told.blobs.keys()]);
  const ended = await vault.rekey.goOn(
    () => ({ notes: told.notes }),
    () => blobs,
    quietJob,
  );
  told.codes.add(codeOf(ended));
  await told.note(vault, 12);
}

/** Opens, works and closes with a fault; then as a new process on a medium that is well. Answers the calls made. */
async function live(fault: Fault | null): Promise<number> {
  const disk = new Disk(begin);
  const failing = new FailingIo(disk);
  failing.fault = fault;
  const told = new Told();
  const opened = await openVault(FOLDER, PASSPHRASE, { ...options, io: failing });
  told.codes.add(codeOf(opened));
  if (opened.ok) {
    await work(opened.value, told);
    await opened.value.close();
  }
  const expected = new Set(['ok', 'read-only', ...(fault ? (named[fault.code] ?? []) : [])]);
  // Words that were never made, or a slot that is not there, after the fault had its way.
  if (fault) for (const code of ['no-slot', 'wrong-passphrase']) expected.add(code);
  expect([...told.codes].filter((code) => !expected.has(code))).toEqual([]);
  await check(disk, told);
  return failing.calls;
}

async function check(disk: Disk, told: Told): Promise<void> {
  for (const passphrase of told.passphrases) {
    const io = new Disk(disk.image());
    const opened = await openVault(FOLDER, passphrase, { ...options, io });
    if (!opened.ok) {
      expect(opened.error.code).toBe('wrong-passphrase');
      continue;
    }
    const vault = opened.value;
    expect(vault.readOnly).toBeNull();
    const { notes } = (await stateOf(vault)) as { notes: Record<string, unknown> };
    expect(notes).toMatchObject(told.notes);
    for (const [id, size] of told.blobs)
      expect(valueOf(await vault.blobs.get(id)).length).toBe(size);
    expect(Buffer.from(valueOf(await vault.blobs.get(old.wanted))).toString()).toBe('wanted');
    const { findings } = await vault.verify(
      { full: true, references: new Set([...told.blobs.keys(), old.wanted]) },
      quietJob,
    );
    expect(findings).toEqual([]);
    await vault.close();
    return;
  }
  expect.unreachable('one passphrase opens');
}

const codes = Object.keys(named);
const slow = process.env.SLOW !== undefined;

describe('a fault of the medium at every single call of a life', { timeout: 600_000 }, () => {
  it('is looked for in a life in which everything is done', async () => {
    expect(await live(null)).toBeGreaterThan(300);
  });

  it.each([false, true])(
    '[F4] [D3] loses nothing, and leaves an archive that is whole (lasting: %s)',
    async (lasting) => {
      // The codes take turns from call to call; the long form has each at every call.
      for (const turn of slow ? codes.keys() : [0]) {
        for (let at = 1; ; at++) {
          const code = codes[(at + turn) % codes.length] ?? '';
          const calls = await live({ code, at, lasting, short: at % 3 === 0 });
          if (calls < at) break;
        }
      }
    },
  );
});
