import { afterAll, describe, expect, test } from 'vitest';
import { createReader, type SourceDraft } from '../../../archive/import/index.ts';
import { TextDocument } from '../../../archive/model/index.ts';

const reader = createReader();
afterAll(() => reader.close());

const bytesOf = (text: string) => new TextEncoder().encode(text);

async function drafted(content: string | Uint8Array, name: string): Promise<SourceDraft> {
  const bytes = typeof content === 'string' ? bytesOf(content) : content;
  const result = await reader.read(bytes, { name });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

describe('what is read', () => {
  test('a page becomes its article, with blocks and spans at exact offsets', async () => {
    const page = `<!doctype html><html lang="en"><head><title>Ferry stops | The Lake Post</title></head><body>
      <nav><a href="/">Home</a><a href="/news">News</a></nav>
      <article><h1>Ferry stops</h1>
      <p>The ferry of Ostrel <em>stopped</em> on Monday, after the harbour office had closed its gate without a word.</p>
      <p>Nobody knows why, says <a href="https://post.example/asel">Asel Vorn</a>, who sold tickets there for twenty years.</p>
      <script>document.write('never')</script></article>
      <footer>All rights reserved</footer></body></html>`;
    const { text, title, kind } = await drafted(page, 'ferry.html');
    expect(kind).toBe('page');
    expect(title).toBe('Ferry stops');
    const document = TextDocument.parse(text);
    expect(document.text).not.toMatch(/Home|never|All rights/);
    const cut = (part: { start: number; end: number }) => document.text.slice(part.start, part.end);
    expect(document.blocks.map(cut).join('\n\n')).toBe(document.text);
    expect(document.spans.map((span) => [span.kind, cut(span), span.href])).toEqual([
      ['emphasis', 'stopped', undefined],
      ['link', 'Asel Vorn', 'https://post.example/asel'],
    ]);
  });

  test('a binary file named .html is kept untouched, with a note', async () => {
    const bytes = Uint8Array.from({ length: 5_000 }, (_, index) => (index * 7919) % 256);
    const draft = await drafted(bytes, 'page.html');
    expect(draft).toMatchObject({ kind: 'file', text: null, notes: ['binary-named-html'] });
  });
});

describe('what fails', () => {
  test('no bytes are no source', async () => {
    const result = await reader.read(new Uint8Array(), { name: 'a.txt' });
    expect(result).toEqual({ ok: false, error: { code: 'empty' } });
  });
});
