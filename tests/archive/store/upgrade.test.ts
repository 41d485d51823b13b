import { describe, expect, it } from 'vitest';
import { ok } from '../../../archive/lib/result.ts';
import {
  type Change,
  SCHEMA,
  unknown,
  type Upgrade,
  upgrades,
} from '../../../archive/model/index.ts';
import { beginArchive } from '../../../archive/store/commands/archive.ts';
import { addTag } from '../../../archive/store/commands/tags.ts';
import { brokenLines } from '../../../archive/store/log.ts';
import { Store } from '../../../archive/store/store.ts';
import { createVault, openVault } from '../../../archive/vault/index.ts';
import { Disk } from '../vault/disk.ts';
import { cheap, PASSPHRASE, valueOf } from '../vault/place.ts';

const clock = { now: () => Date.UTC(2026, 2, 12), offset: () => 180 };
const tool = { name: 'kuferak', version: '0.0.0' };
const TAGS = 2_300;

/** Gives each tag an order, then doubles it; neither does anything twice. */
const steps: readonly Upgrade[] = [
  {
    to: SCHEMA + 1,
    records: { tags: (tag) => ('order' in tag ? null : { ...tag, order: 1 }) },
  },
  {
    to: SCHEMA + 2,
    records: { tags: (tag) => ('twice' in tag ? null : { ...tag, twice: Number(tag.order) * 2 }) },
  },
];

async function filled(): Promise<Disk> {
  const disk = new Disk();
  const vault = valueOf(await createVault('/a', PASSPHRASE, { ...cheap, io: disk }));
  const store = await Store.open(vault, clock, tool);
  await store.run(beginArchive('Case'));
  const puts = Array.from({ length: TAGS }, (_, n) => {
    const made = addTag({ name: `tag ${n}`, colour: null, definition: '', parent: null });
    return valueOf(made(store.reading, { now: '2026-03-12T00:00:00.000Z', actor: unknown })).change
      .puts;
  }).flat();
  const activity: Change['activity'] = { action: 'tag.add', subjects: [], facts: {} };
  valueOf(await store.run(() => ok({ value: null, change: { puts, deletes: [], activity } })));
  await store.close();
  await vault.close();
  return disk;
}

async function opened(disk: Disk, readOnly = false) {
  const vault = valueOf(await openVault('/a', PASSPHRASE, { ...cheap, io: disk, readOnly }));
  return { vault, store: await Store.open(vault, clock, tool) };
}

function isUpgraded(store: Store): boolean {
  return store.reading
    .all('tags')
    .every((tag) => 'order' in tag && tag.order === 1 && 'twice' in tag && tag.twice === 2);
}

describe('an upgrade of the records', () => {
  it('is numbered without a gap', () => {
    expect(upgrades.map(({ to }) => to)).toEqual(upgrades.map((_, at) => at + 2));
    expect(SCHEMA).toBe(upgrades.length + 1);
  });

  it('brings every record up, step by step, in the log, and once', async () => {
    const disk = await filled();
    const { vault, store } = await opened(disk);
    valueOf(await store.upgrade(steps));
    expect(isUpgraded(store)).toBe(true);
    expect(store.reading.get('about', 'archive')?.schema).toBe(SCHEMA + 2);
    const lines = store.head.number;
    valueOf(await store.upgrade(steps));
    expect(store.head.number).toBe(lines);
    // What was upgraded is not to be undone.
    expect(valueOf(await store.undo())).toBeNull();
    await store.close();
    await vault.close();
    const again = await opened(disk);
    expect(isUpgraded(again.store)).toBe(true);
    expect(brokenLines(again.store.reading.all('activities'))).toEqual([]);
    await again.vault.close();
  });

  it('that was cut short is done to its end at the next opening', async () => {
    const disk = await filled();
    const whole = await opened(disk);
    const begun = disk.steps.length;
    valueOf(await whole.store.upgrade(steps));
    await whole.vault.close();
    let halfWay = 0;
    // As after each flush of the journal on the way.
    for (let cut = begun; cut <= disk.steps.length; cut++) {
      if (disk.steps[cut - 1]?.kind !== 'sync') continue;
      const [image] = disk.cutAfter(cut);
      const { vault, store } = await opened(new Disk(image));
      const some = store.reading.all('tags').filter((tag) => 'order' in tag).length;
      if (some > 0 && some < TAGS) halfWay += 1;
      valueOf(await store.upgrade(steps));
      expect(isUpgraded(store)).toBe(true);
      await vault.close();
    }
    expect(halfWay).toBeGreaterThan(0);
  });

  it('of an archive that is only read stays in memory', async () => {
    const disk = await filled();
    const before = disk.steps.length;
    const { vault, store } = await opened(disk, true);
    valueOf(await store.upgrade(steps));
    expect(isUpgraded(store)).toBe(true);
    await vault.close();
    expect(disk.steps.length).toBe(before);
  });
});
