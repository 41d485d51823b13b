/** Arabic in PDFs: a shape that joins two letters is read as these two, in their order. */
import { describe, expect, test } from 'vitest';
import { read } from '../../../archive/import/read.ts';
import { namedLetters } from './named-letters.ts';

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

async function textOf(...drawn: readonly string[]): Promise<string | undefined> {
  return (await read(namedLetters(NAMED, drawn), { name: 'leaflet.pdf' })).text?.text;
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
