import { basename } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createVault, openVault } from '../../../archive/vault/index.ts';
import { Disk, type Image } from './disk.ts';
import { cheap, PASSPHRASE, put, stateOf, valueOf } from './place.ts';

const FOLDER = '/archive';
const NEXT = 'nine bridges of Halmar';
const options = { ...cheap, anchors: '/anchors' } as const;
const slow = process.env.SLOW !== undefined;

/** The archive as it was after each thing that was done to it; the last is how it is. */
const times: Image[] = [];
let now: Image;
let state: unknown;

beforeAll(async () => {
  const disk = new Disk();
  const remember = () => times.push(disk.image());
  let vault = valueOf(await createVault(FOLDER, PASSPHRASE, { ...options, io: disk }));
  const notes: Record<string, { n: number }> = {};
  const note = async (n: number) => {
    notes[`n${n}`] = { n };
    valueOf(await vault.append([put(`n${n}`, { n })]));
    remember();
  };
  const again = async () => {
    await vault.close();
    remember();
    vault = valueOf(await openVault(FOLDER, PASSPHRASE, { ...options, io: disk }));
  };
  await note(1);
  await note(2);
  await again();
  await note(3);
  valueOf(await vault.compact(() => ({ notes })));
  remember();
  await note(4);
  await again();
  await note(5);
  valueOf(await vault.holders.changePassphrase(PASSPHRASE, NEXT));
  remember();
  await note(6);
  valueOf(await vault.compact(() => ({ notes })));
  remember();
  await note(7);
  await vault.close();
  now = disk.image();
  state = { notes };
});

/** Files of the archive, without the lock. */
function inArchive({ files }: Image): [string, Buffer][] {
  return [...files].filter(([path]) => isOurs(path));
}

function isOurs(path: string): boolean {
  return path.startsWith(`${FOLDER}/`) && basename(path) !== 'LOCK';
}

/** It is refused, or shows all that is in it now. */
async function expectSeenOrWhole(image: Image, what: string): Promise<'refused' | 'whole'> {
  for (const passphrase of [NEXT, PASSPHRASE]) {
    const opened = await openVault(FOLDER, passphrase, { ...options, io: new Disk(image) });
    if (!opened.ok) continue;
    expect(await stateOf(opened.value), what).toEqual(state);
    await opened.value.close();
    return 'whole';
  }
  return 'refused';
}

describe('what somebody put back to what it was', () => {
  it('[D4] [D5] [J5] as a single file, under its own name or that of one of its kind', async () => {
    let refused = 0;
    for (const [at, then] of times.entries()) {
      for (const [path, bytes] of inArchive(then)) {
        const kin = inArchive(now).filter(([other]) =>
          basename(other).startsWith(basename(path).charAt(0)),
        );
        for (const target of new Set([path, ...kin.map(([other]) => other)])) {
          const files = new Map(now.files).set(target, bytes);
          const what = `${basename(path)} of ${at} as ${basename(target)}`;
          if ((await expectSeenOrWhole({ folders: now.folders, files }, what)) === 'refused')
            refused += 1;
        }
      }
    }
    expect(refused).toBeGreaterThan(20);
  });

  it('[D2] [K8] [A3] as all files of some kinds, whichever kinds', async () => {
    const kinds = ['kc', 'hg', 's', 'j'];
    for (const [at, then] of times.entries()) {
      for (let bits = 1; bits < 2 ** kinds.length; bits++) {
        const chosen = kinds.filter((_, kind) => bits & (1 << kind)).join('');
        const isChosen = (path: string) =>
          isOurs(path) && chosen.includes(basename(path).charAt(0));
        const rest = [...now.files].filter(([path]) => !isChosen(path));
        const old = [...then.files].filter(([path]) => isChosen(path));
        const files = new Map([...rest, ...old]);
        await expectSeenOrWhole({ folders: now.folders, files }, `${chosen} of ${at}`);
      }
    }
  });

  it('[A3] as a whole, at whatever time it was', async () => {
    const anchors = [...now.files].filter(([path]) => path.startsWith('/anchors/'));
    for (const then of times) {
      const files = new Map([...inArchive(then), ...anchors]);
      const seen = await expectSeenOrWhole({ folders: now.folders, files }, 'all of it');
      // The last of them died with everything in it.
      expect(seen).toBe(then === times.at(-1) ? 'whole' : 'refused');
    }
  });

  it('an archive that dies in its first second is not told to have no anchor', async () => {
    const [first] = times;
    if (!first) throw new Error('nothing was remembered');
    const vault = valueOf(await openVault(FOLDER, PASSPHRASE, { ...options, io: new Disk(first) }));
    expect(vault.seq).toBe(1);
    expect(vault.notices).toEqual([]);
    await vault.close();
  });

  it('[A2] an anchor with any byte flipped, or of any length, is told and hides nothing', async () => {
    const [path = '', bytes = Buffer.alloc(0)] =
      [...now.files].find(([name]) => name.startsWith('/anchors/')) ?? [];
    const every = slow ? 1 : 5;
    const altered = [
      ...Array.from({ length: bytes.length }, (_, at) => {
        const flipped = Buffer.from(bytes);
        flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
        return flipped;
      }),
      ...Array.from({ length: bytes.length }, (_, length) => bytes.subarray(0, length)),
    ];
    for (const [number, each] of altered.entries()) {
      if (number % every !== 0) continue;
      const image = { folders: now.folders, files: new Map(now.files).set(path, each) };
      const opened = await openVault(FOLDER, NEXT, { ...options, io: new Disk(image) });
      const vault = valueOf(opened);
      expect(vault.notices).toEqual([{ code: 'anchor-missing' }]);
      expect(await stateOf(vault)).toEqual(state);
      await vault.close();
    }
  });
});
