import { randomBytes } from 'node:crypto';
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from '../../../archive/model/limits.ts';
import { codeOf, create, filesOf, newFolder, open, valueOf } from './place.ts';

const KIND = 'original';

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) {
    await Promise.resolve();
    yield bytes.subarray(at, at + size);
  }
}

describe('blobs', () => {
  it('[B1] [S3] [S4] give back bytes of every size, whole and in ranges', async () => {
    const vault = await create(newFolder());
    const step = 65_536;
    for (const size of [
      0,
      1,
      247,
      248,
      255,
      256,
      step - 9,
      step - 8,
      step - 7,
      step,
      step + 1,
      1_500_000,
    ]) {
      const bytes = randomBytes(size);
      const { id } = valueOf(await vault.blobs.put(bytes, KIND));
      expect(valueOf(await vault.blobs.size(id))).toBe(size);
      expect(Buffer.compare(valueOf(await vault.blobs.get(id)), bytes)).toBe(0);
      for (const [start, end] of [
        [0, 10],
        [size - 5, size + 5],
        [step - 3, step + 3],
        [size, size + 1],
        [5, 2],
        [-4, 4],
      ] as const) {
        const expected = bytes.subarray(Math.max(0, start), Math.max(0, end));
        const range = valueOf(await vault.blobs.range(id, start, end));
        expect(Buffer.compare(range, start < end ? expected : Buffer.alloc(0))).toBe(0);
      }
    }
    await vault.close();
  });

  it('[B2] of the same kind and content are kept once, whether they come whole or in pieces', async () => {
    const folder = newFolder();
    const vault = await create(folder);
    const bytes = randomBytes(200_000);
    const first = valueOf(await vault.blobs.put(bytes, KIND));
    const second = valueOf(await vault.blobs.put(inPieces(bytes, 7_777), KIND));
    const other = valueOf(await vault.blobs.put(bytes, 'thumbnail'));
    expect(second).toEqual(first);
    expect(other.id).not.toBe(first.id);
    expect(await vault.blobs.names()).toEqual([first.id, other.id].sort());
    const elsewhere = await create(newFolder());
    expect(valueOf(await elsewhere.blobs.put(bytes, KIND)).id).not.toBe(first.id);
    await elsewhere.close();
    await vault.close();
    expect(readdirSync(join(folder, 'blobs')).filter((name) => name.startsWith('tmp'))).toEqual([]);
  });

  it('[S4] [S6] take sizes on the medium that tell little', async () => {
    const vault = await create(newFolder());
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 300_000 }), async (size) => {
        const { id } = valueOf(await vault.blobs.put(Buffer.alloc(size, size % 251), KIND));
        const stored = await vault.blobs.storedSize(id);
        const sealing = 256 + 8 + 16 * Math.ceil((size * 1.13) / 65_536 + 1);
        expect(stored).toBeGreaterThan(size);
        expect(stored).toBeLessThanOrEqual(Math.ceil(size * 1.12) + sealing + 8);
      }),
      { numRuns: 40 },
    );
    await vault.close();
  });

  it('[B3] that was damaged is told, and written again when the same bytes come', async () => {
    const folder = newFolder();
    const vault = await create(folder);
    const bytes = randomBytes(100_000);
    const { id } = valueOf(await vault.blobs.put(bytes, KIND));
    const path = join(folder, 'blobs', id.slice(0, 2), id);
    const stored = Buffer.from(filesOf(folder).get(join('blobs', id.slice(0, 2), id)) ?? []);
    stored[stored.length - 70_000] = (stored[stored.length - 70_000] ?? 0) ^ 1;
    writeFileSync(path, stored);
    expect(codeOf(await vault.blobs.get(id))).toBe('damaged');
    expect(codeOf(await vault.blobs.range(id, 0, 10))).toBe('damaged');
    valueOf(await vault.blobs.put(bytes, KIND));
    expect(Buffer.compare(valueOf(await vault.blobs.get(id)), bytes)).toBe(0);
    await vault.close();
  });

  it('that is not there, or has no name of ours, is told as damage, not as a crash', async () => {
    const vault = await create(newFolder());
    for (const id of ['', '../../etc/passwd', 'A'.repeat(64), 'a'.repeat(64)]) {
      expect(codeOf(await vault.blobs.get(id))).toBe('damaged');
      expect(codeOf(await vault.blobs.reseal(id))).toBe('damaged');
    }
    await vault.close();
  });

  it('[B4] are removed only when no record names them and they are old', async () => {
    const folder = newFolder();
    const vault = await create(folder);
    const kept = valueOf(await vault.blobs.put(Buffer.from('kept'), KIND)).id;
    const gone = valueOf(await vault.blobs.put(Buffer.from('gone'), KIND)).id;
    expect(valueOf(await vault.blobs.removeUnnamed(new Set([kept])))).toBe(0);
    await vault.close();
    for (const [days, removed] of [
      [-30, 0],
      [6, 0],
      [8, 1],
    ] as const) {
      const now = statSync(folder).mtimeMs + (days * limits.blobGraceMilliseconds) / 7;
      const later = await open(folder, { clock: { now: () => now, offset: () => 0 } });
      expect(valueOf(await later.blobs.removeUnnamed(new Set([kept])))).toBe(removed);
      expect(codeOf(await later.blobs.get(gone))).toBe(removed === 0 ? 'ok' : 'damaged');
      expect(codeOf(await later.blobs.get(kept))).toBe('ok');
      await later.close();
    }
  });
});
