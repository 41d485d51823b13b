/** A table of the codebook as cells for a spreadsheet. */
import { never } from '../lib/assert.ts';
import type { CodeTable } from '../codes/index.ts';
import { type Cell, tableBytes } from './table.ts';

export function codeTableCells(table: CodeTable): Uint8Array {
  const names = table.tags.map(({ name }) => name);
  switch (table.kind) {
    case 'counts':
      return tableBytes(
        ['tag', 'quotes', 'sources'],
        table.tags.map(({ name, quotes, sources }) => [name, quotes, sources]),
      );
    case 'matrix':
      return tableBytes(
        ['tag', ...names],
        table.meetings.map((row, at): Cell[] => [names[at] ?? '', ...row]),
      );
    case 'by-source':
      return tableBytes(
        ['shelfmark', 'title', ...names, ...names.map((name) => `${name} (on the source itself)`)],
        table.rows.map(({ shelfmark, title, quotes, own }): Cell[] => [
          shelfmark,
          title,
          ...quotes,
          ...names.map((_, at) => (own.includes(at) ? 1 : 0)),
        ]),
      );
    default:
      return never(table);
  }
}

/** Everything in it that a person wrote. */
export function namesIn(table: CodeTable): string[] {
  const names = table.tags.map(({ name }) => name);
  return table.kind === 'by-source' ? [...names, ...table.rows.map(({ title }) => title)] : names;
}
