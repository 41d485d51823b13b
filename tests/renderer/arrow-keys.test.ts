/** Keys lead from control to control: along the way that one reads, round a row, and no further than the ends of a column. */
import { afterEach, expect, it } from 'vitest';
import { placeByKey } from '../../src/renderer/lib/arrow-keys.ts';

afterEach(() => {
  document.body.replaceChildren();
});

type Controls = Parameters<typeof placeByKey>[1];

function pressed(key: string, controls: Controls, init: KeyboardEventInit = {}, dir = 'ltr') {
  const bar = document.createElement('div');
  bar.dir = dir;
  document.body.append(bar);
  let to: number | null = null;
  bar.addEventListener('keydown', (event) => {
    to = placeByKey(event, controls);
  });
  bar.dispatchEvent(new KeyboardEvent('keydown', { key, ...init }));
  return to;
}

const keys = ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp', 'Home', 'End', 'a'];
const all = (controls: Controls, dir?: string) =>
  keys.map((key) => pressed(key, controls, {}, dir));

it('goes round a row, the way that it is read', () => {
  const row = { at: 4, count: 5, as: 'row' } as const;
  expect(all(row)).toEqual([0, 3, null, null, 0, 4, null]);
  expect(all(row, 'rtl')).toEqual([3, 0, null, null, 0, 4, null]);
});

it('stops at the ends of a column', () => {
  expect(all({ at: 4, count: 5, as: 'column' })).toEqual([null, null, 4, 3, 0, 4, null]);
  expect(all({ at: 0, count: 5, as: 'column' })).toEqual([null, null, 1, 0, 0, 4, null]);
});

it('takes the next of a choice by each arrow, and by the first of them what stands first', () => {
  const choice = { at: 1, count: 3, as: 'choice' } as const;
  expect(all(choice)).toEqual([2, 0, 2, 0, null, null, null]);
  expect(all(choice, 'rtl')).toEqual([0, 2, 2, 0, null, null, null]);
  expect(pressed('ArrowRight', { ...choice, at: -1 })).toBe(0);
});

it('leaves to others what is pressed with a further key', () => {
  const row = { at: 1, count: 3, as: 'row' } as const;
  for (const init of [{ altKey: true }, { ctrlKey: true }, { metaKey: true }])
    expect(pressed('ArrowRight', row, init)).toBeNull();
});
