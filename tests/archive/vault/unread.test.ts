import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idOfNumber } from '../../../archive/format/header.ts';
import { type Json, jsonOf, type State, Unread } from '../../../archive/vault/index.ts';
import { Keys } from '../../../archive/vault/key-set.ts';
import { sealFile } from '../../../archive/vault/sealed-file.ts';
import { readSnapshot } from '../../../archive/vault/snapshot.ts';
import { Disk } from './disk.ts';
import { create, newFolder, open, plain, put, stateOf, valueOf } from './place.ts';

const numRuns = process.env.SLOW ? 2_000 : 60;
const texts = fc.string({ unit: 'binary', maxLength: 12 });
const json = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    texts,
    fc.integer(),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(texts, tie('value'), { maxKeys: 3 }),
  ),
})).value;
const ids = fc.oneof(texts, fc.constantFrom('","v":{', '\\', '"', '}}', '', '__proto__'));
const collections = fc.constantFrom('log', 'notes', 'lo"g', '__proto__');
const ops = fc.array(fc.record({ c: collections, id: ids, v: json }), { maxLength: 12 });

function read(state: State) {
  return [...state].map(([name, members]) => [
    name,
    [...members].map(([id, value]) => [id, jsonOf(value)]),
  ]);
}

describe('a collection that is left unread', () => {
  it('says the same when it is read, in the same order, and after it was written again unread', async () => {
    await fc.assert(
      fc.asyncProperty(ops, collections, async (some, unread) => {
        const folder = newFolder();
        const vault = await create(folder);
        if (some.length > 0) valueOf(await vault.append(some));
        const told = new Map<string, Map<string, Json>>();
        for (const { c, id, v } of some)
          told.set(c, (told.get(c) ?? new Map<string, Json>()).set(id, v));
        if (some.length > 0) valueOf(await vault.compact(() => told));
        await vault.close();

        const left = await open(folder, { unread });
        const state = await left.read();
        expect(read(state)).toEqual(read(told));
        for (const [name, members] of state)
          for (const value of members.values())
            if (value instanceof Unread) expect(name).toBe(unread);
        valueOf(await left.append([put('one more', { n: 1 })]));
        valueOf(await left.compact(() => state));
        await left.close();

        const whole = await open(folder);
        expect(await stateOf(whole)).toEqual(JSON.parse(JSON.stringify(plain(told))));
        await whole.close();
      }),
      { numRuns },
    );
  });

  it('is read as it stands however another writer spaced it', async () => {
    const keys = new Keys(
      { dataKeys: [randomBytes(32)], epoch: 1, naming: null },
      randomBytes(16),
      randomBytes(32),
    );
    const first = JSON.stringify({ seq: 1, history: 'ab'.repeat(32), records: 3 });
    const lines = [
      '{"c":"log","id":"a","v":{"n":1}}',
      '{ "id": "b", "v": {"n":2}, "c": "log" }',
      '{"c":"log","id":"\\u0063","v":{"n":3}}',
    ];
    const named = { type: 'snapshot', archiveId: keys.archiveId, id: idOfNumber(1) } as const;
    const bytes = sealFile(
      named,
      keys.snapshot,
      Buffer.from([first, ...lines, ''].join('\n'), 'utf8'),
    );
    const files = new Map([['/archive/s-0000000000000001', bytes]]);
    const io = new Disk({ folders: new Set(['/', '/archive']), files });
    const { state } = await readSnapshot({ io, folder: '/archive', keys }, 1, 'log');
    expect(state.get('log')?.get('a')).toBeInstanceOf(Unread);
    expect(read(state)).toEqual([
      [
        'log',
        [
          ['a', { n: 1 }],
          ['b', { n: 2 }],
          ['c', { n: 3 }],
        ],
      ],
    ]);
  });
});
