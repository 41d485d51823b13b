/** The order of a timeline, what of it is shown, and its groups. What is known only roughly stands before what is known better, and never among it. */
import type { EntityId, SourceId, SourceKind } from '../model/index.ts';
import { dateRoles, type DateRole, type TimelineEntry } from './entries.ts';
import { type Precision, precisionOf, type Stretch, stretchOf } from './stretch.ts';

export type Scale = 'year' | 'month' | 'day';

/** Empty lists and `null` let everything through. */
export interface TimelineFilter {
  readonly roles: readonly DateRole[];
  /** All of them. */
  readonly tags: readonly string[];
  readonly who: string | null;
  readonly source: string | null;
  readonly from: string | null;
  readonly to: string | null;
  /** Of sources of these kinds; left out or empty: of all. */
  readonly kinds?: readonly SourceKind[];
  /** As they were typed: they stand in the dates, the words, the question or the name. */
  readonly words?: string;
}

/** What of other records the filter asks for. */
export interface Around {
  readonly kindOf: (source: SourceId) => SourceKind | null;
  readonly nameOf: (who: EntityId) => string;
}

const ALONE: Around = { kindOf: () => null, nameOf: () => '' };

export interface TimelineGroup {
  /** `2026`, `2026-04` or `2026-04-09`. */
  readonly key: string;
  /** As far as its date is known, when that is less than the scale. */
  readonly rough: Precision | null;
  readonly entries: readonly TimelineEntry[];
}

const ALWAYS: Stretch = { start: -Infinity, end: Infinity };

/** From the beginning of what the first date can mean to the end of what the last one can. */
function reachOf({ from, to }: Pick<TimelineEntry, 'from' | 'to'>): Stretch {
  return {
    start: from === null ? -Infinity : (stretchOf(from) ?? ALWAYS).start,
    end: to === null ? Infinity : (stretchOf(to) ?? ALWAYS).end,
  };
}

/** Where it stands: a stretch without a beginning stands at its end. */
const dateOf = ({ from, to }: TimelineEntry): string => from ?? to ?? '';

/** Earliest first. Of those that begin together the one that may mean more comes first. */
export function inTimeOrder(entries: readonly TimelineEntry[]): TimelineEntry[] {
  const placed = entries.map((entry) => ({ entry, at: stretchOf(dateOf(entry)) ?? ALWAYS }));
  return placed
    .sort(
      (one, other) =>
        one.at.start - other.at.start ||
        other.at.end - one.at.end ||
        dateRoles.indexOf(one.entry.role) - dateRoles.indexOf(other.entry.role) ||
        (one.entry.id < other.entry.id ? -1 : 1),
    )
    .map(({ entry }) => entry);
}

/** What may lie within the span is let through, also when it is not certain. */
export function passes(entry: TimelineEntry, filter: TimelineFilter, around: Around): boolean {
  const { roles, tags, who, source, from, to, kinds = [], words = '' } = filter;
  if (roles.length > 0 && !roles.includes(entry.role)) return false;
  if (who !== null && entry.who !== who) return false;
  if (source !== null && entry.source !== source) return false;
  if (!tags.every((tag) => entry.tags.some((own) => own === tag))) return false;
  const kind = around.kindOf(entry.source);
  if (kinds.length > 0 && (kind === null || !kinds.includes(kind))) return false;
  if (!hasWords(entry, words, around)) return false;
  const [reach, span] = [reachOf(entry), reachOf({ from, to })];
  return reach.start < span.end && span.start < reach.end;
}

export function timelineOf(
  entries: readonly TimelineEntry[],
  filter: TimelineFilter,
  around: Around = ALONE,
): TimelineEntry[] {
  return inTimeOrder(entries.filter((entry) => passes(entry, filter, around)));
}

function hasWords(
  { from, to, words, question, who }: TimelineEntry,
  typed: string,
  { nameOf }: Around,
): boolean {
  const wanted = folded(typed.trim());
  if (wanted === '') return true;
  const name = who === null ? '' : nameOf(who);
  return folded([from, to, words, question, name].join(' ')).includes(wanted);
}

/** Lower case and without accents, as one types in haste. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
}

const finest: readonly Precision[] = ['year', 'month', 'day', 'time'];
const LENGTH = { year: 4, month: 7, day: 10 } as const;

/** Of entries in order. A date that is not known to the scale has a group of its own. Times with a zone are of the day in UTC. */
export function groupsOf(entries: readonly TimelineEntry[], scale: Scale): TimelineGroup[] {
  const groups = new Map<string, { rough: Precision | null; entries: TimelineEntry[] }>();
  for (const entry of entries) {
    const date = dateOf(entry);
    const precision = precisionOf(date);
    const key = dayInUtc(date, precision).slice(0, LENGTH[scale]);
    const rough = finest.indexOf(precision) < finest.indexOf(scale) ? precision : null;
    const group = groups.get(key);
    if (group) group.entries.push(entry);
    else groups.set(key, { rough, entries: [entry] });
  }
  return [...groups].map(([key, group]) => ({ key, ...group }));
}

function dayInUtc(date: string, precision: Precision): string {
  if (precision !== 'time') return date;
  const stretch = stretchOf(date);
  return stretch ? new Date(stretch.start).toISOString().slice(0, 10) : date.slice(0, 10);
}
