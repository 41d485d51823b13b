import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import type { Span } from '../../archive/model/index.ts';
import {
  blockNumberAt,
  drawText,
  type Drawing,
} from '../../src/renderer/screens/reader/draw-text.ts';
import { trimmed } from '../../src/renderer/screens/reader/sentences.ts';
import { textOf } from './material.ts';

const runs = 120;

/** Letters that are awkward: decomposed, outside the first plane, right to left, joined. */
const letters = fc.constantFrom(
  'a',
  ' ',
  '\n',
  'e\u0301',
  'й',
  '\u0438\u0306',
  '🙂',
  '👩‍👧',
  'ق',
  'لا',
  '\u0651',
  '“',
);
const words = fc.array(letters, { minLength: 1, maxLength: 12 }).map((all) => all.join(''));
const piece = fc.oneof(
  words,
  fc.tuple(
    fc.constantFrom('heading', 'list-item', 'block-quote', 'caption', 'preformatted'),
    words,
  ),
  fc.tuple(
    fc.constant('table-row' as const),
    fc.array(words, { minLength: 1, maxLength: 3 }).map((all) => all.join('\t')),
  ),
);
const documents = fc
  .tuple(
    fc.array(piece, { minLength: 1, maxLength: 6 }),
    fc.array(fc.tuple(fc.nat(80), fc.nat(30)), { maxLength: 4 }),
  )
  .map(([pieces, marks]) => {
    const document = textOf(pieces, 'und');
    const spans = marks.flatMap(([start, length], index): Span[] => {
      const end = Math.min(document.text.length, start + length);
      const kind = (['emphasis', 'strong', 'code', 'link'] as const)[index % 4] ?? 'code';
      return start < end ? [{ kind, start, end }] : [];
    });
    return { ...document, spans };
  });

function put(drawing: Drawing): HTMLElement {
  const holder = document.createElement('article');
  holder.append(...drawing.elements);
  document.body.append(holder);
  return holder;
}

afterEach(() => {
  document.body.replaceChildren();
});

/** The text without what parts blocks and cells, which is not on the page. */
const onPage = (text: ReturnType<typeof textOf>, start: number, end: number): string => {
  let out = '';
  for (const block of text.blocks) {
    const part = text.text.slice(
      Math.max(start, block.start),
      Math.max(start, Math.min(end, block.end)),
    );
    if (block.end > start && block.start < end)
      out += block.kind === 'table-row' ? part.replaceAll('\t', '') : part;
  }
  return out;
};

describe('between the text and the page', () => {
  test('a stretch becomes a range over exactly its words, and comes back the same', () => {
    fc.assert(
      fc.property(documents, fc.nat(), fc.nat(), (text, a, b) => {
        const drawing = drawText(text);
        const holder = put(drawing);
        const [start = 0, end = 0] = [a % (text.text.length + 1), b % (text.text.length + 1)].sort(
          (one, two) => one - two,
        );
        const range = drawing.map.rangeOf({ start, end });
        const wanted = onPage(text, start, end);
        expect(range?.toString() ?? '').toBe(wanted);
        if (range) {
          const back = drawing.map.stretchOf(range);
          expect(back).not.toBeNull();
          expect(onPage(text, back?.start ?? 0, back?.end ?? 0)).toBe(wanted);
          expect(back?.start).toBeGreaterThanOrEqual(start);
          expect(back?.end).toBeLessThanOrEqual(end);
        }
        holder.remove();
      }),
      { numRuns: runs },
    );
  });

  test('a range that begins and ends between elements covers the whole blocks between', () => {
    const text = textOf(['first', ['list-item', 'second'], ['table-row', 'a\tb'], 'last'], 'en');
    const drawing = drawText(text);
    const holder = put(drawing);
    const range = new Range();
    range.setStart(holder, 1);
    range.setEnd(holder, 3);
    const stretch = drawing.map.stretchOf(range);
    expect(stretch && text.text.slice(stretch.start, stretch.end)).toBe('second\n\na\tb');
  });

  test('a range beside the text covers nothing of it', () => {
    const drawing = drawText(textOf(['words'], 'en'));
    const holder = put(drawing);
    const before = document.createElement('p');
    before.textContent = 'not of the text';
    holder.before(before);
    const range = new Range();
    range.selectNodeContents(before);
    expect(drawing.map.stretchOf(range)).toBeNull();
  });

  test('the page holds the same words in plain elements', () => {
    const drawing = drawText(
      textOf(
        [
          ['heading', 'Title', 2],
          'One',
          ['list-item', 'a'],
          ['list-item', 'b'],
          ['table-row', '1\t2'],
        ],
        'en',
      ),
    );
    put(drawing);
    expect(drawing.elements.map((element) => element.tagName)).toEqual(['H2', 'P', 'UL', 'TABLE']);
    expect(drawing.elements[2]?.querySelectorAll('li')).toHaveLength(2);
    expect(drawing.elements[3]?.querySelectorAll('td')).toHaveLength(2);
  });

  test('a link is text with a title and leads nowhere', () => {
    const text = textOf(['see here'], 'en');
    const drawing = drawText({
      ...text,
      spans: [{ kind: 'link', start: 4, end: 8, href: 'https://elsewhere.example/' }],
    });
    const holder = put(drawing);
    expect(holder.querySelector('a')).toBeNull();
    expect(holder.querySelector('[title]')?.textContent).toBe('here');
  });
});

describe('places in the text', () => {
  test('a paragraph is numbered by its block, a gap counts to the next', () => {
    const text = textOf(['one', 'two', 'three'], 'en');
    expect([0, 2, 3, 5, 7, 10, 99].map((at) => blockNumberAt(text, at))).toEqual([
      1, 1, 2, 2, 2, 3, 3,
    ]);
  });

  test('a selection loses white space at its ends and never half of a letter', () => {
    expect(trimmed('  word \n', { start: 0, end: 8 })).toEqual({ start: 2, end: 6 });
    expect(trimmed('a🙂b', { start: 2, end: 2 + 1 })).toEqual({ start: 1, end: 3 });
    expect(trimmed('a🙂b', { start: 0, end: 2 })).toEqual({ start: 0, end: 3 });
    expect(trimmed(' \n ', { start: 0, end: 3 })).toBeNull();
  });
});
