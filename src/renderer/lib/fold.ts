/** Letters as they are typed in haste: lower case, without accents, one form for each look. */
const plain: Readonly<Record<string, string>> = {
  ł: 'l',
  đ: 'd',
  ø: 'o',
  ß: 'ss',
  ё: 'е',
  ʼ: "'",
  '’': "'",
};

/** For matching what is typed against names in a list. Not for the search, which knows much more. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[łđøßёʼ’]/g, (letter) => plain[letter] ?? letter);
}

export function foldedWords(text: string): string[] {
  return fold(text)
    .split(/[\s\p{P}]+/u)
    .filter((part) => part !== '');
}

/** Whether each word typed begins some word of the text. */
export function matches(text: string, typed: string): boolean {
  const words = foldedWords(text);
  return foldedWords(typed).every((part) => words.some((word) => word.startsWith(part)));
}
