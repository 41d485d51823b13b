import { afterAll, describe, expect, test } from 'vitest';
import { createReader, readOriginal, type SourceDraft } from '../../../archive/import/index.ts';
import { limits, Metadata, TextDocument } from '../../../archive/model/index.ts';
import { makePng } from './made-images.ts';

const reader = createReader();
afterAll(() => reader.close());

const bytesOf = (text: string) => new TextEncoder().encode(text);

async function drafted(content: string | Uint8Array, name: string): Promise<SourceDraft> {
  const bytes = typeof content === 'string' ? bytesOf(content) : content;
  const result = await reader.read(bytes, { name });
  if (!result.ok) throw new Error(result.error.code);
  Metadata.parse(result.value.metadata);
  if (result.value.text) TextDocument.parse(result.value.text);
  return result.value;
}

const noise = Uint8Array.from({ length: 5_000 }, (_, index) => (index * 7919) % 256);
/** Takes the parser longer than any test waits. */
const endless = bytesOf('<div>'.repeat(200_000));

describe('what is taken', () => {
  test('one worker reads a batch of every format', async () => {
    const page = `<!doctype html><html><head><title>Ferry stops</title></head><body><article>
      <p>The ferry of Ostrel <em>stopped</em> on Monday, after the harbour office had closed its gate.</p></article></body></html>`;
    const drafts = [
      await drafted(page, 'a.html'),
      await drafted('# Ferry\n\nIt stopped.', 'b.md'),
      await drafted('It stopped.', 'c.txt'),
      await drafted(makePng(3, 2), 'd.png'),
      await drafted(noise, 'e.bin'),
    ];
    expect(drafts.map(({ kind, title }) => [kind, title])).toEqual([
      ['page', 'Ferry stops'],
      ['text', 'Ferry'],
      ['text', 'It stopped.'],
      ['image', 'd'],
      ['file', 'e'],
    ]);
  });

  test('the bytes given are neither changed nor taken away', async () => {
    const bytes = bytesOf('Words that stay.');
    await reader.read(bytes, { name: 'a.txt' });
    expect(new TextDecoder().decode(bytes)).toBe('Words that stay.');
  });

  test('files given at once come back each to its own caller', async () => {
    const names = Array.from({ length: 20 }, (_, index) => `note ${index}`);
    const drafts = await Promise.all(
      names.map((name) => drafted(`This is ${name}.`, `${name}.txt`)),
    );
    expect(drafts.map(({ text }) => text?.text)).toEqual(names.map((name) => `This is ${name}.`));
  });
});

describe('what cannot be read is kept, with a plain note', () => {
  test.each([
    ['a binary file named .html', noise, 'page.html', 'binary-named-html'],
    ['a binary file named .txt', noise, 'notes.txt', 'binary-named-text'],
    ['a binary file named .jpg', noise, 'photo.jpg', 'not-an-image'],
    ['an unknown format', noise, 'thing', 'format-unknown'],
    ['a PDF that is cut off', bytesOf('%PDF-1.7\n…'), 'a.pdf', 'document-damaged'],
    ['a format that is not read', bytesOf('7z\xbc\xaf\x27\x1c'), 'a.7z', 'format-unknown'],
    ['zeros', new Uint8Array(100_000), 'a.html', 'binary-named-html'],
  ])('%s', async (_, bytes, name, note) => {
    expect(await drafted(bytes, name)).toMatchObject({ kind: 'file', text: null, notes: [note] });
  });

  test('a text larger than what is parsed', async () => {
    const large = new Uint8Array(limits.parsedBytes + 1).fill(0x61);
    expect(await drafted(large, 'a.txt')).toMatchObject({
      kind: 'file',
      notes: ['too-large-to-read'],
    });
  });

  test('a page that takes too long; the next file is read as if nothing had been', async () => {
    const hasty = createReader({ milliseconds: 1_500, heapMegabytes: 512 });
    const draft = await hasty.read(endless, { name: 'endless.html' });
    expect(draft).toMatchObject({
      ok: true,
      value: { kind: 'file', mediaType: 'text/html', notes: ['reading-timed-out'] },
    });
    const next = await hasty.read(makePng(3, 2), { name: 'next.png' });
    expect(next).toMatchObject({ ok: true, value: { kind: 'image' } });
    await hasty.close();
  });

  test('a page that takes too much memory', async () => {
    const small = createReader({ milliseconds: 50_000, heapMegabytes: 20 });
    const draft = await small.read(bytesOf('<p><a href=x>y</a>'.repeat(300_000)), {
      name: 'a.html',
    });
    expect(draft).toMatchObject({
      ok: true,
      value: { kind: 'file', notes: ['reading-out-of-memory'] },
    });
    await small.close();
  });

  test.each([
    ['quotes in quotes', `${'> '.repeat(20_000)}words`],
    ['brackets without end', '['.repeat(20_000)],
    ['marks without end', '*a '.repeat(5_000)],
  ])('Markdown made of %s is still a text', async (_, text) => {
    expect((await drafted(text, 'a.md')).kind).toBe('text');
  });

  test.each([
    [
      'elements in elements',
      `<article>${'<div>'.repeat(1_500)}deep words${'</div>'.repeat(1_500)}</article>`,
    ],
    ['tags never closed', `<html>${'<p><b>words '.repeat(300)}`],
    ['a tag never ended', `<html><p>deep words</p><p title="${'x'.repeat(100_000)}`],
    [
      'attributes by the thousand',
      `<p ${Array.from({ length: 3_000 }, (_, index) => `a${index}`).join(' ')}>words`,
    ],
    [
      'JSON-LD in JSON-LD',
      `<script type="application/ld+json">${'['.repeat(50_000)}</script><p>words`,
    ],
  ])('a page made of %s keeps its words', async (_, markup) => {
    expect((await drafted(markup, 'a.html')).text?.text).toContain('words');
  });
});

describe('what fails', () => {
  test('no bytes are no source', async () => {
    expect(await readOriginal(new Uint8Array(), { name: 'a.txt' })).toEqual({
      ok: false,
      error: { code: 'empty' },
    });
  });

  test('a closed reader reads nothing, and closing ends what is being read', async () => {
    const closing = createReader();
    const reading = closing.read(endless, { name: 'endless.html' });
    await closing.read(new Uint8Array(), { name: '' });
    await new Promise((resolve) => setTimeout(resolve, 500));
    await closing.close();
    expect(await reading).toEqual({ ok: false, error: { code: 'closed' } });
    const late = await closing.read(bytesOf('words'), { name: 'a.txt' });
    expect(late).toEqual({ ok: false, error: { code: 'closed' } });
  });
});
