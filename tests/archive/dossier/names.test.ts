/** Names that must not leave are found in any case, with or without diacritics, and across the edge of a mark. */
import { expect, it } from 'vitest';
import { countNamed } from '../../../archive/dossier/names.ts';
import { formsOf } from '../../../archive/redact/index.ts';
import { printedTexts } from '../../../archive/dossier/printed-texts.ts';
import type { PrintedDossier } from '../../../archive/dossier/print.ts';

const forms = (...entities: readonly (readonly string[])[]) =>
  formsOf(
    entities.map((spellings, at) => ({ id: String(at), kind: 'person' as const, spellings })),
    [],
    { alone: false },
  );

it.each([
  ['MARTA VESNA said', ['Marta Vesna']],
  ['Märta  Vesna', ['Marta Vesna']],
  ['Marta-Vesna.jpg', ['Marta Vesna']],
  ['with Łukasz Ćwik', ['lukasz cwik']],
  ['марта вясна', ['Somebody Else', 'Марта Вясна']],
  ['сказала Вясна́', ['Вясна']],
  ['Весной (inflected: Вяснай)', ['Вясна']],
  ['مَارتا فيسنا', ['مارتا فيسنا']],
  ['https://example.org/marta%20vesna', ['Marta Vesna']],
  ['https://example.org/%D0%92%D1%8F%D1%81%D0%BD%D0%B0', ['Вясна']],
  ['Ma\u00adrta\u200b Ves\ue000na', ['Marta Vesna']],
  ['met Li at noon', ['Li']],
  ['O’Hara', ["O'Hara"]],
])('finds it in %s', (text, spellings) => {
  expect(countNamed([text], forms(spellings))).toBe(1);
});

it.each([
  ['a list of flats', ['Li']],
  ['Marta alone', ['Marta Vesna']],
  ['anything', ['', '…']],
  ['anything', []],
])('finds nothing in %s', (text, spellings) => {
  expect(countNamed([text], forms(spellings))).toBe(0);
});

it('counts entities, not places', () => {
  expect(
    countNamed(['Vesna, Vesna', 'Vesna and Ilmar'], forms(['Vesna'], ['Ilmar'], ['Absent'])),
  ).toBe(2);
});

it('sees through the runs of a paragraph', () => {
  const print = {
    sections: [
      { runs: ['He saw Marta ', { open: '1.1' }, { t: 'Ves', hit: true }, { close: '1.1' }, 'na'] },
    ],
  } as unknown as PrintedDossier;
  expect(countNamed(printedTexts(print), forms(['Marta Vesna']))).toBe(1);
});
