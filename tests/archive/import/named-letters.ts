/** PDFs whose font says of its letters that they are others, as programs for text write it. */
import { makePdf, line } from './made-pdfs.ts';

const hex = (text: string) =>
  Array.from({ length: text.length }, (_, at) =>
    text.charCodeAt(at).toString(16).padStart(4, '0'),
  ).join('');

const stream = (text: string) => `<</Length ${text.length}>>\nstream\n${text}\nendstream`;

/** Each line is given as it is drawn: from the left. `named` tells what each letter of Helvetica stands for. */
export function namedLetters(
  named: Readonly<Record<string, string>>,
  drawn: readonly string[],
): Uint8Array {
  const names = Object.entries(named).map(
    ([code, means]) => `<${hex(code).slice(2)}> <${hex(means)}>`,
  );
  const map = `/CMapName /N def 1 begincodespacerange <00> <ff> endcodespacerange
${names.length} beginbfchar ${names.join('\n')} endbfchar`;
  return makePdf({
    pages: [drawn.map((words, index) => line(words, 60, 700 - index * 60)).join('\n')],
    page: '/Resources<</Font<</F1 10 0 R>>>>',
    objects: [
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding/ToUnicode 11 0 R>>',
      stream(map),
    ],
  });
}
