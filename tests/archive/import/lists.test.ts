/** Lists of what is to be collected: bookmarks, tables, bibliographies. Each entry keeps its own bytes. */
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { itemSpans, jsonStart, memberStart } from '../../../archive/import/json/spans.ts';
import { sniff } from '../../../archive/import/sniff.ts';
import { childTexts } from '../../../archive/import/xml/child-texts.ts';
import { type All, bytesOf, letters, Opener, raw } from './opened.ts';

const opener = new Opener();
afterAll(() => opener.close());

async function entries({ found }: All) {
  const read = await Promise.all(found.map((part) => opener.part(part)));
  return read.map(({ draft }) => draft);
}

test('a bibliography is known by keys of its own, when its types are those of the program that wrote it', () => {
  const item = { 'citation-key': 'rusk2026', title: 'On the quay', type: 'video' };
  expect(sniff(bytesOf(JSON.stringify([item])), 'x.json').format).toBe('csl');
  const issued = { 'date-parts': [[2026]] };
  expect(sniff(bytesOf(JSON.stringify([{ type: 'map', issued }])), 'x.json').format).toBe('csl');
  expect(sniff(bytesOf(JSON.stringify([{ type: 'video', title: 'x' }])), 'x.json').format).toBe(
    'text',
  );
});

describe('bookmarks', () => {
  const list = `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE><H1>Bookmarks</H1>
<DL><p>
    <DT><H3 ADD_DATE="1">Варка / суд</H3>
    <DL><p>
        <DT><A HREF="https://harbour-light.example/gate" ADD_DATE="1775758443" TAGS="gate,night">The gate — открыто</A>
        <DD>Seen before it was changed
        <DT><A HREF="javascript:alert(1)">Trick</A>
    </DL><p>
    <DT><A HREF="https://reeds.example/">Reeds</A>
</DL><p>`;

  test('each that leads to the web is a reference with its folder, its address and its moment', async () => {
    const all = await opener.open(list, 'x');
    expect(all.draft).toMatchObject({ kind: 'file', mediaType: 'text/html' });
    expect(all.found.map(({ name }) => name)).toEqual(['Варка ∕ суд/The gate — открыто', 'Reeds']);
    const [first, second] = await entries(all);
    expect(first).toMatchObject({ kind: 'reference', title: 'The gate — открыто' });
    expect(first?.metadata.address).toBe('https://harbour-light.example/gate');
    expect(first?.metadata.readings).toContainEqual({
      field: 'captured',
      value: '2026-04-09T18:14:03Z',
      from: 'bookmark:add_date',
    });
    expect(first?.text?.text).toContain('Seen before it was changed');
    expect(second?.title).toBe('Reeds');
  });

  test('an entry is cut out of the file to the byte', async () => {
    const { found } = await opener.open(list, 'x');
    for (const { bytes } of found) expect(list).toContain(letters(bytes));
  });

  test('made of anything they end', async () => {
    const piece = fc.constantFrom(
      '<DL>',
      '</DL>',
      '<DT>',
      '<H3>f</H3>',
      '<A HREF="https://a.example/">',
      '</A>',
      'x',
      '<DD>',
      '<A',
      '>',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
        const { draft } = await opener.open(
          `<!DOCTYPE NETSCAPE-Bookmark-file-1>${pieces.join('')}`,
          'b',
        );
        expect(draft.kind).toBe('file');
      }),
      { numRuns: 60 },
    );
  });
});

describe('a table of addresses', () => {
  test('each row is a reference, with the names of its columns', async () => {
    const table =
      'Заголовок;Адрес;Дата\r\n"Gate; shut";https://harbour-light.example/gate;2026-04-09\r\nNo address;-;\r\n';
    const all = await opener.open(table, 'list.csv');
    expect(all.draft).toMatchObject({ kind: 'text', mediaType: 'text/csv' });
    expect(all.draft.text?.text).toContain('No address');
    expect(all.found.map(({ bytes }) => letters(bytes))).toEqual([
      'Заголовок;Адрес;Дата\r\n"Gate; shut";https://harbour-light.example/gate;2026-04-09\r\n',
    ]);
    const [entry] = await entries(all);
    expect(entry).toMatchObject({ kind: 'reference', title: 'Gate; shut' });
    expect(entry?.metadata).toMatchObject({
      address: 'https://harbour-light.example/gate',
      published: '2026-04-09',
    });
  });

  test('a list of bare addresses needs no head', async () => {
    const { found } = await opener.open('https://a.example/1\nhttps://a.example/2\n', 'list.csv');
    expect(found).toHaveLength(2);
  });

  test('in another encoding its words are read', async () => {
    const table = raw(
      'title,url\n\xc2\xee\xf0\xee\xf2\xe0 \xe7\xe0\xea\xf0\xfb\xeb\xe8 \xed\xe0 \xed\xee\xf7\xfc,https://a.example/1\n',
    );
    const [entry] = await entries(await opener.open(table, 'list.csv'));
    expect(entry?.title).toBe('Ворота закрыли на ночь');
  });

  test('any other table stays a text', async () => {
    const { draft, found } = await opener.open('name;count\nrope;3\n', 'list.csv');
    expect(draft.kind).toBe('text');
    expect(found).toEqual([]);
  });

  test('made of anything it never fails', async () => {
    const cell = fc.constantFrom(
      'url',
      '"',
      ',',
      '\n',
      'https://a.example/',
      ';',
      '\t',
      'x',
      '\r\n',
      '""',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 40 }), async (cells) => {
        await opener.open(`url,${cells.join('')} https://`, 'a.csv');
      }),
      { numRuns: 60 },
    );
  });
});

describe('a bibliography', () => {
  const item = {
    id: 'gate',
    type: 'article-newspaper',
    title: 'The gate of the cannery',
    author: [{ family: 'Varka', given: 'Alesia' }, { literal: 'Harbour desk' }],
    'container-title': 'Harbour Light',
    issued: { 'date-parts': [[2026, 4, 9]] },
    URL: 'https://harbour-light.example/gate',
    abstract: 'What "shut" meant.',
  };

  test('in CSL JSON: each item is a reference, its own bytes kept', async () => {
    const json = JSON.stringify([item, { id: 'b', type: 'book', title: 'Reeds' }], null, 2);
    const all = await opener.open(json, 'library.json');
    expect(all.found.map(({ bytes }) => JSON.parse(letters(bytes)) as unknown)).toEqual(
      JSON.parse(json),
    );
    for (const { bytes } of all.found) expect(json).toContain(letters(bytes));
    const [first, second] = await entries(all);
    expect(first).toMatchObject({ kind: 'reference', title: 'The gate of the cannery' });
    expect(first?.metadata).toMatchObject({
      authors: ['Alesia Varka', 'Harbour desk'],
      publisher: 'Harbour Light',
      published: '2026-04-09',
      address: 'https://harbour-light.example/gate',
    });
    expect(second?.title).toBe('Reeds');
  });

  const rdf = (items: string) => `<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#"
 xmlns:bib="http://purl.org/net/biblio#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"
 xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:link="http://purl.org/rss/1.0/modules/link/">${items}</rdf:RDF>`;
  const article = `<bib:Article rdf:about="https://harbour-light.example/gate">
  <z:itemType>newspaperArticle</z:itemType>
  <bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Varka</foaf:surname><foaf:givenName>Alesia</foaf:givenName></foaf:Person></rdf:li></rdf:Seq></bib:authors>
  <link:link rdf:resource="#item_2"/>
  <dc:title>The gate &amp; the pier</dc:title><dc:date>2026-04-09</dc:date>
  <dc:identifier><dcterms:URI><rdf:value>https://harbour-light.example/gate</rdf:value></dcterms:URI></dc:identifier>
</bib:Article>`;
  const attachment = `<z:Attachment rdf:about="#item_2"><z:itemType>attachment</z:itemType><rdf:resource rdf:resource="files/2/gate.pdf"/><dc:title>Full text</dc:title></z:Attachment>`;

  test('from Zotero: each item is a reference that names its files', async () => {
    const whole = rdf(`<!-- <bib:Article> --> ${article} ${attachment}`);
    const all = await opener.open(whole, 'x');
    expect(all.found).toHaveLength(1);
    expect(letters(all.found[0]?.bytes ?? new Uint8Array())).toContain(article);
    const [entry] = await entries(all);
    expect(entry).toMatchObject({ kind: 'reference', title: 'The gate & the pier' });
    expect(entry?.metadata).toMatchObject({
      authors: ['Alesia Varka'],
      published: '2026-04-09',
      address: 'https://harbour-light.example/gate',
    });
    expect(entry?.metadata.readings).toContainEqual({
      field: 'attachment',
      value: 'files/2/gate.pdf',
      from: 'z:Attachment',
    });
  });

  test('titles are without the marks that bibliographies allow, and else as they are', async () => {
    const title = 'On <i>Gates</i> of <span class="nocase">the</span> H<sub>2</sub>O works, a < b';
    const csl = JSON.stringify([{ id: 'x', type: 'book', title }]);
    const marked = 'The &lt;i&gt;gate&lt;/i&gt; &lt;pier&gt;';
    const zotero = rdf(article.replace('The gate &amp; the pier', marked));
    for (const [list, plain] of [
      [csl, 'On Gates of the H2O works, a < b'],
      [zotero, 'The gate <pier>'],
    ] as const) {
      const [entry] = await entries(await opener.open(list, 'x.json'));
      expect(entry?.title).toBe(plain);
    }
  });

  test.each([
    [
      'inside of it, before its own title',
      (journal: string) => [`<dcterms:isPartOf>${journal}</dcterms:isPartOf>`, ''],
    ],
    [
      'beside it, for several items',
      (journal: string) => ['<dcterms:isPartOf rdf:resource="urn:issn:0000-0001"/>', journal],
    ],
  ])('from Zotero: a journal that stands %s is not the item', async (_, place) => {
    const journal =
      '<bib:Journal rdf:about="urn:issn:0000-0001"><dc:title>Journal of Piers</dc:title><dc:identifier>ISSN 0000-0001</dc:identifier></bib:Journal>';
    const [inside = '', beside = ''] = place(journal);
    const whole = rdf(article.replace('<bib:authors>', `${inside}<bib:authors>`) + beside);
    const [entry] = await entries(await opener.open(whole, 'x'));
    expect(entry).toMatchObject({
      title: 'The gate & the pier',
      metadata: { publisher: 'Journal of Piers', address: 'https://harbour-light.example/gate' },
    });
    expect(entry?.metadata.readings).toContainEqual({
      field: 'identifier',
      value: 'ISSN 0000-0001',
      from: 'dc:identifier',
    });
  });

  test('cut off it is kept with a note', async () => {
    const { draft } = await opener.open(rdf(article).slice(0, 800), 'x.rdf');
    expect(draft.notes).toEqual(['container-damaged']);
  });
});

describe('taking entries out without reading them', () => {
  test('of any JSON list, the spans are the items', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { maxLength: 10 }), fc.nat(4), (values, indent) => {
        const json = Buffer.from(
          JSON.stringify({ other: { list: ['}', '"]'] }, list: values }, null, indent),
        );
        const at = memberStart(json, jsonStart(json), 'list');
        const items = [...itemSpans(json, at)].map(
          ({ start, end }) => JSON.parse(json.toString('utf8', start, end)) as unknown,
        );
        expect(items).toEqual(JSON.parse(JSON.stringify(values)));
      }),
    );
  });

  test('of one that is cut off, the whole items before the cut', () => {
    const json = Buffer.from('[{"a":1},{"b":"]"},{"c":');
    expect(
      [...itemSpans(json, 0)].map(({ start, end }) => json.toString('utf8', start, end)),
    ).toEqual(['{"a":1}', '{"b":"]"}']);
  });

  test('of anything at all it ends', () => {
    const piece = fc.constantFrom('[', ']', '{', '}', '"', '\\', ',', ':', 'a', '1', ' ');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const json = Buffer.from(pieces.join(''));
        expect([...itemSpans(json, 0)].length).toBeLessThanOrEqual(json.length);
        memberStart(json, 0, 'a');
      }),
    );
  });

  test('of XML, each child as it was written', () => {
    const xml =
      '<?xml version="1.0"?><r a=">"><!-- <x> --><a b="</a>">1</a><b/><c><c/><![CDATA[</c>]]></c></r>';
    expect(childTexts(xml)).toEqual(['<a b="</a>">1</a>', '<b/>', '<c><c/><![CDATA[</c>]]></c>']);
  });

  test('what is JSON but no list of entries is a text', () => {
    expect(sniff(bytesOf('[{"id": 1, "type": "rope"}]'), 'a.json').format).toBe('text');
  });
});
