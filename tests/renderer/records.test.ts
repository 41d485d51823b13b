import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Changed, Tag } from '../../archive/model/index.ts';
import { Records } from '../../src/renderer/lib/records.svelte.ts';
import { fakeBridge } from './fake-bridge.ts';
import { asker } from '../../src/renderer/lib/ask.ts';

const tagOf = (name: string) =>
  ({ id: name, name, colour: null, definition: '', parent: null }) as unknown as Tag;

function change(seq: number, name: string): Changed {
  const put = { collection: 'tags', record: tagOf(name) } as const;
  return { seq, puts: [put], deletes: [], quoteCounts: {} };
}

async function loaded(): Promise<Records> {
  const records = new Records(asker(fakeBridge({ open: true, empty: true })));
  expect(await records.load()).toBeNull();
  // From here on: the bridge takes its own time.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  return records;
}

afterEach(() => {
  vi.useRealTimers();
});

describe("the window's copy of the records", () => {
  it('shows the first change at once and what follows soon together, in order and without a loss', async () => {
    const records = await loaded();
    vi.advanceTimersByTime(600_000);
    const from = records.seq;
    for (let at = 1; at <= 100; at++) records.hear(change(from + at, `tag ${at}`));
    expect(records.tags.size).toBe(1);
    vi.advanceTimersByTime(1_000);
    expect([...records.tags.keys()]).toEqual(
      Array.from({ length: 100 }, (_, at) => `tag ${at + 1}`),
    );
    expect(records.seq).toBe(from + 100);
  });

  it('never lets her wait for her own change', async () => {
    const records = await loaded();
    const from = records.seq;
    records.hear(change(from + 1, 'before'));
    records.hear(change(from + 2, 'her own'));
    await records.reached(from + 2);
    expect(records.tags.has('her own')).toBe(true);
    const later = records.reached(from + 3);
    records.hear(change(from + 3, 'heard after the answer'));
    await later;
    expect(records.tags.has('heard after the answer')).toBe(true);
  });

  it('forgets at once what it had not shown yet when the archive is locked', async () => {
    const records = await loaded();
    records.hear(change(records.seq + 1, 'first'));
    records.hear(change(records.seq + 2, 'second'));
    records.clear();
    vi.advanceTimersByTime(1_000);
    expect(records.tags.size).toBe(0);
  });
});
