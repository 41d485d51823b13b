/** A list of names: the first column of it, one name a line, or a table with commas, semicolons or tabs. */
import { open } from 'node:fs/promises';
import { fail, ok, type Result } from '../../archive/lib/result.ts';
import { limits } from '../../archive/model/index.ts';

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

/** Four bytes are what a letter takes at the most. */
const MOST_BYTES = 4 * limits.nameList;

const HEADING = /^(?:names?|full name|имя|імя|ім'я|имена|nazwisko|الاسم)$/iu;

/** Without empty ones, repeats, and a heading. */
export function namesIn(list: string): string[] {
  const [first = '', ...rest] = firstCells(list.replace(/^\ufeff/, ''));
  const names = HEADING.test(first) ? rest : [first, ...rest];
  return [...new Set(names.filter((name) => name !== ''))];
}

/** What stands in the file: UTF-8, or UTF-16 as table programs write it. `null` when no file was chosen. */
export async function readNameList(
  path: string | null,
): Promise<Result<string | null, 'unreadable' | 'too-large'>> {
  if (path === null) return ok(null);
  try {
    const file = await open(path);
    try {
      // Looked at before it is read: a film that was chosen by mistake fills no memory.
      if ((await file.stat()).size > MOST_BYTES) return fail('too-large');
      const text = decode(await file.readFile());
      return text.length > limits.nameList ? fail('too-large') : ok(text);
    } finally {
      await file.close();
    }
  } catch {
    return fail('unreadable');
  }
}

function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const utf16 =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : null;
  return new TextDecoder(utf16 ?? 'utf-8').decode(bytes).replace(/^\ufeff/, '');
}
