/** How much two texts share: what a plain look at their runs of words says, and never what a text said before. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runsOf, shareOf } from '../../../archive/search/alike.ts';
import { createSearchIndex, type SearchDocument } from '../../../archive/search/index.ts';
import { foldWord, wordsOf } from '../../../archive/text/index.ts';

/** Few words, so that texts share many; some are one word in two spellings. */
const texts = fc
  .array(fc.constantFrom('pier', 'Pier', 'ён', 'ЕН', 'łódź', 'lodz', 'قلعة', 'sea', 'o', '1987'), {
    maxLength: 60,
  })
  .map((words) => words.join(', '));

/** Run by run, as words. */
function plainly(text: string): Set<string> {
  const words = wordsOf(text).map(foldWord);
  const length = Math.min(3, words.length);
  const starts = length === 0 ? [] : Array.from({ length: words.length - length + 1 }).keys();
  return new Set([...starts].map((at) => words.slice(at, at + length).join(' ')));
}

test('it finds what a comparison of the runs as words finds', () => {
  fc.assert(
    fc.property(texts, texts, (a, b) => {
      const [one, other] = [plainly(a), plainly(b)];
      const few = Math.min(one.size, other.size);
      const share = few === 0 ? 0 : one.intersection(other).size / few;
      expect(shareOf(runsOf(a), runsOf(b))).toBe(share);
      expect(runsOf(a)).toHaveLength(one.size);
    }),
    { numRuns: process.env.SLOW === undefined ? 200 : 10_000 },
  );
});

test('it compares a text as it is now with what is there now', () => {
  const words = (from: number) =>
    Array.from({ length: 40 }, (_, at) => `wort${(from + at).toString(36)}`).join(' ');
  const said = (id: string, text: string): SearchDocument => ({
    id,
    kind: 'source',
    sourceId: id,
    language: 'und',
    title: '',
    text,
  });
  const index = createSearchIndex();
  index.add([said('a', words(0)), said('b', words(0)), said('c', words(100))]);
  expect(index.alike('a', 5)).toEqual([{ id: 'b', share: 1 }]);
  index.update([said('b', words(100))]);
  expect(index.alike('a', 5)).toEqual([]);
  expect(index.alike('c', 5)).toEqual([{ id: 'b', share: 1 }]);
  index.remove(['c']);
  index.add([said('c', words(0))]);
  expect(index.alike('c', 5)).toEqual([{ id: 'a', share: 1 }]);
});
