import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { SourceDraft } from '../../../archive/import/index.ts';
import { read } from '../../../archive/import/read.ts';
import { createReader } from '../../../archive/import/reader.ts';
import { Vocabulary } from '../../../archive/import/pdf/hyphens.ts';
import { fromPdfDate } from '../../../archive/import/pdf/metadata.ts';
import { limits, Metadata, PageLayout, TextDocument } from '../../../archive/model/index.ts';
import { line, makePdf, typesetPdf } from './made-pdfs.ts';

async function pdf(bytes: Uint8Array, name = 'report.pdf'): Promise<SourceDraft> {
  const draft = await read(bytes, { name });
  Metadata.parse(draft.metadata);
  if (draft.text) TextDocument.parse(draft.text);
  if (draft.layout) PageLayout.parse(draft.layout);
  return draft;
}

const blocksOf = ({ text }: SourceDraft) =>
  (text?.blocks ?? []).map(({ kind, start, end }) => [kind, text?.text.slice(start, end)]);

const FIRST =
  'On the ninth of March the harbour police of Lastavitsk entered the old cannery and took away everybody who sang there that night, and the ferry waited until noon.';
const SECOND =
  'Relatives waited at the gate of the school until the morning, and nobody told them where the singers of the choir had been brought after the lights went out.';

describe('the text of a typeset document', () => {
  let draft: SourceDraft;
  beforeAll(async () => {
    draft = await pdf(
      typesetPdf(`#set document(title: "Choir taken away", author: "Asel Vorn", date: datetime(year: 2026, month: 3, day: 10))
#set page(height: 12cm, width: 12cm, header: [Lake Post, number 7], footer: context counter(page).display())
#set text(lang: "en", hyphenate: true)
= Choir taken away
${FIRST}

${SECOND} #footnote[Counted by the lawyers of Ostrel.]

== What is known
- First, the doors were closed.
- Then all lights went out.

#table(columns: 3, [Who], [How many], [Since], [Police], [12], [eight], [Singers], [31], [noon])

${FIRST} ${SECOND} ${FIRST}

${SECOND} ${FIRST} ${SECOND} ${FIRST}`),
    );
  });

  test('comes as headings, paragraphs, lists, rows and footnotes in the order of reading', () => {
    const { text } = draft;
    expect(text?.text.startsWith('Lake Post, number 7\n\nChoir taken away\n\nOn the ninth')).toBe(
      true,
    );
    expect(blocksOf(draft)).toEqual(
      expect.arrayContaining([
        ['heading', 'Choir taken away'],
        ['heading', 'What is known'],
        ['paragraph', FIRST],
        ['list-item', '• First, the doors were closed.'],
        ['list-item', '• Then all lights went out.'],
        ['table-row', 'Police\t12\teight'],
        ['table-row', 'Singers\t31\tnoon'],
        ['footnote', '1Counted by the lawyers of Ostrel.'],
      ]),
    );
    expect(text?.blocks.find(({ kind }) => kind === 'heading')?.level).toBe(1);
  });

  test('a paragraph that goes on over the end of a page is one, and begins on its first page', () => {
    expect(draft.text?.text).toContain(`${SECOND} ${FIRST} ${SECOND} ${FIRST}`);
    const pages = draft.text?.blocks.map(({ page }) => page ?? 0) ?? [];
    expect(pages[0]).toBe(1);
    expect(Math.max(...pages)).toBeGreaterThan(1);
    expect(pages).toEqual(pages.toSorted((a, b) => a - b));
  });

  test('a running header stands once, page numbers not at all', () => {
    expect(draft.pages?.count).toBeGreaterThan(2);
    expect(draft.text?.text.split('Lake Post, number 7')).toHaveLength(2);
    expect(blocksOf(draft)[0]).toEqual(['caption', 'Lake Post, number 7']);
    expect(blocksOf(draft).filter(([, words]) => /^\d+$/.test(words ?? ''))).toEqual([]);
  });

  test('says who made it and when, and takes the time of making for no publication', () => {
    expect(draft).toMatchObject({ title: 'Choir taken away', kind: 'text', notes: [] });
    expect(draft.metadata).toMatchObject({ authors: ['Asel Vorn'], published: null });
    const readings = draft.metadata.readings.map(({ field, from }) => `${field} ${from}`);
    expect(readings).toContain('title pdf:Title');
    expect(readings).toContain('created pdf:CreationDate');
    expect(draft.text?.language).toBe('en');
  });

  test('every word has a place on its page', () => {
    const { text, layout } = draft;
    expect(layout?.pages).toHaveLength(draft.pages?.count ?? 0);
    const words = [...(text?.text ?? '').matchAll(/\S+/g)];
    const runs = layout?.pages.flatMap((page) => page.runs) ?? [];
    const bare = words.filter(
      ({ index, 0: word }) =>
        !runs.some(({ start, end }) => start <= index && end >= index + word.length) &&
        !runs.some(({ start, end }) => end > index && start < index + word.length),
    );
    expect(bare).toEqual([]);
    for (const { width, height, runs } of layout?.pages ?? [])
      for (const run of runs) {
        expect(run.x).toBeGreaterThanOrEqual(0);
        expect(run.x + run.width).toBeLessThanOrEqual(width + 1);
        expect(run.y + run.height).toBeLessThanOrEqual(height + 1);
      }
    const title = text?.text.indexOf('Choir taken away') ?? -1;
    const run = layout?.pages[0]?.runs.find(({ start }) => start === title);
    const paragraph = layout?.pages[0]?.runs.find(({ start }) => start > title + 20);
    expect(run?.y).toBeLessThan(paragraph?.y ?? 0);
    expect(run?.height).toBeGreaterThan(paragraph?.height ?? 99);
  });
});

describe('columns and directions', () => {
  test('two columns are read one after the other, what stands over both in its place', async () => {
    const columns = await pdf(
      typesetPdf(
        `#set page(width: 21cm, height: 13cm)\n#place(top, scope: "parent", float: true)[= Over both columns]\n#set page(columns: 2)\n${FIRST} ${SECOND} ${FIRST}\n\n${SECOND} ${FIRST}`,
      ),
    );
    expect(columns.text?.text).toContain(`${FIRST} ${SECOND} ${FIRST}`);
    expect(columns.text?.text).toContain(`${SECOND} ${FIRST}`);
  });

  test('Cyrillic and Arabic come in the order in which they are read', async () => {
    const russian =
      'Полиция пришла на старый консервный завод вечером девятого марта и увела всех, кто там пел.';
    const belarusian =
      'Сваякі чакалі ля брамы школы да раніцы, і ніхто не сказаў ім, куды павезлі спевакоў.';
    const arabic =
      'قالت الشرطة إن الجوقة كانت تغني في المصنع القديم، ووصلت سيارتان في الساعة 21:40 من يوم 9 مارس 2026 مع Asel Vorn وحراس من الميناء.';
    const draft = await pdf(
      typesetPdf(`${russian}\n\n${belarusian}\n\n#set text(dir: rtl, lang: "ar")\n${arabic}`),
    );
    expect(blocksOf(draft)).toEqual([
      ['paragraph', russian],
      ['paragraph', belarusian],
      ['paragraph', arabic],
    ]);
  });

  test('shapes of letters become letters, brackets of right-to-left text their own side', async () => {
    const toUnicode = (pairs: string) =>
      `/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange ${pairs} endcmap end end`;
    // Drawn from left to right: closing shape last in sight, first in reading.
    const map = toUnicode(
      '4 beginbfchar <41> <FE8E> <42> <FEE7> <43> <0028> <44> <0029> endbfchar',
    );
    const bytes = makePdf({
      pages: ['BT /F2 12 Tf 72 700 Td (CABD) Tj ET'],
      page: '/Resources<</Font<</F2 10 0 R>>>>',
      objects: [
        '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 11 0 R>>',
        `<</Length ${map.length}>>\nstream\n${map}\nendstream`,
      ],
    });
    expect((await pdf(bytes)).text?.text).toBe('(نا)');
  });

  test('turned pages and turned words are text too', async () => {
    const draft = await pdf(
      makePdf({
        pages: [
          `${line('Words that stand upright here', 72, 500)} BT /F1 11 Tf 0 1 -1 0 40 100 Td (Words along the edge) Tj ET`,
        ],
      }),
    );
    expect(blocksOf(draft)).toEqual([
      ['paragraph', 'Words that stand upright here'],
      ['paragraph', 'Words along the edge'],
    ]);
    const turned = await pdf(
      makePdf({ pages: [line('A page on its side', 72, 500)], page: '/Rotate 90' }),
    );
    expect(turned.text?.text).toBe('A page on its side');
    expect(turned.layout?.pages[0]).toMatchObject({ width: 842, height: 595 });
  });

  test('letters drawn twice to look bold stand once', async () => {
    const twice = [line('Bold words', 72, 500), line('Bold words', 72.4, 500)].join(' ');
    expect((await pdf(makePdf({ pages: [twice] }))).text?.text).toBe('Bold words');
  });
});

describe('lines that meet', () => {
  test.each([
    ['govern-', 'ment', 'and the government fell then', 'word'],
    ['govern-', 'ment', 'nothing of it', 'word'],
    ['well-', 'known', 'to a well-known place', 'hyphen'],
    ['well-', 'known', 'all is well and known here', 'hyphen'],
    ['Žalejka-', 'Koval', '', 'hyphen'],
    ['the', 'ferry', '', 'blank'],
    ['1939-', '1945', '', 'blank'],
    ['of Las', 'tavitsk entered', 'police of Lastavitsk came', 'word'],
    ['came in', 'to town', 'went into town, in to see', 'blank'],
    ['кансерва\u00ad', 'вага', '', 'word'],
  ])('%s and %s, in a document that says %j', (before, after, document, joint) => {
    const vocabulary = new Vocabulary();
    vocabulary.note(document);
    expect(vocabulary.joint(before, after)).toBe(joint);
  });

  test('lines that only count are text, not running lines', async () => {
    const pages = Array.from({ length: 6 }, (_, index) =>
      [
        line(`Case ${(index + 3) ** 2}`, 72, 800),
        line('What the witness of this case said is below', 72, 400),
        line(`- ${index + 1} -`, 290, 30),
      ].join(' '),
    );
    const { text } = await pdf(makePdf({ pages }));
    expect(text?.text.match(/Case \d+/g)).toEqual([
      'Case 9',
      'Case 16',
      'Case 25',
      'Case 36',
      'Case 49',
      'Case 64',
    ]);
    expect(text?.text).not.toContain('- 3 -');
    expect(text?.text.match(/What the witness/g)).toHaveLength(6);
  });
});

describe('what stands beside the text', () => {
  test('values of forms are text, passwords in them are not; remarks are only told of', async () => {
    const field = (extra: string, y: number) =>
      `<</Type/Annot/Subtype/Widget/FT/Tx/T(a${y})${extra}/Rect[150 ${y} 400 ${y + 16}]/DA(/F1 11 Tf)>>`;
    const bytes = makePdf({
      pages: [line('Name of the witness', 40, 504)],
      page: '/Annots[10 0 R 11 0 R 12 0 R]',
      objects: [
        field('/V(Asel Vorn)', 500),
        field('/V(hidden)/Ff 8192', 460),
        '<</Type/Annot/Subtype/Text/Contents(Ask her again)/Rect[10 10 30 30]>>',
      ],
    });
    const draft = await pdf(bytes);
    expect(draft.text?.text).toBe('Name of the witness\tAsel Vorn'.replace('\t', ' '));
    expect(draft.notes).toEqual(['comments-left-out']);
  });

  test('XMP is believed before the information dictionary; names that programs give are no titles', async () => {
    const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator><rdf:Seq><rdf:li>Asel Vorn</rdf:li><rdf:li>Ilja Brant</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>`;
    const base = makePdf({
      pages: [
        [
          line('The closed door', 72, 700, 20),
          line('Words of the text that follow it.', 72, 660),
        ].join(' '),
      ],
      info: "/Title(Microsoft Word - door.doc)/Author(admin)/CreationDate(D:20260310121530+03'00')/ModDate(yesterday)",
      objects: [`<</Type/Metadata/Subtype/XML/Length ${xmp.length}>>\nstream\n${xmp}\nendstream`],
    });
    const text = Buffer.from(base)
      .toString('latin1')
      .replace('/Type/Catalog/Pages 2 0 R', '/Type/Catalog/Pages 2 0 R/Metadata 10 0 R');
    const draft = await pdf(new Uint8Array(Buffer.from(text, 'latin1')));
    expect(draft.title).toBe('The closed door');
    expect(draft.metadata).toMatchObject({ authors: ['Asel Vorn', 'Ilja Brant'], modified: null });
    expect(draft.metadata.readings).toContainEqual({
      field: 'created',
      value: '2026-03-10T12:15:30+03:00',
      from: 'pdf:CreationDate',
    });
    expect(draft.metadata.readings).toContainEqual({
      field: 'modified',
      value: 'yesterday',
      from: 'pdf:ModDate',
    });
  });

  test.each([
    ["D:20260409211403+03'00'", '2026-04-09T21:14:03+03:00'],
    ["D:20260409211403+03'00", '2026-04-09T21:14:03+03:00'],
    ['D:20260409211403Z', '2026-04-09T21:14:03Z'],
    ['D:202604092114', '2026-04-09T21:14'],
    ['D:2026', '2026'],
    ['D:20260230', null],
    ['D:99', null],
    ['', null],
  ])('the date %j', (written, date) => {
    expect(fromPdfDate(written)).toBe(date);
  });
});

describe('bad input', () => {
  test('an empty password opens by itself, any other is said', async () => {
    const open = makePdf({ pages: [line('Words for all', 72, 700)], password: '' });
    expect((await pdf(open)).text?.text).toBe('Words for all');
    const locked = makePdf({ pages: [line('Words for few', 72, 700)], password: 'cannery' });
    expect(await pdf(locked)).toMatchObject({
      kind: 'file',
      text: null,
      notes: ['needs-password'],
    });
  });

  test('pages without text are counted, and keep their place in the layout', async () => {
    const draft = await pdf(
      makePdf({ pages: [line('Words', 72, 700), '0 0 100 100 re f', line('More', 72, 700)] }),
    );
    expect(draft.notes).toEqual(['pages-without-text']);
    expect(draft.pages).toEqual({ count: 3, withoutText: 1 });
    expect(draft.layout?.pages.map(({ runs }) => runs.length)).toEqual([1, 0, 1]);
    const scans = await pdf(makePdf({ pages: ['', ''] }));
    expect(scans).toMatchObject({ kind: 'text', text: null, pages: { count: 2, withoutText: 2 } });
    expect(scans.layout).toBeUndefined();
  });

  test.each([
    ['no PDF at all', '%PDF-1.7\n…'],
    ['no pages', '%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF'],
    [
      'a page tree that runs in a circle',
      '%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Count 5/Kids[2 0 R 2 0 R]>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF',
    ],
  ])('%s is kept, and said to have no text', async (_, content) => {
    const draft = await pdf(new Uint8Array(Buffer.from(content)));
    expect(draft.text).toBeNull();
    expect(draft.notes.join()).toMatch(/^(?:document-damaged|pages-without-text)$/);
  });

  test('cut or changed anywhere, it is read or kept, never thrown at', async () => {
    const whole = makePdf({
      pages: [line('Words on one', 72, 700), line('Words on two', 72, 700)],
    });
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length),
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 6 }),
        async (length, changes) => {
          const bytes = whole.slice(0, Math.max(9, length));
          for (const [at, byte] of changes) if (at > 8 && at < bytes.length) bytes[at] = byte;
          const draft = await pdf(bytes);
          expect(draft.notes).not.toContain('reading-failed');
        },
      ),
      { numRuns: process.env.SLOW === undefined ? 60 : 3_000 },
    );
  });

  test('a document of 5,000 pages is read, and one of more up to there', async () => {
    const pages = Array.from({ length: limits.pages + 1 }, (_, index) =>
      line(`Page of the book that says ${index * 7 + 1} words`, 72, 500),
    );
    const reader = createReader();
    const result = await reader.read(makePdf({ pages }), { name: 'book.pdf' });
    await reader.close();
    if (!result.ok) throw new Error(result.error.code);
    expect(result.value.notes).toEqual(['pages-not-read']);
    expect(result.value.pages?.count).toBe(limits.pages + 1);
    expect(result.value.text?.blocks.at(-1)?.page).toBe(limits.pages);
  }, 240_000);

  test('letters by the hundred thousand on one page end within the limits', async () => {
    const crowd = Array.from(
      { length: 60_000 },
      (_, index) => `1 0 0 1 ${(index * 37) % 590} ${(index * 53) % 830} Tm (w${index % 10}) Tj`,
    ).join('\n');
    const draft = await pdf(makePdf({ pages: [`BT /F1 4 Tf ${crowd} ET`] }));
    expect(draft.text?.text.length).toBeGreaterThan(1_000);
  });
});
