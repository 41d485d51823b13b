/** Which passages of two versions answer to each other when newsrooms split, join, answer and correct; a test per cause. */
import { describe, expect, test } from 'vitest';
import { compareTexts } from '../../../archive/compare/index.ts';
import { documentOf } from './cases.ts';

/** Links as `a-b`, from 0. */
function linksOf(a: readonly string[], b: readonly string[], language = 'en'): string[] {
  const { matches } = compareTexts(documentOf(a, language), documentOf(b, language), {
    kind: 'versions',
    published: ['2026-05-12', '2026-05-29'],
  });
  return matches.flatMap((match) => match.a.flatMap((i) => match.b.map((j) => `${i}-${j}`)));
}

const headline = 'Roof of Tarnby market falls in';
const pier = 'The old pier at Sandlow was closed by the harbour master after the storm.';
const ferry = 'The ferry to Holm island runs twice a day until the new timetable is printed.';

/** The same page with its sentences told anew. */
const [headlineAnew, pierAnew, ferryAnew] = [
  'Tarnby: market loses its roof',
  "After the storm the harbour master has shut Sandlow's old pier.",
  'Twice a day the Holm island ferry goes; a new timetable is being printed.',
] as const;

describe('a passage that was split or joined', () => {
  const whole =
    'Seven people lie in the clinic of Tarnby, the surgeon Ede Molnar said. Two greengrocers, 19 and 23, were sent home.';
  const first = 'Ede Molnar, surgeon: the Tarnby clinic has five people in its beds.';
  const rest = 'One man, aged 19, is with his family again, and the other went back to work.';
  const old = [headline, pier, whole, ferry];
  const anew = (...told: string[]) => [headlineAnew, pierAnew, first, ...told, ferryAnew];

  test('the rest of it is linked when it stands beside the other part', () => {
    expect(linksOf(old, anew(rest))).toContain('2-3');
  });

  test('so is the second part of what was joined', () => {
    expect(linksOf(anew(rest), old)).toContain('3-2');
  });

  test('what the other part tells as well is no rest', () => {
    const other = 'The surgeon Ede Molnar grew up by the sea and likes to row.';
    expect(linksOf(old, anew(other))).not.toContain('2-3');
  });

  test('where the wording is shared, a passage that has little of it is new', () => {
    const taken = 'Five people lie in the clinic of Tarnby, the surgeon Ede Molnar said.';
    expect(linksOf(old, [headline, pier, taken, rest, ferry])).not.toContain('2-3');
  });

  test('a new lead is no part of the passage that was the lead', () => {
    const lead =
      'The surgeon of Tarnby told a court of greengrocers, onions, ropes and the smell of tar.';
    const links = linksOf(
      [headline, whole, pier, ferry],
      [headlineAnew, lead, first, pierAnew, ferryAnew],
    );
    expect(links).not.toContain('1-1');
    expect(links).toContain('1-2');
  });
});

describe('what stands between two linked passages', () => {
  const fined =
    'Fines of up to 900 crowns were handed to players of the valley and to the school governor for noise.';
  const needed =
    'For the fines 3200 crowns came together in two days, nearly half of what is needed.';
  const before = [headline, fined, pier, needed, ferry];
  const after = (told: string) => [
    headlineAnew,
    fined.replace('handed', 'given'),
    pierAnew,
    told,
    ferryAnew,
  ];

  test('needs less to be alike', () => {
    expect(linksOf(before, after('By now it is 7000 crowns: enough for all.'))).toContain('3-3');
  });

  test('is not linked when nothing is', () => {
    expect(linksOf(before, after('Bread is sold from a van on Mondays.'))).not.toContain('3-3');
  });
});

const silences: readonly (readonly [language: string, silence: string, answer: string])[] = [
  [
    'en',
    'The ministry of harbours did not reply to our questions.',
    'A spokesman of the ministry of harbours replied that our questions were unfair.',
  ],
  [
    'ru',
    'Управление пристаней на вопросы не ответило.',
    'Управление пристаней ответило на вопросы 19 марта: всё соответствует нормам.',
  ],
  [
    'be',
    'Упраўленне прыстаняў на званкі не адказвае.',
    'Упраўленне прыстаняў на трэці дзень адказала на званкі, што правярае.',
  ],
  [
    'uk',
    'Управління пристаней на запитання не відповіло.',
    'Управління пристаней відповіло на запитання, що все перевірено.',
  ],
  [
    'pl',
    'Zarząd przystani nie odpowiedział na pytania.',
    'Zarząd przystani odpowiedział na pytania, że wszystko jest w normie.',
  ],
  ['ar', 'ولم يصدر تعليق عن إدارة الموانئ.', 'وقالت إدارة الموانئ في تعليق إن المرفأ آمن.'],
];

describe('what only stands in the place of another passage', () => {
  test.each(silences)('in %s no answer and an answer: %s', (language, silence, answer) => {
    expect(linksOf([headline, silence], [headline, answer], language)).not.toContain('1-1');
    expect(linksOf([headline, silence], [headline, silence], language)).toContain('1-1');
  });

  test('a passage that tells more than that nobody answered keeps its link', () => {
    const told = 'The ministry of harbours asked for a permit in May, and there was no answer.';
    const again = 'The ministry of harbours asked for a permit as early as May.';
    expect(linksOf([headline, pier, told], [headline, pier, again])).toContain('2-2');
  });

  test('a correction is linked to nothing that it speaks of', () => {
    const wrong = 'The depot of Tarnby stands 800 metres from the well, an engineer said.';
    const correction = 'Correction: the depot of Tarnby stands 600, not 800 metres from the well.';
    expect(linksOf([headline, pier, wrong], [headline, pier, ferry, correction])).not.toContain(
      '2-3',
    );
  });

  test('two things under one label are not the same', () => {
    const [one, other] = ['Read also: who owns the hill', 'Read also: olives through four seasons'];
    expect(linksOf([headline, pier, one], [headline, pier, other])).not.toContain('2-2');
    expect(linksOf([headline, pier, one], [headline, pier, one])).toContain('2-2');
  });
});

test('a byline is linked to the byline, whoever was added and whenever it was brought up to date', () => {
  const [one, other] = [
    'Ada Quell, court reporter. 12 May 2026',
    'Tom Brisk. Brought up to date on 29 May 2026 at 9:00',
  ];
  expect(linksOf([headline, one, pier], [headline, other, pier])).toContain('1-1');
});

test('what is told in its place was not moved as well', () => {
  const told =
    'In three cars there rode about 120 people, most of them pupils and workers from Lowmead.';
  const inPlace =
    'In three cars there rode 143 people, most of them pupils and workers from Lowmead.';
  const cost = 'Pupils from Lowmead paid 120 for repairs.';
  const links = linksOf([headline, told, pier, ferry], [headline, inPlace, pier, ferry, cost]);
  expect(links).toContain('1-1');
  expect(links).not.toContain('1-4');
});
