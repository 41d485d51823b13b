import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Archive } from '../../../archive/index.ts';
import { type SourceId } from '../../../archive/model/index.ts';
import { makeShelf, must, type Shelf } from '../../helpers/archives.ts';
import { wordsOf } from '../../helpers/fill.ts';
import { capture } from '../../helpers/capture.ts';

const TEXT =
  'The ferry at Norholm\n\nAda Vell shut the qate at noon, she said.\n\nNobody came back for the keys.';
const CORRECTED = TEXT.replace('qate', 'gate');

let shelf: Shelf;
let archive: Archive;
let id: SourceId;

const source = async () => {
  const [first] = must(await archive.records()).sources;
  if (!first) throw new Error('there is a source');
  return first;
};
const sha = async () => (await source()).text?.sha256 ?? '';
const correct = async (text: string, of?: string) =>
  archive.correctText(id, {
    text,
    of: of ?? (await sha()),
    by: 'Ida Rusk',
    reason: 'misread letters',
  });
const quote = async (exact: string, check: 'checked' | 'unchecked' = 'checked') =>
  must(await archive.addQuote(wordsOf(id, exact, { check })));

beforeEach(async () => {
  shelf = await makeShelf();
  archive = await shelf.create();
  const bytes = new TextEncoder().encode(TEXT);
  must(await archive.importFile({ name: 'note.txt', bytes }, capture));
  ({ id } = await source());
});
afterEach(async () => {
  await archive.close();
  await shelf.clear();
});

describe('a text corrected by hand', () => {
  test('is a derivation of its own: original and former text stay, log and text say who and why', async () => {
    const before = await source();
    const bytes = must(await archive.original(id));
    must(await correct(CORRECTED));
    const after = await source();
    expect(must(await archive.text(id))?.text).toBe(CORRECTED);
    expect(after.text).toMatchObject({
      method: { name: 'kuferak-hand' },
      correction: { by: 'Ida Rusk', reason: 'misread letters', of: before.text?.sha256 },
    });
    expect(after.formerTexts).toEqual([before.text]);
    expect(after.original).toEqual(before.original);
    expect(must(await archive.original(id))).toEqual(bytes);
    const [line] = must(await archive.log(0, 1)).entries;
    expect(line).toMatchObject({
      action: 'source.correct',
      facts: {
        by: 'Ida Rusk',
        reason: 'misread letters',
        textBefore: before.text?.sha256,
        textAfter: after.text?.sha256,
      },
    });
    expect(line?.before).not.toBe(line?.after);
    expect(must(await archive.verify(true)).intact).toBe(true);
  });

  test('can be gone back from, also after another opening', async () => {
    const before = await source();
    must(await correct(CORRECTED));
    await archive.close();
    archive = await shelf.open();
    must(await archive.restoreText(id, before.text?.sha256 ?? ''));
    expect(must(await archive.text(id))?.text).toBe(TEXT);
    expect((await source()).formerTexts).toHaveLength(1);
  });

  test('takes its quotes along: untouched ones as they were, changed ones told and no longer checked', async () => {
    const still = await quote('Nobody came back for the keys.');
    const touched = await quote('Ada Vell shut the qate at noon, she said.');
    const { quotes } = must(await correct(`A heading\n\n${CORRECTED}`));
    expect(quotes).toEqual({ exact: 1, moved: 0, changed: 1, lost: 0 });
    const now = new Map(must(await archive.quotes(id)).map((each) => [each.id, each]));
    expect(now.get(still.id)).toMatchObject({
      check: 'checked',
      anchor: { exact: 'Nobody came back for the keys.' },
    });
    expect(now.get(still.id)?.formerly).toBeUndefined();
    expect(now.get(touched.id)).toMatchObject({
      check: 'unchecked',
      formerly: touched.anchor,
      anchor: { exact: 'Ada Vell shut the gate at noon, she said.' },
    });
    must(await archive.undo());
    const back = new Map(must(await archive.quotes(id)).map((each) => [each.id, each]));
    expect(back.get(touched.id)).toEqual(touched);
    expect(back.get(still.id)).toEqual(still);
    expect(must(await archive.text(id))?.text).toBe(TEXT);
    must(await archive.redo());
    expect(must(await archive.text(id))?.text).toBe(`A heading\n\n${CORRECTED}`);
  });

  test('has a changed quote until somebody agrees to it or places it anew', async () => {
    const touched = await quote('Ada Vell shut the qate at noon, she said.');
    must(await correct(CORRECTED));
    const agreed = must(await archive.placeQuote(touched.id, null));
    expect(agreed.formerly).toBeUndefined();
    const exact = 'Ada Vell shut the gate';
    const placed = must(await archive.placeQuote(touched.id, { kind: 'words', exact }));
    expect(placed.anchor).toMatchObject({ exact, start: CORRECTED.indexOf(exact) });
    expect(
      await archive.placeQuote(touched.id, { kind: 'words', exact: 'the qate' }),
    ).toMatchObject({
      error: { code: 'passage-missing' },
    });
  });

  test('never places a quote whose words are gone', async () => {
    const gone = await quote('Nobody came back for the keys.');
    const { quotes } = must(await correct(TEXT.replace('\n\nNobody came back for the keys.', '')));
    expect(quotes.lost).toBe(1);
    const [lost] = must(await archive.quotes(id));
    expect(lost).toEqual(gone);
    expect(await archive.placeQuote(gone.id, null)).toMatchObject({
      error: { code: 'passage-differs' },
    });
  });

  test('is refused when the text is another one meanwhile, the same, or empty', async () => {
    const old = await sha();
    expect(await correct(TEXT)).toMatchObject({ error: { code: 'nothing-changed' } });
    expect(await correct(' \n\n ')).toMatchObject({ error: { code: 'no-text' } });
    must(await correct(CORRECTED));
    expect(await correct('other', old)).toMatchObject({ error: { code: 'text-changed' } });
  });

  test('is what the search finds', async () => {
    must(await correct(TEXT.replace('keys', 'lanterns')));
    const query = { limit: 5, kinds: [], tags: [] };
    expect(must(await archive.search({ query: 'lanterns', ...query }))).toHaveLength(1);
    const found = must(await archive.search({ query: '"for the keys"', ...query }));
    expect(found).toEqual([]);
  });
});

describe('what is known of a source', () => {
  const PAGE = `<html><head><title>Flood at Norholm</title>
    <meta property="article:published_time" content="2026-04-09T21:14:00+03:00">
    <meta property="og:site_name" content="Northern Courier">
    <script type="application/ld+json">{"@type":"NewsArticle","headline":"Flood at Norholm","datePublished":"2026-04-11","author":{"name":"Ada Vell"}}</script>
    </head><body><article><h1>Flood at Norholm</h1><p>${'The river rose by two metres. '.repeat(20)}</p></article></body></html>`;

  test('is told with the places that say it, and where they contradict each other', async () => {
    must(await archive.importFile({ name: 'page.html', bytes: Buffer.from(PAGE) }, capture));
    const page = must(await archive.records()).sources[1];
    const claims = must(await archive.fieldClaims(page?.id ?? id));
    const published = claims.find(({ field }) => field === 'published');
    expect(published).toEqual({
      field: 'published',
      kept: '2026-04-11',
      claims: [
        { value: '2026-04-11', from: ['json-ld:datePublished'], kept: true },
        { value: '2026-04-09T21:14:00+03:00', from: ['article:published_time'], kept: false },
      ],
      contradict: true,
      byHand: null,
    });
    expect(claims.find(({ field }) => field === 'title')).toMatchObject({ contradict: false });
  });

  test('is chosen or written by hand: who and why stay with it, readings stay, undo takes it back', async () => {
    must(await archive.importFile({ name: 'page.html', bytes: Buffer.from(PAGE) }, capture));
    const [, page] = must(await archive.records()).sources;
    if (!page) throw new Error('there is a page');
    const why = { by: 'Ida Rusk', reason: 'the print edition' };
    must(
      await archive.editSource(page.id, {
        published: '2026-04-09T21:14:00+03:00',
        authors: ['Ada Vell', 'Bram Oke'],
        publisher: page.metadata.publisher,
        why,
      }),
    );
    const claims = must(await archive.fieldClaims(page.id));
    expect(claims.find(({ field }) => field === 'published')).toMatchObject({
      kept: '2026-04-09T21:14:00+03:00',
      contradict: true,
      byHand: why,
    });
    expect(claims.find(({ field }) => field === 'authors')).toMatchObject({
      kept: 'Ada Vell; Bram Oke',
      byHand: why,
    });
    // It was not changed.
    expect(claims.find(({ field }) => field === 'publisher')?.byHand).toBeNull();
    const [line] = must(await archive.log(0, 1)).entries;
    expect(line).toMatchObject({
      action: 'source.edit',
      facts: { fields: 'authors published publisher', ...why },
    });
    const after = must(await archive.records()).sources[1];
    expect(after?.metadata.readings).toEqual(page.metadata.readings);
    must(await archive.undo());
    expect(must(await archive.records()).sources[1]?.metadata).toEqual(page.metadata);
  });
});
