/** Texts of all scripts that a dossier has fonts for are printed, can be searched, and run their own way. */
import { beforeAll, expect, it } from 'vitest';
import type { DossierMaterial, Exhibit } from '../../../archive/dossier/index.ts';
import { makeHere } from '../../../archive/dossier/make.ts';
import type { MadePdf } from '../../../archive/dossier/material.ts';
import { newSectionId } from '../../../archive/model/index.ts';
import { must } from '../../helpers/archives.ts';
import { checkStructure, flatTextIn, fontsIn } from './pdf-tools.ts';
import { preflight } from './preflight.ts';
import { quoteOf, sampleMaterial, sourceOf, textOf } from './sample.ts';

const TEXTS = [
  {
    language: 'he',
    direction: 'rtl',
    title: 'הבית ברחוב הנמל',
    body: 'השכנים סיפרו כי ב־13 במרץ הגיעו שני רכבים ללא לוחיות.',
    quoted: 'הגיעו שני רכבים',
    font: 'NotoSerifHebrew-Regular',
  },
  {
    language: 'ka',
    direction: 'ltr',
    title: 'სახლი ნავსადგურის ქუჩაზე',
    body: 'მეზობლებმა თქვეს, რომ წყალი ორშაბათიდან გათიშულია.',
    quoted: 'წყალი ორშაბათიდან',
    font: 'NotoSansGeorgian-Regular',
  },
  {
    language: 'hy',
    direction: 'ltr',
    title: 'Տուն նավահանգստի փողոցում',
    body: 'Հարևաններն ասացին, որ ջուրը անջատված է երկուշաբթիից։',
    quoted: 'ջուրը անջատված է',
    font: 'NotoSansArmenian-Regular',
  },
] as const;

function exhibitOf(index: number): Exhibit {
  const { title, body, language, direction, quoted } = TEXTS[index] ?? TEXTS[0];
  const text = textOf([title, body], language, direction);
  const source = sourceOf(index + 20, title, text);
  const quotes = [quoteOf(source, text, quoted, { speakerName: 'T-1' })];
  return { number: index + 1, source, text, image: null, quotes };
}

function materialOf(title: string): DossierMaterial {
  const sample = sampleMaterial();
  const exhibits = TEXTS.map((_, index) => exhibitOf(index));
  const sections = exhibits.flatMap(({ quotes }) =>
    quotes.map(({ id }) => ({ id: newSectionId(), kind: 'quote' as const, quote: id })),
  );
  const nothing = { comparisons: [], claims: [], chronologies: [] };
  return { ...sample, ...nothing, exhibits, dossier: { ...sample.dossier, title, sections } };
}

const CONTROLS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
let made: MadePdf;
let said: string;

beforeAll(() => {
  made = must(makeHere(materialOf('Three houses 三'), () => undefined));
  said = flatTextIn(made.pdf).replace(CONTROLS, '');
});

it('are in fonts of their own, which are embedded', () => {
  const fonts = fontsIn(made.pdf);
  for (const { font } of TEXTS)
    expect(fonts).toContainEqual({ name: font, embedded: true, unicode: true });
  checkStructure(made.pdf);
  expect(preflight(made.pdf)).toEqual([]);
});

it('can be searched, each word in its order', () => {
  for (const { title, quoted } of TEXTS) {
    expect(said).toContain(title);
    expect(said).toContain(quoted);
  }
});

it('of which there is no font are told', () => {
  expect(made.contents.unprintable).toBeGreaterThan(0);
  expect(said).toContain('U+4E09');
  expect(said).not.toContain('U+05D4');
});
