import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeShelf, must, type Shelf } from '../../helpers/archives.ts';
import { line, makePdf } from '../import/made-pdfs.ts';
import { capture } from '../../helpers/capture.ts';

let shelf: Shelf;
beforeEach(async () => {
  shelf = await makeShelf();
});
afterEach(() => shelf.clear());

describe('a paged original', () => {
  test('keeps where its words stand, sealed like all else, also after it was closed', async () => {
    const archive = await shelf.create();
    const bytes = makePdf({ pages: [line('Words on the first page', 72, 700), ''] });
    const outcome = must(await archive.importFile({ name: 'a.pdf', bytes }, capture));
    expect(outcome.result).toMatchObject({ state: 'taken', notes: ['pages-without-text'] });
    const [source] = must(await archive.records()).sources;
    if (!source) throw new Error('nothing was taken');
    expect(source.pages).toEqual({ count: 2, withoutText: 1 });
    const layout = must(await archive.layout(source.id));
    expect(layout?.pages[0]?.runs).toMatchObject([{ start: 0, end: 23, x: 72 }]);
    const report = must(await archive.verify(true));
    expect(report.findings).toEqual([]);
    await archive.close();
    const again = await shelf.open();
    expect(must(await again.layout(source.id))).toEqual(layout);
    expect(Buffer.from(must(await again.original(source.id))).equals(bytes)).toBe(true);
    await again.close();
  });

  test('a source without pages has no layout, and none is missed', async () => {
    const archive = await shelf.create();
    must(await archive.importFile({ name: 'a.txt', bytes: Buffer.from('Words.') }, capture));
    const [source] = must(await archive.records()).sources;
    expect(source && must(await archive.layout(source.id))).toBeNull();
    expect(source && Object.hasOwn(source, 'pages')).toBe(false);
    await archive.close();
  });
});
