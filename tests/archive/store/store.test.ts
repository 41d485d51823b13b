/** The one writer: what it promises when many write at once and when the disk fails. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../../archive/lib/result.ts';
import {
  type Activity,
  stated,
  type Tag,
  unknown,
  withheld,
} from '../../../archive/model/index.ts';
import { canonicalJson, digestOf } from '../../../archive/store/canonical.ts';
import { beginArchive, setActor } from '../../../archive/store/commands/archive.ts';
import { addTag, editTag } from '../../../archive/store/commands/tags.ts';
import { placeAt, placeByWords } from '../../../archive/store/commands/place-passage.ts';
import { brokenLines, hashOfLine } from '../../../archive/store/log.ts';
import { Store } from '../../../archive/store/store.ts';
import type { Op, Vault } from '../../../archive/vault/index.ts';

const clock = { now: () => Date.UTC(2026, 2, 12), offset: () => 180 };
const tool = { name: 'kuferak', version: '0.0.0' };

/** A medium that answers when it is told to, or fails. */
function medium() {
  const written: (readonly Op[])[] = [];
  let failing = false;
  const vault = {
    read: () => Promise.resolve(new Map()),
    append: async (ops: readonly Op[]) => {
      await Promise.resolve();
      if (failing) return fail('disk-full');
      written.push(ops);
      return ok(written.length);
    },
    readOnly: null,
  } as unknown as Vault;
  return {
    vault,
    written,
    breakDown: () => {
      failing = true;
    },
  };
}

const tag = (name: string) => addTag({ name, colour: null, definition: '', parent: null });
const names = (store: Store) => store.reading.all('tags').map(({ name }) => name);

async function begin() {
  const disk = medium();
  const store = await Store.open(disk.vault, clock, tool);
  await store.run(beginArchive('Case'));
  return { store, ...disk };
}

describe('the actor', () => {
  const actors = (store: Store) => store.reading.all('activities').map(({ actor }) => actor);

  it('is unknown until somebody says who works here, from that line on', async () => {
    const { store } = await begin();
    await store.run(tag('one'));
    await store.run(setActor(stated('B-7')));
    await store.run(tag('two'));
    await store.undo();
    const named = stated('B-7');
    expect(actors(store)).toEqual([unknown, unknown, named, named, named]);
    expect(brokenLines(store.reading.all('activities'))).toEqual([]);
  });

  it('is not taken back by undo', async () => {
    const { store } = await begin();
    await store.run(tag('one'));
    await store.run(setActor(stated('B-7')));
    await store.undo();
    expect(names(store)).toEqual([]);
    expect(store.reading.get('about', 'archive')?.actor).toEqual(stated('B-7'));
  });

  it('may be another one for a session alone', async () => {
    const { store } = await begin();
    store.actAs(withheld);
    await store.run(tag('one'));
    expect(actors(store)).toEqual([unknown, withheld]);
    expect(store.reading.get('about', 'archive')?.actor).toBeUndefined();
  });

  it('is bound by the chain: another name in a line breaks it', async () => {
    const { store } = await begin();
    await store.run(setActor(stated('B-7')));
    const lines = store.reading.all('activities');
    const forged = lines.map((line) =>
      line.number === 2 ? { ...line, actor: stated('B-9') } : line,
    );
    expect(brokenLines(forged)).toEqual([2]);
  });

  it('is asked of no line from before: an older log goes on in one chain', async () => {
    const older = await begin();
    await older.store.run(tag('one'));
    let previous = '0'.repeat(64);
    const lines = older.store.reading.all('activities').map((line) => {
      const rest: Omit<Activity, 'hash'> = { ...line, previous };
      delete (rest as { actor?: unknown }).actor;
      delete (rest as { hash?: unknown }).hash;
      const hash = hashOfLine(rest);
      previous = hash;
      return { ...rest, hash };
    });
    const disk = medium();
    const about = older.store.reading.get('about', 'archive');
    const held = new Map([
      ['about', new Map<string, unknown>([['archive', about]])],
      ['activities', new Map<string, unknown>(lines.map((line) => [line.id, line]))],
    ]);
    const vault = Object.assign(disk.vault, { read: () => Promise.resolve(held) });
    const store = await Store.open(vault, clock, tool);
    await store.run(tag('two'));
    const all = store.reading.all('activities');
    expect(all.map(({ actor }) => actor)).toEqual([undefined, undefined, unknown]);
    expect(all[2]?.previous).toBe(lines[1]?.hash);
    expect(brokenLines(all)).toEqual([]);
  });
});

describe('the one writer', () => {
  it('lets commands that come at once see each other, and numbers them without a gap', async () => {
    const { store } = await begin();
    const results = await Promise.all(
      ['one', 'two', 'ONE', 'three'].map((name) => store.run(tag(name))),
    );
    expect(results.map((result) => (result.ok ? result.value.seq : result.error.code))).toEqual([
      2,
      3,
      'tag-exists',
      4,
    ]);
    expect(brokenLines(store.reading.all('activities'))).toEqual([]);
    expect(store.head.number).toBe(4);
  });

  it('tells of a change only when it is on the disk, with everything that was written', async () => {
    const { store, written } = await begin();
    const heard: number[] = [];
    store.onChanged(({ seq, puts }) => {
      heard.push(seq);
      // And with what leads back from it.
      expect(written.at(-1)).toHaveLength(puts.length + 1);
    });
    await Promise.all([store.run(tag('one')), store.run(tag('two'))]);
    expect(heard).toEqual([2, 3]);
  });

  it('takes back, newest first, all that the disk did not take, and writes no more', async () => {
    const { store, breakDown } = await begin();
    await store.run(tag('kept'));
    const head = store.head;
    const heard: number[] = [];
    store.onChanged(({ seq }) => heard.push(seq));
    breakDown();
    const results = await Promise.all([store.run(tag('lost')), store.run(tag('lost too'))]);
    expect(results.map((result) => (result.ok ? 'ok' : result.error.code))).toEqual([
      'disk-full',
      'disk-full',
    ]);
    expect(names(store)).toEqual(['kept']);
    expect(store.head).toEqual(head);
    expect(heard).toEqual([]);
    expect(await store.run(tag('later'))).toMatchObject({ error: { code: 'read-only' } });
  });

  it('waits for what is being written when it closes, then refuses', async () => {
    const { store } = await begin();
    const writing = store.run(tag('last'));
    await store.close();
    expect(await writing).toMatchObject({ ok: true });
    expect(await store.run(tag('late'))).toMatchObject({ error: { code: 'closed' } });
  });

  it('undoes and redoes any row of changes to the very same records', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('add', 'edit', 'undo', 'redo'), { maxLength: 25 }),
        async (steps) => {
          const { store } = await begin();
          const past: string[] = [];
          const future: string[] = [];
          let count = 0;
          const state = () =>
            canonicalJson([...store.reading.all('tags')].sort((a, b) => (a.id < b.id ? -1 : 1)));
          for (const step of steps) {
            const before = state();
            const [first] = store.reading.all('tags') as readonly (Tag | undefined)[];
            if (step === 'add' || (step === 'edit' && first)) {
              const command =
                step === 'edit' && first
                  ? editTag(first.id, { definition: `d${count++}` }, (query) => query)
                  : tag(`t${count++}`);
              expect(await store.run<string, Tag>(command)).toMatchObject({ ok: true });
              past.push(before);
              future.length = 0;
            } else if (step === 'undo') {
              await store.undo();
              const was = past.pop();
              if (was !== undefined) future.push(before);
              expect(state()).toBe(was ?? before);
            } else if (step === 'redo') {
              await store.redo();
              const was = future.pop();
              if (was !== undefined) past.push(before);
              expect(state()).toBe(was ?? before);
            }
          }
          expect(brokenLines(store.reading.all('activities'))).toEqual([]);
        },
      ),
      { numRuns: process.env.SLOW ? 300 : 30 },
    );
  });
});

describe('the log', () => {
  it('shows any line that was changed, dropped, or moved', async () => {
    const { store } = await begin();
    for (const name of ['a', 'b', 'c', 'd']) await store.run(tag(name));
    const lines = [...store.reading.all('activities')];
    const [first, second, third] = lines;
    if (!first || !second || !third) throw new Error('there are lines');
    expect(brokenLines(lines)).toEqual([]);
    expect(
      brokenLines([
        ...lines.slice(0, 2),
        { ...third, at: '2020-01-01T00:00:00.000Z' },
        ...lines.slice(3),
      ]),
    ).toContain(3);
    expect(brokenLines(lines.filter((line) => line !== second)).length).toBeGreaterThan(0);
    expect(brokenLines([...lines, { ...third, number: 6 }])).toContain(6);
  });
});

describe('one spelling for each value', () => {
  it('does not depend on the order of keys, and differs for different values', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
    expect(digestOf({ a: 1 })).not.toBe(digestOf({ a: '1' }));
  });
});

describe('the place of a passage', () => {
  it('is right for any passage of any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.nat(),
        fc.nat(),
        (text, from, length) => {
          const start = from % text.length;
          const end = Math.min(text.length, start + 1 + (length % 50));
          const source = { text, sha256: '0'.repeat(64) };
          const placed = placeAt(source, text.slice(start, end), start, end);
          expect(placed).toMatchObject({
            ok: true,
            value: { start, end, exact: text.slice(start, end) },
          });
        },
      ),
    );
  });

  it('by words alone must be the only one, also where it overlaps itself', () => {
    const source = { text: 'aaa bbb', sha256: '0'.repeat(64) };
    expect(placeByWords(source, 'aa')).toMatchObject({ error: { code: 'passage-ambiguous' } });
    expect(placeByWords(source, 'bbb')).toMatchObject({ value: { start: 4, end: 7 } });
  });
});
