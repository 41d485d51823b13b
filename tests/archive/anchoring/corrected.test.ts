import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { correct } from '../../../archive/anchoring/index.ts';
import type { Block, PageLayout, TextDocument } from '../../../archive/model/index.ts';

const PARTS: readonly (readonly [Block['kind'], string, number])[] = [
  ['heading', 'The ferry at Norholm', 1],
  ['paragraph', 'Ada Vell shut the qate at noon, she said.', 1],
  ['preformatted', 'one\n\ntwo', 1],
  ['list-item', 'A key was left on the table.', 2],
];

function documentOf(parts = PARTS): TextDocument {
  let at = 0;
  const blocks = parts.map(([kind, text, page]): Block => {
    const block = {
      kind,
      start: at,
      end: at + text.length,
      page,
      ...(kind === 'heading' && { level: 1 }),
    };
    at = block.end + 2;
    return block;
  });
  const text = parts.map(([, words]) => words).join('\n\n');
  const span = (words: string) => ({
    kind: 'strong' as const,
    start: text.indexOf(words),
    end: text.indexOf(words) + words.length,
  });
  return {
    version: 1,
    text,
    blocks,
    spans: [span('Ada Vell'), span('qate'), span('key')],
    language: 'en',
    direction: 'ltr',
  };
}

const wordsOf = ({ text, blocks }: TextDocument) =>
  blocks.map(({ start, end, kind, page }) => [kind, text.slice(start, end), page]);
const spansOf = ({ text, spans }: TextDocument) =>
  spans.map(({ start, end }) => text.slice(start, end));

describe('a text corrected by hand', () => {
  test('keeps what its paragraphs are, their pages, and the spans; one word takes the place of one', () => {
    const old = documentOf();
    const { document } = correct(old, null, old.text.replace('qate', 'garden gate'));
    expect(wordsOf(document)).toEqual(
      PARTS.map(([kind, text, page]) => [kind, text.replace('qate', 'garden gate'), page]),
    );
    const without = correct(old, null, old.text.replace('qate ', '')).document;
    expect(spansOf(without)).toEqual(['Ada Vell', 'key']);
    expect(spansOf(correct(old, null, old.text.replace('qate', 'gateway')).document)).toEqual([
      'Ada Vell',
      'gateway',
      'key',
    ]);
  });

  test('keeps the places of words on their page', () => {
    const old = documentOf();
    const at = (start: number, end: number) => ({
      start,
      end,
      x: start,
      y: 0,
      width: 9,
      height: 9,
    });
    const gate = old.text.indexOf('qate');
    const key = old.text.indexOf('key');
    const layout: PageLayout = {
      version: 1,
      pages: [{ width: 99, height: 99, runs: [at(gate, gate + 4), at(key, key + 3)] }],
    };
    const corrected = correct(
      old,
      layout,
      old.text.replace('The ferry', 'Ferry').replace('qate', 'gates'),
    );
    expect(
      corrected.layout?.pages[0]?.runs.map(({ start, end, x }) => [
        corrected.document.text.slice(start, end),
        x,
      ]),
    ).toEqual([
      ['gates', gate],
      ['key', key],
    ]);
  });

  test('may gain and lose paragraphs', () => {
    const old = documentOf();
    const typed = old.text
      .replace('\n\nAda Vell', '\n\nA new line.\r\n  \r\nAda Vell')
      .replace('one\n\ntwo\n\n', '');
    expect(wordsOf(correct(old, null, typed).document)).toEqual([
      ['heading', 'The ferry at Norholm', 1],
      ['paragraph', 'A new line.', 1],
      ['paragraph', 'Ada Vell shut the qate at noon, she said.', 1],
      ['list-item', 'A key was left on the table.', 2],
    ]);
  });

  test('is the same document when nothing was changed', () => {
    const old = documentOf();
    expect(correct(old, null, old.text).document).toEqual(old);
  });

  test('holds every word that was typed, in order, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('gate', 'Ada Vell', '\n\n', '\n', ' ', '\t', 'é', 'ключ', '.'), {
          maxLength: 40,
        }),
        (typed) => {
          const text = typed.join('');
          const { document } = correct(documentOf(), null, text);
          const plain = (words: string) => words.replaceAll(/\s+/g, '');
          expect(plain(document.text)).toBe(plain(text));
          let end = 0;
          for (const [at, block] of document.blocks.entries()) {
            expect(block.start).toBe(at === 0 ? 0 : end + 2);
            expect(block.end).toBeGreaterThan(block.start);
            ({ end } = block);
          }
          expect(end).toBe(document.text.length);
        },
      ),
    );
  });
});
