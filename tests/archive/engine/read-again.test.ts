import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Archive } from '../../../archive/index.ts';
import { type SourceId } from '../../../archive/model/index.ts';
import { makeShelf, must, type Shelf } from '../../helpers/archives.ts';
import { wordsOf } from '../../helpers/fill.ts';
import { capture } from '../../helpers/capture.ts';

const TEXT = 'Asel Vorn, 10.03: всё было тихо.';

let shelf: Shelf;
let archive: Archive;

async function taken(text = TEXT): Promise<SourceId> {
  const bytes = Uint8Array.from(text, (letter) => {
    const code = letter.charCodeAt(0);
    if (letter === 'ё') return 0xb8;
    return code < 128 ? code : code - 0x410 + 0xc0;
  });
  must(await archive.importFile({ name: 'note.txt', bytes }, capture));
  // Whatever was guessed from so few letters: it is read wrongly here on purpose.
  const [source] = must(await archive.records()).sources;
  if (!source) throw new Error('nothing was taken');
  must(await archive.readAgain(source.id, { encoding: 'koi8-r' }));
  return source.id;
}

const quote = async (source: SourceId, exact: string) =>
  must(await archive.addQuote(wordsOf(source, exact)));

describe('a text that was read in the wrong encoding', () => {
  beforeEach(async () => {
    shelf = await makeShelf();
    archive = await shelf.create();
  });
  afterEach(async () => {
    await archive.close();
    await shelf.clear();
  });

  test('is derived again; the original stays, quotes keep their words and name the new text', async () => {
    const id = await taken();
    const before = must(await archive.original(id));
    const kept = await quote(id, 'Asel Vorn');
    const { source, quotes } = must(await archive.readAgain(id, { encoding: 'cp1251' }));
    expect(must(await archive.text(id))?.text).toBe(TEXT);
    expect(source.text?.encoding).toEqual({ label: 'windows-1251', guessed: false });
    expect(quotes).toEqual({ exact: 1, moved: 0, changed: 0, lost: 0 });
    expect(must(await archive.original(id))).toEqual(before);
    const [now] = must(await archive.quotes(id));
    expect(now?.anchor).toMatchObject({
      exact: 'Asel Vorn',
      start: 0,
      textSha256: source.text?.sha256,
    });
    expect(now?.anchor).not.toEqual(kept.anchor);
    const [line] = must(await archive.log(0, 1)).entries;
    expect(line).toMatchObject({
      action: 'source.read-again',
      subjects: [id, kept.id],
      facts: { encoding: 'windows-1251', textAfter: source.text?.sha256 },
    });
    expect(must(await archive.verify(true)).intact).toBe(true);
  });

  test('leaves a quote without a place when its words are no longer there, and finds it when they are', async () => {
    const id = await taken();
    const wrong = must(await archive.text(id))?.text.slice(18, 30) ?? '';
    const kept = await quote(id, wrong);
    const before = must(await archive.records()).sources[0];
    const { quotes } = must(await archive.readAgain(id, { encoding: 'windows-1251' }));
    expect(quotes).toEqual({ exact: 0, moved: 0, changed: 0, lost: 1 });
    expect(must(await archive.quotes(id))).toEqual([kept]);
    const back = must(await archive.restoreText(id, before?.text?.sha256 ?? ''));
    expect(back.quotes).toMatchObject({ exact: 1, lost: 0 });
    expect(back.source.text).toEqual(before?.text);
    expect(must(await archive.quotes(id))[0]?.anchor).toEqual(kept.anchor);
  });

  test('keeps every text that it had, once', async () => {
    const id = await taken();
    const [koi] = must(await archive.records()).sources;
    must(await archive.readAgain(id, { encoding: 'windows-1251' }));
    must(await archive.readAgain(id, { encoding: 'koi8-r' }));
    const { source } = must(await archive.readAgain(id, { encoding: 'windows-1251' }));
    const labels = source.formerTexts?.map(({ encoding }) => encoding?.label);
    expect(labels).toHaveLength(new Set(source.formerTexts?.map(({ sha256 }) => sha256)).size);
    expect(source.formerTexts?.map(({ sha256 }) => sha256)).toContain(koi?.text?.sha256);
    expect(source.formerTexts?.map(({ sha256 }) => sha256)).not.toContain(source.text?.sha256);
  });

  test('has its encoding found out again', async () => {
    const id = await taken();
    const { source } = must(await archive.readAgain(id, { encoding: null }));
    expect(source.text?.encoding?.guessed).toBe(true);
  });

  test('comes back with undo', async () => {
    const id = await taken();
    const wrong = must(await archive.text(id))?.text;
    must(await archive.readAgain(id, { encoding: 'windows-1251' }));
    must(await archive.undo());
    expect(must(await archive.text(id))?.text).toBe(wrong);
  });

  test.each(['no-such-encoding', 'replacement'])('%s is no encoding', async (encoding) => {
    const id = await taken();
    expect(await archive.readAgain(id, { encoding })).toMatchObject({
      error: { code: 'encoding-unknown' },
    });
  });
});
