/** Days of two versions that are told in other words and are one. */
import { expect, test } from 'vitest';
import { compareTexts } from '../../../archive/compare/index.ts';
import { documentOf } from './cases.ts';

/** The pairs of dates that both versions have. */
function datesOf(a: string, b: string, language: string, published: readonly [string, string]) {
  const { facts } = compareTexts(documentOf([a], language), documentOf([b], language), {
    kind: 'versions',
    published,
  });
  return facts.flatMap((fact) =>
    fact.kind === 'date' && fact.a !== null && fact.b !== null
      ? [[fact.a.text, fact.b.text, fact.verdict]]
      : [],
  );
}

test('what a span comes to from the date before it', () => {
  expect(
    datesOf(
      'The mill was closed on 15 January by the town. The next day the sluice broke.',
      'The mill was closed on 15 January by the town. On 16 January the sluice broke.',
      'en',
      ['2026-01-20', '2026-01-25'],
    ),
  ).toContainEqual(['next day', '16 January', 'same']);
  expect(
    datesOf(
      'The mill was sold in 2023 to the town. The court halved the price a year later.',
      'The mill was sold in 2023 to the town. The court halved the price in 2025.',
      'en',
      ['2026-01-20', '2026-01-25'],
    ),
  ).toContainEqual(['year later', '2025', 'differs']);
});

test('that Sunday is the Sunday that was told of', () => {
  expect(
    datesOf(
      'The mill caught fire on Sunday while the miller slept in the loft.',
      'The mill caught fire on that Sunday while the miller slept in the loft.',
      'en',
      ['2026-06-21', '2026-07-06'],
    ),
  ).toEqual([['Sunday', 'Sunday', 'same']]);
});

test('an hour without its half of the day is also the one twelve hours later', () => {
  const published = ['2026-06-21', '2026-06-23'] as const;
  const text = (hour: string) => `Канцэрт у млыне пачаўся а ${hour}, прыйшлі ўсе суседзі.`;
  expect(datesOf(text('сёмай'), text('19:00'), 'be', published)).toEqual([
    ['сёмай', '19:00', 'same'],
  ]);
  expect(datesOf(text('сёмай раніцы'), text('19:00'), 'be', published)).toEqual([
    ['сёмай раніцы', '19:00', 'differs'],
  ]);
});

test('a day of a month that is not named', () => {
  const text = (day: string) => `Млын обещали открыть к ${day}, сказал мельник.`;
  expect(datesOf(text('20-му'), text('20 февраля'), 'ru', ['2026-02-16', '2026-02-24'])).toEqual([
    ['20-му', '20 февраля', 'same'],
  ]);
});

test('since January is since the start of the year', () => {
  const text = (since: string) => `The mill has stood still ${since}, the miller said.`;
  expect(
    datesOf(text('since the start of the year'), text('since January'), 'en', [
      '2026-06-21',
      '2026-06-23',
    ]),
  ).toEqual([['start of the year', 'January', 'same']]);
});
