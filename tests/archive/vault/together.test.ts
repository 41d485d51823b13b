import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { quietJob } from '../../../archive/lib/job.ts';
import { createVault, openVault, salvageVault, type Vault } from '../../../archive/vault/index.ts';
import { Disk } from './disk.ts';
import { cheap, PASSPHRASE, plain, put, stateOf, valueOf } from './place.ts';

const numRuns = process.env.SLOW === undefined ? 60 : 5_000;
const FOLDER = '/archive';

/** Things that are begun together, none waiting for another; then the next ones. */
const deed = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('put' as const), id: fc.nat(6), n: fc.nat() }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('delete' as const), id: fc.nat(6) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('blob' as const), size: fc.nat(3_000) }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'compact' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'slots' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'verify' as const }) },
);
const round = fc.record({
  deeds: fc.array(deed, { maxLength: 12 }),
  then: fc.constantFrom('nothing', 'close', 'die', 'salvage'),
});

it(
  'whatever is begun at once, the archive says what a plain map and a plain set say',
  { timeout: 600_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(round, { maxLength: 6 }), async (rounds) => {
        let disk = new Disk();
        const options = () => ({ ...cheap, io: disk, anchors: '/anchors' });
        let vault: Vault = valueOf(await createVault(FOLDER, PASSPHRASE, options()));
        const notes: Record<string, { n: number }> = {};
        const blobs = new Map<string, string>();
        const begin = async (each: (typeof rounds)[number]['deeds'][number]): Promise<void> => {
          switch (each.kind) {
            case 'put':
              // As the store: first in memory, then asked for, in the same order.
              notes[`n${each.id}`] = { n: each.n };
              valueOf(await vault.append([put(`n${each.id}`, { n: each.n })]));
              break;
            case 'delete':
              Reflect.deleteProperty(notes, `n${each.id}`);
              valueOf(await vault.append([put(`n${each.id}`, null)]));
              break;
            case 'blob': {
              const bytes = Buffer.alloc(each.size, each.size % 251);
              const { id } = valueOf(await vault.blobs.put(bytes, 'original'));
              blobs.set(id, createHash('sha256').update(bytes).digest('hex'));
              break;
            }
            case 'compact':
              valueOf(await vault.compact(() => ({ notes: { ...notes } })));
              break;
            case 'slots':
              valueOf(await vault.holders.addPassphrase(PASSPHRASE, 'another'));
              valueOf(await vault.holders.remove(PASSPHRASE, 1));
              break;
            case 'verify': {
              const { findings } = await vault.verify({ full: true }, quietJob);
              expect(findings).toEqual([]);
              break;
            }
          }
        };
        const reopen = async () => {
          vault = valueOf(await openVault(FOLDER, PASSPHRASE, options()));
          // The anchor follows within a second, and one who dies before has none.
          expect(vault.notices.filter(({ code }) => code !== 'anchor-missing')).toEqual([]);
          const found = (await stateOf(vault)) as { notes?: object };
          expect(found.notes ?? {}).toEqual(notes);
          expect(await vault.blobs.names()).toEqual([...blobs.keys()].sort());
          for (const [id, sum] of blobs) {
            const bytes = valueOf(await vault.blobs.get(id));
            expect(createHash('sha256').update(bytes).digest('hex')).toBe(sum);
          }
        };
        for (const { deeds, then } of rounds) {
          let slots = 0;
          // Two changes of slots at once are each right, and not ours to order here.
          const chosen = deeds.filter(({ kind }) => kind !== 'slots' || slots++ === 0);
          await Promise.all(chosen.map(begin));
          if (then === 'close') await vault.close();
          if (then === 'die') disk = new Disk(disk.image());
          if (then === 'close' || then === 'die') await reopen();
          if (then === 'salvage') {
            const salvaged = valueOf(await salvageVault(FOLDER, PASSPHRASE, options()));
            const found = plain(salvaged.state) as { notes?: object };
            expect(found.notes ?? {}).toEqual(notes);
            expect(salvaged.missing).toEqual([]);
            salvaged.close();
          }
        }
        await vault.close();
        await reopen();
        await vault.close();
      }),
      { numRuns },
    );
  },
);
