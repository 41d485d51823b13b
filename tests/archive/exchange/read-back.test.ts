/** A package that was read back is whole, or it is found out: whatever single thing is not as it was made. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LeakCheck } from '../../../archive/exchange/leaks.ts';
import {
  type Packed,
  packedIn,
  verifyPacked,
} from '../../../archive/exchange/package/read-back.ts';
import { newSigningKey, signerOf } from '../../../archive/exchange/package/signing.ts';
import { quietJob } from '../../../archive/lib/job.ts';
import { formsOf } from '../../../archive/redact/index.ts';
import { must } from '../../helpers/archives.ts';
import { matterOf, pack, signer } from '../../helpers/dossier-package.ts';
import { sha256 } from '../../helpers/records.ts';

let root: string;
let files: ReadonlyMap<string, Uint8Array>;
const pdf = sha256(matterOf().pdf);

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'kuferak-back-'));
  must(await pack(root, 'package'));
  const packed = await packedIn(join(root, 'package'));
  const read = async (path: string) =>
    [path, (await packed.read(path)) ?? Buffer.alloc(0)] as const;
  files = new Map(await Promise.all(packed.paths.map(read)));
});

afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});

const verified = (changed: ReadonlyMap<string, Uint8Array>, more: object = {}) => {
  const packed: Packed = {
    paths: [...changed.keys()],
    read: (path) => Promise.resolve(changed.get(path) ?? null),
  };
  const check = new LeakCheck(formsOf([], [], { alone: false }), { asCollected: false });
  const expected = { publicKey: signer.publicKey, pdf, ...more };
  return verifyPacked(packed, expected, check, quietJob);
};

const unsound = /package-unsound/;

describe('a package that was read back', () => {
  it('is found whole when it is', async () => {
    await expect(verified(files)).resolves.toBeUndefined();
  });

  it('is found out by any bit that is another, in any file', async () => {
    const place = fc.tuple(fc.constantFrom(...files.keys()), fc.nat(), fc.nat({ max: 7 }));
    await fc.assert(
      fc.asyncProperty(place, async ([path, at, bit]) => {
        const bytes = Uint8Array.from(files.get(path) ?? []);
        const index = at % bytes.length;
        bytes[index] = (bytes[index] ?? 0) ^ (1 << bit);
        await expect(verified(new Map(files).set(path, bytes))).rejects.toThrow(unsound);
      }),
    );
  });

  it('is found out by a file that is gone, that was added, or that is a folder higher', async () => {
    for (const path of files.keys()) {
      const without = new Map(files);
      without.delete(path);
      await expect(verified(without), path).rejects.toThrow(unsound);
    }
    for (const path of ['data/x', 'x', 'signature/x', '../x'])
      await expect(verified(new Map(files).set(path, Buffer.from('x')))).rejects.toThrow(unsound);
  });

  it('is found out by another key, and by another PDF than the one that was searched', async () => {
    const { publicKey } = signerOf(newSigningKey().secret);
    await expect(verified(files, { publicKey })).rejects.toThrow(unsound);
    await expect(verified(files, { pdf: sha256('another') })).rejects.toThrow(unsound);
  });
});
