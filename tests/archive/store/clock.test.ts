import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { ok } from '../../../archive/lib/result.ts';
import { newTagId } from '../../../archive/model/index.ts';
import { brokenLines, inOrder } from '../../../archive/store/log.ts';
import { type Command, Store } from '../../../archive/store/store.ts';
import { createVault, openVault } from '../../../archive/vault/index.ts';
import { must } from '../../helpers/archives.ts';

const tool = { name: 'test', version: '1' };
const cheap = { kdf: { memory: 8, passes: 1 }, testOnlyCheapKdf: true } as const;

function addTag(name: string): Command<never, null> {
  const record = { id: newTagId(), name, colour: 1, definition: '', parent: null } as const;
  return () =>
    ok({
      value: null,
      change: {
        puts: [{ collection: 'tags', record }],
        deletes: [],
        activity: { action: 'tag.add', subjects: [record.id], facts: {} },
      },
    });
}

it('a clock that is set back, or far ahead, leaves the log in order and whole', async () => {
  const root = mkdtempSync(join(tmpdir(), 'kuferak-clock-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const folder = join(root, 'archive');
  const anchors = join(root, 'anchors');
  let now = Date.parse('2026-03-12T08:30:00Z');
  const clock = { now: () => now, offset: () => 60 };
  const options = { ...cheap, anchors, clock };
  const days = 24 * 60 * 60 * 1_000;
  // Back by a year, ahead by thirty, back to before anybody had computers.
  const jumps = [0, -365 * days, 30 * 365 * days, -50 * 365 * days, 1];
  for (const [session, jump] of jumps.entries()) {
    now += jump;
    const vault = must(
      session === 0
        ? await createVault(folder, 'a passphrase', options)
        : await openVault(folder, 'a passphrase', options),
    );
    const store = await Store.open(vault, clock, tool);
    must(await store.run(addTag(`first of ${session}`)));
    now -= 2 * days;
    must(await store.run(addTag(`second of ${session}`)));
    const lines = inOrder(store.reading.all('activities'));
    expect(lines.map(({ number }) => number)).toEqual(lines.map((_, at) => at + 1));
    expect(lines).toHaveLength(2 * (session + 1));
    expect(brokenLines(lines)).toEqual([]);
    expect(vault.notices).toEqual([]);
    must(await vault.compact(() => store.stored()));
    await store.close();
    await vault.close();
  }
});
