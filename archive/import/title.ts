/** A title that people can read: never empty, in one line, without letters that hide or turn others. */
import { plainLine } from '../lib/plain-line.ts';
import { limits } from '../model/index.ts';

/** UTF-16 units of a title; a longer one is cut between words. */
const LONGEST = 300;
/** Of a title made from the first words of a text. */
const FROM_WORDS = 80;

/** One line without controls, direction overrides and halves of surrogate pairs; empty when nothing is left. */
export function cleanLine(text: string, longest = LONGEST): string {
  const line = plainLine(text.slice(0, limits.shortText * 4));
  return shorten(line, longest);
}

/** The first of the candidates that says something, then the file's name without folders and extension. */
export function chooseTitle(candidates: readonly (string | null)[], name: string): string {
  for (const candidate of candidates) {
    const title = candidate === null ? '' : cleanLine(candidate);
    if (/[\p{L}\p{N}]/u.test(title)) return title;
  }
  return titleOfName(name);
}

/** `../x/Report.final.html` → `Report.final`; `?` when the name holds nothing that can be shown. */
export function titleOfName(name: string): string {
  const line = cleanLine(name, limits.shortText * 4);
  const last = line.split(/[/\\]/).findLast((part) => part.trim() !== '' && !/^\.+$/.test(part));
  const bare = (last ?? '').replace(/(?<=.)\.[a-z0-9]{1,10}$/i, '').trim();
  return shorten(bare, LONGEST) || '?';
}

/** The beginning of a text, cut between words. */
export function firstWords(text: string): string | null {
  const line = cleanLine(text.slice(0, FROM_WORDS * 4), FROM_WORDS);
  return line === '' ? null : line;
}

function shorten(line: string, longest: number): string {
  if (line.length <= longest) return line;
  const cut = line.slice(0, longest - 1);
  const space = cut.lastIndexOf(' ');
  const kept = space > longest / 2 ? cut.slice(0, space) : cut;
  return `${kept.toWellFormed().replace(/\ufffd$/, '')}…`;
}

/** The marks that bibliographies allow in a title, and no others: `<i>`, `<b>`, `<sc>`, `<sub>`, `<sup>`, `<span …>`. */
export function withoutMarks(title: string): string {
  return title.replaceAll(/<\/?(?:i|b|sc|sub|sup)>|<span [^<>]{0,200}>|<\/span>/g, '');
}
