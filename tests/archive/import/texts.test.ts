import { describe, expect, test } from 'vitest';
import { readMarkdown } from '../../../archive/import/formats/markdown.ts';
import { readText } from '../../../archive/import/formats/text.ts';
import { TextDocument } from '../../../archive/model/index.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

function markdown(text: string) {
  const draft = readMarkdown(bytes(text), { name: 'notes.md' }, 'text/markdown');
  const document = TextDocument.parse(draft.text);
  const cut = (part: { start: number; end: number }) => document.text.slice(part.start, part.end);
  return {
    draft,
    blocks: document.blocks.map((block) => [block.kind, cut(block)]),
    spans: document.spans.map((span) => [span.kind, cut(span), span.href]),
  };
}

describe('Markdown', () => {
  test('becomes blocks and spans', () => {
    const { blocks, spans, draft } = markdown(
      '# Ferry\n\nIt *stopped* and **stayed**, says [Asel](https://a.example/x).\n\n- one\n- two\n  - three\n\n> Nobody\n> knows.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```js\nlet x;\n\nlet y;\n```\n',
    );
    expect(blocks).toEqual([
      ['heading', 'Ferry'],
      ['paragraph', 'It stopped and stayed, says Asel.'],
      ['list-item', 'one'],
      ['list-item', 'two'],
      ['list-item', 'three'],
      ['block-quote', 'Nobody knows.'],
      ['table-row', 'a\tb'],
      ['table-row', '1\t2'],
      ['preformatted', 'let x;'],
      ['preformatted', 'let y;'],
    ]);
    expect(spans).toEqual([
      ['emphasis', 'stopped', undefined],
      ['strong', 'stayed', undefined],
      ['link', 'Asel', 'https://a.example/x'],
    ]);
    expect(draft.title).toBe('Ferry');
  });

  test('raw HTML stays text, and links that run something lead nowhere', () => {
    const { blocks, spans } = markdown(
      'A <b onclick="x()">word</b> and [this](javascript:alert(1)).\n\n<script>alert(1)</script>\n',
    );
    expect(blocks).toEqual([
      ['paragraph', 'A <b onclick="x()">word</b> and this.'],
      ['preformatted', '<script>alert(1)</script>'],
    ]);
    expect(spans).toEqual([]);
  });

  test('front matter is read, not shown', () => {
    const { blocks, draft } = markdown(
      '---\ntitle: "Call notes"\nauthor: Asel Vorn\ndate: 2026-03-10\nurl: https://a.example/n\n---\nShe called twice.\n',
    );
    expect(blocks).toEqual([['paragraph', 'She called twice.']]);
    expect(draft).toMatchObject({
      title: 'Call notes',
      metadata: { authors: ['Asel Vorn'], published: '2026-03-10', address: 'https://a.example/n' },
    });
  });

  test('a line between two rules is text where it is no front matter', () => {
    expect(markdown('---\nWhat she said.\n---\n').draft.text?.text).toContain('What she said.');
  });
});

describe('plain text', () => {
  test('paragraphs are parted by blank lines, lines are kept, line ends become one sort', () => {
    const draft = readText(
      bytes('First line\r\nsecond line\r\n\r\n\r\nNext\rlast\n'),
      { name: 'a.txt' },
      'text/plain',
    );
    expect(draft.text?.text).toBe('First line\nsecond line\n\nNext\nlast');
    expect(draft.text?.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph']);
  });

  test('nothing of it is taken for markup', () => {
    const text = '<p>Not a *page*</p> &amp; [not](https://a.example) a link';
    const draft = readText(bytes(text), { name: 'a.txt' }, 'text/plain');
    expect(draft.text?.text).toBe(text);
    expect(draft.text?.spans).toEqual([]);
  });

  test('blanks alone are no text', () => {
    const draft = readText(bytes(' \n\t\n'), { name: 'blank.txt' }, 'text/plain');
    expect(draft).toMatchObject({ kind: 'text', text: null, title: 'blank', notes: ['no-text'] });
  });
});
