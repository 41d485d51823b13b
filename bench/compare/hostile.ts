/** How long texts take that nobody would write. Each case says what it is, and what was found in it. */
import { compareTexts } from '../../archive/compare/index.ts';
import { documentOf } from '../../tests/archive/compare/cases.ts';

const MANY = 100_000;
const MEGABYTE = 1_000_000;
const sentence = 'Police of the town searched three flats and took 14 people. ';
const plain =
  'Раніцай міліцыя забрала з бібліятэкі ўсе чытацкія карткі й кнігі, а таксама камп’ютары. ';

const giant = (words: string) => [words.repeat(Math.ceil(MEGABYTE / words.length))];
const each = (word: (at: number) => string) => Array.from({ length: MANY }, (_, at) => word(at));
const letters = (at: number) =>
  at.toString(26).replace(/./g, (digit) => String.fromCharCode(97 + parseInt(digit, 26)));

type Text = readonly [paragraphs: readonly string[], language: string];
const same = (text: Text): [Text, Text] => [text, text];

const cases: readonly (readonly [what: string, texts: () => readonly [Text, Text]])[] = [
  ['nothing and nothing', () => same([[], 'und'])],
  [
    'nothing and a sentence',
    () => [
      [[], 'und'],
      [[sentence], 'en'],
    ],
  ],
  ['one paragraph of 1 MB with itself', () => same([giant(sentence), 'en'])],
  ['one paragraph of 1 MB of figures', () => same([giant('14 people, 3 days, 7.30; '), 'en'])],
  ['one paragraph of 1 MB without a full stop', () => same([giant('abc def '), 'en'])],
  [
    'one word of 1 MB and another',
    () => [
      [giant('x'), 'en'],
      [giant('y'), 'en'],
    ],
  ],
  ['100,000 paragraphs of one word, all the same', () => same([each(() => 'word'), 'en'])],
  [
    '100,000 of a thousand words, backwards',
    () => {
      const words = each((at) => `w${(at * 7919) % 997}`);
      return [
        [words, 'en'],
        [words.toReversed(), 'en'],
      ];
    },
  ],
  ['100,000 words, all different, with themselves', () => same([each(letters), 'en'])],
  [
    '100,000 words, none in common',
    () => [
      [each((at) => `a${letters(at)}`), 'en'],
      [each((at) => `b${letters(at)}`), 'en'],
    ],
  ],
  ['100,000 figures, a paragraph each', () => same([each((at) => `${at % 477} people`), 'en'])],
  [
    '100,000 figures in one paragraph, others there',
    () => [
      [[each((at) => `${at % 477} people`).join(' ')], 'en'],
      [[each((at) => `${at % 483} people`).join(' ')], 'en'],
    ],
  ],
  [
    '100,000 days and hours',
    () => same([[each((at) => `${(at % 28) + 1} May, 7.30;`).join(' ')], 'en']),
  ],
  ['100,000 Arabic duals and ones', () => same([[each(() => 'صندوقان واحد').join(' ')], 'ar'])],
  [
    '1 MB right to left, 1 MB left to right',
    () => [
      [giant('سقط المطر على الحقول. '), 'ar'],
      [giant(sentence), 'en'],
    ],
  ],
  [
    '1 MB composed, 1 MB decomposed',
    () => [
      [giant(plain), 'be'],
      [giant(plain.normalize('NFD')), 'be'],
    ],
  ],
  ['1 MB of combining marks', () => same([giant('a\u0301\u0323\u0308\u0330 '), 'en'])],
  [
    '1 MB, with CR and LF, with zero-width characters',
    () => [
      [giant(plain), 'be'],
      [giant(plain.replaceAll(' ', '\r\n').replaceAll('а', 'а\u200b')), 'be'],
    ],
  ],
];

/** One run each; `as versions` and `as accounts` are chosen, not told by the texts. */
export function* hostileTable(): Generator<string> {
  yield '\nbad input: processor ms (and matches, facts) as versions, as accounts';
  for (const [what, texts] of cases) {
    const [a, b] = texts().map(([paragraphs, language]) => documentOf(paragraphs, language));
    if (a === undefined || b === undefined) continue;
    const told = (['versions', 'accounts'] as const).map((kind) => {
      const spent = process.cpuUsage();
      const { matches, facts } = compareTexts(a, b, { kind });
      const { user, system } = process.cpuUsage(spent);
      return `${Math.round((user + system) / 1_000)} (${matches.length}, ${facts.length})`;
    });
    yield `  ${what}: ${told.join(', ')}`;
  }
}
