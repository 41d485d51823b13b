import { expect, it } from 'vitest';
import { lonely } from '../../../archive/compare/lonely.ts';

const link = (a: number, b: number, score: number) => ({ a, b, score });

it('two passages that nothing else answers to find each other between those that are paired', () => {
  const paired = [link(0, 0, 0.8), link(2, 2, 0.6)];
  expect(lonely([...paired, link(1, 1, 0.05)], paired)).toEqual([link(1, 1, 0.05)]);
});

it('but not when another is half as like, when it would cross, when too little speaks for it, or when one is taken', () => {
  const paired = [link(0, 0, 0.8), link(2, 2, 0.6)];
  expect(lonely([...paired, link(1, 1, 0.05), link(1, 3, 0.03)], paired)).toEqual([]);
  expect(lonely([...paired, link(1, 3, 0.05)], paired)).toEqual([]);
  expect(lonely([...paired, link(1, 1, 0.02)], paired)).toEqual([]);
  expect(lonely([...paired, link(1, 2, 0.2)], paired)).toEqual([]);
});
