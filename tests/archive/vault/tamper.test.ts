import { basename } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { quietJob } from '../../../archive/lib/job.ts';
import { createVault, openVault } from '../../../archive/vault/index.ts';
import { Disk, type Image } from './disk.ts';
import { cheap, PASSPHRASE, put, stateOf, valueOf } from './place.ts';

const FOLDER = '/archive';
const slow = process.env.SLOW !== undefined;
/** Of all places to alter, every so many; a prime, so that each part of a file has its turn. */
const every = slow ? 1 : 29;

const small = { ...cheap } as const;
let whole: Image;
let blob: string;
let state: unknown;
/** Earlier bytes of files that have the same name later. */
const earlier = new Map<string, Buffer[]>();

beforeAll(async () => {
  const disk = new Disk();
  const remember = () => {
    for (const [path, bytes] of disk.image().files) {
      const before = earlier.get(path) ?? [];
      if (!before.some((other) => other.equals(bytes))) earlier.set(path, [...before, bytes]);
    }
  };
  const vault = valueOf(await createVault(FOLDER, PASSPHRASE, { ...small, io: disk }));
  const notes: Record<string, object> = {};
  const note = async (id: string) => {
    notes[id] = { text: `note ${id}` };
    valueOf(await vault.append([put(id, { text: `note ${id}` })]));
    remember();
  };
  await note('a');
  await note('b');
  blob = valueOf(await vault.blobs.put(Buffer.from('a small scan'), 'original')).id;
  valueOf(await vault.compact(() => ({ notes }) as never));
  await note('c');
  await note('d');
  await vault.close();
  const again = valueOf(await openVault(FOLDER, PASSPHRASE, { ...small, io: disk }));
  valueOf(await again.append([put('e', { text: 'note e' })]));
  notes.e = { text: 'note e' };
  await again.close();
  remember();
  whole = disk.image();
  state = { notes };
});

/** What is said of an archive: by its opening, its notices or a full check. Empty when nothing is. */
async function complaintsOf(image: Image): Promise<string[]> {
  const disk = new Disk(image);
  const opened = await openVault(FOLDER, PASSPHRASE, { ...small, io: disk });
  if (!opened.ok) return [opened.error.code];
  const vault = opened.value;
  // Whatever was altered: what is shown is what was written.
  expect(await stateOf(vault)).toEqual(state);
  const report = await vault.verify({ full: true, references: new Set([blob]) }, quietJob);
  await vault.close();
  return [...vault.notices, ...report.findings].map(({ code }) => code);
}

function altered(path: string, bytes: Buffer | null): Image {
  const files = new Map(whole.files);
  if (bytes) files.set(path, bytes);
  else files.delete(path);
  return { folders: whole.folders, files };
}

/** Files that say something. The last generation kept back and the lock are not asked when all is well. */
function telling(): [string, Buffer][] {
  const kept = new Set(['LOCK', 'j-0000000000000001']);
  return [...whole.files].filter(([path]) => !kept.has(basename(path)));
}

async function expectNoticed(image: Image, what: string): Promise<void> {
  const complaints = await complaintsOf(image);
  expect(complaints, what).not.toEqual([]);
  // Damage is never taken for a wrong passphrase, nor for a folder that is none of ours.
  expect(complaints, what).not.toContain('wrong-passphrase');
  expect(complaints, what).not.toContain('no-archive');
}

describe('an archive that was closed well', { timeout: 900_000 }, () => {
  it('has nothing to complain of', async () => {
    expect(await complaintsOf(whole)).toEqual([]);
  });

  it('[H2] [H8] [S2] shows any flipped bit', async () => {
    let number = 0;
    for (const [path, bytes] of telling()) {
      for (let at = 0; at < bytes.length; at++) {
        if (number++ % every !== 0) continue;
        const flipped = Buffer.from(bytes);
        flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
        await expectNoticed(altered(path, flipped), `${basename(path)} at ${at}`);
      }
    }
  });

  it('[H1] [S1] [J5] shows any length it was cut to, and anything added', async () => {
    let number = 0;
    for (const [path, bytes] of telling()) {
      for (const added of [1, 256])
        await expectNoticed(
          altered(path, Buffer.concat([bytes, Buffer.alloc(added)])),
          `${basename(path)} longer by ${added}`,
        );
      for (let length = 0; length < bytes.length; length++) {
        if (number++ % every !== 0) continue;
        await expectNoticed(
          altered(path, bytes.subarray(0, length)),
          `${basename(path)} cut to ${length}`,
        );
      }
    }
  });

  it('[F1] shows each file that is gone, and each in the place of another', async () => {
    for (const [path] of telling()) await expectNoticed(altered(path, null), basename(path));
    for (const [path, bytes] of telling()) {
      for (const [other, others] of telling()) {
        if (path === other) continue;
        // The two copies of the keys are the same; those of the head say the same.
        if (/^[kchg]/.test(basename(path)) && basename(path).slice(2) === basename(other).slice(2))
          continue;
        const files = new Map(whole.files).set(path, others).set(other, bytes);
        const image = { folders: whole.folders, files };
        await expectNoticed(image, `${basename(path)} and ${basename(other)}`);
      }
    }
  });

  it('[D4] [J5] shows a file that was put back to what it was', async () => {
    let replaced = 0;
    for (const [path, bytes] of telling()) {
      for (const old of earlier.get(path) ?? []) {
        if (old.equals(bytes)) continue;
        replaced += 1;
        await expectNoticed(altered(path, old), basename(path));
      }
    }
    expect(replaced).toBeGreaterThan(0);
  });

  it('[D2] [K6] shows that both copies of the head, or of the keys, are damaged or gone', async () => {
    for (const letters of ['hg', 'kc']) {
      const belongs = (path: string) =>
        letters.includes(basename(path).charAt(0)) && path.includes('-0');
      for (const broken of [true, false]) {
        const files = new Map(whole.files);
        for (const [path, bytes] of whole.files) {
          if (!belongs(path)) continue;
          if (broken) files.set(path, Buffer.from(bytes).fill(7, 300, 310));
          else files.delete(path);
        }
        expect(await complaintsOf({ folders: whole.folders, files })).toEqual(['damaged']);
      }
    }
  });

  it('[J4] [D5] shows a segment that the head does not know', async () => {
    const names = [...whole.files.keys()].filter((path) => basename(path).startsWith('j-'));
    const last = names.sort().at(-1) ?? '';
    const next = last.replace(/.$/, (digit) => String(Number(digit) + 1));
    const bytes = whole.files.get(last) ?? Buffer.alloc(0);
    expect(await complaintsOf(altered(next, bytes))).toEqual(['damaged']);
    expect(await complaintsOf(altered(next, Buffer.alloc(0)))).toEqual(['damaged']);
  });
});

describe('an archive whose process died', { timeout: 900_000 }, () => {
  it('[J6] tells a torn end from damage before it', async () => {
    const disk = new Disk();
    const vault = valueOf(await createVault(FOLDER, PASSPHRASE, { ...small, io: disk }));
    for (const id of ['a', 'b', 'c'])
      valueOf(await vault.append([put(id, { text: 'x'.repeat(300) })]));
    const image = disk.image();
    const path = `${FOLDER}/j-0000000000000001`;
    const bytes = image.files.get(path) ?? Buffer.alloc(0);
    const last = bytes.length - 512;
    for (let at = 256; at < bytes.length; at += slow ? 1 : 11) {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      const files = new Map(image.files).set(path, flipped);
      const opened = await openVault(FOLDER, PASSPHRASE, {
        ...small,
        io: new Disk({ folders: image.folders, files }),
      });
      if (at < last) expect(opened).toMatchObject({ ok: false, error: { code: 'damaged' } });
      else {
        expect(valueOf(opened).seq).toBe(2);
        expect(valueOf(opened).notices).toEqual([{ code: 'tail-set-aside' }]);
      }
    }
  });
});
