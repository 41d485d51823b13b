/** Notes go by themselves, but for trouble and for what comes by no other way. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Toasts } from '../../src/renderer/lib/toasts.svelte.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('only what is trouble, or comes by no other way, waits until it is dismissed', () => {
  const toasts = new Toasts();
  toasts.say('Saved.');
  toasts.trouble('The disk is full.');
  toasts.add({ text: 'Much the same was there already.', tone: 'plain', stays: true });
  toasts.hold();
  toasts.release();
  vi.runAllTimers();
  expect(toasts.items.map(({ text }) => text)).toEqual([
    'The disk is full.',
    'Much the same was there already.',
  ]);
});

it('what was done and can be taken back no more makes room for what was done since', () => {
  const toasts = new Toasts();
  toasts.say('Copied.');
  toasts.add({ text: 'Paired.', tone: 'plain', ofChange: true });
  toasts.add({ text: 'Parted.', tone: 'plain', ofChange: true });
  expect(toasts.items.map(({ text }) => text)).toEqual(['Copied.', 'Parted.']);
});
