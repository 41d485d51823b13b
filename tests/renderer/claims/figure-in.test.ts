/** The figure with which a row begins is none of a date: it would be saved as an answer. */
import { expect, test } from 'vitest';
import { figureIn } from '../../../src/renderer/screens/claims/say-number.ts';

test.each([
  ['On 9 April 2026 police detained 40 people', '40'],
  ['On April 9, 2026, some 1,280 people came', '1,280'],
  ['У Вельмары 9 красавіка 2026 затрымалі 34 чалавекі', '34'],
  ['W nocy 9 kwietnia zatrzymano 27 osób', '27'],
  ['9 апреля 2026 задержали 15 человек', '15'],
  ['On 12.04.2026 at 21:30 they fined 12 people', '12'],
  ['Since 2026-04-12 it has been 31', '31'],
  ['In school No. 4 they held 12 pupils', '12'],
  ['На 5-й день по статье 17 задержали 30 человек', '30'],
  ['80 shops stayed closed on 10 April', '80'],
])('in “%s” it is “%s”', (words, figure) => {
  expect(figureIn(words)).toBe(figure);
});

test.each([
  'Forty people were detained on 9 April 2026',
  'He left in April 2026',
  'Nobody came',
  'It was the 3rd fire',
])('in “%s” there is none', (words) => {
  expect(figureIn(words)).toBe('');
});
