/** A timeline is ordered by what its dates can mean: a month is never taken for its first day, and no entry is lost or shown twice. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Claim, Quote, Source } from '../../../archive/model/index.ts';
import {
  entriesOf,
  groupsOf,
  inTimeOrder,
  stretchOf,
  type TimelineEntry,
  timelineOf,
} from '../../../archive/timeline/index.ts';

const everything = { roles: [], tags: [], who: null, source: null, from: null, to: null };

let made = 0;
const entry = (from: string | null, to = from, rest: Partial<TimelineEntry> = {}) =>
  ({
    ...{ id: `e${(made += 1)}`, role: 'event', from, to, source: 'src', quote: null },
    ...{ claim: null, row: null, words: '', question: '', who: null, tags: [], ...rest },
  }) as TimelineEntry;
const dates = (entries: readonly TimelineEntry[]) => entries.map(({ from, to }) => from ?? to);

describe('a date as far as it is known', () => {
  it('means all of its year, month or day', () => {
    const length = (date: string) => {
      const stretch = stretchOf(date);
      return stretch ? (stretch.end - stretch.start) / 86_400_000 : null;
    };
    expect(['2024', '2024-02', '2023-02', '2024-02-29'].map(length)).toEqual([366, 29, 28, 1]);
    expect(length('last spring')).toBeNull();
    expect(length('0050')).toBe(365);
  });

  it('is told by its own zone, and does not run into the next month', () => {
    expect(stretchOf('2026-04-09T00:30+03:00')?.start).toBe(Date.UTC(2026, 3, 8, 21, 30));
    expect(stretchOf('2026-02-31')?.start).toBe(Date.UTC(2026, 1, 28));
  });
});

describe('the order', () => {
  it('puts what is known roughly before what is known better', () => {
    const shuffled = ['2026-04-01', '2026', '2026-04-09', '2026-04', '2025-12-31', '2026-03'];
    expect(dates(inTimeOrder(shuffled.map((date) => entry(date))))).toEqual([
      ...['2025-12-31', '2026', '2026-03', '2026-04', '2026-04-01', '2026-04-09'],
    ]);
  });

  it('is the same whatever order they come in, and keeps each once', () => {
    const date = fc.oneof(
      fc.integer({ min: 1990, max: 2030 }).map(String),
      fc.constantFrom('2026-04', '2026-04-09', '2026-04-09T21:14+03:00', '2026-04-09T10:00'),
    );
    const lists = fc.array(fc.tuple(date, fc.boolean(), fc.boolean()), { maxLength: 20 });
    fc.assert(
      fc.property(lists, fc.array(fc.nat(), { minLength: 20, maxLength: 20 }), (list, keys) => {
        const entries = list.map(([at, open, until]) =>
          open ? entry(until ? null : at, until ? at : null) : entry(at),
        );
        const shuffled = entries
          .map((one, index) => ({ one, key: keys[index] ?? index }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        const ordered = inTimeOrder(entries);
        expect(inTimeOrder(shuffled)).toEqual(ordered);
        for (const scale of ['year', 'month', 'day'] as const) {
          const grouped = groupsOf(ordered, scale).flatMap((group) => group.entries);
          expect(grouped.map(({ id }) => id)).toEqual(ordered.map(({ id }) => id));
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('the groups', () => {
  it('keep a month whose day is not known apart from its days', () => {
    const ordered = inTimeOrder(['2026-04-01', '2026-04', '2026'].map((date) => entry(date)));
    expect(groupsOf(ordered, 'day').map(({ key, rough }) => [key, rough])).toEqual([
      ['2026', 'year'],
      ['2026-04', 'month'],
      ['2026-04-01', null],
    ]);
    expect(groupsOf(ordered, 'year').map(({ key, rough }) => [key, rough])).toEqual([
      ['2026', null],
    ]);
  });
});

describe('the filter', () => {
  it('lets through what may lie within the span', () => {
    const all = ['2026', '2026-03', '2026-04', '2026-05-02'].map((date) => entry(date));
    const until = entry(null, '2026-02');
    const since = entry('2026-05', null);
    const shown = timelineOf([...all, until, since], {
      ...everything,
      from: '2026-04-10',
      to: '2026-04',
    });
    expect(dates(shown)).toEqual(['2026', '2026-04']);
    expect(timelineOf([since], { ...everything, from: '2027' })).toEqual([since]);
    expect(timelineOf([until], { ...everything, to: '1999' })).toEqual([until]);
  });
});

describe('the entries', () => {
  it('keep the dates of a source apart, and leave out what is no date', () => {
    const source = {
      ...{ id: 's1', title: 'A page', tags: ['t1'], addedAt: '2026-04-11T09:00:00.000Z' },
      metadata: { event: '2026-03', published: '2026-03-10' },
      capture: { collectedAt: { state: 'value', value: 'in spring' } },
    } as unknown as Source;
    const quote = {
      ...{ id: 'q1', source: 's1', saidOn: '2026-03-09', speaker: 'e1', tags: [] },
      anchor: { kind: 'text', exact: 'It was shut.' },
    } as unknown as Quote;
    const claim = {
      ...{ id: 'c1', question: 'When?', period: { from: '2026', to: null } },
      rows: [
        { id: 'r1', quote: 'q1', written: 'shut', period: null, saidBy: null },
        { id: 'r2', quote: 'gone', written: 'open', period: null, saidBy: null },
      ],
    } as unknown as Claim;
    const entries = entriesOf({ sources: [source], quotes: [quote], claims: [claim] });
    expect(entries.map(({ id, from, to, words }) => [id, from, to, words])).toEqual([
      ['event s1', '2026-03', '2026-03', 'A page'],
      ['published s1', '2026-03-10', '2026-03-10', 'A page'],
      ['added s1', '2026-04-11T09:00:00.000Z', '2026-04-11T09:00:00.000Z', 'A page'],
      ['said q1', '2026-03-09', '2026-03-09', 'It was shut.'],
      ['claim r1', '2026', null, 'shut'],
    ]);
  });
});
