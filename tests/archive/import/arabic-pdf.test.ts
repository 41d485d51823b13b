/** Arabic in PDFs: a shape that joins two letters is read as these two, in their order. */
import { describe, expect, test } from 'vitest';
import { read } from '../../../archive/import/read.ts';
import { line, makePdf } from './made-pdfs.ts';

/** What the letters of Helvetica are said to stand for, as programs for text write it into their PDFs. */
const NAMED: Readonly<Record<string, string>> = {
  A: 'لا',
  B: 'م',
  C: 'س',
  D: 'ل',
  E: 'ا',
  F: 'لله',
  G: '\ufccb',
  H: 'لإ',
  I: 'و',
  J: 'ط',
  K: 'ن',
  L: 'ي',
};

const hex = (text: string) =>
  Array.from({ length: text.length }, (_, at) =>
    text.charCodeAt(at).toString(16).padStart(4, '0'),
  ).join('');

function stream(text: string): string {
  return `<</Length ${text.length}>>\nstream\n${text}\nendstream`;
}

/** Each line is given as it is drawn: from the left. */
async function textOf(...drawn: readonly string[]): Promise<string | undefined> {
  const names = Object.entries(NAMED).map(
    ([code, means]) => `<${hex(code).slice(2)}> <${hex(means)}>`,
  );
  const map = `/CMapName /N def 1 begincodespacerange <00> <ff> endcodespacerange
${names.length} beginbfchar ${names.join('\n')} endbfchar`;
  const bytes = makePdf({
    pages: [drawn.map((words, index) => line(words, 60, 700 - index * 60)).join('\n')],
    page: '/Resources<</Font<</F1 10 0 R>>>>',
    objects: [
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding/ToUnicode 11 0 R>>',
      stream(map),
    ],
  });
  return (await read(bytes, { name: 'leaflet.pdf' })).text?.text;
}

describe('a shape of several letters', () => {
  test('stands in the word in the order in which it is read', async () => {
    expect(await textOf('BACDE')).toBe('السلام');
    expect(await textOf('BACHE')).toBe('الإسلام');
    expect(await textOf('BACDE F')).toBe('لله السلام');
  });

  test('is read so in every line, and beside figures', async () => {
    expect(await textOf('BACDE 31', 'IA 7 BA')).toBe('31 السلام\n\nلام 7 لاو');
  });

  test('that has a sign of its own is read as its letters', async () => {
    expect(await textOf('JIJGE')).toBe('الخطوط');
  });

  test('is not seen where each letter has its own', async () => {
    expect(await textOf('BDE CDE')).toBe('الس الم');
  });
});
