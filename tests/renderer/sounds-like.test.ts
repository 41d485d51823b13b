import { expect, test } from 'vitest';
import { fold, matches, nearest, nearness } from '../../src/renderer/lib/fold.ts';
import { soundsLike } from '../../src/renderer/lib/sounds-like.ts';

test.each([
  ['Віктар Сокал', 'sakol'],
  ['Viktar Sokal', 'сокол'],
  ['Алена Грыб', 'hryb'],
  ['Łukasz Wójcik', 'лукаш'],
  ['Viktar Sokal', 'сокалам'],
  ['Алена Грыб', 'грыбам'],
])('%s sounds like “%s”', (name, typed) => {
  expect(soundsLike(name, typed)).toBe(true);
});

test.each([
  ['Viktar Sokal', 'hryb'],
  ['Viktar Sokal', 'so'],
  ['Viktar Sokal', ''],
])('%s does not sound like “%s”', (name, typed) => {
  expect(soundsLike(name, typed)).toBe(false);
});

test('accents and case do not stand in the way of a list', () => {
  expect(fold('ŁÓDŹ')).toBe('lodz');
  expect(matches('Regional department', 'dep reg')).toBe(true);
  expect(matches('Regional department', 'gional')).toBe(false);
});

test('a name that is typed in full is nearer than a longer one with the same words', () => {
  expect(nearness('Raid', ' raid ')).toBe(2);
  expect(nearness('night raids', 'raid')).toBe(1);
  expect(nearness('dignity', 'raid')).toBe(0);
  expect(nearest(['Anna Kavalenka', 'Anna'], 'anna')).toBe('Anna');
  expect(nearest(['Anna Kavalenka', 'Anna K.'], 'anna')).toBe('Anna Kavalenka');
  expect(nearest(['Anna'], 'maria')).toBeUndefined();
});
