/** The first column of a list: one name a line, or a table with commas, semicolons or tabs. */

/** Row by row, cell by cell; quotation marks hold separators, line ends and, doubled, themselves. */
function firstCells(text: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let column = 0;
  let quoted = false;
  const endRow = () => {
    cells.push(cell.trim());
    cell = '';
    column = 0;
  };
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at);
    if (quoted) {
      if (letter !== '"') cell += column === 0 ? letter : '';
      else if (text.charAt(at + 1) === '"') {
        at++;
        cell += column === 0 ? '"' : '';
      } else quoted = false;
    } else if (letter === '"' && (column > 0 || cell.trim() === '')) quoted = true;
    else if (letter === '\n') endRow();
    else if (letter === ',' || letter === ';' || letter === '\t') column++;
    else if (column === 0 && letter !== '\r') cell += letter;
  }
  endRow();
  return cells;
}

const HEADING = /^(?:names?|full name|имя|імя|ім'я|имена|nazwisko|الاسم)$/iu;

/** Without empty ones, repeats, and a heading. */
export function readNames(bytes: Uint8Array): string[] {
  const text = new TextDecoder('utf-8').decode(bytes).replace(/^\ufeff/, '');
  const [first = '', ...rest] = firstCells(text);
  const names = HEADING.test(first) ? rest : [first, ...rest];
  return [...new Set(names.filter((name) => name !== ''))];
}
