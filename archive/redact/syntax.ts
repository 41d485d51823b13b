/** Signs of Markdown and HTML that part a word which is printed as one: Iva[nov](…), Iva**nov**, Iva<b>nov</b>, Iva\nov. */
import { endOf } from './folded.ts';
import type { Stretch } from './stretch.ts';

/** Each begins in its own way, so that a long row of them is read in one way only. */
const SIGNS = [
  String.raw`<!--[^>]{0,500}-->`,
  String.raw`<\/?[a-z][^<>\n]{0,500}>`,
  String.raw`\]\([^()\s]{0,2000}(?: +"[^"\n]{0,200}")?\)`,
  String.raw`\]\[[^[\]\n]{0,200}\]`,
  String.raw`!?\[`,
  String.raw`[*_~\u0060]`,
  String.raw`\\\r?\n`,
  String.raw`\\`,
  String.raw`&(?:shy|zwnj|zwj|nbsp|thinsp|#8203|#xad|#173);`,
].join('|');
const RUN = new RegExp(`(?:${SIGNS})+`, 'gi');
const RUN_BEFORE = new RegExp(`(?:${SIGNS})+$`, 'i');
const RUN_AFTER = new RegExp(`^(?:${SIGNS}|\\])+`, 'i');
const LETTER_BEFORE = /[\p{L}\p{M}]$/u;
const LETTER_AFTER = /^\p{L}/u;
/** Units around such signs in which a name is looked for. */
const AROUND = 80;
/** Units of an address that go with a name which is cut by its link. */
const FAR = 2_300;

/** A part of a text without such signs; each unit knows where it stood. */
interface Plain {
  readonly text: string;
  readonly origins: readonly number[];
}

/** Names that stand over such signs, with the signs that belong to them. `names` looks for them in a plain text. */
export function* namesOverSyntax(
  text: string,
  names: (plain: string) => readonly Stretch[],
): Generator<Stretch> {
  for (const plain of partsWithSyntax(text))
    for (const stretch of names(plain.text)) {
      const first = plain.origins[stretch.start] ?? 0;
      const last = endOf(text, plain.origins[stretch.end - 1] ?? 0);
      if (last - first === stretch.end - stretch.start) continue;
      const before = RUN_BEFORE.exec(text.slice(Math.max(0, first - AROUND), first))?.[0] ?? '';
      const after = RUN_AFTER.exec(text.slice(last, last + FAR))?.[0] ?? '';
      yield { ...stretch, start: first - before.length, end: last + after.length };
    }
}

function* partsWithSyntax(text: string): Generator<Plain> {
  let from = -1;
  let to = -1;
  for (const { index, 0: run } of text.matchAll(RUN)) {
    const end = index + run.length;
    const before = text.slice(Math.max(0, index - 2), index);
    if (!LETTER_BEFORE.test(before) || !LETTER_AFTER.test(text.slice(end, end + 2))) continue;
    if (from >= 0 && index - AROUND > to) {
      yield withoutSigns(text, from, to);
      from = -1;
    }
    if (from < 0) from = wholeWord(text, index - AROUND, -1);
    to = wholeWord(text, end + AROUND, 1);
  }
  if (from >= 0) yield withoutSigns(text, from, to);
}

/** The next white space on that side, or so far that it does not matter. */
function wholeWord(text: string, at: number, side: 1 | -1): number {
  let place = Math.max(0, Math.min(text.length, at));
  for (let step = 0; step < AROUND; step++) {
    if (place <= 0 || place >= text.length || /\s/.test(text.charAt(place))) break;
    place += side;
  }
  return place;
}

function withoutSigns(text: string, from: number, to: number): Plain {
  const part = text.slice(from, to);
  const origins: number[] = [];
  let plain = '';
  let at = 0;
  const keep = (end: number) => {
    for (; at < end; at++) {
      plain += part.charAt(at);
      origins.push(from + at);
    }
  };
  for (const { index, 0: run } of part.matchAll(RUN)) {
    keep(index);
    at = index + run.length;
  }
  keep(part.length);
  return { text: plain, origins };
}
