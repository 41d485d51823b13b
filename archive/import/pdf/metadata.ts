/** What a PDF says about itself: its XMP, then its information dictionary. Dates of making are no dates of publication. */
import { toPartialDate } from '../dates.ts';
import type { Field, Readings } from '../readings.ts';
import type { PDFDocumentProxy } from './open.ts';

/** Names in XMP by the field that they tell, in order of belief. */
const XMP: readonly (readonly [field: Field, name: string])[] = [
  ['title', 'dc:title'],
  ['author', 'dc:creator'],
  ['publisher', 'dc:publisher'],
  ['published', 'prism:publicationdate'],
  ['published', 'dcterms:issued'],
  ['created', 'xmp:createdate'],
  ['modified', 'xmp:modifydate'],
  ['language', 'dc:language'],
  ['address', 'prism:url'],
  ['licence', 'dc:rights'],
  ['licence', 'xmprights:webstatement'],
  ['description', 'dc:description'],
  ['software', 'xmp:creatortool'],
  ['software', 'pdf:producer'],
];

const INFO: readonly (readonly [field: Field, name: string])[] = [
  ['title', 'Title'],
  ['author', 'Author'],
  ['description', 'Subject'],
  ['created', 'CreationDate'],
  ['modified', 'ModDate'],
  ['language', 'Language'],
  ['software', 'Creator'],
  ['software', 'Producer'],
];

/** Values of one name in XMP. */
const VALUES = 20;

/** Broken metadata are passed over: the text counts. */
export async function readPdfMetadata(
  document: PDFDocumentProxy,
  readings: Readings,
): Promise<void> {
  try {
    const { info, metadata } = await document.getMetadata();
    const told = metadata as { get(name: string): unknown } | null;
    for (const [field, name] of XMP)
      for (const value of listOf(told?.get(name))) add(readings, field, value, `xmp:${name}`);
    for (const [field, name] of INFO)
      add(readings, field, (info as Readonly<Record<string, unknown>>)[name], `pdf:${name}`);
  } catch {
    return;
  }
}

function listOf(value: unknown): unknown[] {
  return (Array.isArray(value) ? value : [value]).slice(0, VALUES) as unknown[];
}

function add(readings: Readings, field: Field, value: unknown, from: string): void {
  const dated = field === 'created' || field === 'modified';
  const date = dated && typeof value === 'string' ? fromPdfDate(value) : null;
  readings.add(field, date ?? value, from);
}

/** `D:20260409211403+03'00'` and every shorter form of it; `null` for what is no date. */
export function fromPdfDate(written: string): string | null {
  const [, digits, zone = ''] =
    /^D:\s*(\d{4,14})\s*(Z|[+-]\d{2}'?(?:\d{2})?)?/.exec(written.trim()) ?? [];
  if (digits === undefined) return toPartialDate(written);
  const [year, month, day, hour, minute, second] = [4, 6, 8, 10, 12, 14].map((end, index) =>
    digits.length >= end ? digits.slice(index === 0 ? 0 : end - 2, end) : undefined,
  );
  const date = [year, month, day].filter((part) => part !== undefined).join('-');
  if (hour === undefined || minute === undefined) return toPartialDate(date);
  const seconds = second === undefined ? '' : `:${second}`;
  return toPartialDate(
    `${date}T${hour}:${minute}${seconds}${zone.replace("'", ':').replace(/:$/, '')}`,
  );
}

/** Names that programs give where nobody gave one. */
const NO_TITLE =
  /^(?:microsoft (?:word|powerpoint|excel)|untitled|document ?\d*|без имени|безымянный|slide \d)|\.(?:docx?|rtf|odt|indd|tex|dvi|pdf|qxd|pmd|xlsx?|pptx?|txt|html?)$/i;

export function titleOfPdf(readings: Readings): string | null {
  return readings.all('title').find(({ value }) => !NO_TITLE.test(value))?.value ?? null;
}
