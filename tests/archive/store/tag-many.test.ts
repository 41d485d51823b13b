/** A change that no frame could hold is refused before anything is written, and says so. */
import { expect, it } from 'vitest';
import { newSourceId, newTagId, type Source } from '../../../archive/model/index.ts';
import { limits } from '../../../archive/model/index.ts';
import { tagMany } from '../../../archive/store/commands/tag-many.ts';
import type { Reading } from '../../../archive/store/state.ts';
import { documentOf, makeSource } from '../../helpers/records.ts';

const model = makeSource(1, 'The yard', new Uint8Array([1]), documentOf('A gate.'));
/** An archive in which whatever is asked for is a source with a long note. */
const holding = (note: string): Reading => {
  const get = (_: string, id: string): Source => ({ ...model, id: id as Source['id'], note });
  return { get, all: () => [] } as unknown as Reading;
};
const context = { now: '2026-03-12T08:30:00.000Z', actor: { state: 'unknown' } } as const;
const tag = (reading: Reading, count: number) =>
  tagMany({
    items: { sources: Array.from({ length: count }, newSourceId), quotes: [] },
    add: [{ tag: newTagId() }],
    remove: [],
  })(reading, context);

it('names as many in the log as a line may, and counts them all', () => {
  const tagged = tag(holding(''), limits.listLength + 5);
  if (!tagged.ok) throw new Error(tagged.error.code);
  const { puts, activity } = tagged.value.change;
  expect(puts).toHaveLength(limits.listLength + 5);
  expect(activity.subjects).toHaveLength(limits.listLength);
  expect(activity.facts).toMatchObject({ sources: limits.listLength + 5 });
});

it('is counted in bytes, not in letters', () => {
  // Two bytes a letter: as letters they would fit.
  const note = 'ў'.repeat(limits.longText);
  const count = Math.ceil(limits.changeBytes / limits.longText / 2) + 1;
  expect(tag(holding(note), count)).toMatchObject({ error: { code: 'change-too-large' } });
  expect(tag(holding(note), count - 10).ok).toBe(true);
});

it('is refused where a record could not hold all of its tags', () => {
  const tags = Array.from({ length: limits.listLength }, newTagId);
  const reading = {
    get: (_: string, id: string) => ({ ...model, id, tags }),
    all: () => [],
  } as unknown as Reading;
  expect(tag(reading, 1)).toMatchObject({ error: { code: 'too-large' } });
});
