/** Office documents and books, put together file by file. */
import { strToU8, type Zippable, zipSync } from 'fflate';

type Files = Readonly<Record<string, string>>;

/** The first file named `mimetype` is not packed, as its formats want it. */
export function zipped(files: Files): Uint8Array {
  const entries: Zippable = {};
  for (const [name, content] of Object.entries(files))
    entries[name] = [strToU8(content), { level: name === 'mimetype' ? 0 : 6 }];
  return zipSync(entries, { mtime: new Date(2026, 2, 10) });
}

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

const relation = (id: string, type: string, target: string, more = '') =>
  `<Relationship Id="${id}" Type="${R}/${type}" Target="${target}" ${more}/>`;

/** A Word document of this body; other files replace or join the usual ones. */
export function makeDocx(body: string, files: Files = {}): Uint8Array {
  return zipped({
    '[Content_Types].xml': `${HEAD}<Types/>`,
    '_rels/.rels': `${HEAD}<Relationships>${relation('r1', 'officeDocument', 'word/document.xml')}</Relationships>`,
    'word/_rels/document.xml.rels': `${HEAD}<Relationships>${relation('s', 'styles', 'styles.xml')}${relation('f', 'footnotes', 'footnotes.xml')}${relation('h', 'header', 'header1.xml')}${relation('l', 'hyperlink', 'https://a.example/x', 'TargetMode="External"')}</Relationships>`,
    'word/document.xml': `${HEAD}<w:document xmlns:w="${W}" xmlns:r="${R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>${body}</w:body></w:document>`,
    'word/styles.xml': `${HEAD}<w:styles xmlns:w="${W}"><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style><w:style w:type="paragraph" w:styleId="my"><w:name w:val="Мой"/><w:basedOn w:val="1"/></w:style><w:style w:type="paragraph" w:styleId="q"><w:name w:val="Quote"/></w:style></w:styles>`,
    'word/footnotes.xml': `${HEAD}<w:footnotes xmlns:w="${W}"><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="2"><w:p><w:r><w:t>Counted by the lawyers.</w:t></w:r></w:p></w:footnote></w:footnotes>`,
    ...files,
  });
}

/** A paragraph of Word in a style, with its runs given. */
export const paragraph = (runs: string, properties = '') =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;
export const run = (text: string, properties = '') =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;

const ODF = ['office', 'text', 'table', 'style', 'meta', 'drawing']
  .map(
    (name) =>
      `xmlns:${name === 'drawing' ? 'draw' : name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  )
  .join(' ');

/** An OpenDocument text of this body. */
export function makeOdt(body: string, files: Files = {}): Uint8Array {
  const more = `${ODF} xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"`;
  return zipped({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `${HEAD}<office:document-content ${more}><office:automatic-styles><style:style style:name="T1"><style:text-properties fo:font-weight="bold"/></style:style><style:style style:name="P1" style:parent-style-name="Quotations"/></office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    'meta.xml': `${HEAD}<office:document-meta ${more}><office:meta><dc:title>Хор забраны</dc:title><meta:initial-creator>Asel Vorn</meta:initial-creator><meta:creation-date>2026-03-10T12:00:00</meta:creation-date><dc:date>2026-02-30T12:00:00</dc:date></office:meta></office:document-meta>`,
    ...files,
  });
}

/** A book of these chapters. */
export function makeEpub(chapters: readonly string[], files: Files = {}): Uint8Array {
  const names = chapters.map((_, index) => `text/chapter ${index + 1}.xhtml`);
  const items = names
    .map(
      (name, index) =>
        `<item id="c${index}" href="${encodeURI(name)}" media-type="application/xhtml+xml"/>`,
    )
    .join('');
  const spine = names.map((_, index) => `<itemref idref="c${index}"/>`).join('');
  return zipped({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': `${HEAD}<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>`,
    'OPS/book.opf': `${HEAD}<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The Cannery</dc:title><dc:creator>Asel Vorn</dc:creator><dc:creator>Ilja Brant</dc:creator><dc:publisher>Lake Press</dc:publisher><dc:date>2026-03</dc:date><dc:language>en</dc:language><dc:identifier>urn:uuid:1</dc:identifier></metadata><manifest>${items}</manifest><spine>${spine}</spine></package>`,
    ...Object.fromEntries(
      names.map((name, index) => [
        `OPS/${name}`,
        `${HEAD}<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>${chapters[index] ?? ''}</body></html>`,
      ]),
    ),
    ...files,
  });
}
