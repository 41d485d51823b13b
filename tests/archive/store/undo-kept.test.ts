/** What can be taken back is kept with the archive: after another opening, after a kill at any change, within bounds. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ok } from '../../../archive/lib/result.ts';
import type { TagId } from '../../../archive/model/index.ts';
import { limits } from '../../../archive/model/limits.ts';
import { renameTag } from '../../../archive/search/rename-tag.ts';
import { beginArchive, note } from '../../../archive/store/commands/archive.ts';
import { addTag, editTag } from '../../../archive/store/commands/tags.ts';
import { Store } from '../../../archive/store/store.ts';
import type { Json, Op, State, Unread, Vault } from '../../../archive/vault/index.ts';
import { must } from '../../helpers/archives.ts';

const clock = { now: () => Date.UTC(2026, 2, 12), offset: () => 180 };
const tool = { name: 'kuferak', version: '0.0.0' };

/** Keeps each change as the journal does: whole, in order. */
function medium(changes: (readonly Op[])[] = []) {
  const read = (): State => {
    const state: State = new Map();
    for (const { c, id, v } of changes.flat()) {
      const members = state.get(c) ?? new Map<string, Json | Unread>();
      state.set(c, members);
      if (v === null) members.delete(id);
      else members.set(id, structuredClone(v));
    }
    return state;
  };
  const vault = {
    read: () => Promise.resolve(read()),
    append: (ops: readonly Op[]) => {
      changes.push(ops);
      return Promise.resolve(ok(changes.length));
    },
    readOnly: null,
  } as unknown as Vault;
  return { changes, open: () => Store.open(vault, clock, tool) };
}

const tag = (name: string) => addTag({ name, colour: 1, definition: '', parent: null });
const stateOf = (store: Store) =>
  JSON.stringify([...store.reading.all('tags')].sort((a, b) => (a.id < b.id ? -1 : 1)));

const acts = fc.array(
  fc.record({ act: fc.constantFrom('add', 'edit', 'undo', 'redo', 'reopen'), at: fc.nat(9) }),
  { maxLength: 25 },
);

it('leads through the same states whatever is closed and opened in between', async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (all) => {
      const disk = medium();
      let store = await disk.open();
      await store.run(beginArchive('Case'));
      const past: string[] = [];
      const future: string[] = [];
      for (const [index, act] of all.entries()) {
        const before = stateOf(store);
        if (act.act === 'reopen') store = await disk.open();
        else if (act.act === 'undo' || act.act === 'redo') {
          const [from, to] = act.act === 'undo' ? [past, future] : [future, past];
          const expected = from.pop();
          const done = must(await store[act.act]());
          if (expected === undefined)
            expect(done?.action ?? 'archive.create').toBe('archive.create');
          else to.push(before);
          expect(stateOf(store)).toBe(expected ?? before);
        } else {
          const [found] = store.reading.all('tags').slice(act.at);
          const command =
            act.act === 'edit' && found
              ? editTag(found.id, { definition: `as in ${index}` }, renameTag)
              : tag(`tag ${index}`);
          must(await store.run(command));
          past.push(before);
          future.length = 0;
        }
        expect(stateOf(store)).toBe(stateOf(await disk.open()));
      }
    }),
    { numRuns: 60 },
  );
});

it('fits its change wherever the program was killed', async () => {
  const disk = medium();
  const store = await disk.open();
  await store.run(beginArchive('Case'));
  const states: string[] = [stateOf(store)];
  const ids: TagId[] = [];
  for (let at = 0; at < 6; at++) {
    const id = ids[at % 2];
    if (id === undefined) ids.push(must(await store.run(tag(`tag ${at}`))).value.id);
    else must(await store.run(editTag(id, { definition: `as in ${at}` }, renameTag)));
    states.push(stateOf(store));
  }
  for (let kept = 2; kept <= disk.changes.length; kept++) {
    const after = await medium(disk.changes.slice(0, kept)).open();
    expect(stateOf(after)).toBe(states[kept - 1]);
    must(await after.undo());
    expect(stateOf(after)).toBe(states[kept - 2]);
    must(await after.redo());
    expect(stateOf(after)).toBe(states[kept - 1]);
  }
});

it('passes over what lasts, and is no part of what is told', async () => {
  const disk = medium();
  const first = await disk.open();
  await first.run(beginArchive('Case'));
  must(await first.run(tag('river')));
  must(await first.run(note('archive.verify', {})));
  const store = await disk.open();
  const told: string[] = [];
  store.onChanged(({ puts, deletes }) => {
    for (const { collection } of [...puts, ...deletes]) told.push(collection);
  });
  expect(must(await store.undo())).toEqual({ action: 'tag.add' });
  expect(told.sort()).toEqual(['activities', 'tags']);
});

it('keeps the newest, within bounds, from one session to the next, and all within one', async () => {
  const disk = medium();
  const store = await disk.open();
  await store.run(beginArchive('Case'));
  const { id } = must(await store.run(tag('river'))).value;
  const many = limits.undoSteps + 3;
  for (let at = 0; at < many; at++)
    await store.run(editTag(id, { definition: `${at}` }, renameTag));
  const countUndo = async (from: Store) => {
    let count = 0;
    while (must(await from.undo())?.action === 'tag.edit') count += 1;
    return count;
  };
  expect(await countUndo(await medium([...disk.changes]).open())).toBe(limits.undoSteps);
  expect(await countUndo(store)).toBe(many);
});
