/**
 * What PDF/A-3a asks for and can be seen from outside: by qpdf and poppler, and by a validator of PDF/A-1b as far as the
 * third part asks the same. There is no validator of that part among the packages at hand, so no more is claimed.
 */
import { beforeAll, expect, it } from 'vitest';
import { makeDossierPdf } from '../../../archive/dossier/index.ts';
import { must } from '../../helpers/archives.ts';
import { redCorner } from '../import/made-pictures.ts';
import { makePdf } from '../import/made-pdfs.ts';
import { fontsIn, infoOf, objectsIn, type PdfObject } from './pdf-tools.ts';
import { preflight } from './preflight.ts';
import { sampleMaterial } from './sample.ts';

let pdf: Uint8Array;
let objects: readonly PdfObject[];
const catalog = () => objects.find((object) => object['/Type'] === '/Catalog') ?? {};

beforeAll(async () => {
  const picture = { bytes: new Uint8Array(redCorner('png')), mediaType: 'image/png' };
  ({ pdf } = must(await makeDossierPdf(sampleMaterial({ picture }))));
  objects = objectsIn(pdf);
});

it('says by which colours it is meant, as PDF/A does', () => {
  const intents = JSON.stringify(objects.filter((object) => object['/S'] === '/GTS_PDFA1'));
  expect(intents).toContain('/DestOutputProfile');
  expect(catalog()['/OutputIntents']).toBeDefined();
});

it('is not encrypted, runs nothing, and holds all its fonts', () => {
  expect(infoOf(pdf).get('Encrypted')).toBe('no');
  expect(infoOf(pdf).get('JavaScript')).toBe('no');
  expect(JSON.stringify(objects)).not.toMatch(/"\/S":"\/(?:JavaScript|Launch|SubmitForm)"/);
  expect(fontsIn(pdf).every(({ embedded, unicode }) => embedded && unicode)).toBe(true);
});

it('is tagged with the roles of the standard, or with what they stand for, and every figure says what it shows', () => {
  expect(catalog()['/MarkInfo']).toMatchObject({ '/Marked': true });
  const elements = objects.filter((object) => object['/Type'] === '/StructElem');
  const roles = new Set(elements.map((element) => String(element['/S'])));
  const known =
    /^\/(?:Document|Part|Art|Sect|Div|BlockQuote|Caption|TOC|TOCI|Index|NonStruct|P|H|H[1-6]|L|LI|Lbl|LBody|Table|TR|TH|TD|THead|TBody|TFoot|Span|Quote|Note|Reference|BibEntry|Code|Link|Annot|Figure|Formula|Form)$/;
  // Others, of later standards, must say which of these they are.
  const tree = objects.find((object) => object['/Type'] === '/StructTreeRoot') ?? {};
  const mapped = (tree['/RoleMap'] ?? {}) as Readonly<Record<string, string>>;
  const unknown = [...roles].filter((role) => !known.test(mapped[role] ?? role));
  expect(unknown).toEqual([]);
  expect(roles.has('/Figure')).toBe(true);
  for (const figure of elements.filter((element) => element['/S'] === '/Figure'))
    expect(figure['/Alt']).toMatch(/^u:./);
});

it('is what an independent validator of PDF/A asks for, as far as it knows the standard', () => {
  expect(preflight(pdf)).toEqual([]);
  // It does find something in a PDF that is none.
  expect(preflight(makePdf({ pages: ['BT ET'] })).join()).toContain('Error on MetaData');
});
