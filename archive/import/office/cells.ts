/** Tables of office documents: rows of short cells are rows, cells of prose are read one after the other. */
import type { DocumentWriter } from '../document-writer.ts';

/** UTF-16 units of a cell: what is longer is prose set in a table. */
const CELL = 600;

export interface Cell {
  readonly text: string;
  /** Holds a table of its own, or headings. */
  readonly nested: boolean;
  /** Writes its words into the open row. */
  inRow(): void;
  /** Writes its blocks. */
  alone(): void;
}

export function writeRow(cells: readonly Cell[], writer: DocumentWriter): void {
  const plain = cells.every(({ text, nested }) => text.length <= CELL && !nested);
  if (cells.length < 2 || !plain) {
    for (const cell of cells) cell.alone();
    return;
  }
  writer.open('table-row');
  cells.forEach((cell, index) => {
    if (index > 0) writer.breakCell();
    cell.inRow();
  });
  writer.close();
}
