/** A title that people can read: never empty, in one line, without letters that hide or turn others. */
import { limits } from '../model/index.ts';

/** UTF-16 units of a title; a longer one is cut between words. */
const LONGEST = 300;
/** Of a title made from the first words of a text. */
const FROM_WORDS = 80;

const HIDDEN =
  // eslint-disable-next-line no-control-regex -- they are what is taken out
  /[\0-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc]/g;

/** One line without controls, direction overrides and halves of surrogate pairs; empty when nothing is left. */
export function cleanLine(text: string, longest = LONGEST): string {
  const line = text
    .slice(0, limits.shortText * 4)
    .toWellFormed()
    .replaceAll(/[\s\u00a0]+/g, ' ')
    .replaceAll(HIDDEN, '')
    .trim();
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
