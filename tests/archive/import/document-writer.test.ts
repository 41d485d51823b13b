import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DocumentWriter } from '../../../archive/import/document-writer.ts';
import { BLOCK_BREAK, limits, TextDocument } from '../../../archive/model/index.ts';

type Act = (writer: DocumentWriter, depth: { marks: number }) => void;

const words = fc.string({
  unit: fc.constantFrom('a', 'б', 'ج', '😀', ' ', '\n', '\t', '\u00a0', '\u00ad', '\0', '\ud800'),
  maxLength: 12,
});
const act: fc.Arbitrary<Act> = fc.oneof(
  words.map(
    (text): Act =>
      (writer) =>
        writer.write(text),
  ),
  words.map(
    (text): Act =>
      (writer) =>
        writer.writeExactly(text),
  ),
  fc.constantFrom('paragraph', 'heading', 'list-item', 'table-row').map(
    (kind): Act =>
      (writer) =>
        kind === 'heading' ? writer.open('heading', 2) : writer.open(kind),
  ),
  fc.constant<Act>((writer) => writer.close()),
  fc.constant<Act>((writer) => writer.breakLine()),
  fc.constant<Act>((writer) => {
    if (writer.opened === 'table-row') writer.breakCell();
  }),
  fc.constant<Act>((writer, depth) => {
    writer.mark('strong');
    depth.marks++;
  }),
  fc.constant<Act>((writer, depth) => {
    if (depth.marks === 0) return;
    writer.unmark();
    depth.marks--;
  }),
);

describe('a text with structure', () => {
  test('blocks cut the text without a gap, and spans lie inside of one block', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        const writer = new DocumentWriter();
        const depth = { marks: 0 };
        for (const step of acts) step(writer, depth);
        const { text, blocks, spans } = writer.finish();
        const document = TextDocument.parse({
          version: 1,
          text,
          blocks,
          spans,
          language: 'und',
          direction: 'ltr',
        });
        const pieces = document.blocks.map(({ start, end }) => document.text.slice(start, end));
        expect(pieces.join(BLOCK_BREAK)).toBe(document.text);
        expect(document.text.isWellFormed()).toBe(true);
        expect(document.text).not.toMatch(/[\0\u00ad\u00a0\r]/);
        for (const piece of pieces) {
          expect(piece.trim()).not.toBe('');
          expect(piece).not.toContain(BLOCK_BREAK);
        }
        for (const { start, end } of document.spans) {
          expect(document.text.slice(start, end)).toMatch(/^\S(?:[^]*\S)?$/u);
          expect(document.blocks.some((block) => block.start <= start && end <= block.end)).toBe(
            true,
          );
        }
      }),
      { numRuns: process.env.SLOW === undefined ? 500 : 20_000 },
    );
  });

  test('blanks of every sort are one space, also where marks begin and end', () => {
    const writer = new DocumentWriter();
    writer.write(' The\u00a0 ferry\n');
    writer.mark('strong');
    writer.write(' stopped ');
    writer.unmark();
    writer.write(' at  noon.');
    const { text, spans } = writer.finish();
    expect(text).toBe('The ferry stopped at noon.');
    expect(spans).toEqual([{ kind: 'strong', start: 10, end: 17 }]);
  });

  test('a mark over two blocks becomes a span in each', () => {
    const writer = new DocumentWriter();
    writer.mark('link', 'https://a.example/');
    writer.open('paragraph');
    writer.write('one');
    writer.open('paragraph');
    writer.write('two');
    writer.close();
    writer.unmark();
    expect(writer.finish().spans).toEqual([
      { kind: 'link', start: 0, end: 3, href: 'https://a.example/' },
      { kind: 'link', start: 5, end: 8, href: 'https://a.example/' },
    ]);
  });

  test('a text beyond the limits is said to be one', () => {
    const writer = new DocumentWriter();
    for (let at = 0; at <= limits.textParts; at++) {
      writer.open('paragraph');
      writer.write('x');
    }
    writer.close();
    expect(writer.overflow).toBe(true);
  });
});
