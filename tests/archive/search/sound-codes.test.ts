/** What a spelling is listed under, read from its codes, is what reading its letters gives. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  consonantCode,
  skeletonCode,
  skeletonCodes,
  wholeCode,
} from '../../../archive/search/sound-codes.ts';
import { eachStemLength, encodeSound, skeleton, soundStems } from '../../../archive/text/index.ts';

const sound = fc.string({
  unit: fc.constantFrom(...Array.from('aaeeiiuuvfbpkhtdcszxjqlmnrm09')),
  minLength: 1,
  maxLength: 40,
});
const alphabet = fc.constantFrom('latin', 'arabic', 'other');
const runs = { numRuns: process.env.SLOW === undefined ? 500 : 50_000 };

/** Codes in the middle of others, as the list has them. */
function coded(spelling: string): { codes: Uint8Array; start: number; end: number } {
  const codes = new Uint8Array(spelling.length + 2).fill(1);
  encodeSound(spelling, codes, 1);
  return { codes, start: 1, end: 1 + spelling.length };
}

function codesOf(spelling: string): number[] {
  const { codes, start, end } = coded(spelling);
  const found: number[] = [];
  skeletonCodes(codes, start, end, (code) => found.push(code));
  return found;
}

test('the stems are those of the letters', () => {
  fc.assert(
    fc.property(sound, alphabet, (spelling, script) => {
      const { codes, start, end } = coded(spelling);
      const stems: string[] = [];
      eachStemLength(codes, start, end, script, (length) => stems.push(spelling.slice(0, length)));
      expect(stems).toEqual(soundStems(spelling, script));
    }),
    runs,
  );
});

test('the skeleton is that of the letters, and of each a letter less', () => {
  fc.assert(
    fc.property(sound, (spelling) => {
      const bones = skeleton(spelling);
      const { codes, start, end } = coded(spelling);
      const found = codesOf(spelling);
      expect(found).toHaveLength(bones.length < 2 ? 0 : bones.length < 4 ? 1 : bones.length + 1);
      if (bones.length >= 2) expect(found[0]).toBe(skeletonCode(codes, start, end));
    }),
    runs,
  );
});

test.each([
  ['lukaxenka', 'lukaxinku', true],
  ['lukaxenka', 'lukazenka', true],
  ['ukaxenka', 'lukaxenka', false],
  ['navka', 'naka', true],
  ['navalni', 'nalni', false],
  ['afanas', 'anas', false],
])('%s and %s have one skeleton: %s', (a, b, same) => {
  const [one, two] = [coded(a), coded(b)];
  expect(skeleton(a) === skeleton(b)).toBe(same);
  expect(
    skeletonCode(one.codes, one.start, one.end) === skeletonCode(two.codes, two.start, two.end),
  ).toBe(same);
});

test('consonants are the same whatever vowels stand between, and no spelling themselves', () => {
  const of = (spelling: string) => {
    const { codes, start, end } = coded(spelling);
    return { consonants: consonantCode(codes, start, end), whole: wholeCode(codes, start, end) };
  };
  expect(of('lukaxenka').consonants).toBe(of('alkxinku').consonants);
  expect(of('pupil').consonants).toBe(of('babil').consonants);
  expect(of('lukaxenka').consonants).not.toBe(of('lukazenka').consonants);
  expect(of('lkxnk').consonants).not.toBe(of('lkxnk').whole);
});
