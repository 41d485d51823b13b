/** Finds names in a text: whole words only, in any script and inflection, and where they stand in the text as it is. */
import { isArticle } from '../text/index.ts';
import { withWhatBelongs } from './around.ts';
import { codedIn } from './encoded.ts';
import { maskedIn } from './figures.ts';
import { endOf, type Folded, type FoldedWord, foldWithOrigins, wordsOf } from './folded.ts';
import { type Form, type Forms, isNear } from './forms.ts';
import { takeInside } from './inside.ts';
import { type Looking, type Setting, takePieces } from './pieces.ts';
import type { Stretch } from './stretch.ts';
import { namesOverSyntax } from './syntax.ts';
import { isCommonPlace } from './token.ts';
import type { WordMatch } from './words.ts';

export type { Stretch } from './stretch.ts';

const POSSESSIVE = /['’ʼ`´][sS]$/;
const PARAGRAPHS = /\n\s*\n/;

export interface FoundNames {
  readonly found: readonly Stretch[];
  /** Whole names of people who may be named: what stands there is theirs. */
  readonly kept: readonly Stretch[];
}

export function findNames(text: string, forms: Forms): readonly Stretch[] {
  return findAllNames(text, forms).found;
}

export function findAllNames(text: string, forms: Forms, setting: Setting = 'prose'): FoundNames {
  if (forms.empty || text === '') return { found: [], kept: [] };
  const { found, kept } = namesAsTheyStand(text, forms, setting);
  takeEncoded(text, forms, found);
  found.push(
    ...namesOverSyntax(text, (plain) => merged(namesAsTheyStand(plain, forms, 'disguise').found)),
  );
  return { found: merged(withWhatBelongs(text, merged(found))), kept };
}

function namesAsTheyStand(
  text: string,
  forms: Forms,
  setting: Setting,
): { readonly found: Stretch[]; readonly kept: readonly Stretch[] } {
  const folded = foldWithOrigins(text);
  const words = wordsOf(text, folded);
  const taken = new Uint8Array(words.length);
  const found: Stretch[] = [];
  const kept: Stretch[] = [];
  const reading = { text, words, forms, taken, setting };
  takeForms(reading, { found, kept });
  takePieces(reading, found);
  takeInside(reading, found);
  takeUnparted(folded, text, forms, found);
  for (const { telling, ...masked } of maskedIn(text, forms)) if (telling) found.push(masked);
  return { found, kept };
}

function takeForms(
  looking: Looking,
  into: { readonly found: Stretch[]; readonly kept: Stretch[] },
): void {
  const { text, words, forms, taken } = looking;
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
      if (!match || ((form.words.length === 1 || form.called) && !isNear(match))) return 0;
      if (form.words.length === 1 && isOnlyCommon(at, match)) return 0;
      told ||= match.nearness !== 'bones';
      at++;
    }
    return told ? at - from : 0;
  };
  const isOnlyCommon = (at: number, { common }: WordMatch) => {
    const word = common === null ? undefined : words[at];
    return word !== undefined && isCommonPlace(looking, word);
  };
  const matchOf = (at: number, wanted: number) =>
    candidates[at]?.find(({ word }) => word === wanted);
  const pass = (wanted: (form: Form) => boolean) => {
    for (let at = 0; at < words.length; at++) {
      if (taken[at]) continue;
      let best: Form | null = null;
      let long = 0;
      let entity: string | null = null;
      for (const { word } of candidates[at] ?? [])
        for (const form of forms.byFirst.get(word) ?? []) {
          if (!wanted(form) || form.words.length < (best?.words.length ?? 0)) continue;
          const fitting = fits(form, at);
          if (fitting === 0 || taken.subarray(at, at + fitting).includes(1)) continue;
          // Sasha Kruk may be Aleksander or Aleksandra: then it is nobody's name.
          if (form.words.length !== best?.words.length)
            [best, long, entity] = [form, fitting, form.entity];
          else if (form.called && form.entity !== entity) entity = null;
        }
      if (!best) continue;
      taken.fill(1, at, at + long);
      const stretches = stretchesOf(text, words.slice(at, at + long), entity);
      (best.kept ? into.kept : into.found).push(...stretches);
    }
  };
  pass(({ kept, called, entity }) => !kept && !called && entity !== null);
  pass(({ kept }) => kept);
  pass(({ called }) => called);
  pass(({ kept, entity }) => !kept && entity === null);
}

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

/** Codes hide names: then all of the piece goes. */
function takeEncoded(text: string, forms: Forms, found: Stretch[]): void {
  for (const { start, end, readings } of codedIn(text))
    if (readings.some((reading) => isNamedPlainly(reading, forms)))
      found.push({ start, end, entity: null });
}

function isNamedPlainly(text: string, forms: Forms): boolean {
  // What is left of codes parts words.
  const parted = text.replaceAll('%', ' ');
  return namesAsTheyStand(parted, forms, 'disguise').found.length > 0;
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
