import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { DamageError } from '../../../archive/format/damage.ts';
import { firstChain, makeFrame, nextChain } from '../../../archive/format/frame.ts';
import { readHead, writeHead } from '../../../archive/format/head.ts';
import { beginFile, idOfNumber } from '../../../archive/format/header.ts';
import { NO_HISTORY } from '../../../archive/format/history.ts';
import { limits } from '../../../archive/model/limits.ts';
import { createVault, type Io, openVault } from '../../../archive/vault/index.ts';
import { Keys } from '../../../archive/vault/key-set.ts';
import { sealFile } from '../../../archive/vault/sealed-file.ts';
import { readSegment } from '../../../archive/vault/segment.ts';
import { readSnapshot } from '../../../archive/vault/snapshot.ts';
import { Disk, type Image } from './disk.ts';
import { opening } from './opening.ts';
import { cheap, codeOf, PASSPHRASE, plain, put, stateOf, valueOf } from './place.ts';

const FOLDER = '/archive';
const SEGMENT = `${FOLDER}/j-0000000000000001`;
const SNAPSHOT = `${FOLDER}/s-0000000000000001`;
const NEXT = 'nine bridges of Halmar';
const ring = { dataKeys: [randomBytes(32)], epoch: 1, naming: null } as const;
const keys = new Keys(ring, randomBytes(16), randomBytes(32));
const start = { seq: 0, history: NO_HISTORY };

function diskWith(files: Record<string, Buffer>): Disk {
  return new Disk({ folders: new Set(['/', FOLDER]), files: new Map(Object.entries(files)) });
}

async function ruleOf(work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
  } catch (error) {
    if (error instanceof DamageError) return error.rule;
    throw error;
  }
  return 'none';
}

function create(io: Io) {
  return createVault(FOLDER, PASSPHRASE, { ...cheap, io }).then(valueOf);
}

function open(io: Io, passphrase = PASSPHRASE) {
  return openVault(FOLDER, passphrase, { ...cheap, io });
}

describe('a segment', () => {
  /** With frames that hold these texts behind each other. */
  function segmentOf(...payloads: readonly string[]): Buffer {
    const file = beginFile('journal', keys.archiveId, keys.journal);
    const header = file.header(idOfNumber(1));
    let chain = firstChain(header);
    const frames = payloads.map((payload, index) => {
      const frame = makeFrame(file.keys, index, chain, Buffer.from(payload));
      if (!frame) throw new Error('too large');
      chain = nextChain(chain, frame);
      return frame;
    });
    return Buffer.concat([header, ...frames]);
  }
  const opening = JSON.stringify({ open: 1, at: 0, history: NO_HISTORY });
  const read = (bytes: Buffer) =>
    ruleOf(() =>
      readSegment({ io: diskWith({ [SEGMENT]: bytes }), folder: FOLDER, keys }, 1, start, null),
    );

  it('[J4] begins where the one before it ended', async () => {
    expect(await read(segmentOf(opening))).toBe('none');
    for (const wrong of [
      { open: 2, at: 0, history: NO_HISTORY },
      { open: 1, at: 1, history: NO_HISTORY },
      { open: 1, at: 0, history: 'f'.repeat(64) },
      { seq: 1, ops: [] },
      null,
    ])
      expect(await read(segmentOf(JSON.stringify(wrong)))).toBe('J4');
    expect(await read(segmentOf())).toBe('J4');
  });

  it('[J7] holds changes, one after the other', async () => {
    const op = { c: 'notes', id: 'a', v: { n: 1 } };
    expect(await read(segmentOf(opening, JSON.stringify({ seq: 1, ops: [op] })))).toBe('none');
    for (const wrong of [
      JSON.stringify({ seq: 2, ops: [op] }),
      JSON.stringify({ seq: '1', ops: [op] }),
      JSON.stringify({ seq: 1 }),
      JSON.stringify({ seq: 1, ops: [{ c: 'notes', id: 7, v: null }] }),
      JSON.stringify({ seq: 1, ops: [{ c: 'notes', id: 'a' }] }),
      JSON.stringify({ seq: 1, ops: ['a'] }),
      'null',
      '[]',
      '{"seq":1,',
      '',
    ])
      expect(await read(segmentOf(opening, wrong))).toBe('J7');
  });

  it('[J1] that the head lists is there', async () => {
    const place = { io: diskWith({}), folder: FOLDER, keys };
    expect(await ruleOf(() => readSegment(place, 1, start, null))).toBe('J1');
  });

  it('[J8] of a number that is taken is not written over: another is at work', async () => {
    const disk = new Disk();
    const vault = await create(disk);
    const file = await disk.open(SEGMENT, 'new');
    await file.write(Buffer.from('of another'), 0);
    expect(codeOf(await vault.append([put('a', {})]))).toBe('in-use');
    expect(vault.readOnly).toEqual({ code: 'in-use' });
    expect(disk.image().files.get(SEGMENT)?.toString()).toBe('of another');
    await vault.close();
  });
});

describe('a snapshot', () => {
  const first = { seq: 3, history: 'ab'.repeat(32), records: 1 };
  const record = { c: 'notes', id: 'a', v: { n: 1 } };
  const linesOf = (...lines: readonly unknown[]) =>
    lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  function read(text: string) {
    const named = { type: 'snapshot', archiveId: keys.archiveId, id: idOfNumber(1) } as const;
    const io = diskWith({ [SNAPSHOT]: sealFile(named, keys.snapshot, Buffer.from(text)) });
    return readSnapshot({ io, folder: FOLDER, keys }, 1);
  }

  it('[N1] [N2] is lines, as many as it says', async () => {
    const { state, ...at } = await read(linesOf(first, record));
    expect(at).toEqual({ seq: first.seq, history: first.history });
    expect(plain(state)).toEqual({ notes: { a: { n: 1 } } });
    for (const text of [
      '',
      '\n',
      linesOf(record),
      linesOf(first, record).slice(0, -1),
      linesOf(first, { ...record, v: null }),
      linesOf(first, { c: 1, id: 'a', v: 1 }),
      linesOf({ ...first, records: -1 }, record),
      linesOf({ ...first, seq: 1.5 }, record),
      linesOf(first, 'text'),
      `${linesOf(first)}{"c":"notes",\n`,
    ])
      expect(await ruleOf(() => read(text))).toBe('N1');
    expect(await ruleOf(() => read(linesOf(first)))).toBe('N2');
    expect(await ruleOf(() => read(linesOf(first, record, { ...record, id: 'b' })))).toBe('N2');
  });

  it('[N3] that does not read back as it was written is not taken', async () => {
    const disk = new Disk();
    const lying = opening(disk, async (path, mode) => {
      const file = await disk.open(path, mode);
      const isBack = mode === 'read' && path === SNAPSHOT;
      return isBack
        ? { ...file, read: async (length, at) => (await file.read(length, at)).fill(1, 0, 9) }
        : file;
    });
    const vault = await create(lying);
    valueOf(await vault.append([put('a', { n: 1 })]));
    expect(codeOf(await vault.compact(() => ({ notes: { a: { n: 1 } } })))).toBe('damaged');
    // The journal still holds everything, and goes on.
    valueOf(await vault.append([put('b', { n: 2 })]));
    await vault.close();
    const again = valueOf(await open(disk));
    expect(await stateOf(again)).toEqual({ notes: { a: { n: 1 }, b: { n: 2 } } });
    await again.close();
  });
});

describe('the head', () => {
  it('[D1] has its shape and no more', () => {
    const head = { seq: 1, history: 'ab'.repeat(32), keyGeneration: 1, snapshot: 0, segments: [] };
    expect(readHead(writeHead(head))).toEqual(head);
    const closed = { end: 1, length: 1, sum: 'ab'.repeat(32), seq: 1 };
    for (const wrong of [
      { ...head, seq: -1 },
      { ...head, history: 'short' },
      { ...head, more: 1 },
      { ...head, segments: [{ number: 1 }] },
      { ...head, segments: [{ number: 0, closed: null }] },
      { ...head, segments: [{ number: 1, closed: { ...closed, end: -1 } }] },
      [],
      null,
    ])
      expect(() => readHead(Buffer.from(JSON.stringify(wrong)))).toThrow('D1');
    expect(() => readHead(Buffer.from('{"seq":'))).toThrow('D1');
  });

  it('[D3] that another has written meanwhile is not written over', async () => {
    const disk = new Disk();
    const vault = await create(disk);
    await disk.open(`${FOLDER}/g-0000000000000002`, 'new');
    expect(codeOf(await vault.append([put('a', {})]))).toBe('in-use');
    expect(codeOf(await vault.append([put('a', {})]))).toBe('read-only');
    await vault.close();
  });
});

describe('the key file', () => {
  it('[K8] put back to an older one is told, and with it the old passphrase', async () => {
    const disk = new Disk();
    const vault = await create(disk);
    const before = disk.image();
    valueOf(await vault.holders.changePassphrase(PASSPHRASE, NEXT));
    await vault.close();
    const after = disk.image();
    const isKeys = (path: string) => /\/[kc]-/.test(path);
    const mixed: Image = {
      folders: after.folders,
      files: new Map([
        ...[...after.files].filter(([path]) => !isKeys(path)),
        ...[...before.files].filter(([path]) => isKeys(path)),
      ]),
    };
    expect(codeOf(await open(new Disk(mixed)))).toBe('rolled-back');
    expect(codeOf(await open(new Disk(mixed), NEXT))).toBe('wrong-passphrase');
  });

  it('[K1] [H3] of a later version is told as too new, with both numbers', async () => {
    const disk = new Disk();
    const vault = await create(disk);
    await vault.close();
    const { folders, files } = disk.image();
    for (const letters of [/\/[kc]-/, /\/[hg]-/]) {
      const at = letters.source.includes('k') ? 8 : 9;
      const newer = new Map(
        [...files].map(([path, bytes]) => {
          if (!letters.test(path)) return [path, bytes] as const;
          const changed = Buffer.from(bytes);
          changed[at] = 2;
          return [path, changed] as const;
        }),
      );
      expect(await open(new Disk({ folders, files: newer }))).toEqual({
        ok: false,
        error: { code: 'too-new', detail: { found: 2, known: 1 } },
      });
    }
  });
});

describe('a file', () => {
  it('[F1] [F2] that is none, or larger than any of ours, is not read', async () => {
    const disk = new Disk();
    const vault = await create(disk);
    const { id } = valueOf(await vault.blobs.put(Buffer.from('content'), 'original'));
    await vault.close();
    for (const found of [
      { size: limits.vaultFileBytes + 1, kind: 'file', modified: 0 } as const,
      { size: 10, kind: 'other', modified: 0 } as const,
      { size: 10, kind: 'folder', modified: 0 } as const,
    ]) {
      let opened = 0;
      const odd = Object.create(disk, {
        stat: {
          value: (path: string) =>
            /\/[0-9a-f]{64}$/.test(path) ? Promise.resolve(found) : disk.stat(path),
        },
        open: {
          value: (path: string, mode: 'read') => {
            if (path.endsWith(id)) opened += 1;
            return disk.open(path, mode);
          },
        },
        list: { value: (path: string) => disk.list(path) },
        rename: { value: (from: string, to: string) => disk.rename(from, to) },
        remove: { value: (path: string) => disk.remove(path) },
        syncFolder: { value: (path: string) => disk.syncFolder(path) },
        lock: { value: (path: string) => disk.lock(path) },
      }) as Io;
      const again = valueOf(await open(odd));
      expect(codeOf(await again.blobs.get(id))).toBe('damaged');
      expect(opened).toBe(0);
      await again.close();
    }
  });
});
