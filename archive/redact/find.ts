/** Finds names in a text: whole words only, in any script and inflection, and where they stand in the text as it is. */
import { isArticle } from '../text/index.ts';
import { endOf, type Folded, type FoldedWord, foldWithOrigins, wordsOf } from './folded.ts';
import type { Form, Forms } from './forms.ts';
import type { WordMatch } from './words.ts';

/** UTF-16 units of the text, `end` exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  /** `null` when a part of a name stands there alone, which does not say whose it is. */
  readonly entity: string | null;
  /** A later piece of a name that began in another paragraph: it goes without a mark of its own. */
  readonly later?: true;
}

const POSSESSIVE = /['’ʼ`´][sS]$/;
const PARAGRAPHS = /\n\s*\n/;
/** A name is looked for inside words of an address from so many letters on. */
const SHORTEST_INSIDE = 4;
const SHORTEST_JOINED = 6;
const ADDRESS = /[@\\/_%=#?&~]|[\p{L}\p{N}]\.[\p{L}\p{N}]|\d/u;
const DIGEST = /^[0-9a-f]{16,}$/;
const HYPHEN = /^[-\u2010\u2011\u00ad]\s*$/;
const CODES = /(?:%[0-9a-f]{2})+/gi;
/** Letters of a name that is s p a c e d. */
const SHORTEST_SPACED = 4;

export function findNames(text: string, forms: Forms): readonly Stretch[] {
  if (forms.empty || text === '') return [];
  const folded = foldWithOrigins(text);
  const words = wordsOf(text, folded);
  const taken = new Uint8Array(words.length);
  const found: Stretch[] = [];
  takeForms(text, words, forms, taken, found);
  takeSpaced(words, forms, taken, found);
  takeBroken(text, words, forms, taken, found);
  takeInside(text, words, forms, taken, found);
  takeUnparted(folded, text, forms, found);
  takeEncoded(text, forms, found);
  return merged(found);
}

function takeForms(
  text: string,
  words: readonly FoldedWord[],
  forms: Forms,
  taken: Uint8Array,
  found: Stretch[],
): void {
  const candidates = words.map((word) => forms.words.matches(word));
  /** How many words of the text from a place on are the name; 0 when they are not. */
  const fits = (form: Form, from: number): number => {
    let at = from;
    let told = form.words.length === 1;
    for (const wanted of form.words) {
      // In Arabic an article is a part of its word.
      if (at > from && !matchOf(at, wanted) && isArticle(words[at]?.folded ?? '')) at++;
      const match = matchOf(at, wanted);
      // One word alone must be nearer than several that stand together, of which one at least must tell.
      if (!match || (form.words.length === 1 && !isNear(match))) return 0;
      told ||= match.nearness !== 'bones';
      at++;
    }
    return told ? at - from : 0;
  };
  const matchOf = (at: number, wanted: number) =>
    candidates[at]?.find(({ word }) => word === wanted);
  const pass = (wanted: (form: Form) => boolean) => {
    for (let at = 0; at < words.length; at++) {
      if (taken[at]) continue;
      let best: Form | null = null;
      let long = 0;
      for (const { word } of candidates[at] ?? [])
        for (const form of forms.byFirst.get(word) ?? []) {
          if (!wanted(form) || form.words.length <= (best?.words.length ?? 0)) continue;
          const fitting = fits(form, at);
          if (fitting === 0 || taken.subarray(at, at + fitting).includes(1)) continue;
          [best, long] = [form, fitting];
        }
      if (!best) continue;
      taken.fill(1, at, at + long);
      if (!best.kept) found.push(...stretchesOf(text, words.slice(at, at + long), best.entity));
    }
  };
  pass(({ kept, entity }) => !kept && entity !== null);
  pass(({ kept }) => kept);
  pass(({ kept, entity }) => !kept && entity === null);
}

const isNear = ({ nearness }: WordMatch) => nearness === 'same' || nearness === 'near';

/** One stretch, or one for each paragraph that it reaches over. */
function stretchesOf(text: string, words: readonly FoldedWord[], entity: string | null): Stretch[] {
  const stretches: Stretch[] = [];
  for (const word of words) {
    const last = stretches.at(-1);
    const end = word.end;
    if (!last) stretches.push({ start: word.start, end, entity });
    else if (PARAGRAPHS.test(text.slice(last.end, word.start)))
      stretches.push({ start: word.start, end, entity, later: true });
    else stretches[stretches.length - 1] = { ...last, end };
  }
  return stretches.map((stretch) => {
    const own = POSSESSIVE.exec(text.slice(stretch.start, stretch.end));
    return own && own.index > 0 ? { ...stretch, end: stretch.start + own.index } : stretch;
  });
}

/** V e s n a */
function takeSpaced(
  words: readonly FoldedWord[],
  forms: Forms,
  taken: Uint8Array,
  found: Stretch[],
): void {
  for (let at = 0; at < words.length; at++) {
    if (words[at]?.folded.length !== 1) continue;
    let to = at;
    while (words[to]?.folded.length === 1) to++;
    const run = words.slice(at, to);
    const letters = run.map(({ folded }) => folded).join('');
    const first = run[0];
    const last = run.at(-1);
    for (const map of [forms.joined, forms.single])
      for (const [name, entity] of map) {
        if (name.length < SHORTEST_SPACED || !letters.includes(name) || !first || !last) continue;
        found.push({ start: first.start, end: last.end, entity: letters === name ? entity : null });
        taken.fill(1, at, to);
      }
    at = to;
  }
}

/** Ves-⏎na */
function takeBroken(
  text: string,
  words: readonly FoldedWord[],
  forms: Forms,
  taken: Uint8Array,
  found: Stretch[],
): void {
  for (let at = 0; at + 1 < words.length; at++) {
    const [first, second] = [words[at], words[at + 1]];
    if (!first || !second || (taken[at] && taken[at + 1])) continue;
    if (!HYPHEN.test(text.slice(first.end, second.start))) continue;
    const together = first.folded + second.folded;
    const entity = forms.words
      .matches({ ...first, folded: together, written: first.written + second.written })
      .filter(isNear)
      .flatMap(({ word }) => forms.byFirst.get(word) ?? [])
      .find(({ words: wanted, kept }) => wanted.length === 1 && !kept)?.entity;
    const glued =
      entity === undefined ? inside(together, forms.joined, SHORTEST_JOINED) : { entity };
    if (!glued) continue;
    taken.fill(1, at, at + 2);
    found.push({ start: first.start, end: second.end, entity: glued.entity });
  }
}

function inside(
  word: string,
  names: ReadonlyMap<string, string | null>,
  shortest: number,
): { readonly entity: string | null } | null {
  for (const [name, entity] of names)
    if (name.length >= shortest && word.includes(name)) return { entity };
  return null;
}

/** martavesna1987@…, photo_vesna2.jpg */
function takeInside(
  text: string,
  words: readonly FoldedWord[],
  forms: Forms,
  taken: Uint8Array,
  found: Stretch[],
): void {
  for (const [at, word] of words.entries()) {
    if (taken[at] || word.folded.length < SHORTEST_INSIDE || DIGEST.test(word.folded)) continue;
    const glued =
      inside(word.folded, forms.joined, SHORTEST_JOINED) ??
      (inside(word.folded, forms.single, SHORTEST_INSIDE) && ADDRESS.test(tokenAround(text, word))
        ? { entity: null }
        : null);
    if (!glued) continue;
    taken[at] = 1;
    found.push({ start: word.start, end: word.end, entity: glued.entity });
  }
}

/** What stands around without white space. */
function tokenAround(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): string {
  let from = start;
  while (from > 0 && start - from < 2_000 && !/\s/.test(text.charAt(from - 1))) from--;
  let to = end;
  while (to < text.length && to - end < 2_000 && !/\s/.test(text.charAt(to))) to++;
  return text.slice(from, to);
}

function takeUnparted(
  { text: folded, origins }: Folded,
  text: string,
  forms: Forms,
  found: Stretch[],
): void {
  for (const [name, entity] of forms.unparted)
    for (let at = folded.indexOf(name); at !== -1; at = folded.indexOf(name, at + name.length))
      found.push({
        start: origins[at] ?? 0,
        end: endOf(text, origins[at + name.length - 1] ?? 0),
        entity,
      });
}

/** An address hides names in percent codes: then all of it goes. */
function takeEncoded(text: string, forms: Forms, found: Stretch[]): void {
  for (const match of text.matchAll(/\S*%[0-9a-f]{2}\S*/gi)) {
    let token = match[0];
    for (let depth = 0; depth < 3 && /%[0-9a-f]{2}/i.test(token); depth++) {
      token = token.replace(CODES, decoded);
      if (findNames(token.replaceAll('%', ' '), forms).length === 0) continue;
      found.push({ start: match.index, end: match.index + match[0].length, entity: null });
      break;
    }
  }
}

function decoded(codes: string): string {
  const bytes = Uint8Array.from(codes.slice(1).split('%'), (code) => parseInt(code, 16));
  return new TextDecoder().decode(bytes);
}

/** In order, without overlaps: stretches that meet become one. */
function merged(found: readonly Stretch[]): readonly Stretch[] {
  const sorted = [...found].sort((a, b) => a.start - b.start || b.end - a.end);
  const out: Stretch[] = [];
  for (const stretch of sorted) {
    const last = out.at(-1);
    if (!last || stretch.start >= last.end) out.push(stretch);
    else if (stretch.end > last.end) out[out.length - 1] = { ...last, end: stretch.end };
  }
  return out;
}
