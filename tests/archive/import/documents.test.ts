import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SourceDraft } from '../../../archive/import/index.ts';
import { parseXml } from '../../../archive/import/package/xml.ts';
import { openPackage } from '../../../archive/import/package/open-package.ts';
import { read } from '../../../archive/import/read.ts';
import { limits, Metadata, TextDocument } from '../../../archive/model/index.ts';
import { makeZip } from './made-zips.ts';
import { makeDocx, makeEpub, makeOdt, paragraph, run, zipped } from './made-documents.ts';

async function drafted(bytes: Uint8Array, name = 'statement'): Promise<SourceDraft> {
  const draft = await read(bytes, { name });
  Metadata.parse(draft.metadata);
  if (draft.text) TextDocument.parse(draft.text);
  return draft;
}

const blocksOf = ({ text }: SourceDraft) =>
  (text?.blocks ?? []).map(({ kind, start, end }) => [kind, text?.text.slice(start, end)]);
const spansOf = ({ text }: SourceDraft) =>
  (text?.spans ?? []).map(({ kind, start, end, href }) => [
    kind,
    text?.text.slice(start, end),
    href,
  ]);

describe('a Word document', () => {
  test('becomes headings, paragraphs, lists, quotes, rows and footnotes', async () => {
    const draft = await drafted(
      makeDocx(
        [
          paragraph(run('Хор забраны'), '<w:pStyle w:val="my"/>'),
          paragraph(
            `${run('The police ')}${run('came', '<w:b/>')}${run(' at eight')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('.')}`,
          ),
          paragraph(run('Nobody shouted.'), '<w:pStyle w:val="q"/>'),
          paragraph(run('First item'), '<w:numPr><w:numId w:val="3"/></w:numPr>'),
          paragraph(
            `<w:hyperlink r:id="l">${run('here')}</w:hyperlink>${run(' and there', '<w:i w:val="0"/>')}`,
          ),
          `<w:tbl><w:tr><w:tc>${paragraph(run('Who'))}</w:tc><w:tc>${paragraph(run('How many'))}</w:tc></w:tr><w:tr><w:tc>${paragraph(run('Police'))}</w:tc><w:tc>${paragraph(run('12'))}</w:tc></w:tr></w:tbl>`,
          paragraph('<w:r><w:t>one</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t></w:r>'),
        ].join(''),
      ),
    );
    expect(blocksOf(draft)).toEqual([
      ['heading', 'Хор забраны'],
      ['paragraph', 'The police came at eight[1].'],
      ['block-quote', 'Nobody shouted.'],
      ['list-item', 'First item'],
      ['paragraph', 'here and there'],
      ['table-row', 'Who\tHow many'],
      ['table-row', 'Police\t12'],
      ['paragraph', 'one two\nthree'],
      ['footnote', '[1] Counted by the lawyers.'],
    ]);
    expect(spansOf(draft)).toEqual([
      ['strong', 'came', undefined],
      ['link', 'here', 'https://a.example/x'],
    ]);
    expect(draft).toMatchObject({ title: 'Хор забраны', kind: 'text', notes: [] });
  });

  test('shows what was put in, leaves out what was taken out, and says that changes are tracked', async () => {
    const draft = await drafted(
      makeDocx(
        `${paragraph(`${run('He said ')}<w:del w:id="1"><w:r><w:delText>nothing</w:delText></w:r></w:del><w:ins w:id="2">${run('everything')}</w:ins>`)}<w:moveFrom>${paragraph(run('moved away'))}</w:moveFrom>${paragraph(`<w:commentRangeStart w:id="1"/>${run('Remarked')}<w:r><w:commentReference w:id="1"/></w:r>`)}${paragraph(run('unseen', '<w:vanish/>'))}`,
      ),
    );
    expect(draft.text?.text).toBe('He said everything\n\nRemarked');
    expect(draft.notes).toEqual(['tracked-changes', 'comments-left-out']);
  });

  test('a letterhead stands once, as a caption; a box is read once although it is given twice', async () => {
    const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
    const box = (words: string) => `<w:txbxContent>${paragraph(run(words))}</w:txbxContent>`;
    const draft = await drafted(
      makeDocx(
        paragraph(
          `${run('Beside a box')}<w:r><mc:AlternateContent><mc:Choice><w:drawing>${box('In the box')}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box('In the box')}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
        ),
        {
          'word/header1.xml': `<w:hdr xmlns:w="${W}">${paragraph(run('Harbour Office of Lastavitsk'))}<w:p><w:r><w:instrText>PAGE</w:instrText></w:r></w:p></w:hdr>`,
        },
      ),
    );
    expect(blocksOf(draft)).toEqual([
      ['caption', 'Harbour Office of Lastavitsk'],
      ['paragraph', 'Beside a box'],
      ['paragraph', 'In the box'],
    ]);
  });

  test('says about itself what its properties say; a broken date stays a reading', async () => {
    const { metadata } = await drafted(
      makeDocx(paragraph(run('Words')), {
        'docProps/core.xml':
          '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>Statement</dc:title><dc:creator>Asel Vorn; Ilja Brant</dc:creator><dcterms:created>2026-03-10T12:00:00Z</dcterms:created><dcterms:modified>2026-13-45T99:00:00Z</dcterms:modified></cp:coreProperties>',
      }),
    );
    expect(metadata).toMatchObject({
      authors: ['Asel Vorn', 'Ilja Brant'],
      published: null,
      modified: null,
    });
    expect(metadata.readings).toContainEqual({
      field: 'title',
      value: 'Statement',
      from: 'core:dc:title',
    });
    expect(metadata.readings).toContainEqual({
      field: 'modified',
      value: '2026-13-45T99:00:00Z',
      from: 'core:dcterms:modified',
    });
  });
});

describe('an OpenDocument text', () => {
  test('becomes headings, paragraphs, lists, quotes, rows and footnotes', async () => {
    const draft = await drafted(
      makeOdt(
        `<text:tracked-changes><text:changed-region><text:deletion><text:p>taken out</text:p></text:deletion></text:changed-region></text:tracked-changes>
        <text:h text:outline-level="2">Што вядома</text:h>
        <text:p>The police<text:s/><text:span text:style-name="T1">came</text:span><text:change-start/> late<text:change-end/><text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Counted by the lawyers.</text:p></text:note-body></text:note>.<office:annotation><text:p>a remark</text:p></office:annotation></text:p>
        <text:p text:style-name="P1">Nobody shouted.</text:p>
        <text:list><text:list-item><text:p>First item</text:p></text:list-item></text:list>
        <table:table><table:table-row><table:table-cell><text:p>Police</text:p></table:table-cell><table:table-cell><text:p>12</text:p></table:table-cell><table:table-cell table:number-columns-repeated="1000"/></table:table-row></table:table>`,
      ),
    );
    expect(blocksOf(draft)).toEqual([
      ['heading', 'Што вядома'],
      ['paragraph', 'The police came late[1].'],
      ['block-quote', 'Nobody shouted.'],
      ['list-item', 'First item'],
      ['table-row', 'Police\t12'],
      ['footnote', '[1] Counted by the lawyers.'],
    ]);
    expect(spansOf(draft)).toEqual([['strong', 'came', undefined]]);
    expect(draft.notes.toSorted()).toEqual(['comments-left-out', 'tracked-changes']);
    expect(draft).toMatchObject({
      title: 'Хор забраны',
      metadata: { authors: ['Asel Vorn'], modified: null },
    });
  });

  test('with a password it is kept, and said to need one', async () => {
    const manifest =
      '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>';
    const draft = await drafted(
      makeOdt('', { 'META-INF/manifest.xml': manifest, 'content.xml': '\u0001' }),
    );
    expect(draft).toMatchObject({ kind: 'file', notes: ['needs-password'] });
  });
});

describe('a book', () => {
  test('is read chapter by chapter, and says who wrote it', async () => {
    const draft = await drafted(
      makeEpub([
        '<h1>One</h1><p>First <a id="x"/>words &amp; more.</p><script>no()</script>',
        '<h1>Two</h1><ul><li>An item</li></ul><aside epub:type="footnote" role="doc-footnote"><p>A note.</p></aside>',
      ]),
    );
    expect(blocksOf(draft)).toEqual([
      ['heading', 'One'],
      ['paragraph', 'First words & more.'],
      ['heading', 'Two'],
      ['list-item', 'An item'],
      ['footnote', 'A note.'],
    ]);
    expect(draft).toMatchObject({
      title: 'The Cannery',
      metadata: {
        authors: ['Asel Vorn', 'Ilja Brant'],
        publisher: 'Lake Press',
        published: '2026-03',
        address: null,
      },
    });
  });

  test('a chapter that is missing leaves the others; one that is sealed keeps the book shut', async () => {
    const files = {
      'META-INF/encryption.xml':
        '<encryption><CipherReference URI="OPS/text/chapter%201.xhtml"/></encryption>',
    };
    expect(await drafted(makeEpub(['<p>x</p>'], files))).toMatchObject({
      notes: ['needs-password'],
    });
    const gap = makeEpub(['<p>Words</p>'], {
      'OPS/book.opf':
        '<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="a" href="gone.xhtml"/><item id="b" href="text/chapter%201.xhtml"/></manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>',
    });
    expect(await drafted(gap)).toMatchObject({
      text: { text: 'Words' },
      notes: ['document-damaged'],
    });
  });
});

describe('RTF', () => {
  const rtf = (body: string) => drafted(new Uint8Array(Buffer.from(body, 'latin1')));
  const cp1251 = (text: string) =>
    Array.from(text, (letter) => {
      const code = letter.charCodeAt(0);
      return code < 128 ? letter : `\\'${(code - 0x410 + 0xc0).toString(16)}`;
    }).join('');

  test('letters come in the code page of the document, of their font, and as Unicode', async () => {
    const draft = await rtf(
      `{\\rtf1\\ansi\\ansicpg1251\\deff0{\\fonttbl{\\f0\\fcharset0 Times;}{\\f1\\fcharset238 Times CE;}}\\pard ${cp1251('Полиция')}\\par {\\f1 \\'bf\\'f3\\'b3\\'e6}\\par \\uc1 \\u1093?\\u1086?\\u1088? \\u-10179?\\u-8704?\\par}`,
    );
    expect(blocksOf(draft).map(([, words]) => words)).toEqual(['Полиция', 'żółć', 'хор 😀']);
  });

  test('headings, rows, footnotes and marks are kept; changes and hidden words are not shown', async () => {
    const draft = await rtf(
      `{\\rtf1\\ansi{\\stylesheet{Normal;}{\\s1 heading 1;}}{\\info{\\title A closed door}{\\author Asel Vorn}{\\operator Somebody}{\\creatim\\yr2026\\mo3\\dy10\\hr12\\min5}}{\\*\\generator Some Writer;}{\\header Lake Post}
\\pard\\s1 The door\\par\\pard It {\\b closed}{\\deleted  slowly}{\\revised  at noon}{\\v  unseen}{\\footnote {\\super\\chftn} By a guard.}.\\par
\\pard\\intbl Who\\cell How many\\cell\\row\\pard\\intbl Police\\cell 12\\cell\\row\\pard After\\line the table {\\field{\\*\\fldinst HYPERLINK "https://a.example"}{\\fldrslt here}}\\par{\\pict 0011aabb}{\\*\\unheard of}}`,
    );
    expect(blocksOf(draft)).toEqual([
      ['caption', 'Lake Post'],
      ['heading', 'The door'],
      ['paragraph', 'It closed at noon[1].'],
      ['table-row', 'Who\tHow many'],
      ['table-row', 'Police\t12'],
      ['paragraph', 'After\nthe table here'],
      ['footnote', '[1] By a guard.'],
    ]);
    expect(draft.notes).toEqual(['tracked-changes']);
    expect(draft).toMatchObject({ title: 'A closed door', metadata: { authors: ['Asel Vorn'] } });
    expect(draft.metadata.readings).toContainEqual({
      field: 'created',
      value: '2026-03-10T12:05',
      from: 'rtf:info',
    });
  });

  test('a chosen encoding stands above what the file says', async () => {
    const bytes = Buffer.from(
      "{\\rtf1\\ansi\\ansicpg1252 \\'cf\\'ee\\'eb\\'e8\\'f6\\'e8\\'ff}",
      'latin1',
    );
    const draft = await read(bytes, { name: 'a.rtf', encoding: 'windows-1251' });
    expect(draft.text?.text).toBe('Полиция');
  });

  test('a half file keeps its words, and says that it is damaged', async () => {
    expect(await rtf('{\\rtf1 Words that end')).toMatchObject({
      text: { text: 'Words that end' },
      notes: ['document-damaged'],
    });
  });

  test('whatever it is made of, it is read in one go', async () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '\\',
      '\\par ',
      '\\u8217?',
      "\\'e0",
      '\\bin5 ',
      '\\cell ',
      '\\row ',
      '\\intbl ',
      '{\\*\\x ',
      '{\\footnote ',
      '{\\fonttbl ',
      '{\\info{\\title ',
      'words ',
      '\\uc3 ',
      '\\f1 ',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
        const draft = await rtf(`{\\rtf1 ${pieces.join('')}`);
        expect(draft.notes).not.toContain('reading-failed');
      }),
      { numRuns: process.env.SLOW === undefined ? 300 : 20_000 },
    );
    expect((await rtf(`{\\rtf1 ${'{'.repeat(100_000)}deep`)).notes).toContain('document-damaged');
  });
});

describe('bad input', () => {
  const words = paragraph(run('Words'));

  test.each([
    ['cut off', (bytes: Uint8Array) => bytes.slice(0, bytes.length - 40)],
    [
      'with a broken part',
      (bytes: Uint8Array) =>
        bytes.map((byte, at) => (at > 60 && at < bytes.length - 400 ? 0 : byte)),
    ],
  ])('a package that is %s is kept', async (_, broken) => {
    expect(await drafted(broken(makeDocx(words)))).toMatchObject({ kind: 'file', text: null });
  });

  test('an entry that unpacks to a thousand times its size is not unpacked', async () => {
    const bomb = makeDocx(words, { 'word/document.xml': ' '.repeat(limits.unpackedFree * 30) });
    expect(bomb.length).toBeLessThan(limits.unpackedFree);
    expect(await drafted(bomb)).toMatchObject({ kind: 'file', notes: ['document-damaged'] });
  });

  test('entries that share their bytes are refused', async () => {
    const bytes = Buffer.from(zipped({ 'a.xml': 'x'.repeat(500), 'b.xml': 'x'.repeat(500) }));
    const last = bytes.lastIndexOf('PK\x01\x02', bytes.length, 'latin1');
    bytes.writeUInt32LE(0, last + 42);
    expect(await openPackage(bytes)).toMatchObject({ ok: false });
  });

  test.each([
    ['a name that leads out of it', [{ name: '../styles.xml', bytes: new Uint8Array(1) }]],
    [
      'more files than are read',
      Array.from({ length: limits.zipEntries + 1 }, (_, at) => ({
        name: `${at}`,
        bytes: new Uint8Array(),
      })),
    ],
  ])('a package with %s is refused', async (_, members) => {
    const file = await openPackage(makeZip(members));
    expect(file).toEqual({ ok: false, error: { code: 'document-damaged' } });
  });

  test('a file that is not what its checksum says is refused, the others are not', async () => {
    const bytes = new Uint8Array(9);
    const file = await openPackage(
      makeZip([
        { name: 'a.xml', bytes, said: { crc: 1 } },
        { name: 'b.xml', bytes },
      ]),
    );
    if (!file.ok) throw new Error(file.error.code);
    expect(await file.value.read('a.xml')).toMatchObject({ ok: false });
    expect(await file.value.read('b.xml')).toEqual({ ok: true, value: bytes });
    expect(await file.value.read('c.xml')).toEqual({ ok: true, value: null });
  });

  test('one file that is asked for again and again unpacks no more than all may', async () => {
    const bytes = new Uint8Array(limits.unpackedBytes);
    const file = await openPackage(makeZip([{ name: 'a', bytes, stored: true }]));
    if (!file.ok) throw new Error(file.error.code);
    let times = 0;
    while ((await file.value.read('a')).ok) times++;
    expect(times).toBe(limits.unpackedTotal / limits.unpackedBytes);
  });

  test('an entry with a password is said to need one', async () => {
    const bytes = Buffer.from(makeDocx(words));
    for (
      let at = bytes.indexOf('PK\x01\x02', 0, 'latin1');
      at !== -1;
      at = bytes.indexOf('PK\x01\x02', at + 1, 'latin1')
    )
      bytes[at + 8] = (bytes[at + 8] ?? 0) | 1;
    expect(await drafted(bytes)).toMatchObject({ kind: 'file', notes: ['needs-password'] });
  });

  test('a Word document sealed inside of the older format needs a password', async () => {
    const bytes = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(600),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]);
    expect(await drafted(bytes)).toMatchObject({ kind: 'file', notes: ['needs-password'] });
  });

  test('elements in elements beyond all measure are not read', async () => {
    const deep = `${'<w:sdt>'.repeat(limits.xmlDepth + 1)}${'</w:sdt>'.repeat(limits.xmlDepth + 1)}`;
    expect(await drafted(makeDocx(deep))).toMatchObject({ notes: ['document-damaged'] });
  });

  test('entities of a file’s own are no XML to us, whether they grow or lead elsewhere', () => {
    const bytes = (text: string) => new TextEncoder().encode(text);
    const grows = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><a>&c;</a>';
    const leads = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>';
    expect(parseXml(bytes(grows))).toBeNull();
    expect(parseXml(bytes(leads))).toBeNull();
    expect(parseXml(bytes('<a>&lt;b</a>'))?.children).toEqual(['<b']);
    expect(parseXml(bytes('<a><b></a>'))).toBeNull();
  });

  test('a zip that only holds a document is a zip', async () => {
    const inner = Buffer.from(makeDocx(words)).toString('latin1');
    const outer = zipped({ 'word/statement.docx': inner, mimetypes: 'x' });
    expect(await drafted(outer)).toMatchObject({
      mediaType: 'application/zip',
      notes: [],
    });
    const sheet = zipped({
      mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
      'content.xml': '<a/>',
    });
    expect((await drafted(sheet)).mediaType).toBe('application/vnd.oasis.opendocument.spreadsheet');
  });

  test('bytes changed anywhere never make a reader throw', async () => {
    const whole = [makeDocx(words), makeOdt('<text:p>Words</text:p>'), makeEpub(['<p>Words</p>'])];
    await fc.assert(
      fc.asyncProperty(
        fc.nat(2),
        fc.array(fc.tuple(fc.nat(4_000), fc.nat(255)), { maxLength: 5 }),
        async (which, changes) => {
          const bytes = Buffer.from(whole[which] ?? '');
          for (const [at, byte] of changes) if (at > 3 && at < bytes.length) bytes[at] = byte;
          expect((await drafted(bytes)).notes).not.toContain('reading-failed');
        },
      ),
      { numRuns: process.env.SLOW === undefined ? 200 : 5_000 },
    );
  });
});
