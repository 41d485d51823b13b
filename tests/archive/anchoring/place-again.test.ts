import { describe, expect, test } from 'vitest';
import { anchorAt, Placer, type SourceText } from '../../../archive/anchoring/index.ts';
import { random } from '../../../bench/search/random.ts';
import { edited, repeating, textsOf } from './edits.ts';
import { emptyTally, measure, ours, texts } from './measure.ts';

const textOf = (text: string, mark = '0'): SourceText => ({ text, sha256: mark.repeat(64) });

/** Where the words stand in the new text. `known` is whether the old text is still there. */
function placed(old: string, now: string, exact: string, { known = true, nth = 1 } = {}) {
  const before = textOf(old);
  let start = -1;
  for (let at = 0; at < nth; at += 1) start = old.indexOf(exact, start + 1);
  const anchor = anchorAt(before, start, start + exact.length);
  const found = new Placer(textOf(now, '1')).place(anchor, known ? before : null);
  return found.kind === 'lost'
    ? found.why
    : ([found.kind, found.anchor.exact, found.anchor.start] as const);
}

const OLD =
  'Ada Vell runs the ferry at Norholm.\n\nHe shut the gate at noon, she said. Nobody came back for the keys.\n\nThe mill stood empty all winter and the road was closed.';

describe('a passage in another text', () => {
  test('stands where it stood', () => {
    expect(placed(OLD, OLD, 'the gate')).toEqual(['exact', 'the gate', OLD.indexOf('the gate')]);
  });

  test('moves along with what stands before it', () => {
    const now = `A note by the editors came first.\n\n${OLD}`;
    expect(placed(OLD, now, 'He shut the gate at noon')).toEqual([
      'exact',
      'He shut the gate at noon',
      now.indexOf('He shut'),
    ]);
  });

  test('is told as moved when its words stand once, among other neighbours', () => {
    const [first = '', second = '', third = ''] = OLD.split('\n\n');
    const now = [second, first, third].join('\n\n');
    const exact = 'Ada Vell runs the ferry at Norholm.';
    expect(placed(OLD, now, exact)).toEqual(['moved', exact, now.indexOf(exact)]);
  });

  test('is told as changed, with whole words, when other words stand at its place', () => {
    const now = OLD.replace('He shut the gate at noon', 'He closed the gate at noon');
    expect(placed(OLD, now, 'He shut the gate at noon, she said.')).toEqual([
      'changed',
      'He closed the gate at noon, she said.',
      now.indexOf('He closed'),
    ]);
  });

  test('is lost when it was taken out', () => {
    const now = OLD.replace('He shut the gate at noon, she said. ', '');
    expect(placed(OLD, now, 'He shut the gate at noon, she said.')).toBe('missing');
  });

  test('is lost when it was taken out and the same short words stand elsewhere', () => {
    const old = `Yes, he said. ${'The river rose. '.repeat(3)}And the boat? Yes, she said.`;
    const now = old.replace('Yes, he said. ', '');
    expect(placed(old, now, 'Yes,')).toMatch(/missing|ambiguous/);
  });

  test('is told apart from the same words elsewhere by what stands around it', () => {
    const line = 'I saw nothing at all that night.';
    const old = `Bram Oke said: ${line}\n\nIda Rusk, who works at the lock, said: ${line}\n\nThe keeper: ${line}`;
    const now = old.replace('Bram Oke said: ', 'Bram Oke, 40, told the paper: ');
    const second = now.indexOf(line, now.indexOf('Ida Rusk'));
    expect(placed(old, now, line, { nth: 2 })).toEqual(['exact', line, second]);
  });

  test('is lost rather than put at one of several places that are alike', () => {
    const old = 'Item. No answer. Item. No answer. Item. No answer. Item.';
    const now = 'Item. No answer. Item. No answer. Item.';
    expect(placed(old, now, 'No answer.', { nth: 2 })).toBe('ambiguous');
  });

  test('is told as moved when its paragraph may have gone and a twin of it have stayed', () => {
    const twin = 'The council gave no answer to the letter of the weavers.';
    const [one, two, three] = [
      'Ada Vell spoke first.',
      'Bram Oke spoke then.',
      'The hall emptied.',
    ];
    const old = [twin, one, twin, two, three].join('\n\n');
    const now = [twin, one, two, twin, three].join('\n\n');
    const found = placed(old, now, 'gave no answer', { nth: 2 });
    expect(Array.isArray(found) ? found[0] : found).not.toBe('exact');
    expect(placed(old, old.replace('first', 'last'), 'gave no answer', { nth: 2 })).toEqual([
      'exact',
      'gave no answer',
      old.replace('first', 'last').lastIndexOf('gave no answer'),
    ]);
  });

  test('is found in a paragraph that was moved, although its neighbours are others', () => {
    const weir = 'Nobody guarded the weir that night.';
    const now = [...OLD.split('\n\n'), weir].join('\n\n');
    expect(placed([weir, OLD].join('\n\n'), now, 'Nobody guarded')).toEqual([
      'moved',
      'Nobody guarded',
      now.indexOf('Nobody guarded'),
    ]);
  });

  test('is never certain when only its surroundings are known', () => {
    expect(placed(OLD, `Now. ${OLD}`, 'He shut the gate at noon', { known: false })).toEqual([
      'moved',
      'He shut the gate at noon',
      OLD.indexOf('He shut') + 5,
    ]);
  });

  test('of many pages is found by its beginning and its end', () => {
    const words = Array.from({ length: 900 }, (_, at) => `word${at}`);
    const old = words.join(' ');
    const now = words.map((word, at) => (at % 40 === 20 ? `${word}x` : word)).join(' ');
    const exact = words.slice(101, 700).join(' ');
    const [kind, found] = placed(old, now, exact);
    expect(kind).toBe('changed');
    expect(found).toMatch(/^word101 .* word699$/s);
  });

  test.each([
    ['an empty text', ''],
    ['a text of blanks', ' \n '],
    ['half a letter', '\ud83d'],
  ])('in %s is lost', (_, now) => {
    expect(placed(OLD, now, 'the gate')).toBe('missing');
  });
});

describe('quotes of texts edited at random', () => {
  const LANGUAGES = ['en', 'ru', 'be', 'uk', 'pl', 'ar'];

  const ROUNDS = 4;

  function tallyOf(share: number, again: boolean, paragraphs = 0) {
    const tally = emptyTally();
    for (const [index, language] of LANGUAGES.entries())
      for (let round = 0; round < ROUNDS; round += 1) {
        const dice = random(index * 100 + round, paragraphs === 0 ? 7 : 5);
        const plain = textsOf(language);
        const example = edited(again ? repeating(plain, dice) : plain, { share, paragraphs }, dice);
        const both = texts(example);
        measure(example, ours(both.old, both.now, true), 120, dice, tally);
      }
    return tally;
  }

  test.each([
    ['our texts', false],
    ['texts with passages that come again and again', true],
  ])('stand at their place in 0.99 of %s where a tenth of the words changed', (_, again) => {
    const { kept, right, silentlyWrong } = tallyOf(0.1, again);
    expect(right / kept).toBeGreaterThanOrEqual(0.99);
    expect(silentlyWrong).toBe(0);
  });

  test('are never put into a twin without a word where paragraphs were moved, taken out or came twice', () => {
    const again = tallyOf(0.05, true, 0.1);
    expect([again.silentlyWrong, again.goneSilentlyPlaced]).toEqual([0, 0]);
    const { kept, right, silentlyWrong } = tallyOf(0.05, false, 0.1);
    expect(right / kept).toBeGreaterThanOrEqual(0.98);
    expect(silentlyWrong).toBe(0);
  });

  test('are never put at a wrong place without a word, however much changed', () => {
    const { silentlyWrong, touchedSilentlyWrong } = tallyOf(0.4, false);
    expect([silentlyWrong, touchedSilentlyWrong]).toEqual([0, 0]);
  });
});
