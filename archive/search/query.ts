/**
 * The query language: words (all of them), "phrase", -not, or, tag: speaker: source: lang: kind: before: after:
 * has:, is: status: collection:, ~ for more errors, = for exactly as written. Whatever is none of these is words.
 */
import { fail, ok, type Result } from '../lib/result.ts';
import { limits } from '../model/limits.ts';
import { eachWord, withoutPossessive, writtenForm } from '../text/index.ts';
import type { Kind, SearchFailure } from './document.ts';

export interface QueryWord {
  /** As typed. */
  readonly typed: string;
  readonly written: string;
}

export interface Wanted {
  readonly is: 'words';
  readonly words: readonly QueryWord[];
  /** The words stand side by side, in this order. */
  readonly phrase: boolean;
  /** Exactly as written, apart from case. */
  readonly exact: boolean;
  readonly fuzzier: boolean;
  /** The last word may be unfinished: the query ends right behind it. */
  readonly unfinished: boolean;
}

export type Filter =
  | {
      readonly is: 'tag' | 'speaker' | 'source' | 'language';
      readonly value: string;
      readonly exact: boolean;
    }
  | { readonly is: 'kind'; readonly value: Kind }
  | { readonly is: 'before' | 'after'; readonly value: string }
  | { readonly is: 'has'; readonly value: Having }
  | { readonly is: 'collection'; readonly value: string; readonly exact: boolean }
  | { readonly is: 'standing'; readonly value: Standing };

/** Where a source stands with who works with it. The index does not know: whoever asks says which sources these are. */
export const standings = ['starred', 'unread', 'reading', 'read'] as const;
export type Standing = (typeof standings)[number];

export const havings = ['image', 'speaker', 'tag', 'note', 'date'] as const;
export type Having = (typeof havings)[number];

export type Atom = Wanted | Filter;

export interface Query {
  /** Each must be answered, by one of its alternatives. */
  readonly clauses: readonly (readonly Atom[])[];
  readonly excluded: readonly Atom[];
}

export type QueryFault =
  | 'empty'
  | 'too-long'
  | 'quote-open'
  | 'value-missing'
  | 'kind-unknown'
  | 'has-unknown'
  | 'standing-unknown'
  | 'date-invalid';

const names: Readonly<Record<string, Filter['is']>> = {
  tag: 'tag',
  speaker: 'speaker',
  source: 'source',
  lang: 'language',
  language: 'language',
  kind: 'kind',
  before: 'before',
  after: 'after',
  has: 'has',
  collection: 'collection',
  is: 'standing',
  status: 'standing',
};

const SPACE = /\s/;
const QUOTE_MARKS: Readonly<Record<string, string>> = { '"': '"', '“': '”', '„': '”“', '«': '»' };
const DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;
const OPEN_END = /[\p{L}\p{N}\p{M}]$/u;
const OR = /^(?:or|OR)$/;

class Fault extends Error {
  readonly fault: QueryFault;
  readonly at: number;
  readonly length: number;

  constructor(fault: QueryFault, at: number, length: number) {
    super(fault);
    this.fault = fault;
    this.at = at;
    this.length = length;
  }
}

export interface Piece {
  readonly excluded: boolean;
  readonly exact: boolean;
  readonly fuzzier: boolean;
  readonly name: Filter['is'] | null;
  readonly value: string;
  readonly quoted: boolean;
  /** Nothing stands behind its last letter that says that it is finished. */
  readonly open: boolean;
  readonly at: number;
  readonly end: number;
}

/** One piece from `at`, which is not a space. */
function readPiece(query: string, at: number): Piece {
  let next = at;
  let excluded = false;
  let exact = false;
  let fuzzier = false;
  for (; next < query.length; next++) {
    const sign = query.charAt(next);
    if (sign === '-' && next === at) excluded = true;
    else if (sign === '=') exact = true;
    else if (sign === '~') fuzzier = true;
    else break;
  }
  const named = /^([a-z]{2,10}):/i.exec(query.slice(next, next + 12));
  const name = named ? (names[named[1]?.toLowerCase() ?? ''] ?? null) : null;
  if (name !== null) next += named?.[0].length ?? 0;
  const closing = QUOTE_MARKS[query.charAt(next)];
  if (closing !== undefined) {
    let end = next + 1;
    while (end < query.length && !closing.includes(query.charAt(end))) end++;
    if (end === query.length) throw new Fault('quote-open', next, query.length - next);
    const value = query.slice(next + 1, end);
    // A sign may also follow: "some phrase"~
    let after = end + 1;
    if (query.charAt(after) === '~') {
      fuzzier = true;
      after++;
    }
    return { excluded, exact, fuzzier, name, value, quoted: true, open: false, at, end: after };
  }
  let end = next;
  while (end < query.length && !SPACE.test(query.charAt(end)) && query.charAt(end) !== '"') end++;
  let value = query.slice(next, end);
  const open = end === query.length && OPEN_END.test(value);
  if (value.endsWith('~')) {
    fuzzier = true;
    value = value.slice(0, -1);
  }
  return { excluded, exact, fuzzier, name, value, quoted: false, open, at, end };
}

function queryWords(text: string): QueryWord[] {
  const words: QueryWord[] = [];
  eachWord(text, (start, end) => {
    const typed = text.slice(start, Math.min(end, start + limits.indexedWord));
    const written = withoutPossessive(writtenForm(typed));
    if (written !== '') words.push({ typed, written });
  });
  return words;
}

function filterOf({ name, value, exact, at, end }: Piece): Filter {
  const length = end - at;
  const plain = value.trim();
  if (plain === '') throw new Fault('value-missing', at, length);
  switch (name) {
    case 'kind': {
      const kind = plain.toLowerCase().replace(/s$/, '');
      if (kind !== 'source' && kind !== 'quote' && kind !== 'image')
        throw new Fault('kind-unknown', at, length);
      return { is: 'kind', value: kind };
    }
    case 'has': {
      const having = havings.find((known) => known === plain.toLowerCase().replace(/s$/, ''));
      if (having === undefined) throw new Fault('has-unknown', at, length);
      return { is: 'has', value: having };
    }
    case 'before':
    case 'after':
      if (!DATE.test(plain)) throw new Fault('date-invalid', at, length);
      return { is: name, value: plain };
    case 'standing': {
      const standing = standings.find((known) => known === plain.toLowerCase());
      if (standing === undefined) throw new Fault('standing-unknown', at, length);
      return { is: 'standing', value: standing };
    }
    case 'tag':
    case 'speaker':
    case 'source':
    case 'language':
    case 'collection':
      return { is: name, value: plain, exact };
    case null:
      throw new Error('a piece without a name is words');
  }
}

function atomsOf(piece: Piece, joined: boolean): Atom[] {
  if (piece.name !== null) return [filterOf(piece)];
  const words = queryWords(piece.value);
  if (words.length === 0) return [];
  const { exact, fuzzier } = piece;
  const unfinished = piece.open && !exact;
  const phrase = words.length > 1 && (piece.quoted || joined || piece.excluded);
  if (phrase || words.length === 1)
    return [{ is: 'words', words, phrase, exact, fuzzier, unfinished }];
  return words.map((word, index) => ({
    is: 'words',
    words: [word],
    phrase: false,
    exact,
    fuzzier,
    unfinished: unfinished && index === words.length - 1,
  }));
}

function readPieces(query: string): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < query.length;) {
    if (SPACE.test(query.charAt(at))) at++;
    else {
      const piece = readPiece(query, at);
      pieces.push(piece);
      at = Math.max(piece.end, at + 1);
    }
  }
  return pieces;
}

/** What a query is made of; nothing of one that cannot be read. */
export function piecesIn(query: string): readonly Piece[] {
  try {
    return readPieces(query);
  } catch (error) {
    if (error instanceof Fault) return [];
    throw error;
  }
}

const isOr = (piece: Piece | undefined) =>
  piece?.name === null && !piece.quoted && !piece.excluded && !piece.exact && OR.test(piece.value);

function assemble(query: string): Query {
  const pieces = readPieces(query);
  const clauses: Atom[][] = [];
  const excluded: Atom[] = [];
  let open = false;
  pieces.forEach((piece, index) => {
    const joins = isOr(piece) && index > 0 && index < pieces.length - 1 && clauses.length > 0;
    if (joins) {
      open = true;
      return;
    }
    const atoms = atomsOf(piece, open || isOr(pieces[index + 1]));
    if (piece.excluded) excluded.push(...atoms);
    else if (open && atoms.length > 0) clauses.at(-1)?.push(...atoms);
    else for (const atom of atoms) clauses.push([atom]);
    if (atoms.length > 0) open = false;
  });
  if (clauses.length === 0 && excluded.length === 0) throw new Fault('empty', 0, query.length);
  return { clauses, excluded };
}

/**
 * Reads a query. A bad one is a failure `query-invalid` with `reason` (a `QueryFault`), and `at` and `length` of what is wrong in
 * UTF-16 units of the query. Never throws; takes time linear in the query.
 */
export function parseQuery(query: string): Result<Query, SearchFailure['code']> {
  if (query.length > limits.queryLength)
    return fail('query-invalid', {
      reason: 'too-long',
      at: limits.queryLength,
      length: query.length - limits.queryLength,
    });
  try {
    return ok(assemble(query));
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return fail('query-invalid', { reason: error.fault, at: error.at, length: error.length });
  }
}
