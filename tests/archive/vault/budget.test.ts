import { expect, it } from 'vitest';
import { createVault } from '../../../archive/vault/index.ts';
import { Disk } from './disk.ts';
import { cheap, PASSPHRASE, valueOf } from './place.ts';

/** Bytes that one change to one quote may write. */
const BYTES = 2_048;

it('[J6] one change is one write and one flush, as small in a large archive as in an empty one', async () => {
  const disk = new Disk();
  const vault = valueOf(await createVault('/archive', PASSPHRASE, { ...cheap, io: disk }));
  const quote = { text: 'the bell rang over the water. '.repeat(20), source: 'src_1', tags: ['a'] };
  const add = (id: string) => vault.append([{ c: 'quotes', id, v: quote }]);
  valueOf(await add('first'));
  const many = Array.from({ length: 10_000 }, (_, n) => ({ c: 'quotes', id: `q${n}`, v: quote }));
  for (const filled of [false, true]) {
    if (filled) valueOf(await vault.append(many));
    const before = disk.steps.length;
    for (let n = 0; n < 20; n++) valueOf(await add(`after ${String(filled)} ${n}`));
    const steps = disk.steps.slice(before);
    expect(steps.map(({ kind }) => kind)).toEqual(Array(20).fill(['write', 'sync']).flat());
    for (const step of steps)
      if (step.kind === 'write') expect(step.bytes.length).toBeLessThanOrEqual(BYTES);
  }
  await vault.close();
});

it('ten thousand changes that come together share a handful of flushes', async () => {
  const disk = new Disk();
  const vault = valueOf(await createVault('/archive', PASSPHRASE, { ...cheap, io: disk }));
  valueOf(await vault.append([{ c: 'quotes', id: 'first', v: {} }]));
  const before = disk.steps.length;
  const value = { text: 'x'.repeat(600) };
  const kept = await Promise.all(
    Array.from({ length: 10_000 }, (_, n) =>
      vault.append([{ c: 'quotes', id: `q${n}`, v: value }]),
    ),
  );
  for (const each of kept) valueOf(each);
  const flushes = disk.steps.slice(before).filter(({ kind }) => kind === 'sync');
  expect(flushes.length).toBeLessThan(10);
  await vault.close();
});
