import { randomBytes } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { quietJob } from '../../../archive/lib/job.ts';
import { openVault, type Vault } from '../../../archive/vault/index.ts';
import { readArchive } from '../../fixtures/archives/reader.ts';
import {
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

const NEXT = 'nine bridges of Halmar';

interface Filled {
  readonly folder: string;
  readonly anchors: string;
  readonly vault: Vault;
  readonly state: { readonly notes: Record<string, { n: number }> };
  readonly blobs: readonly string[];
}

async function filled(): Promise<Filled> {
  const folder = join(newFolder(), 'archive');
  const anchors = newFolder();
  const vault = await create(folder, { anchors });
  const notes: Record<string, { n: number }> = {};
  const add = async (id: string, n: number) => {
    notes[id] = { n };
    valueOf(await vault.append([put(id, { n })]));
  };
  const state = { notes };
  await add('a', 1);
  valueOf(await vault.compact(() => state));
  await add('b', 2);
  const blobs = [];
  for (const size of [0, 10, 200_000])
    blobs.push(valueOf(await vault.blobs.put(randomBytes(size), 'original')).id);
  await add('c', 3);
  valueOf(await vault.index.put(Buffer.from('an index')));
  return { folder, anchors, vault, state, blobs };
}

/** Epochs that the headers of all sealed files name. */
function epochsOf(folder: string): Set<number> {
  const sealed = [...filesOf(folder)].filter(([path]) => !/LOCK|^[kc]-/.test(path));
  return new Set(sealed.map(([, bytes]) => bytes.readUInt16BE(10)));
}

async function keyAnew({ vault, state, blobs }: Filled, next = NEXT): Promise<void> {
  valueOf(await vault.rekey.begin(PASSPHRASE, next));
  valueOf(
    await vault.rekey.goOn(
      () => state,
      () => new Set(blobs),
      quietJob,
    ),
  );
}

describe('keying anew', () => {
  it('[K12] [B5] seals everything under new keys, and keeps every record, blob and identifier', async () => {
    const archive = await filled();
    const { folder, anchors, vault, state, blobs } = archive;
    const before = new Map<string, Uint8Array>();
    for (const id of blobs) before.set(id, valueOf(await vault.blobs.get(id)));
    const names = await vault.blobs.names();
    const anchor = [...filesOf(anchors).values()][0];
    await keyAnew(archive);
    expect(vault.rekey.underWay).toBe(false);
    expect(epochsOf(folder)).toEqual(new Set([2]));
    // The index is made anew by whoever needs one.
    expect(await vault.index.get()).toBeNull();
    valueOf(await vault.index.put(Buffer.from('a new index')));
    expect(epochsOf(folder)).toEqual(new Set([2]));
    expect((await vault.blobs.names()).filter((name) => names.includes(name))).toEqual([]);
    expect([...filesOf(anchors).values()][0]).not.toEqual(anchor);
    valueOf(await vault.append([put('d', { n: 4 })]));
    await vault.close();

    expect(codeOf(await tryOpen(folder, { anchors }))).toBe('wrong-passphrase');
    const again = await open(folder, { anchors }, NEXT);
    expect(again.notices).toEqual([]);
    expect(await stateOf(again)).toEqual({ notes: { ...state.notes, d: { n: 4 } } });
    for (const [id, bytes] of before)
      expect(Buffer.compare(valueOf(await again.blobs.get(id)), bytes)).toBe(0);
    const report = await again.verify({ full: true, references: new Set(blobs) }, quietJob);
    expect(report).toMatchObject({ findings: [], unnamed: 0 });
    // The same bytes have the same identifier as ever.
    const [, , large = ''] = blobs;
    const bytes = before.get(large) ?? Buffer.alloc(0);
    expect(valueOf(await again.blobs.put(bytes, 'original')).id).toBe(large);
    await again.close();
  });

  it('[K12] can be done again and again', async () => {
    let archive = await filled();
    for (let round = 2; round < 5; round++) {
      await keyAnew(archive, PASSPHRASE);
      expect(epochsOf(archive.folder)).toEqual(new Set([round]));
      await archive.vault.close();
      archive = { ...archive, vault: await open(archive.folder, archive) };
    }
    expect(await stateOf(archive.vault)).toEqual(archive.state);
    await archive.vault.close();
  });

  it('[K12] leaves one passphrase alone, and nothing of it to one who kept the old key file', async () => {
    const archive = await filled();
    const { folder, anchors, vault } = archive;
    const words = valueOf(await vault.holders.addRecoveryWords(PASSPHRASE));
    valueOf(await vault.holders.addShares(PASSPHRASE, { needed: 2, made: 3 }));
    const old = newFolder();
    const keyFiles = readdirSync(folder).filter((name) => /^[kc]-/.test(name));
    for (const name of keyFiles) cpSync(join(folder, name), join(old, name));
    await keyAnew(archive);
    expect(valueOf(await vault.holders.list())).toMatchObject([{ slot: 0, kind: 'passphrase' }]);
    await vault.close();
    expect(codeOf(await tryOpen(folder, { anchors }, words))).toBe('wrong-passphrase');
    const now = readdirSync(folder).filter((name) => /^[kc]-/.test(name));
    for (const name of now) rmSync(join(folder, name));
    for (const name of keyFiles) cpSync(join(old, name), join(folder, name));
    expect(codeOf(await tryOpen(folder, { anchors, acceptOlder: true }))).toBe('damaged');
    expect(codeOf(await tryOpen(folder, { anchors, acceptOlder: true }, words))).toBe('damaged');
  });

  it('[K12] goes on in another session, and can be stopped', async () => {
    const { folder, anchors, vault, state, blobs } = await filled();
    valueOf(await vault.rekey.begin(PASSPHRASE, NEXT));
    expect(codeOf(await vault.rekey.begin(NEXT, PASSPHRASE))).toBe('rekey-under-way');
    const stop = new AbortController();
    const stopped = await vault.rekey.goOn(
      () => state,
      () => new Set(blobs),
      {
        signal: stop.signal,
        progress: (done) => {
          if (done === 1) stop.abort();
        },
      },
    );
    expect(codeOf(stopped)).toBe('cancelled');
    // Everything can be read in the meantime, whatever it is sealed under.
    for (const id of blobs) valueOf(await vault.blobs.get(id));
    const words = valueOf(await vault.holders.addRecoveryWords(NEXT));
    await vault.close();
    expect(epochsOf(folder)).toEqual(new Set([1, 2]));

    const later = await open(folder, { anchors }, words);
    expect(later.rekey.underWay).toBe(true);
    expect(later.notices).toEqual([]);
    // A blob that no record names yet, of this session or of the one before, is not lost.
    const fresh = valueOf(await later.blobs.put(Buffer.from('on its way'), 'original')).id;
    valueOf(
      await later.rekey.goOn(
        () => state,
        () => new Set(blobs),
        quietJob,
      ),
    );
    expect(epochsOf(folder)).toEqual(new Set([2]));
    for (const id of [fresh, ...blobs]) valueOf(await later.blobs.get(id));
    await later.close();
    await (await open(folder, { anchors }, words)).close();
    await (await open(folder, { anchors }, NEXT)).close();
  });

  it('[K12] [B4] keeps the older key while a blob under it cannot be read, and drops what nobody names', async () => {
    const { folder, anchors, vault, state, blobs } = await filled();
    await vault.close();
    const [small = '', broken = '', unnamed = ''] = blobs;
    const path = join(folder, 'blobs', broken.slice(0, 2), broken);
    const whole = readFileSync(path);
    writeFileSync(path, Buffer.from(whole).fill(1, 260, 270));
    const again = await open(folder, { anchors });
    valueOf(await again.rekey.begin(PASSPHRASE, NEXT));
    const named = () => new Set([small, broken]);
    expect(await again.rekey.goOn(() => state, named, quietJob)).toEqual({
      ok: false,
      error: { code: 'damaged', detail: { blobs: 1 } },
    });
    expect(again.rekey.underWay).toBe(true);
    writeFileSync(path, whole);
    valueOf(await again.rekey.goOn(() => state, named, quietJob));
    expect(await again.blobs.names()).toHaveLength(2);
    expect(codeOf(await again.blobs.get(unnamed))).toBe('damaged');
    valueOf(await again.blobs.get(broken));
    await again.close();
  });

  it('[K12] of an archive of the first version is by the rules', async () => {
    const fixtures = join(import.meta.dirname, '../../fixtures/archives');
    const folder = join(newFolder(), 'v1');
    cpSync(join(fixtures, 'v1'), folder, { recursive: true });
    const told = JSON.parse(readFileSync(join(fixtures, 'v1.json'), 'utf8')) as {
      passphrase: string;
      state: unknown;
      blobs: Record<string, { size: number }>;
    };
    const vault = valueOf(await openVault(folder, told.passphrase));
    const state = await vault.read();
    valueOf(await vault.rekey.begin(told.passphrase, NEXT));
    const ids = Object.keys(told.blobs);
    valueOf(
      await vault.rekey.goOn(
        () => state,
        () => new Set(ids),
        quietJob,
      ),
    );
    await vault.close();
    const read = readArchive(folder, NEXT);
    expect(JSON.parse(JSON.stringify(read.state))).toEqual(told.state);
    expect(Object.keys(read.blobs).sort()).toEqual(ids.map(read.fileOf).sort());
    for (const [id, { size }] of Object.entries(told.blobs))
      expect(read.blobs[read.fileOf(id)]?.length).toBe(size);
  });
});
