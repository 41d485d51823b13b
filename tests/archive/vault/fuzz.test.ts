import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { DamageError, TooNewError } from '../../../archive/format/damage.ts';
import { firstChain, makeFrame, nextChain } from '../../../archive/format/frame.ts';
import { beginFile, idOfNumber } from '../../../archive/format/header.ts';
import { NO_HISTORY } from '../../../archive/format/history.ts';
import { Anchor } from '../../../archive/vault/anchor.ts';
import { createVault, openVault, salvageVault } from '../../../archive/vault/index.ts';
import { Keys } from '../../../archive/vault/key-set.ts';
import { readListing } from '../../../archive/vault/names.ts';
import { entropyOf } from '../../../archive/wordlist/recovery-words.ts';
import { sealFile } from '../../../archive/vault/sealed-file.ts';
import { readSegment } from '../../../archive/vault/segment.ts';
import { readSnapshot } from '../../../archive/vault/snapshot.ts';
import { mostAllocated } from '../../helpers/allocated.ts';
import { Disk, type Image } from './disk.ts';
import { cheap, PASSPHRASE, put, stateOf, valueOf } from './place.ts';

/** A failing run says its seed; `fc.assert(…, { seed })` has it again. */
const numRuns = process.env.SLOW === undefined ? 300 : 30_000;
const FOLDER = '/archive';
const SPARE = 256 * 1024;
const ring = { dataKeys: [randomBytes(32)], epoch: 1, naming: null } as const;
const keys = new Keys(ring, randomBytes(16), randomBytes(32));

/** What reading answers, `null` when it is refused; anything but a refusal is a fault. */
async function readOrRefused<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof DamageError || error instanceof TooNewError) return null;
    throw error;
  }
}

async function expectFrugal(bytes: Buffer, read: () => Promise<unknown>): Promise<void> {
  const most = await mostAllocated(() => readOrRefused(read));
  expect(most).toBeLessThanOrEqual(2 * bytes.length + SPARE);
}

function placeWith(path: string, bytes: Buffer) {
  const folders = new Set(['/', FOLDER]);
  return { io: new Disk({ folders, files: new Map([[path, bytes]]) }), folder: FOLDER, keys };
}

const bytes = (maxLength: number) =>
  fc.uint8Array({ maxLength, size: 'max' }).map((array) => Buffer.from(array));

/** JSON as a writer's, with one member changed, or any. */
function changedJson(said: object): fc.Arbitrary<string> {
  const changed = fc
    .tuple(fc.constantFrom(...Object.keys(said), '__proto__'), fc.jsonValue())
    .map(([name, value]) => JSON.stringify({ ...said, [name]: value }));
  const cut = fc.nat(120).map((end) => JSON.stringify(said).slice(0, end));
  return fc.oneof(changed, cut, fc.json(), fc.string(), fc.constant('['.repeat(50_000)));
}

describe('every reader of the vault, given anything', { timeout: 600_000 }, () => {
  it('[J4] [J7] a segment, sealed by one who has the keys', async () => {
    const opening = { open: 1, at: 0, history: NO_HISTORY };
    const change = { seq: 1, ops: [{ c: 'notes', id: 'a', v: { n: 1 } }] };
    const texts = fc.tuple(
      fc.oneof(fc.constant(JSON.stringify(opening)), changedJson(opening)),
      fc.array(fc.oneof(fc.constant(JSON.stringify(change)), changedJson(change)), {
        maxLength: 3,
      }),
      bytes(600),
    );
    await fc.assert(
      fc.asyncProperty(texts, async ([first, rest, tail]) => {
        const file = beginFile('journal', keys.archiveId, keys.journal);
        const header = file.header(idOfNumber(1));
        let chain = firstChain(header);
        const frames = [first, ...rest].map((text, index) => {
          const frame = makeFrame(file.keys, index, chain, Buffer.from(text));
          if (!frame) throw new Error('too large');
          chain = nextChain(chain, frame);
          return frame;
        });
        const segment = Buffer.concat([header, ...frames, tail]);
        const place = placeWith(`${FOLDER}/j-0000000000000001`, segment);
        const from = { seq: 0, history: NO_HISTORY };
        await expectFrugal(segment, () => readSegment(place, 1, from, null));
      }),
      { numRuns },
    );
  });

  it('[N1] [N2] a snapshot, sealed by one who has the keys', async () => {
    const first = { seq: 3, history: 'ab'.repeat(32), records: 1 };
    const record = { c: 'notes', id: 'a', v: { n: 1 } };
    const named = { type: 'snapshot', archiveId: keys.archiveId, id: idOfNumber(1) } as const;
    const line = (said: object) => fc.oneof(fc.constant(JSON.stringify(said)), changedJson(said));
    const text = fc
      .tuple(line(first), fc.array(line(record), { maxLength: 3 }), fc.constantFrom('\n', ''))
      .map(([top, rest, end]) => [top, ...rest].join('\n') + end);
    await fc.assert(
      fc.asyncProperty(text, async (data) => {
        const snapshot = sealFile(named, keys.snapshot, Buffer.from(data));
        const place = placeWith(`${FOLDER}/s-0000000000000001`, snapshot);
        await expectFrugal(snapshot, () => readSnapshot(place, 1));
      }),
      { numRuns },
    );
  });

  it('[A2] an anchor proves nothing, and stops nobody', async () => {
    const named = { type: 'anchor', archiveId: keys.archiveId, id: Buffer.alloc(32) } as const;
    const sealed = bytes(80).map((data) => sealFile(named, keys.anchor, data));
    await fc.assert(
      fc.asyncProperty(fc.oneof(bytes(400), sealed), async (file) => {
        const disk = new Disk({ folders: new Set(['/', '/anchors']), files: new Map() });
        await new Anchor(disk, '/anchors', keys).write({ seq: 1, history: NO_HISTORY });
        const [path = ''] = disk.image().files.keys();
        const io = new Disk({
          folders: new Set(['/', '/anchors']),
          files: new Map([[path, file]]),
        });
        const read = await new Anchor(io, '/anchors', keys).read();
        if (read) expect(read.history).toHaveLength(64);
      }),
      { numRuns },
    );
  });

  it('names in a folder, and what is typed for recovery words', () => {
    const name = fc.oneof(
      fc.string(),
      fc.stringMatching(/^[kchgsj]-[0-9a-f]{14,18}$/),
      fc.stringMatching(/^tmp-[0-9a-f]{11,13}$/),
    );
    fc.assert(
      fc.property(fc.array(name), (names) => {
        const { keys: found, heads, snapshots, segments } = readListing(names);
        for (const number of [...found, ...heads, ...snapshots, ...segments])
          expect(Number.isSafeInteger(number)).toBe(true);
      }),
      { numRuns },
    );
    fc.assert(
      fc.property(fc.string({ maxLength: 3_000, size: 'max' }), (typed) => {
        const entropy = entropyOf(typed);
        if (entropy) expect(entropy).toHaveLength(32);
      }),
      { numRuns },
    );
  });
});

describe('a folder, whatever one without the keys did to it', { timeout: 600_000 }, () => {
  /** What the archive said after each change. */
  const states: unknown[] = [{}];
  /** Every file that there ever was, as it was at some time. */
  const ever: [string, Buffer][] = [];
  let whole: Image;

  beforeAll(async () => {
    const disk = new Disk();
    const vault = valueOf(await createVault(FOLDER, PASSPHRASE, { ...cheap, io: disk }));
    const notes: Record<string, { n: number }> = {};
    for (let n = 1; n <= 6; n++) {
      notes[`n${n}`] = { n };
      valueOf(await vault.append([put(`n${n}`, { n })]));
      states.push({ notes: { ...notes } });
      ever.push(...disk.image().files);
      if (n === 2 || n === 4) valueOf(await vault.compact(() => ({ notes })));
    }
    await vault.close();
    whole = disk.image();
    ever.push(...whole.files);
  });

  const deed = fc.oneof(
    fc.record({ kind: fc.constant('flip' as const), file: fc.nat(), at: fc.nat() }),
    fc.record({ kind: fc.constant('cut' as const), file: fc.nat(), at: fc.nat() }),
    fc.record({ kind: fc.constant('grow' as const), file: fc.nat(), by: fc.nat(600) }),
    fc.record({ kind: fc.constant('drop' as const), file: fc.nat() }),
    fc.record({ kind: fc.constant('swap' as const), file: fc.nat(), other: fc.nat() }),
    fc.record({ kind: fc.constant('put back' as const), file: fc.nat(), old: fc.nat() }),
    fc.record({ kind: fc.constant('bring back' as const), old: fc.nat() }),
  );
  type Deed = typeof deed extends fc.Arbitrary<infer D> ? D : never;

  function done(deeds: readonly Deed[]): Image {
    const files = new Map(whole.files);
    for (const each of deeds) {
      const names = [...files.keys()].filter((path) => path !== `${FOLDER}/LOCK`);
      const nameAt = (number: number) => names[number % names.length] ?? '';
      const path = 'file' in each ? nameAt(each.file) : '';
      const content = Buffer.from(files.get(path) ?? []);
      const old = ever[('old' in each ? each.old : 0) % ever.length] ?? ['', content];
      switch (each.kind) {
        case 'flip':
          content[each.at % content.length] = (content[each.at % content.length] ?? 0) ^ 1;
          files.set(path, content);
          break;
        case 'cut':
          files.set(path, content.subarray(0, each.at % (content.length + 1)));
          break;
        case 'grow':
          files.set(path, Buffer.concat([content, Buffer.alloc(each.by)]));
          break;
        case 'drop':
          files.delete(path);
          break;
        case 'swap':
          files.set(path, files.get(nameAt(each.other)) ?? content);
          files.set(nameAt(each.other), content);
          break;
        case 'put back':
          files.set(path, old[1]);
          break;
        case 'bring back':
          files.set(...old);
          break;
      }
    }
    return { folders: whole.folders, files };
  }

  it('[D4] [F6] it shows what was the archive at some time, or is refused and left as it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 5 }), async (deeds) => {
        const image = done(deeds);
        const disk = new Disk(image);
        const opened = await openVault(FOLDER, PASSPHRASE, { ...cheap, io: disk });
        if (opened.ok) {
          expect(states).toContainEqual(await stateOf(opened.value));
          await opened.value.close();
          return;
        }
        expect([
          'damaged',
          'too-new',
          'rolled-back',
          'creation-unfinished',
          'no-archive',
        ]).toContain(opened.error.code);
        const { files } = disk.image();
        expect([...files]).toEqual([...image.files]);
      }),
      { numRuns: numRuns * 3 },
    );
  });

  it('salvage gets values that were in it, or says why it cannot', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 5 }), async (deeds) => {
        const disk = new Disk(done(deeds));
        const salvaged = await salvageVault(FOLDER, PASSPHRASE, { ...cheap, io: disk });
        if (!salvaged.ok) {
          expect(['damaged', 'too-new', 'no-archive']).toContain(salvaged.error.code);
          return;
        }
        for (const [id, value] of salvaged.value.state.get('notes') ?? [])
          expect(value).toEqual({ n: Number(id[1]) });
        salvaged.value.close();
      }),
      { numRuns },
    );
  });
});
