/** Writes a name letter by letter by a table: longest keys first, its capitals where the name has them. */

/** Longest keys first. A form after `|` stands at the beginning and after a vowel, one after `^` at the beginning alone. */
export type Table = ReadonlyMap<string, string>;

const VOWELS = /[аеёиіоуыэюяєїaeiouy'’ьъў]$/;
const APOSTROPHES = /[’ʼ']/g;

export function table(written: string, over: Table = new Map()): Table {
  const entries = written.split(' ').map((pair): [string, string] => {
    const at = pair.indexOf('=');
    return [pair.slice(0, at), pair.slice(at + 1)];
  });
  const all = new Map([...over, ...entries]);
  return new Map([...all].sort(([a], [b]) => b.length - a.length));
}

export function written(name: string, by: Table): string {
  return name
    .normalize('NFC')
    .split(/(\P{L}+)/u)
    .map((part) => cased(part, wordBy(part.toLowerCase(), by)))
    .join('')
    .replace(APOSTROPHES, '');
}

function wordBy(word: string, by: Table): string {
  let out = '';
  let at = 0;
  while (at < word.length) {
    const key = [...by.keys()].find((each) => word.startsWith(each, at)) ?? word.charAt(at);
    const form = by.get(key) ?? key;
    const [inside = '', initial = inside] = form.split(/[|^]/);
    const isInitial = at === 0 || (form.includes('|') && VOWELS.test(word.slice(0, at)));
    out += isInitial ? initial : inside;
    at += key.length;
  }
  return out;
}

function cased(given: string, form: string): string {
  const first = given.charAt(0);
  if (first === first.toLowerCase()) return form;
  if (given.length > 1 && given === given.toUpperCase()) return form.toUpperCase();
  return form.charAt(0).toUpperCase() + form.slice(1);
}
