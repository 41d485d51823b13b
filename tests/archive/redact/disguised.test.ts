/** Names are found however they are written apart, glued, put into codes or dressed up, and no text keeps the search for ever. */
import { describe, expect, it } from 'vitest';
import { findNames, formsOf, type Named } from '../../../archive/redact/index.ts';

const people: readonly Named[] = [
  { id: 'one', kind: 'person', spellings: ['Marta Vesnina', 'Марта Веснина'] },
  { id: 'two', kind: 'person', spellings: ['Сяргей Саковіч'] },
];
const forms = formsOf(people, [], { alone: true });
const left = (text: string) => {
  let rest = text;
  for (const { start, end } of findNames(text, forms).toReversed())
    rest = `${rest.slice(0, start)}▮${rest.slice(end)}`;
  return rest;
};
const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('letters that stand apart', () => {
  it.each([
    ['S\ta\tk\to\tv\ti\tc\th', '▮'],
    ['V_e_s_n_i_n_a', '▮'],
    ['о В е с н и н у', '▮'],
    ['Вес-\nни-\nна', '▮'],
    ['Вес нина пришла', '▮ пришла'],
    ['Вес\nнина', '▮'],
    ['Вес**нина**', '▮'],
    ['Вес\0ни\u3164на', '▮'],
    ['Вес.нина, Вес(нина), В[есн]ина', '▮, ▮), ▮'],
    ['Саков/іч', '▮'],
    ['ᴠᴇsɴɪɴᴀ', '▮'],
  ])('%j', (text, rest) => {
    expect(left(text)).toBe(rest);
  });

  it('does not join what a paragraph or a sentence parts', () => {
    expect(left('Вес. Нина пришла')).toBe('Вес. Нина пришла');
    expect(left('вес\n\nнина')).toBe('вес\n\nнина');
  });
});

describe('words that hold a name', () => {
  it.each([
    ['#FreeSakovich', '#▮'],
    ['#MartaVesnina', '#▮'],
    ['scanVesnina.pdf', '▮.pdf'],
    ['write to msakovich@example.org', 'write to ▮@example.org'],
    ['https://example.org/freesakovichnow/', 'https://example.org/▮/'],
    ['sakovich1987', '▮'],
  ])('%j', (text, rest) => {
    expect(left(text)).toBe(rest);
  });

  it('leaves a name in peace that begins like another', () => {
    const donald = formsOf([{ id: 'one', kind: 'person', spellings: ['Donald Vesnin'] }], [], {
      alone: true,
    });
    expect(findNames('Old MacDonald had a farm', donald)).toEqual([]);
  });
});

describe('signs of Markdown and HTML inside of a name', () => {
  it.each([
    ['Вес[ниной](https://a.example)', '▮'],
    ['so **Sako**vich said', 'so ▮ said'],
    ['[Sako](https://a.example "a b")vich', '▮'],
    ['![Sako](a.png)vich', '▮'],
    ['[Sako][1]vich', '▮'],
    ['Sako`vich`, Sako~~vich~~', '▮, ▮'],
    ['Sa\\ko\\vich', '▮'],
    ['Sako\\\nvich', '▮'],
    ['Вес<b>нина</b>', '▮'],
    ['Вес<span class="a b">ниной</span>', '▮'],
    ['Вес<!-- a b -->нина', '▮'],
    ['Вес&shy;нина, Вес&#110;нина', '▮, ▮'],
    ['Мар*та* Вес__ниной__', '▮'],
  ])('%j', (text, rest) => {
    expect(left(text)).toBe(rest);
  });

  it('part words that they do not stand in', () => {
    expect(left('Вес, [нина](a), **вес**, _нина_')).toBe('Вес, [нина](a), **вес**, _нина_');
  });
});

describe('codes', () => {
  it.each([
    ['a cp1251 address', 'https://example.org/%C2%E5%F1%ED%E8%ED%E0'],
    ['a koi8-r address', 'https://example.org/%F7%C5%D3%CE%C9%CE%C1'],
    ['an old script', 'q=%u0412%u0435%u0441%u043d%u0438%u043d%u0430'],
    ['a program', '"\\u0412\\u0435\\u0441\\u043d\\u0438\\u043d\\u0430"'],
    ['a page', '&#1042;&#x435;&#1089;&#1085;&#1080;&#1085;&#1072;'],
    ['a host', new URL('https://веснина.example/').href],
    ['a host with more', new URL('https://marta-веснина.example/a').href],
    ['the head of a mail', `=?UTF-8?B?${base64('Веснина')}?=`],
    ['the head of a mail, quoted', '=?utf-8?q?=D0=92=D0=B5=D1=81=D0=BD=D0=B8=D0=BD=D0=B0?='],
    ['base64', `data:text/plain;base64,${base64('от Весниной')}`],
    ['hexadecimal figures', Buffer.from('Веснина').toString('hex')],
    ['codes of codes', encodeURIComponent(encodeURIComponent('Веснина'))],
  ])('%s', (_, text) => {
    expect(left(text)).toBe('▮');
  });
});

describe('what belongs to a name', () => {
  it.each([
    ['сказала М. В. Веснина.', 'сказала ▮.'],
    ['М.В.Веснина', '▮'],
    ['Саковіч С. П. сказаў', '▮ сказаў'],
    ['Саковіч Сяргей Пятровіч, 16', '▮, 16'],
    ['Марта Сергеевна Веснина', '▮ ▮'],
    ['Marta Siarhiejeŭna Vesnina', '▮ ▮'],
  ])('%s', (text, rest) => {
    expect(left(text)).toBe(rest);
  });

  it('is not the family name of somebody else', () => {
    expect(left('Марта Петрович ушла')).toBe('▮ Петрович ушла');
  });
});

it.each([
  '漢',
  'a',
  '%41',
  'a.',
  'ab-',
  '&#',
  '=d0=',
  'a ',
  'xn--',
  '\\u00',
  'a*',
  '*',
  '[',
  '](',
  '<',
  '<a',
  '<!--',
  '[a](b)',
  '\\a',
  '1a',
  '@a',
])('reads %j a great many times', (piece) => {
  expect(findNames(piece.repeat(20_000 / piece.length), forms)).toEqual([]);
});
