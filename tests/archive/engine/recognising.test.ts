/** Reading by machine in an archive: text, quotes and search of a picture; queue, stop, restart and the log. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Archive } from '../../../archive/index.ts';
import { measure } from '../../../archive/import/image/measures.ts';
import { quietJob } from '../../../archive/lib/job.ts';
import { type OcrLanguages, type SourceId } from '../../../archive/model/index.ts';
import { makeShelf, must, type Shelf } from '../../helpers/archives.ts';
import { sourceIn, takeIn, wordsOf } from '../../helpers/fill.ts';
import { pictureOf, scanOf } from '../import/pictures-of-text.ts';

const english: OcrLanguages = ['en'];
const lines = [
  'The lamp in the harbour office burned until nine.',
  'Nobody had seen the second boat leave.',
];

let shelf: Shelf;
let archive: Archive;

beforeEach(async () => {
  shelf = await makeShelf();
  archive = await shelf.create();
});
afterEach(async () => {
  await archive.close();
  await shelf.clear();
});

const take = (name: string, bytes: Uint8Array) => takeIn(archive, name, bytes);

const sourceOf = (id: SourceId) => sourceIn(archive, id);

const quote = (source: SourceId, exact: string) => archive.addQuote(wordsOf(source, exact));

const lastLine = async () => must(await archive.log(0, 1)).entries[0];

/** A page of words, then one that is a picture of words, then one of words. */
function mixedPdf(): Uint8Array {
  const compiler = NodeCompiler.create({ workspace: '/nowhere' });
  compiler.mapShadow('/nowhere/page.png', Buffer.from(pictureOf(lines)));
  const compiled = compiler.compile({
    mainFileContent:
      '#set text(size: 12pt)\nThe first page is typed.\n#pagebreak()\n#image("page.png", width: 100%)\n#pagebreak()\nThe third page is typed.',
  });
  if (!compiled.result) throw new Error('it is no Typst');
  return new Uint8Array(compiler.pdf(compiled.result));
}

describe('a picture that was read by machine', () => {
  it('has a text that is searched and quoted, and says how sure it is', async () => {
    const id = await take('door.png', pictureOf(lines));
    const report = must(await archive.recognise([id], english));
    expect(report).toEqual({ outcomes: [{ source: id, code: null }], stopped: false });

    const source = await sourceOf(id);
    expect(source).toMatchObject({
      kind: 'image',
      text: { recognised: { languages: ['en'] }, method: { name: 'kuferak-ocr-tesseract' } },
    });
    expect(source.recognition).toBeUndefined();
    expect(source.text?.recognised?.confidence).toBeGreaterThan(70);
    expect(must(await archive.layout(id))?.pages[0]?.runs.length).toBe(16);

    const found = must(
      await archive.search({ query: 'harbour lamp', limit: 5, kinds: [], tags: [] }),
    );
    expect(found.map((result) => result.sourceId)).toEqual([id]);
    expect(must(await quote(id, 'the second boat')).anchor).toMatchObject({
      textSha256: source.text?.sha256,
    });
    const { entries } = must(await archive.log(0, 10));
    expect(entries.map(({ action }) => action)).toContain('source.ocr');
    expect(must(await archive.verify(true)).intact).toBe(true);
  });

  it('keeps its quotes when it is read again', async () => {
    const id = await take('door.png', pictureOf(lines));
    must(await archive.recognise([id], english));
    const before = must(await quote(id, 'burned until nine'));
    must(await archive.recognise([id], ['pl', 'en']));
    const [after] = must(await archive.quotes(id));
    expect(after?.anchor).toMatchObject({ exact: 'burned until nine' });
    expect(after?.id).toBe(before.id);
    expect((await sourceOf(id)).text?.recognised?.languages).toEqual(['pl', 'en']);
  });

  it('keeps the old text when the new one would lose a quote', async () => {
    const id = await take('door.png', pictureOf(lines));
    must(await archive.recognise([id], english));
    must(await quote(id, 'Nobody had seen'));
    const { text } = await sourceOf(id);
    const report = must(await archive.recognise([id], ['ar']));
    expect(report.outcomes).toEqual([{ source: id, code: 'quotes-would-move' }]);
    expect((await sourceOf(id)).text).toEqual(text);
  });

  it('keeps its text when a change of before is taken back', async () => {
    const id = await take('door.png', pictureOf(lines));
    must(await archive.editSource(id, { note: 'From the harbour.' }));
    must(await archive.recognise([id], english));
    must(await archive.undo());
    expect(await sourceOf(id)).toMatchObject({ note: '', text: { recognised: {} } });
  });
});

describe('a scan of several pages', () => {
  it('is looked at and quoted by its pages', async () => {
    const id = await take('file.tif', scanOf(lines.map((line) => [line])));
    expect((await sourceOf(id)).pages).toEqual({ count: 2, withoutText: 2 });
    must(await archive.recognise([id], english));
    expect((await sourceOf(id)).text?.recognised?.pages).toEqual([1, 2]);
    const { anchor } = must(await quote(id, 'the second boat'));
    const document = must(await archive.text(id));
    const start = anchor.kind === 'text' ? anchor.start : -1;
    expect(document?.blocks.findLast((block) => block.start <= start)?.page).toBe(2);
    expect(must(await archive.layout(id))?.pages).toHaveLength(2);

    const page = must(await archive.picture(id, 'full', 2));
    expect(page.mediaType).toBe('image/jpeg');
    expect(measure(page.bytes, page.mediaType)).toMatchObject({ width: 760, height: 124 });
    expect(await archive.picture(id, 'full', 3)).toMatchObject({
      error: { code: 'not-a-picture' },
    });
  });
});

describe('a PDF with a page that is a picture', () => {
  it('is read in the order of its pages, and its quotes stay', async () => {
    const id = await take('three.pdf', mixedPdf());
    expect((await sourceOf(id)).pages).toEqual({ count: 3, withoutText: 1 });
    must(await quote(id, 'third page'));
    must(await archive.recognise([id], english));
    const document = must(await archive.text(id));
    expect([...new Set(document?.blocks.map(({ page }) => page))]).toEqual([1, 2, 3]);
    expect(document?.text).toMatch(
      /^The first page is typed\.\n\nThe lamp in the harbour.*\n\nThe third page is typed\.$/s,
    );
    const [moved] = must(await archive.quotes(id));
    if (moved?.anchor.kind !== 'text') throw new Error('it is of the text');
    expect(document?.text.slice(moved.anchor.start, moved.anchor.end)).toBe('third page');
    expect((await sourceOf(id)).text?.recognised?.pages).toEqual([2]);
    const layout = must(await archive.layout(id));
    expect(layout?.pages.map(({ runs }) => runs.length > 0)).toEqual([true, true, true]);
    for (const { runs } of layout?.pages ?? [])
      for (const { start, end } of runs)
        expect(document?.text.slice(start, end).trim()).toBe(document?.text.slice(start, end));
  });
});

describe('what is waiting', () => {
  it('is told in the records, and goes on after a restart', async () => {
    const first = await take('a.png', pictureOf(lines));
    const second = await take('b.png', pictureOf(['Another page.']));
    const ids = [first, second];
    const begun = new Promise<void>((begin) => {
      const job = { signal: new AbortController().signal, progress: () => begin() };
      void archive.recognise(ids, english, job);
    });
    await begun;
    await archive.close();
    archive = await shelf.open();
    for (const id of ids) {
      expect((await sourceOf(id)).recognition).toEqual({ state: 'waiting', languages: ['en'] });
      expect((await sourceOf(id)).text).toBeNull();
    }
    const report = must(await archive.recognise([], null));
    expect(report.outcomes.map(({ code }) => code)).toEqual([null, null]);
    expect((await sourceOf(second)).text?.words).toBe(2);
  });

  it('stays when the job is stopped, is put aside by a pause, and forgotten by a cancel', async () => {
    const id = await take('a.png', pictureOf(lines));
    const control = new AbortController();
    const job = {
      signal: control.signal,
      progress: () => {
        control.abort();
      },
    };
    expect(must(await archive.recognise([id], english, job))).toEqual({
      outcomes: [],
      stopped: true,
    });
    expect((await sourceOf(id)).recognition?.state).toBe('waiting');

    must(await archive.pauseRecognition());
    expect((await sourceOf(id)).recognition?.state).toBe('paused');
    expect((await lastLine())?.action).toBe('ocr.pause');
    must(await archive.cancelRecognition());
    const after = await sourceOf(id);
    expect(after.recognition).toBeUndefined();
    expect(after.text).toBeNull();
    expect(must(await archive.recognise([], null)).outcomes).toEqual([]);
  });

  it('ends at once when it is cancelled in the middle, with nothing half', async () => {
    const id = await take('a.png', pictureOf(lines));
    const cancelled: Promise<unknown>[] = [];
    const job = {
      signal: new AbortController().signal,
      progress: () => {
        cancelled.push(archive.cancelRecognition());
      },
    };
    expect(must(await archive.recognise([id], english, job)).outcomes).toEqual([]);
    await Promise.all(cancelled);
    expect(await sourceOf(id)).toMatchObject({ text: null });
    expect((await sourceOf(id)).recognition).toBeUndefined();
  });

  it('is not tried for ever: why it failed is kept', async () => {
    const id = await take('blank.png', pictureOf([]));
    expect(must(await archive.recognise([id], english)).outcomes).toEqual([
      { source: id, code: 'ocr-nothing' },
    ]);
    expect((await sourceOf(id)).recognition).toEqual({
      state: 'failed',
      languages: ['en'],
      code: 'ocr-nothing',
    });
    expect(must(await archive.recognise([], null)).outcomes).toEqual([]);
  });

  it('is refused for what is no picture, before anything is marked', async () => {
    const picture = await take('a.png', pictureOf(lines));
    const text = await take('a.txt', Buffer.from('Only words.'));
    expect(await archive.recognise([picture, text], english, quietJob)).toMatchObject({
      error: { code: 'not-a-picture' },
    });
    expect((await sourceOf(picture)).recognition).toBeUndefined();
  });
});
