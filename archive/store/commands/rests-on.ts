/** What rests on sources and quotes: what goes with them, and the places that they leave in dossiers and claims. */
import type {
  ChronologyEntry,
  Claim,
  Dossier,
  Gathering,
  LeftPlace,
  Quote,
  Section,
  Source,
} from '../../model/index.ts';
import type { Reading } from '../state.ts';
import { withUsedOrigins } from './claim-rows.ts';

export interface Resting {
  readonly quotes: readonly Quote[];
  readonly places: readonly LeftPlace[];
  /** As they are without it. */
  readonly dossiers: readonly Dossier[];
  readonly claims: readonly Claim[];
  readonly gatherings: readonly Gathering[];
}

/** `quotes` are some that are named besides those of the sources. */
export function restingOn(
  reading: Reading,
  sources: readonly Source[],
  quotes: readonly Quote[],
): Resting {
  const all = [...quotes, ...sources.flatMap(({ id }) => reading.quotesOf(id))];
  const gone = new Set<string>([...sources, ...all].map(({ id }) => id));
  const places: LeftPlace[] = [];
  const claims = reading.all('claims').flatMap((claim) => {
    const left = claim.rows.flatMap((row, index) =>
      gone.has(row.quote) ? rowPlace(claim, row, index) : [],
    );
    places.push(...left);
    for (const { row } of left) gone.add(row.id);
    return left.length > 0 ? [withoutRows(claim, new Set(left.map(({ row }) => row.id)))] : [];
  });
  // Behind the rows: what a line of a chronology tells of is there again before the line is.
  const dossiers = reading.all('dossiers').flatMap((dossier) => {
    const left = placesIn(dossier, gone);
    places.push(...left);
    return left.length > 0 ? [withoutGone(dossier, gone)] : [];
  });
  const gatherings = reading.all('gatherings').flatMap((gathering) => {
    const left = gathering.sources.flatMap((source, index) =>
      gone.has(source) ? memberPlace(gathering, source, index) : [],
    );
    places.push(...left);
    const kept = gathering.sources.filter((id) => !gone.has(id));
    return left.length > 0 ? [{ ...gathering, sources: kept }] : [];
  });
  return { quotes: all, places, dossiers, claims, gatherings };
}

/** Sources that came out of this one, and out of those. */
export function partsOf(reading: Reading, id: string): Source[] {
  const held = new Map<string, Source[]>();
  for (const source of reading.all('sources')) {
    if (source.partOf === undefined) continue;
    const beside = held.get(source.partOf);
    if (beside) beside.push(source);
    else held.set(source.partOf, [source]);
  }
  const found = new Set<Source>();
  const look = (from: string) => {
    for (const part of held.get(from) ?? []) {
      if (found.has(part)) continue;
      found.add(part);
      look(part.id);
    }
  };
  look(id);
  return [...found];
}

/** The sources and quotes that a section shows. */
export function namesOf(section: Section): readonly string[] {
  if (section.kind === 'source') return [section.source];
  if (section.kind === 'quote') return [section.quote];
  return section.kind === 'comparison' ? [section.a, section.b] : [];
}

/** What a line of a chronology tells of. */
export function nameOf(entry: ChronologyEntry): string {
  if (entry.kind === 'source') return entry.source;
  return entry.kind === 'quote' ? entry.quote : entry.row;
}

function placesIn(dossier: Dossier, gone: ReadonlySet<string>): LeftPlace[] {
  return dossier.sections.flatMap((section, index): LeftPlace[] => {
    if (section.kind !== 'chronology')
      return namesOf(section).some((id) => gone.has(id))
        ? sectionPlace(dossier, section, index)
        : [];
    return section.entries.flatMap((entry, at): LeftPlace[] =>
      gone.has(nameOf(entry))
        ? [{ kind: 'entry', dossier: dossier.id, section: section.id, entry, index: at }]
        : [],
    );
  });
}

function withoutGone(dossier: Dossier, gone: ReadonlySet<string>): Dossier {
  const sections = dossier.sections
    .filter((section) => !namesOf(section).some((id) => gone.has(id)))
    .map((section) =>
      section.kind === 'chronology'
        ? { ...section, entries: section.entries.filter((entry) => !gone.has(nameOf(entry))) }
        : section,
    );
  return { ...dossier, sections };
}

function sectionPlace(dossier: Dossier, section: Section, index: number) {
  const after = dossier.sections[index - 1]?.id ?? null;
  return [{ kind: 'section' as const, dossier: dossier.id, section, after, index }];
}

function rowPlace(claim: Claim, row: Claim['rows'][number], index: number) {
  return [
    {
      kind: 'row' as const,
      claim: claim.id,
      row,
      after: claim.rows[index - 1]?.id ?? null,
      index,
      origin: claim.origins.find(({ id }) => id === row.origin) ?? null,
      apart: claim.apart.flatMap((pair) =>
        pair.includes(row.id) ? pair.filter((id) => id !== row.id) : [],
      ),
    },
  ];
}

function memberPlace(gathering: Gathering, source: Source['id'], index: number) {
  const after = gathering.sources[index - 1] ?? null;
  return [{ kind: 'member' as const, gathering: gathering.id, source, after, index }];
}

function withoutRows(claim: Claim, ids: ReadonlySet<string>): Claim {
  return withUsedOrigins({
    ...claim,
    rows: claim.rows.filter(({ id }) => !ids.has(id)),
    apart: claim.apart.filter((pair) => !pair.some((id) => ids.has(id))),
  });
}
