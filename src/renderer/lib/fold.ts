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

/** How well a name fits what is typed: 2 when it is the whole of it, 1 when each word begins one of its words. What is typed in full is never passed over for a longer name. */
export function nearness(name: string, typed: string): 0 | 1 | 2 {
  if (fold(name.trim()) === fold(typed.trim())) return 2;
  return matches(name, typed) ? 1 : 0;
}

/** The one that fits best, the first of several; none when none fits. */
export function nearest(names: readonly string[], typed: string): string | undefined {
  const whole = names.find((name) => nearness(name, typed) === 2);
  return whole ?? names.find((name) => nearness(name, typed) === 1);
}
