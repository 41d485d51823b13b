import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode } from '../../../archive/import/encoding.ts';

const RUSSIAN =
  'Все люди рождаются свободными и равными в своём достоинстве и правах. Они наделены разумом и совестью и должны поступать в отношении друг друга в духе братства. ';
const POLISH =
  'Wszyscy ludzie rodzą się wolni i równi pod względem swej godności i swych praw. Są oni obdarzeni rozumem i sumieniem i powinni postępować wobec innych w duchu braterstwa. ';

/** Bytes of `text` in an encoding of one byte a letter, by asking the decoder what each byte means. */
function encode(text: string, label: string): Uint8Array {
  const decoder = new TextDecoder(label);
  const bytes = new Map<string, number>();
  for (let byte = 0; byte < 256; byte++) bytes.set(decoder.decode(Uint8Array.of(byte)), byte);
  return Uint8Array.from(text, (letter) => {
    const byte = bytes.get(letter);
    if (byte === undefined) throw new Error('not in this encoding');
    return byte;
  });
}

const utf8 = (text: string) => new TextEncoder().encode(text);

function wide(text: string, order: 'le' | 'be'): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}

describe('encodings found in the wild', () => {
  test.each([
    ['windows-1251', RUSSIAN],
    ['koi8-r', RUSSIAN],
    ['iso-8859-5', RUSSIAN],
    ['ibm866', RUSSIAN],
    ['iso-8859-2', POLISH],
    ['windows-1250', POLISH],
  ])('%s is guessed, and the guess is said', (label, text) => {
    const read = decode(encode(text.repeat(8), label), undefined, false);
    expect(read.text).toBe(text.repeat(8));
    expect(read.encoding.guessed).toBe(true);
  });

  test.each(['le', 'be'] as const)('UTF-16%s is read with and without a mark', (order) => {
    expect(decode(wide(`\ufeff${RUSSIAN}`, order), undefined, false)).toEqual({
      text: RUSSIAN,
      encoding: { label: `utf-16${order}`, guessed: false },
      unreadable: false,
    });
    const bare = decode(wide(RUSSIAN, order), undefined, false);
    expect(bare.text).toBe(RUSSIAN);
    expect(bare.encoding).toEqual({ label: `utf-16${order}`, guessed: true });
  });

  test('what a person chose comes before everything else', () => {
    const bytes = encode(RUSSIAN, 'koi8-r');
    const page = new Uint8Array([...utf8('<meta charset="windows-1251">'), ...bytes]);
    expect(decode(page, 'koi8-r', true).text).toContain(RUSSIAN);
    expect(decode(page, 'no-such-encoding', true).encoding.label).toBe('windows-1251');
  });

  test('a declaration is believed only where the bytes are not UTF-8', () => {
    const head = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">';
    expect(decode(utf8(head + RUSSIAN), undefined, true).encoding.label).toBe('utf-8');
    const bytes = new Uint8Array([...utf8(head), ...encode(RUSSIAN, 'windows-1251')]);
    const read = decode(bytes, undefined, true);
    expect(read.encoding).toEqual({ label: 'windows-1251', guessed: false });
    expect(read.text).toContain(RUSSIAN);
  });

  test('a false declaration of UTF-8 does not turn letters into nonsense', () => {
    const bytes = new Uint8Array([
      ...utf8('<meta charset="utf-8">'),
      ...encode(RUSSIAN.repeat(8), 'windows-1251'),
    ]);
    const read = decode(bytes, undefined, true);
    expect(read.text).toContain(RUSSIAN);
    expect(read.encoding).toEqual({ label: 'windows-1251', guessed: true });
  });

  test('UTF-8 cut in the middle of a letter, or with one broken byte, is still UTF-8', () => {
    const bytes = utf8(RUSSIAN.repeat(3));
    const cut = decode(bytes.subarray(0, 101), undefined, false);
    expect(cut.encoding).toEqual({ label: 'utf-8', guessed: false });
    expect(cut.unreadable).toBe(true);
    bytes[51] = 0xff;
    const scarred = decode(bytes, undefined, false);
    expect(scarred.encoding).toEqual({ label: 'utf-8', guessed: true });
    expect(scarred.unreadable).toBe(true);
    expect(scarred.text).toContain('Они наделены разумом');
  });
});

/** What people write here, in the code pages that it is written in. */
const WRITTEN: readonly (readonly [language: string, labels: readonly string[], text: string])[] = [
  [
    'Russian',
    ['windows-1251', 'koi8-r', 'iso-8859-5', 'ibm866'],
    'Полиция пришла на старый консервный завод вечером девятого марта и увела всех, кто там пел; родственники ждали у ворот школы до утра, и никто не сказал им, куда увезли певцов. Паром из Острели не ходил до полудня, и сторож гавани закрыл ворота.',
  ],
  [
    'Belarusian',
    ['windows-1251', 'iso-8859-5', 'koi8-u'],
    "Паліцыя прыйшла ў стары кансервавы завод увечары дзявятага сакавіка і забрала ўсіх, хто там спяваў; сваякі чакалі ля брамы школы да раніцы, і ніхто не сказаў ім, куды павезлі спевакоў. Аб'ява вісела на дзвярах яшчэ тыдзень, і вартаўнік зачыніў браму.",
  ],
  [
    'Ukrainian',
    ['windows-1251', 'koi8-u', 'iso-8859-5'],
    "Поліція прийшла на старий консервний завод увечері дев'ятого березня і забрала всіх, хто там співав; родичі чекали біля воріт школи до ранку, і ніхто не сказав їм, куди повезли співаків. Пором з Острелі не ходив до полудня, і сторож гавані зачинив ворота.",
  ],
  [
    'Polish',
    ['iso-8859-2', 'windows-1250'],
    'Policja przyszła wieczorem do starej fabryki konserw i zabrała wszystkich, którzy tam śpiewali; krewni czekali przy bramie szkoły do rana, a nikt nie powiedział im, dokąd zabrano śpiewaków. Prom nie kursował do południa, a strażnik portu zamknął bramę.',
  ],
  [
    'English',
    ['windows-1252'],
    'The police came to the old cannery “at eight in the evening” – so says the guard’s note – and took away everybody who sang there; the café on the quay stayed shut until noon. “Nothing,” he said, and nobody told the relatives where the singers’ van had gone.',
  ],
];
const cases = WRITTEN.flatMap(([language, labels, text]) =>
  labels.map((label) => [language, label, text] as const),
);

describe('any eighty letters', () => {
  test.each(cases)('of %s in %s are guessed', (_, label, text) => {
    fc.assert(
      fc.property(fc.nat(text.length - 80), fc.integer({ min: 80, max: 200 }), (start, length) => {
        const piece = text.slice(start, start + length);
        expect(decode(encode(piece, label), undefined, false).text).toBe(piece);
      }),
      { numRuns: process.env.SLOW === undefined ? 60 : 2_000 },
    );
  });

  test.each(cases)('of %s in %s are read when a person says so', (_, label, text) => {
    const read = decode(encode(text.slice(0, 9), label), label, false);
    expect(read).toMatchObject({ text: text.slice(0, 9), encoding: { guessed: false } });
  });
});
