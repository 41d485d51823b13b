/** What the archive has that can be put into a dossier, by kind, newest first. */
import type { DossierId, Quote, Section, Source } from '../../../../archive/model/index.ts';
import { chronologyEntry } from '../../../../archive/model/chronology-entry.ts';
import { limits } from '../../../../archive/model/limits.ts';
import { dateRoles, entriesOf, inTimeOrder } from '../../../../archive/timeline/index.ts';
import { quoteText } from '../../lib/quote-text.ts';
import type { Records } from '../../lib/records.svelte.ts';
import { kindIcons, langOf, sourceLang } from '../../lib/source-look.ts';
import { t } from '../../lib/texts.svelte.ts';
import type { IconName } from '../../lib/ui/icons.ts';
import type { SectionDraft } from './dossier-desk.svelte.ts';

export const insertKinds = [
  'quote',
  'picture',
  'source',
  'comparison',
  'claim',
  'chronology',
] as const;
export type InsertKind = (typeof insertKinds)[number];

export interface Insertable {
  readonly id: string;
  readonly icon: IconName;
  /** What it is known by, and its language. */
  readonly name: string;
  readonly lang: string | undefined;
  /** Where it is from. */
  readonly beside: readonly string[];
  /** What typed words are looked for in. */
  readonly words: string;
  readonly draft: SectionDraft;
}

type Told = Omit<Insertable, 'words'>;

export function insertables(
  records: Records,
  kind: InsertKind,
  dossier: DossierId,
): readonly Insertable[] {
  const all = {
    quote: () => quotes(records, 'text'),
    picture: () => [
      ...quotes(records, 'region'),
      ...sources(records, (one) => one.kind === 'image'),
    ],
    source: () => sources(records, () => true),
    comparison: () => comparisons(records, dossier),
    claim: () => claims(records),
    chronology: () => chronologies(records, dossier),
  }[kind]();
  return all.map((one) => ({ ...one, words: [one.name, ...one.beside].join(' ') }));
}

function quotes(records: Records, anchor: Quote['anchor']['kind']): readonly Told[] {
  return [...records.quotes.values()]
    .filter((quote) => quote.anchor.kind === anchor)
    .sort((one, other) => other.createdAt.localeCompare(one.createdAt))
    .map((quote) => {
      const source = records.sources.get(quote.source);
      const speaker =
        quote.speaker === null ? undefined : records.entities.get(quote.speaker)?.name;
      return {
        id: quote.id,
        icon: anchor === 'text' ? 'quote' : 'square-dashed',
        name: quoteText(quote),
        lang: langOf(quote.language),
        beside: told(speaker, source?.shelfmark, source?.title),
        draft: { kind: 'quote', quote: quote.id },
      };
    });
}

function sources(records: Records, wanted: (source: Source) => boolean): readonly Told[] {
  return [...records.sources.values()]
    .filter(wanted)
    .sort((one, other) => other.addedAt.localeCompare(one.addedAt))
    .map((source) => ({
      id: source.id,
      icon: kindIcons[source.kind],
      name: source.title,
      lang: sourceLang(source),
      beside: told(source.shelfmark, source.metadata.publisher ?? undefined),
      draft: { kind: 'source', source: source.id },
    }));
}

/** Pairs that somebody has compared: in another dossier or by a decision about them; and versions of one address. */
function comparisons(records: Records, dossier: DossierId): readonly Told[] {
  const pairs = [
    ...sectionsBeside(records, dossier).flatMap(({ section }) =>
      section.kind === 'comparison' ? [section] : [],
    ),
    ...[...records.pairings.values()].map(({ a, b }) => ({ a: a.source, b: b.source })),
    ...[...records.sources.values()].flatMap(({ id, versionOf }) =>
      versionOf === null ? [] : [{ a: versionOf, b: id }],
    ),
  ];
  const pairsTold = new Map<string, Told>();
  for (const pair of pairs) {
    const [a, b] = [records.sources.get(pair.a), records.sources.get(pair.b)];
    const id = [pair.a, pair.b].sort((one, other) => one.localeCompare(other)).join(' ');
    if (!a || !b || a === b || pairsTold.has(id)) continue;
    pairsTold.set(id, {
      id,
      icon: 'columns-2',
      name: t('insert.pair', { a: a.title, b: b.title }),
      lang: undefined,
      beside: [a.shelfmark, b.shelfmark],
      draft: { kind: 'comparison', a: a.id, b: b.id },
    });
  }
  return [...pairsTold.values()];
}

function claims(records: Records): readonly Told[] {
  return [...records.claims.values()]
    .sort((one, other) => other.changedAt.localeCompare(one.changedAt))
    .map(({ id, question, rows }) => ({
      id,
      icon: 'scale',
      name: question,
      lang: undefined,
      beside: [t('claims.rows', { count: rows.length })],
      draft: { kind: 'claim', claim: id },
    }));
}

/** All dates of one kind, and the chronologies of other dossiers. */
function chronologies(records: Records, dossier: DossierId): readonly Told[] {
  const dated = inTimeOrder(
    entriesOf({
      sources: [...records.sources.values()],
      quotes: [...records.quotes.values()],
      claims: [...records.claims.values()],
    }),
  );
  const ofRoles = dateRoles.map((role) => ({
    id: role,
    name: t('insert.dates', { role: t(`timeline.role.${role}`) }),
    entries: dated.filter((one) => one.role === role).map(chronologyEntry),
  }));
  const ofDossiers = sectionsBeside(records, dossier).flatMap(({ section, title }) =>
    section.kind === 'chronology'
      ? [{ id: section.id, name: title, entries: section.entries }]
      : [],
  );
  return [...ofRoles, ...ofDossiers]
    .filter(({ entries }) => entries.length > 0 && entries.length <= limits.listLength)
    .map(({ id, name, entries }) => ({
      id,
      icon: 'clock',
      name,
      lang: undefined,
      beside: [t('insert.lines', { count: entries.length })],
      draft: { kind: 'chronology', entries: [...entries] },
    }));
}

function sectionsBeside(
  records: Records,
  dossier: DossierId,
): readonly { readonly section: Section; readonly title: string }[] {
  return [...records.dossiers.values()]
    .filter(({ id }) => id !== dossier)
    .flatMap(({ sections, title }) => sections.map((section) => ({ section, title })));
}

const told = (...parts: readonly (string | undefined)[]): readonly string[] =>
  parts.flatMap((part) => (part === undefined || part === '' ? [] : [part]));
