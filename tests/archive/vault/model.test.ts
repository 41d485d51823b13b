import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createVault, openVault, type Vault } from '../../../archive/vault/index.ts';
import { Disk } from './disk.ts';
import { cheap, PASSPHRASE, put, stateOf, valueOf } from './place.ts';

const runs = process.env.SLOW === undefined ? 40 : 2_000;

const deed = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('change' as const),
      puts: fc.dictionary(fc.string({ maxLength: 3 }), fc.jsonValue({ maxDepth: 2 }), {
        maxKeys: 4,
      }),
      deletes: fc.array(fc.string({ maxLength: 2 }), { maxLength: 2 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'compact' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'reopen' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'die' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'passphrase' as const }) },
);

it(
  '[J10] whatever is done to it, it says what a plain map says',
  { timeout: 600_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { maxLength: 25 }), async (deeds) => {
        let disk = new Disk();
        let passphrase = PASSPHRASE;
        let vault: Vault = valueOf(
          await createVault('/archive', passphrase, { ...cheap, io: disk, anchors: '/anchors' }),
        );
        const model = new Map<string, unknown>();
        const open = async () => {
          const options = { ...cheap, io: disk, anchors: '/anchors' };
          const { historyHash } = vault;
          vault = valueOf(await openVault('/archive', passphrase, options));
          expect(vault.historyHash).toBe(historyHash);
          const { notes = {} } = (await stateOf(vault)) as { notes?: Record<string, unknown> };
          expect(new Map(Object.entries(notes))).toEqual(
            new Map(Object.entries(JSON.parse(JSON.stringify(asObject(model))) as object)),
          );
        };
        for (const each of deeds) {
          switch (each.kind) {
            case 'change': {
              const puts = Object.entries(each.puts).filter(([, v]) => v !== null);
              for (const [id, v] of puts) model.set(id, v);
              for (const id of each.deletes) model.delete(id);
              valueOf(
                await vault.append([
                  ...puts.map(([id, v]) => put(id, v as object)),
                  ...each.deletes.map((id) => put(id, null)),
                ]),
              );
              break;
            }
            case 'compact':
              valueOf(await vault.compact(() => ({ notes: asObject(model) as never })));
              break;
            case 'reopen':
              await vault.close();
              await open();
              break;
            case 'die':
              disk = new Disk(disk.image());
              await open();
              break;
            case 'passphrase': {
              const next = `${passphrase}!`;
              valueOf(await vault.holders.changePassphrase(passphrase, next));
              passphrase = next;
              break;
            }
          }
        }
        await vault.close();
        await open();
        await vault.close();
      }),
      { numRuns: runs },
    );
  },
);

function asObject(model: ReadonlyMap<string, unknown>): Record<string, unknown> {
  const object = Object.create(null) as Record<string, unknown>;
  for (const [id, value] of model) object[id] = value;
  return object;
}
