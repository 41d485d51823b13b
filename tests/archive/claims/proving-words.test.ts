/** What a row says stands in its quote as words of their own: a figure is never a piece of another figure. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wholeWordsAt } from '../../../archive/model/index.ts';

const stands = (text: string, written: string) => wholeWordsAt(text, written) !== null;

describe('words that prove a row', () => {
  it.each([
    ['Police held 80 people on the square.', '80 people'],
    ['Police held\n80\u00a0people.', '80 people'],
    ['«Задержаны восемьдесят человек»', 'восемьдесят человек'],
    ['On 6 April, 280 people came.', '280'],
    ['Up to 1,280 people.', '1,280'],
    ['اعتقلت الشرطة 80 شخصا', '80 شخصا'],
    ['80–90 arrests', '80–90'],
  ])('stand in “%s”: %s', (text, written) => {
    expect(stands(text, written)).toBe(true);
  });

  it.each([
    ['Police held 80 people.', '8'],
    ['Police held 80 people.', '0 people'],
    ['Police held 80 people.', '81 people'],
    ['Up to 1,280 people.', '280'],
    ['Up to 1,280 people.', '1'],
    ['Up to 1 280 people.', '280'],
    ['Up to 1\u00a0280 people.', '1'],
    ['It rose by 3.5 per cent.', '3'],
    ['She was unheard.', 'heard'],
    ['Задержаны', 'держаны'],
    ['Police held 80 people.', ' '],
  ])('do not stand in “%s”: %s', (text, written) => {
    expect(stands(text, written)).toBe(false);
  });

  it('are found where they stand whole, though they stand in part before', () => {
    expect(wholeWordsAt('800 then 80', '80')).toEqual([9, 11]);
  });

  it('are found at the place that is told', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('80', 'people', '1', '280', ',', ' ', 'a', 'б')),
        fc.constantFrom('80', 'people', '1 280', '280', 'a'),
        (pieces, written) => {
          const text = pieces.join('').replace(/\s+/g, ' ').trim();
          const found = wholeWordsAt(text, written);
          if (found) expect(text.slice(...found)).toBe(written);
        },
      ),
    );
  });
});
