/** A slip or two of the finger in any written form of a name leads to how the name sounds. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lettersApart } from '../../../archive/search/reasons.ts';
import { eachSlip } from '../../../archive/search/slips.ts';
import { SoundOrder, sorted, type Spellings } from '../../../archive/search/sound-order.ts';
import { encodeSound, SLIP, sounds, writtenForm } from '../../../archive/text/index.ts';
import { nameForms } from '../../../bench/search/name-forms.ts';

const forms = Object.values(nameForms)
  .flat()
  .filter((form) => !form.includes("'"));

function spellingsOf(list: readonly string[]): Spellings {
  const codes: number[] = [];
  const start: number[] = [];
  for (const sound of list) {
    const own = new Uint8Array(40);
    start.push(codes.length);
    codes.push(...own.subarray(0, encodeSound(sound, own)));
  }
  return { codes: Uint8Array.from(codes), start: Uint32Array.from(start), count: list.length };
}

const all = forms.flatMap((form) => sounds(form));
const spellings = spellingsOf(all);
const order = new SoundOrder();
order.sortAll(spellings);

function costs(typed: string, most: 1 | 2): Map<string, number> {
  const found = new Map<string, number>();
  eachSlip(typed, most, spellings, order, (entry, cost) => {
    const sound = all[entry] ?? '';
    found.set(sound, Math.min(cost, found.get(sound) ?? Infinity));
  });
  return found;
}

const letters: readonly (readonly [RegExp, string])[] = [
  [/[\u0600-\u06ff]/, 'ابتجدرسشعفكلمنوي'],
  [/[\u0400-\u04ff]/, 'абвгдежиклмнопрстух'],
  [/./, 'abcdefghijklmnoprstuvwz'],
];

/** One letter changed, left out, added, or turned with the next. */
function slip(word: string, how: number, where: number, which: number): string {
  const alphabet = letters.find(([script]) => script.test(word))?.[1] ?? 'a';
  const letter = alphabet.charAt(which % alphabet.length);
  const at = where % word.length;
  const [before, after] = [word.slice(0, at), word.slice(at + 1)];
  switch (how) {
    case 0:
      return before + letter + after;
    case 1:
      return before + after;
    case 2:
      return before + letter + word.slice(at);
    default:
      return before + after.charAt(0) + word.charAt(at) + after.slice(1);
  }
}

const anySlip = fc.tuple(fc.nat(3), fc.nat(30), fc.nat(30));
const runs = process.env.SLOW ? 20_000 : 1_000;

describe('slips', () => {
  test('a name as it is written is no slip from its sound', () => {
    for (const form of forms) expect(costs(form, 1).get(sounds(form)[0] ?? '')).toBeLessThan(SLIP);
  });

  test('one or two slips anywhere in a written form lead to its likeliest sound', () => {
    fc.assert(
      fc.property(fc.constantFrom(...forms), fc.array(anySlip, { maxLength: 2 }), (form, slips) => {
        const written = writtenForm(form);
        const typed = slips.reduce((word, one) => slip(word, ...one), written);
        const apart = lettersApart(typed, written);
        // A turn of letters between which one was left out is three letters apart.
        if (apart > 2 || typed.length < (apart < 2 ? 5 : 8)) return;
        const cost = costs(typed, apart < 2 ? 1 : 2).get(sounds(form)[0] ?? '');
        expect(cost).toBeLessThanOrEqual(apart * SLIP + 2);
      }),
      {
        numRuns: runs,
        // Both letters of one group, turned with those beside it.
        examples: [
          [
            'Marioupol',
            [
              [3, 4, 0],
              [3, 20, 0],
            ],
          ],
        ],
      },
    );
  });

  test('nothing is told of a word of no script whose letters are known, nor of a very long one', () => {
    expect(costs('ελληνικα', 2).size).toBe(0);
    expect(costs('a'.repeat(2_000), 2).size).toBe(0);
  });
});

describe('the order of sounds', () => {
  const key = (sound: string, backwards: boolean) => {
    const codes = new Uint8Array(40);
    const list = Array.from(codes.subarray(0, encodeSound(sound, codes)));
    return (backwards ? list.reverse() : list).slice(0, 16);
  };

  /** Many of them begin or end alike. */
  const spelling = fc.oneof(
    fc.stringMatching(/^[a-e1x]{1,20}$/),
    fc.stringMatching(/^abcde[ab]{0,12}$/),
    fc.stringMatching(/^[ab]{0,12}abcde$/),
  );

  test.each([false, true])('is that of a plain sort, backwards: %s', (backwards) => {
    fc.assert(
      fc.property(fc.array(spelling, { maxLength: 60 }), (list) => {
        const own = spellingsOf(list);
        const keys = list.map((sound) => key(sound, backwards));
        const plain = keys.map((_, entry) => entry).sort((a, b) => compare(keys[a], keys[b]));
        expect([...sorted(own, 0, own.count, backwards).entries]).toEqual(plain);
      }),
    );
  });
});

function compare(a: readonly number[] = [], b: readonly number[] = []): number {
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const more = (a[at] ?? 0) - (b[at] ?? 0);
    if (more !== 0) return more;
  }
  return 0;
}
