/** Material that means harm, or only looks like it: everything in a dossier is data, and nothing breaks it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DossierMaterial } from '../../../archive/dossier/index.ts';
import { makeHere } from '../../../archive/dossier/make.ts';
import { newSectionId } from '../../../archive/model/index.ts';
import { checkStructure, flatTextIn, infoOf, inflated, objectsIn } from './pdf-tools.ts';
import { sampleMaterial, sourceOf, textOf } from './sample.ts';

/** A dossier whose every free text is `text`, with one source of these paragraphs printed whole. */
function everywhere(text: string, paragraphs: readonly string[] = [text]): DossierMaterial {
  const sample = sampleMaterial();
  const document = textOf(['A heading', ...paragraphs]);
  const base = sourceOf(1, text, document);
  const source = {
    ...base,
    note: text,
    original: { ...base.original, name: text },
    metadata: { ...base.metadata, publisher: text, authors: [text], address: text, licence: text },
    capture: { ...base.capture, collectedBy: { state: 'value' as const, value: text } },
  };
  return {
    ...sample,
    dossier: {
      ...sample.dossier,
      title: text,
      matter: text,
      author: text,
      handling: text,
      sections: [
        { id: newSectionId(), kind: 'heading', text },
        { id: newSectionId(), kind: 'text', markdown: text },
        { id: newSectionId(), kind: 'source', source: source.id },
      ],
    },
    exhibits: [{ number: 1, source, text: document, image: null, quotes: [] }],
    comparisons: [
      {
        a: source.id,
        b: source.id,
        brief: false,
        rows: [
          {
            ...{ a: text, b: text, verdict: 'differs', moved: true, reasons: [text] },
            marks: {
              a: [{ kind: 'gone', start: 0, end: text.length }],
              b: [{ kind: 'shared', start: 0, end: Math.ceil(text.length / 2) }],
            },
          },
        ],
      },
    ],
  };
}

function pdfOf(material: DossierMaterial): Uint8Array {
  const result = makeHere(material, () => undefined);
  if (!result.ok) throw new Error(result.error.code);
  return result.value.pdf;
}

describe('text is data', () => {
  const HARMFUL = [
    '#eval("1 + 1") #panic("x") #import "@preview/x:1.0.0": *',
    '#read("/etc/passwd") #image("/etc/hostname") #json("dossier.json")',
    '*not strong* _not emphasised_ $x^2$ `raw` <label> @reference ~ -- --- ... "quoted"',
    'back\\slash \\u{41} \\ #\\{ ] ) } [ ( {',
    '= Heading\\ - item + item / term: x // comment /* comment */',
    '</script><script>alert(1)</script><img src=x onerror=alert(1)>',
    '{page} of {pages} {label}',
    '(PDF) string) Tj ET /JavaScript << >> endobj',
  ];
  const bare = (text: string) => text.replaceAll(' ', '');

  it('prints markup of any kind as it is, wherever it stands', () => {
    const all = HARMFUL.join(' ');
    const pdf = pdfOf(everywhere(all));
    const shown = bare(flatTextIn(pdf));
    // Title, matter, author, heading, publisher, address …; lines broken by a page are not counted.
    expect(shown.split(bare(all)).length - 1).toBeGreaterThan(8);
    expect(infoOf(pdf).get('Title')).toBe(all);
    expect(infoOf(pdf).get('Author')).toBe(all);
    expect(objectsIn(pdf).some((object) => object['/S'] === '/JavaScript')).toBe(false);
  });

  it('prints each kind of markup as it is in the text of a source', () => {
    const shown = bare(flatTextIn(pdfOf(everywhere('Title', HARMFUL))));
    for (const text of HARMFUL) expect(shown).toContain(bare(text));
  });

  it('shows controls and turns of direction by their codes and lists them at the end', () => {
    const pdf = pdfOf(everywhere('safe\u202eexe.fdp\u202c \u2066x\u2069 bell\u0007 null\0 end'));
    const shown = flatTextIn(pdf);
    expect(shown).toContain(
      'safe‹U+202E›exe.fdp‹U+202C› ‹U+2066›x‹U+2069› bell‹U+0007› null‹U+0000› end',
    );
    const list = shown.slice(shown.lastIndexOf('Annex: characters that could not be printed'));
    for (const code of ['U+0000', 'U+0007', 'U+202C', 'U+202E', 'U+2066', 'U+2069'])
      expect(list).toContain(code);
  });

  it('tells before it leaves how many signs stand in it by a mark alone', () => {
    const signsIn = (paragraph: string) => {
      const made = makeHere(everywhere('plain', [paragraph]), () => undefined);
      return made.ok ? made.value.contents.unprintable : null;
    };
    expect(signsIn('Every sign of this is in a font: Ź, Ў, ع.')).toBe(0);
    expect(signsIn('漢字 and 漢')).toBe(3);
  });

  it('replaces what no font has by a mark and lists it', () => {
    const pdf = pdfOf(everywhere('family 👨‍👩‍👧‍👦 flag 🏴 漢 word \ud800 private \ue000 end'));
    const shown = flatTextIn(pdf);
    expect(shown).toContain('family \ufffd flag \ufffd \ufffd word \ufffd private \ufffd end');
    const list = shown.slice(shown.lastIndexOf('Annex: characters that could not be printed'));
    for (const code of ['U+1F468', 'U+1F3F4', 'U+6F22', 'U+D800', 'U+E000'])
      expect(list).toContain(code);
  });

  it.each([
    ['without a space', 'W'.repeat(10_000)],
    ['of words', 'слова '.repeat(1_666).trim()],
    ['from right to left', 'كلمة '.repeat(800).trim()],
  ])('sets a title of thousands of characters %s', (_, title) => {
    const pdf = pdfOf(everywhere(title));
    checkStructure(pdf);
    const shown = flatTextIn(pdf).replaceAll(/\s/g, '');
    if (!title.includes('ك'))
      expect(shown.length).toBeGreaterThan(title.replaceAll(/\s/g, '').length * 8);
  });

  it('leaves nothing outside the page, however long a word is', () => {
    const word = 'x'.repeat(3_000);
    const pdf = pdfOf(everywhere(word));
    const stretches =
      inflated(pdf)
        .toString('latin1')
        .match(/-?\d+(?:\.\d+)? -?\d+(?:\.\d+)? Tm/g) ?? [];
    for (const stretch of stretches) {
      const [x] = stretch.split(' ').map(Number);
      expect(x).toBeLessThan(595);
    }
    expect(flatTextIn(pdf).replaceAll(/\s/g, '')).toContain(word.slice(0, 60));
  });

  it('sets any text at all', { timeout: 120_000 }, () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      fc
        .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
        .map((units) => String.fromCharCode(...units)),
      fc.string({
        unit: fc.constantFrom(
          ...Array.from('#*_$`\\[]{}()<>@=-+/"\'~ \n\u0301\u200d\u202e\u0627\u0644é'),
        ),
        maxLength: 80,
      }),
    );
    const texts = fc.array(anyText, { minLength: 40, maxLength: 60 });
    fc.assert(
      fc.property(texts, (all) => {
        const first = all.find((text) => text.trim() !== '') ?? 'x';
        const pdf = pdfOf(
          everywhere(
            first,
            all.map((text) => text || 'x'),
          ),
        );
        checkStructure(pdf);
      }),
      { numRuns: process.env.SLOW === undefined ? 4 : 60 },
    );
  });

  it('prints written sections that nest without end', () => {
    const pdf = pdfOf(
      everywhere(
        `${'> '.repeat(300)}deep\n\n${'- '.repeat(300)}list\n\n${'*'.repeat(400)}x${'['.repeat(400)}`,
      ),
    );
    expect(flatTextIn(pdf)).toContain('deep');
  });
});
