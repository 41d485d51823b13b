/** The query as a person edits it: its pieces with their places, and filters put in and taken out. The engine reads what comes of it. */

export interface Piece {
  /** UTF-16 units of the query. */
  readonly at: number;
  readonly end: number;
  readonly excluded: boolean;
  readonly exact: boolean;
  readonly fuzzier: boolean;
  /** `tag` for `tag:…`; `null` for words. */
  readonly name: FilterName | null;
  /** Without signs, name and quotation marks. */
  readonly value: string;
  readonly quoted: boolean;
  /** Where the value begins, a quotation mark included. */
  readonly valueAt: number;
}

export const filterNames = [
  'tag',
  'speaker',
  'source',
  'lang',
  'kind',
  'has',
  'before',
  'after',
  'is',
  'status',
  'collection',
] as const;
export type FilterName = (typeof filterNames)[number];

const closing: Readonly<Record<string, string>> = { '"': '"', '“': '”', '„': '”“', '«': '»' };

export function piecesOf(query: string): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < query.length;) {
    if (/\s/.test(query.charAt(at))) {
      at += 1;
      continue;
    }
    const piece = pieceAt(query, at);
    pieces.push(piece);
    at = Math.max(piece.end, at + 1);
  }
  return pieces;
}

function pieceAt(query: string, at: number): Piece {
  const signs = /^-?[=~]*/.exec(query.slice(at))?.[0] ?? '';
  const afterSigns = at + signs.length;
  const named = /^([a-z]{2,10}):/i.exec(query.slice(afterSigns, afterSigns + 12));
  const said = named?.[1]?.toLowerCase();
  const name = filterNames.find((known) => known === said) ?? (said === 'language' ? 'lang' : null);
  const valueAt = name === null ? afterSigns : afterSigns + (named?.[0].length ?? 0);
  const close = closing[query.charAt(valueAt)];
  const shared = { at, excluded: signs.startsWith('-'), exact: signs.includes('='), name, valueAt };
  const signedFuzzier = signs.includes('~');
  if (close !== undefined) {
    let end = valueAt + 1;
    while (end < query.length && !close.includes(query.charAt(end))) end += 1;
    const value = query.slice(valueAt + 1, end);
    const after = query.charAt(end + 1) === '~';
    const whole = Math.min(query.length, end + (after ? 2 : 1));
    return { ...shared, end: whole, fuzzier: signedFuzzier || after, value, quoted: true };
  }
  let end = valueAt;
  while (end < query.length && !/[\s"]/.test(query.charAt(end))) end += 1;
  const value = query.slice(valueAt, end);
  const after = value.endsWith('~');
  return {
    ...shared,
    end,
    fuzzier: signedFuzzier || after,
    value: after ? value.slice(0, -1) : value,
    quoted: false,
  };
}

/** Names have to be meant exactly: what a filter says it leaves is what it leaves. */
const exactly: ReadonlySet<FilterName> = new Set(['tag', 'speaker', 'source', 'collection']);

/** As it stands in a query: `=tag:"still held"`, `lang:be`. */
export function filterText(name: FilterName, value: string): string {
  const sign = exactly.has(name) ? '=' : '';
  if (/^[\p{L}\p{N}][\p{L}\p{N}-]*$/u.test(value)) return `${sign}${name}:${value}`;
  const marks = [
    ['"', '"'],
    ['«', '»'],
    ['“', '”'],
  ] as const;
  const [open, close] = marks.find(([, end]) => !value.includes(end)) ?? ['"', '"'];
  const plain = value.includes(close) ? value.replaceAll(close, ' ') : value;
  return `${sign}${name}:${open}${plain}${close}`;
}

const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();

function standing(query: string, name: FilterName, value: string): Piece | undefined {
  return piecesOf(query).find(
    (piece) => piece.name === name && !piece.excluded && same(piece.value, value),
  );
}

export const hasFilter = (query: string, name: FilterName, value: string): boolean =>
  standing(query, name, value) !== undefined;

export function withoutPiece(query: string, { at, end }: Piece): string {
  const before = query.slice(0, at).trimEnd();
  const after = query.slice(end).trimStart();
  return before !== '' && after !== '' ? `${before} ${after}` : before + after;
}

/** Of these a document has one: choosing another takes the first one's place. */
const single: ReadonlySet<FilterName> = new Set(['kind', 'lang']);

export function toggleFilter(query: string, name: FilterName, value: string): string {
  const there = standing(query, name, value);
  if (there) return withoutPiece(query, there);
  return withPiece(
    single.has(name) ? withoutFilters(query, [name]) : query,
    filterText(name, value),
  );
}

function withPiece(query: string, text: string): string {
  const before = query.trimEnd();
  return before === '' ? text : `${before} ${text}`;
}

/** Takes out what filters of these names are asked for; what is excluded stays. */
export function withoutFilters(query: string, names: readonly FilterName[]): string {
  let rest = query;
  for (const piece of piecesOf(query).reverse())
    if (piece.name !== null && names.includes(piece.name) && !piece.excluded)
      rest = withoutPiece(rest, piece);
  return rest;
}

/** A year is what lies from its beginning on and before the next. */
export const yearAsked = (query: string): string | null => {
  const pieces = piecesOf(query).filter(({ excluded }) => !excluded);
  const from = pieces.find(({ name, value }) => name === 'after' && /^\d{4}$/.test(value))?.value;
  const to = pieces.find(({ name, value }) => name === 'before' && /^\d{4}$/.test(value))?.value;
  return from !== undefined && to === String(Number(from) + 1) ? from : null;
};

export function toggleYear(query: string, year: string): string {
  const rest = withoutFilters(query, ['after', 'before']);
  if (yearAsked(query) === year) return rest;
  return withPiece(rest, `after:${year} before:${String(Number(year) + 1)}`);
}

export const filtersIn = (query: string): Piece[] =>
  piecesOf(query).filter(({ name }) => name !== null);

export interface Attempt {
  readonly how: 'fuzzier' | 'words' | 'any' | 'without';
  readonly query: string;
  /** What is left out. */
  readonly piece: string;
}

const MOST_ATTEMPTS = 8;

/** Wider queries than this one, the nearest first. */
export function widerThan(query: string): Attempt[] {
  const pieces = piecesOf(query);
  const words = pieces.filter(
    (piece) => piece.name === null && !piece.excluded && !/^or$/i.test(piece.value),
  );
  const attempts: Attempt[] = [];
  const instead = (how: Attempt['how'], change: (piece: Piece) => string) => {
    let changed = query;
    for (const piece of [...words].reverse())
      changed = changed.slice(0, piece.at) + change(piece) + changed.slice(piece.end);
    attempts.push({ how, query: changed, piece: '' });
  };
  if (words.some(({ fuzzier, quoted }) => !fuzzier && !quoted))
    instead('fuzzier', (piece) =>
      piece.quoted ? query.slice(piece.at, piece.end) : `~${piece.value}`,
    );
  if (words.some(({ quoted, value }) => quoted && /\s/.test(value.trim())))
    instead('words', ({ value }) => value);
  for (const piece of pieces)
    if (piece.name !== null || piece.excluded)
      attempts.push({
        how: 'without',
        query: withoutPiece(query, piece),
        piece: query.slice(piece.at, piece.end),
      });
  if (words.length > 1 && !pieces.some(({ value }) => /^or$/i.test(value))) {
    const rest = pieces.filter((piece) => !words.includes(piece));
    const text = ({ at, end }: Piece) => query.slice(at, end);
    attempts.push({
      how: 'any',
      query: [words.map(text).join(' or '), ...rest.map(text)].join(' '),
      piece: '',
    });
  }
  return attempts.filter((attempt) => attempt.query.trim() !== '').slice(0, MOST_ATTEMPTS);
}
