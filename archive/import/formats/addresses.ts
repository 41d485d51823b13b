/** Reads a table with a column of addresses: each row is a reference. Any other table stays a text. */
import { parse } from 'csv-parse/sync';
import type { Hint, SourceDraft } from '../draft.ts';
import { decode } from '../encoding.ts';
import type { Part, Unpacked } from '../parts.ts';
import { Readings, toAddress } from '../readings.ts';
import { makeReference } from '../reference.ts';
import { readText } from './text.ts';

const ADDRESS =
  /^(?:url|urls|uri|link|links|address|href|web ?address|source ?url|адрес|адреса|ссылка|спасылка|посилання|адрас|adres|رابط)$/i;
const TITLE = /^(?:title|name|headline|название|заголовок|назва|загаловак|tytuł|عنوان)$/i;
const AUTHOR = /^(?:author|authors|creator|автор|аўтар|autor|كاتب)$/i;
const PUBLISHED = /^(?:date|published|дата|data|تاريخ)$/i;

interface Row {
  readonly cells: readonly string[];
  /** The row as it stands in the file, with its line end. */
  readonly raw: string;
}

/** The draft is that of the text: the table stays readable as a whole. */
export function readAddresses(bytes: Uint8Array, hint: Hint, mediaType: string): Unpacked {
  const draft = readText(bytes, hint, mediaType);
  const rows = rowsOf(decode(bytes, hint.encoding, false).text);
  const column = addressColumn(rows);
  if (column === null) return { draft, parts: null };
  return { draft, parts: entriesOf(rows, column) };
}

function* entriesOf(
  rows: readonly Row[],
  { at, headed }: { readonly at: number; readonly headed: boolean },
): Generator<Part> {
  const head = headed ? (rows[0]?.raw ?? '') : '';
  for (const [index, { cells, raw }] of rows.entries()) {
    if (headed && index === 0) continue;
    const address = toAddress(cells[at]?.trim() ?? '');
    if (address === null) continue;
    // With the head, so that the entry says what its cells are.
    const bytes = new TextEncoder().encode(head + raw);
    yield {
      name: `row ${index + 1}: ${address}`,
      bytes,
      hint: { as: 'address', encoding: 'utf-8' },
    };
  }
}

/** By its name in the first row; or the first column in which nearly every cell is an address. */
function addressColumn(rows: readonly Row[]): { at: number; headed: boolean } | null {
  const [first] = rows;
  if (!first) return null;
  const named = first.cells.findIndex((cell) => ADDRESS.test(cell.trim()));
  const isAddress = (cell: string | undefined) => toAddress(cell?.trim() ?? '') !== null;
  if (named !== -1 && rows.slice(1, 200).some(({ cells }) => isAddress(cells[named])))
    return { at: named, headed: true };
  const sample = rows.slice(0, 200);
  for (const at of first.cells.keys()) {
    const found = sample.filter(({ cells }) => isAddress(cells[at])).length;
    const headed = !isAddress(first.cells[at]);
    if (found > 0 && found >= (sample.length - (headed ? 1 : 0)) * 0.9) return { at, headed };
  }
  return null;
}

interface ParsedRow {
  readonly record: string[];
  /** Where the row ends in the text, in bytes of UTF-8. */
  readonly info: { readonly bytes: number };
}

function rowsOf(text: string): Row[] {
  const line = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const delimiter = ['\t', ';', ','].find((sign) => line.includes(sign)) ?? ',';
  const plain = text.replace(/^\ufeff/, '');
  try {
    const rows: unknown = parse(plain, {
      delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: 1_000_000,
    });
    const written = Buffer.from(plain);
    let at = 0;
    return (rows as ParsedRow[]).map(({ record, info }) => {
      const raw = written.toString('utf8', at, info.bytes);
      at = info.bytes;
      return { cells: record, raw };
    });
  } catch {
    return [];
  }
}

/** One row, with the head of its table above it. */
export function readAddress(bytes: Uint8Array, hint: Hint, mediaType: string): SourceDraft {
  const rows = rowsOf(decode(bytes, hint.encoding, false).text);
  const head = rows.length > 1 ? (rows[0]?.cells ?? []) : [];
  const cells = rows.at(-1)?.cells ?? [];
  const readings = new Readings();
  const cellOf = (pattern: RegExp) => cells[head.findIndex((name) => pattern.test(name.trim()))];
  const isAddress = (cell: string) => toAddress(cell.trim()) !== null;
  const named = cellOf(ADDRESS);
  const address = named !== undefined && isAddress(named) ? named : cells.find(isAddress);
  readings.add('title', cellOf(TITLE), 'table');
  readings.add('address', address, 'table');
  readings.add('author', cellOf(AUTHOR), 'table');
  readings.add('published', cellOf(PUBLISHED), 'table');
  const lines = cells.flatMap((cell, at) => {
    if (cell.trim() === '') return [];
    return [head[at] === undefined ? cell : `${head[at]}: ${cell}`];
  });
  const author = readings.first('author');
  return makeReference(
    {
      title: readings.first('title'),
      lines,
      authors: author === null ? [] : [author],
      readings,
      method: 'kuferak-addresses',
    },
    hint,
    mediaType,
  );
}
