/** Marks of Markdown: put on, taken off, and printed as what they are. */
import fc from 'fast-check';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import {
  changed,
  isOn,
  toggle,
  type Field,
  type Mark,
} from '../../../src/renderer/lib/markdown/marks.ts';

/** A text in which `[` and `]` stand around what is selected, or `|` where the caret is. */
function field(drawn: string): Field {
  const from = drawn.search(/[⟦|]/u);
  const to = drawn.includes('|') ? from : drawn.indexOf('⟧') - 1;
  return { text: drawn.replace(/[⟦⟧|]/gu, ''), from, to };
}

function drawn({ text, from, to }: Field): string {
  if (from === to) return `${text.slice(0, from)}|${text.slice(from)}`;
  return `${text.slice(0, from)}⟦${text.slice(from, to)}⟧${text.slice(to)}`;
}

function toggled(mark: Mark, at: Field): Field {
  const change = toggle(mark, at);
  return { text: changed(at.text, change), from: change.start, to: change.end };
}

const after = (mark: Mark, text: string) => drawn(toggled(mark, field(text)));

describe('bold and italic', () => {
  it.each([
    ['strong', 'She ⟦never⟧ signed it.', 'She **⟦never⟧** signed it.'],
    ['strong', 'She **⟦never⟧** signed it.', 'She ⟦never⟧ signed it.'],
    ['strong', 'She ⟦**never**⟧ signed it.', 'She ⟦never⟧ signed it.'],
    ['em', 'She **⟦never⟧** signed it.', 'She ***⟦never⟧*** signed it.'],
    ['strong', 'She ***⟦never⟧*** signed it.', 'She *⟦never⟧* signed it.'],
    ['em', 'She⟦ never ⟧signed it.', 'She *⟦never⟧* signed it.'],
    ['strong', 'She ne|ver signed it.', 'She **ne|ver** signed it.'],
    ['strong', 'She | signed it.', 'She **|** signed it.'],
    ['strong', 'She **|** signed it.', 'She | signed it.'],
    ['strong', 'She **did ne|ver sign** it.', 'She did ne|ver sign it.'],
    ['strong', 'She **did ⟦never⟧ sign** it.', 'She did ⟦never⟧ sign it.'],
    ['strong', 'She **never|** signed it.', 'She **never**| signed it.'],
    ['em', 'قالت ⟦الشاهدة⟧ ذلك', 'قالت *⟦الشاهدة⟧* ذلك'],
    ['strong', '2 * ⟦3⟧ * 4', '2 * **⟦3⟧** * 4'],
    ['strong', '- ⟦one\n\n- two⟧ more', '- **⟦one**\n\n- **two⟧** more'],
    ['strong', '- **⟦one**\n\n- **two⟧** more', '- ⟦one\n\n- two⟧ more'],
  ] as const)('%s: %s', (mark, before, expected) => {
    expect(after(mark, before)).toBe(expected);
  });
});

describe('lines', () => {
  it.each([
    ['bullets', 'A ⟦list\nof two⟧', '- A ⟦list\n- of two⟧'],
    ['bullets', '- A ⟦list\n- of two⟧', 'A ⟦list\nof two⟧'],
    ['numbers', '- A ⟦list\n- of two⟧', '1. A ⟦list\n2. of two⟧'],
    ['numbers', '4. before\nnext|', '4. before\n5. next|'],
    ['heading', 'What | happened', '## What | happened'],
    ['heading', '#### What | happened', 'What | happened'],
    ['quotation', '⟦One.\n\nTwo.⟧', '> ⟦One.\n>\n> Two.⟧'],
    ['quotation', '> ⟦One.\n>\n> Two.⟧', '⟦One.\n\nTwo.⟧'],
    ['bullets', '> in a quot|ation', '> - in a quot|ation'],
    ['bullets', '|', '- |'],
    ['bullets', 'first|\nnext paragraph', '- first|\n\nnext paragraph'],
    ['heading', '⟦a line\n⟧next', '## ⟦a line⟧\nnext'],
  ] as const)('%s: %s', (mark, before, expected) => {
    expect(after(mark, before)).toBe(expected);
  });
});

describe('a link', () => {
  it('has its address to be typed, and is taken off with it', () => {
    expect(after('link', 'See ⟦the page⟧ itself.')).toBe('See [the page](⟦https://⟧) itself.');
    expect(after('link', 'See [the page](⟦https://⟧) itself.')).toBe('See ⟦the page⟧ itself.');
    expect(after('link', 'See |')).toBe('See [|](https://)');
  });
});

const word = fc.stringMatching(/^(?:[a-z]{1,6}|[а-я]{1,6}|[ء-ي]{1,6})$/u);
const line = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
const lines = fc.array(line, { minLength: 1, maxLength: 4 }).map((all) => all.join('\n'));
const marks = ['strong', 'em', 'heading', 'bullets', 'numbers', 'quotation', 'link'] as const;

/** Whole paragraphs between empty lines, with some of it selected. */
const selected = fc.tuple(lines, fc.nat(), fc.nat()).map(([text, one, other]): Field => {
  const [from = 0, to = 0] = [one % (text.length + 1), other % (text.length + 1)].sort(
    (a, b) => a - b,
  );
  return { text, from, to };
});
const wordsOf = (text: string) => text.match(/[\p{L}\p{M}]+/gu) ?? [];

it('a mark put on is on, and taken off leaves the text as it was, with the same words selected', () => {
  fc.assert(
    fc.property(selected, fc.constantFrom(...marks), (before, mark) => {
      fc.pre(before.from < before.to && before.text.slice(before.from, before.to).trim() !== '');
      const once = toggled(mark, before);
      expect(isOn(mark, before)).toBe(false);
      expect(isOn(mark, once)).toBe(true);
      if (mark !== 'link')
        expect(wordsOf(once.text.slice(once.from, once.to))).toEqual(
          wordsOf(before.text.slice(before.from, before.to)),
        );
      // Behind a list or a quotation an empty line is needed, which may stay.
      const twice = toggled(mark, once);
      expect(twice.text.replaceAll('\n\n', '\n')).toBe(before.text);
    }),
  );
});

it('any text with anything selected is taken, and no word of it is lost', () => {
  const letters = String.raw`ab *_#>-1.[]()\é🙂ا`.match(/[^]/gu) ?? [];
  const wild = fc.string({ unit: fc.constantFrom('\n', ...letters), maxLength: 40 });
  fc.assert(
    fc.property(wild, fc.nat(), fc.nat(), fc.constantFrom(...marks), (text, one, other, mark) => {
      // A caret stands between letters, never within one.
      const places = [...text.matchAll(/$|[^]/gu)].map(({ index }) => index);
      const [from = 0, to = 0] = [one, other]
        .map((at) => places[at % places.length] ?? 0)
        .sort((a, b) => a - b);
      const { from: start, to: end, text: put } = toggled(mark, { text, from, to });
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeGreaterThanOrEqual(start);
      expect(put.length).toBeGreaterThanOrEqual(end);
      if (mark !== 'link')
        expect(put.match(/[abéا🙂]/gu) ?? []).toEqual(text.match(/[abéا🙂]/gu) ?? []);
    }),
  );
});

it('what is marked is read so by the Markdown of the dossier', () => {
  const kinds: Readonly<Record<Mark, string>> = {
    strong: 'strong',
    em: 'em',
    heading: 'heading',
    bullets: 'list',
    numbers: 'list',
    quotation: 'blockquote',
    link: 'link',
  };
  fc.assert(
    fc.property(line, line, fc.constantFrom(...marks), (first, next, mark) => {
      const at = { text: `${first}\n${next}`, from: 0, to: first.length };
      const read: string[] = [];
      void marked.walkTokens(marked.lexer(toggled(mark, at).text), (token) => {
        if (token.type === kinds[mark]) read.push(token.raw);
      });
      expect(read).toHaveLength(1);
      expect(read[0]).toContain(first);
      // The line behind it was not drawn in.
      expect(read[0]).not.toContain(`\n${next}`);
    }),
  );
});
