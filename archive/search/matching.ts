/** Finds in a document's own fields the words that answer a query: ranges, and why. */
import { limits } from '../model/limits.ts';
import { eachWord, isPlain, withoutPossessive, writtenForm } from '../text/index.ts';
import type { Dictionary } from './dictionary.ts';
import type { Match, MatchField, Reason, SearchDocument } from './document.ts';
import type { Asked, Plan } from './plan.ts';
import { explain } from './reasons.ts';

/** A word of the archive as an answer to the query. */
interface Answer {
  readonly term: number;
  readonly asked: Asked;
  readonly weight: number;
}

/** Meanings less near than this are not shown as matches. */
const SHOWN = 0.55;
/** UTF-16 units of an excerpt. */
const EXCERPT = 240;

export type Answers = ReadonlyMap<number, Answer>;

/** Which words of the archive answer which word of the query; the nearest when there are several. */
export function answersOf(plan: Plan): Answers {
  const answers = new Map<number, Answer>();
  plan.terms.forEach((term, index) => {
    for (const asked of term.asked)
      for (const [word, weight] of asked.meanings)
        if (weight >= SHOWN && weight > (answers.get(word)?.weight ?? 0))
          answers.set(word, { term: index, asked, weight });
  });
  return answers;
}

/** The form under which the index knows a word of a text. */
export function indexedForm(text: string, start: number, end: number): string {
  return withoutPossessive(
    writtenForm(text.slice(start, Math.min(end, start + limits.indexedWord))),
  );
}

/** The number under which the index knows a word of a text; -1 when it does not. */
function numberAt(text: string, start: number, end: number, dictionary: Dictionary): number {
  if (end - start <= limits.indexedWord && isPlain(text, start, end))
    return dictionary.numberAt(text, start, end);
  return dictionary.numberOf(indexedForm(text, start, end)) ?? -1;
}

/** Each word of a text with the number under which the index knows it, or -1, and as it is written. `met` remembers. */
export function eachNumber(
  text: string,
  dictionary: Dictionary,
  visit: (word: number, written: string) => void,
  met = new Map<string, number>(),
): void {
  eachWord(text, (start, end) => {
    const written = text.slice(start, end);
    let word = met.get(written);
    if (word === undefined) {
      word = numberAt(text, start, end, dictionary);
      met.set(written, word);
    }
    visit(word, written);
  });
}

export interface ReadWord {
  readonly start: number;
  readonly end: number;
  /** Of the dictionary; -1 when it is not there. */
  readonly word: number;
}

/** The words of `text` between two offsets. */
export function readWords(
  text: string,
  from: number,
  to: number,
  dictionary: Dictionary,
): ReadWord[] {
  const words: ReadWord[] = [];
  const piece = from === 0 && to >= text.length ? text : text.slice(from, to);
  eachWord(piece, (start, end) => {
    const word = numberAt(piece, start, end, dictionary);
    words.push({ start: from + start, end: from + end, word });
  });
  return words;
}

interface Found {
  readonly match: Match;
  readonly answer: Answer;
  readonly written: string;
  /** The whole tag or name that it stands in. */
  readonly whole: string;
}

export interface Explained {
  readonly reasons: Reason[];
  readonly matches: Match[];
  readonly excerpt?: { readonly start: number; readonly end: number };
}

function findIn(
  field: MatchField,
  text: string,
  words: readonly ReadWord[],
  answers: Answers,
  item?: number,
): Found[] {
  const found: Found[] = [];
  for (const { start, end, word } of words) {
    const answer = answers.get(word);
    if (!answer) continue;
    const match = item === undefined ? { field, start, end } : { field, start, end, item };
    found.push({ match, answer, written: text.slice(start, end), whole: text });
  }
  return found;
}

/** The window of the text that answers most of the query; starts with a match. */
function bestWindow(found: readonly Found[]): { start: number; end: number } | undefined {
  let best: { start: number; end: number } | undefined;
  let most = 0;
  for (let from = 0; from < found.length; from++) {
    const start = found[from]?.match.start ?? 0;
    const weights = new Map<number, number>();
    let end = start;
    for (let at = from; at < found.length; at++) {
      const one = found[at];
      if (!one || one.match.end - start > EXCERPT) break;
      weights.set(one.answer.term, Math.max(weights.get(one.answer.term) ?? 0, one.answer.weight));
      end = one.match.end;
    }
    let sum = 0;
    for (const weight of weights.values()) sum += weight;
    if (sum > most + 1e-9) {
      most = sum;
      best = { start, end };
    }
  }
  return best;
}

const kindOfField = { speaker: 'speaker', tag: 'tag' } as const;

function reasonOf({ match, answer, written, whole }: Found, language: string): Reason {
  const asked = answer.asked.word.typed;
  if (match.field === 'speaker' || match.field === 'tag')
    return { kind: kindOfField[match.field], asked, found: whole };
  return explain(asked, written, language, answer.asked.wanted.unfinished);
}

/** One reason for each word of the query: its nearest match, in the text rather than elsewhere. */
function reasonsOf(found: readonly Found[], language: string): Reason[] {
  const nearest = new Map<Asked, Found>();
  for (const one of found) {
    const had = nearest.get(one.answer.asked);
    if (!had || one.answer.weight > had.answer.weight + 1e-9) nearest.set(one.answer.asked, one);
  }
  return [...nearest.values()].map((one) => reasonOf(one, language));
}

/** Ranges and reasons in all fields of a document; of the text, in `words`. */
export function explainDocument(
  document: SearchDocument,
  text: string,
  words: readonly ReadWord[],
  answers: Answers,
  dictionary: Dictionary,
): Explained {
  const field = (name: MatchField, value: string, item?: number) =>
    findIn(name, value, readWords(value, 0, value.length, dictionary), answers, item);
  const inText = findIn('text', text, words, answers);
  const found = [
    ...field('title', document.title),
    ...inText,
    ...(document.speaker ?? []).flatMap((name, item) => field('speaker', name, item)),
    ...(document.tags ?? []).flatMap((tag, item) => field('tag', tag, item)),
    ...field('note', document.note ?? ''),
    ...field('publisher', document.publisher ?? ''),
  ];
  const reasons = reasonsOf(found, document.language);
  const answered = new Set(found.map(({ answer }) => answer.asked));
  for (const name of document.names ?? [])
    for (const one of field('title', name))
      if (!answered.has(one.answer.asked)) {
        answered.add(one.answer.asked);
        reasons.push({ kind: 'name', asked: one.answer.asked.word.typed, found: name });
      }
  const excerpt = bestWindow(inText);
  const matches = found.slice(0, limits.matchesPerResult).map(({ match }) => match);
  return excerpt ? { reasons, matches, excerpt } : { reasons, matches };
}
