/**
 * Tables: RFC 4180 in UTF-8 with a byte order mark, so that spreadsheets read every script. A cell that a
 * spreadsheet would take for a formula gets an apostrophe in front.
 */
import { encode } from './read-view.ts';

export type Cell = string | number | null;

export function tableBytes(
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
): Uint8Array {
  const lines = [head, ...rows].map((row) => row.map(cellText).join(','));
  return encode(`\uFEFF${lines.join('\r\n')}\r\n`);
}

function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
