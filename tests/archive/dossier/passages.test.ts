/** Quoted passages are marked exactly where they stand. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readCoverage } from '../../../archive/dossier/coverage.ts';
import { readFonts } from '../../../archive/dossier/fonts.ts';
import { inContext, wholeText, type Passage } from '../../../archive/dossier/passages.ts';
import type { Block, Run } from '../../../archive/dossier/print.ts';
import { MAY_BREAK, Printable } from '../../../archive/dossier/printable.ts';
import type { TextDocument } from '../../../archive/model/index.ts';
import { textOf } from './sample.ts';

const fonts = readFonts();
if (!fonts.ok) throw new Error(fonts.error.code);
const printable = new Printable(readCoverage(fonts.value));

const shown = (run: Run) =>
  (typeof run === 'string' ? run : 't' in run ? run.t : '').replaceAll(MAY_BREAK, '');
const hits = (blocks: readonly Block[]) =>
  blocks
    .map(({ runs }) =>
      runs
        .map((run) => (typeof run !== 'string' && 't' in run && run.hit ? shown(run) : ''))
        .join(''),
    )
    .filter((text) => text !== '')
    .join('\n\n');

const word = fc.string({
  unit: fc.constantFrom(...Array.from('abcdжшўاب')),
  minLength: 1,
  maxLength: 9,
});
const paragraph = fc.array(word, { minLength: 1, maxLength: 60 }).map((words) => words.join(' '));
const document: fc.Arbitrary<TextDocument> = fc
  .tuple(
    fc.array(paragraph, { minLength: 1, maxLength: 8 }),
    fc.array(fc.tuple(fc.nat(), fc.nat(40)), { maxLength: 6 }),
  )
  .map(([paragraphs, spans]) => {
    const text = textOf(paragraphs);
    return {
      ...text,
      spans: spans.map(([at, length], i) => {
        const start = at % text.text.length;
        return {
          kind: i % 2 ? ('emphasis' as const) : ('strong' as const),
          start,
          end: Math.min(text.text.length, start + length + 1),
        };
      }),
    };
  });

function passageIn(text: TextDocument, from: number, length: number, label = '1.1'): Passage {
  const start = from % text.text.length;
  return { label, start, end: Math.min(text.text.length, start + 1 + length) };
}

const without = (text: string) => text.replaceAll('\n\n', '').replaceAll('\n', '');

it('marks exactly the quoted passage in its context', () => {
  fc.assert(
    fc.property(document, fc.nat(), fc.nat(600), (text, from, length) => {
      const passage = passageIn(text, from, length);
      const blocks = inContext(text, passage, printable);
      expect(without(hits(blocks))).toBe(without(text.text.slice(passage.start, passage.end)));
    }),
  );
});

it('prints the whole text unchanged, whatever is marked in it', () => {
  fc.assert(
    fc.property(
      document,
      fc.array(fc.tuple(fc.nat(), fc.nat(200)), { maxLength: 4 }),
      (text, places) => {
        const passages = places.map(([from, length], i) =>
          passageIn(text, from, length, `1.${i + 1}`),
        );
        const blocks = wholeText(text, passages, printable);
        expect(blocks.map(({ runs }) => runs.map(shown).join('')).join('\n\n')).toBe(text.text);
      },
    ),
  );
});

it('opens and closes each mark once', () => {
  fc.assert(
    fc.property(document, fc.nat(), fc.nat(80), (text, from, length) => {
      const passage = passageIn(text, from, length);
      if (without(text.text.slice(passage.start, passage.end)) === '') return;
      const runs = wholeText(text, [passage], printable).flatMap((block) => block.runs);
      const opens = runs.filter((run) => typeof run !== 'string' && 'open' in run);
      const closes = runs.filter((run) => typeof run !== 'string' && 'close' in run);
      expect([opens.length, closes.length]).toEqual([1, 1]);
    }),
  );
});

it('says where text was left out of a long paragraph', () => {
  const long = Array.from({ length: 2_000 }, (_, i) => `word${i}`).join(' ');
  const text = textOf(['Heading', long]);
  const start = text.text.indexOf('word1000');
  const blocks = inContext(text, { label: '1.1', start, end: start + 8 }, printable);
  const runs = blocks.at(-1)?.runs ?? [];
  expect([runs.at(0), runs.at(-1)]).toEqual([{ cut: true }, { cut: true }]);
  expect(runs.map(shown).join('').length).toBeLessThan(2_600);
});
