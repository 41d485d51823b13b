/** What a query may be continued with: names of filters, and after `tag:` and the like what the archive has. Only offered. */
import type { Records } from '../../lib/records.svelte.ts';
import { formatLanguage } from '../../lib/format.ts';
import { fold, matches } from '../../lib/fold.ts';
import { soundsLike } from '../../lib/sounds-like.ts';
import { t } from '../../lib/texts.svelte.ts';
import { type FilterName, filterNames, filterText, type Piece, piecesOf } from './query-text.ts';

export interface Completion {
  readonly key: string;
  readonly label: string;
  /** What it is, in few words. */
  readonly about: string;
  readonly colour?: number;
  /** The query with it, and where the caret stands then. */
  readonly query: string;
  readonly caret: number;
}

const MOST = 8;
/** Shorter beginnings of a word may become anything. */
const SHORTEST_NAME = 2;

interface Value {
  readonly value: string;
  readonly about?: string;
  readonly colour?: number;
  /** Other names for it. */
  readonly also?: readonly string[];
}

const kinds = ['source', 'quote', 'image'] as const;
const statuses = ['unread', 'reading', 'read'] as const;
const havings = ['image', 'speaker', 'tag', 'note', 'date'] as const;

export function completionsAt(
  query: string,
  caret: number,
  records: Records,
): readonly Completion[] {
  const piece = piecesOf(query).find(({ at, end }) => at < caret && caret <= end);
  if (!piece || (piece.quoted && isClosed(query, piece) && caret === piece.end)) return [];
  return piece.name === null
    ? namesFor(query, piece, caret)
    : valuesFor(query, piece, piece.name, records);
}

const isClosed = (query: string, { valueAt, end }: Piece) =>
  end - valueAt > 1 && /["”“»]~?$/.test(query.slice(valueAt + 1, end));

function namesFor(query: string, piece: Piece, caret: number): Completion[] {
  const typed = query.slice(piece.valueAt, caret).toLowerCase();
  if (piece.quoted || typed.length < SHORTEST_NAME || caret < piece.end) return [];
  return filterNames
    .filter((name) => name.startsWith(typed))
    .map((name) => ({
      key: name,
      label: `${name}:`,
      about: t(`complete.${name}`),
      ...replaced(query, piece, `${name}:`, ''),
    }));
}

function valuesFor(query: string, piece: Piece, name: FilterName, records: Records): Completion[] {
  const typed = piece.value.trim();
  const textsOf = ({ value, about = '', also = [] }: Value) => [value, about, ...also];
  const all = valuesOf(name, records);
  const written = all.filter(
    (value) => typed === '' || textsOf(value).some((text) => matches(text, typed)),
  );
  // How ten thousand names sound takes long: it is asked only where there is room for more.
  const values =
    written.length >= MOST
      ? written
      : all.filter(
          (value) =>
            written.includes(value) || textsOf(value).some((text) => soundsLike(text, typed)),
        );
  // Nothing is left to complete.
  const whole = values.length === 1 && fold(values[0]?.value ?? '') === fold(typed);
  if (whole && (piece.exact || filterText(name, 'x').startsWith(name))) return [];
  return inOrder(values, typed)
    .slice(0, MOST)
    .map(({ value, about = '', colour }) => ({
      key: `${name}:${value}`,
      label: value,
      about,
      ...(colour === undefined ? {} : { colour }),
      ...replaced(query, piece, filterText(name, value), ' '),
    }));
}

/** Those that begin with what is typed come first. */
function inOrder(values: readonly Value[], typed: string): Value[] {
  const wanted = fold(typed);
  const beginning = new Set(values.filter(({ value }) => fold(value).startsWith(wanted)));
  return [...beginning, ...values.filter((value) => !beginning.has(value))];
}

function replaced(query: string, piece: Piece, text: string, behind: string) {
  const before = `${query.slice(0, piece.at)}${piece.excluded ? '-' : ''}${text}`;
  const after = query.slice(piece.end);
  const gap = after.startsWith(' ') ? '' : behind;
  return { query: before + gap + after, caret: before.length + behind.length };
}

function valuesOf(name: FilterName, records: Records): Value[] {
  switch (name) {
    case 'tag':
      return [...records.tags.values()].map(({ name: value, colour }) => ({ value, colour }));
    case 'speaker':
      return [...records.entities.values()].map(({ name: value, role, spellings }) => {
        return { value, about: role, also: spellings };
      });
    case 'source':
      return sourceNames(records);
    case 'lang':
      return languagesIn(records);
    case 'kind':
      return kinds.map((value) => ({ value, about: t(`search.kind.${value}`) }));
    case 'has':
      return havings.map((value) => ({ value, about: t(`complete.has.${value}`) }));
    case 'is':
      return [{ value: 'starred' }];
    case 'status':
      return statuses.map((value) => ({ value }));
    case 'collection':
      return [...records.gatherings.values()].map(({ name: value }) => ({ value }));
    case 'before':
    case 'after':
      return [];
  }
}

function sourceNames(records: Records): Value[] {
  const sources = [...records.sources.values()];
  const publishers = new Set(sources.flatMap(({ metadata }) => metadata.publisher ?? []));
  return [
    ...[...publishers].map((value) => ({ value, about: t('details.publisher') })),
    ...sources.map(({ title, shelfmark }) => ({ value: title, about: shelfmark })),
  ];
}

function languagesIn(records: Records): Value[] {
  const codes = new Set([...records.sources.values()].flatMap(({ text }) => text?.language ?? []));
  return [...codes].map((value) => ({
    value,
    about: formatLanguage(value) || t('language.unknown'),
  }));
}
