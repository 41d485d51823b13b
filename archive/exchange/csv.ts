/** The records of an archive as tables, and a report on a list of names. */
import {
  type Anchor,
  type Claim,
  type ClaimRow,
  type Entity,
  type Quote,
  type Source,
  standsIn,
  statusOf,
  type Stated,
  type Tag,
  unknown,
} from '../model/index.ts';
import { type ById, byId } from './by-id.ts';
import { memoLines } from './tag-words.ts';
import type { ArchiveView, ExportedFile } from './view.ts';
import { type Cell, tableBytes } from './table.ts';

/** What rows of a claim name. */
type ClaimView = Pick<ArchiveView, 'quotes' | 'sources' | 'entities'>;

interface ClaimNamed {
  readonly quote: ById<Quote>;
  readonly source: ById<Source>;
  readonly entity: ById<Entity>;
}

interface Named extends ClaimNamed {
  readonly tag: ById<Tag>;
}

export interface NameCells {
  readonly name: string;
  readonly found: number;
  readonly spellings: string;
  readonly shelfmarks: string;
}

export function csvFiles(view: ArchiveView): ExportedFile[] {
  const within = collectionNames(view);
  const named: Named = { ...namedIn(view), tag: byId(view.tags) };
  return [
    table(
      'sources.csv',
      sourceHead,
      view.sources.map((source) => sourceRow(source, named, within)),
    ),
    table(
      'quotes.csv',
      quoteHead,
      view.quotes.map((quote) => quoteRow(quote, named)),
    ),
    table('tags.csv', tagHead, view.tags.map(tagRow)),
    table(
      'entities.csv',
      ['id', 'kind', 'name', 'spellings', 'role', 'protection', 'note'],
      view.entities.map(({ id, kind, name, spellings, role, protection, note }) => {
        return [id, kind, name, spellings.join('; '), role, protection, note];
      }),
    ),
    { path: 'claims.csv', bytes: claimsTable(view, view.claims).bytes },
    table(
      'activities.csv',
      [
        'number',
        'at',
        'offset',
        'actor',
        'action',
        'subjects',
        'before',
        'after',
        'previous',
        'hash',
      ],
      view.activities.map(
        ({
          number,
          at,
          offset,
          actor = unknown,
          action,
          subjects,
          before,
          after,
          previous,
          hash,
        }) => {
          const who = statedText(actor);
          return [
            number,
            at,
            offset,
            who,
            action,
            subjects.join(' '),
            before,
            after,
            previous,
            hash,
          ];
        },
      ),
    ),
  ];
}

const tagHead = [
  'id',
  'name',
  'colour',
  'definition',
  'parent',
  'examples',
  'when_to_use',
  'when_not_to_use',
  'memos',
];

function tagRow(tag: Tag): Cell[] {
  return [
    tag.id,
    tag.name,
    tag.colour,
    tag.definition,
    tag.parent,
    tag.examples ?? null,
    tag.whenToUse ?? null,
    tag.whenNotToUse ?? null,
    memoLines(tag).join('\n'),
  ];
}

const sourceHead = [
  'id',
  'shelfmark',
  'kind',
  'title',
  'language',
  'authors',
  'publisher',
  'published',
  'event',
  'address',
  'collected_by',
  'collected_at',
  'place',
  'method',
  'device',
  'consent',
  'sensitivity',
  'added',
  'file',
  'media_type',
  'bytes',
  'sha256',
  'sha512',
  'tags',
  'note',
  'part_of',
  'part_name',
  'starred',
  'reading_status',
  'collections',
];

function sourceRow(
  source: Source,
  named: Named,
  within: ReadonlyMap<string, readonly string[]>,
): Cell[] {
  const { metadata, capture, original } = source;
  return [
    source.id,
    source.shelfmark,
    source.kind,
    source.title,
    source.text?.language ?? null,
    metadata.authors.join('; '),
    metadata.publisher,
    metadata.published,
    metadata.event,
    metadata.address,
    statedText(capture.collectedBy),
    statedText(capture.collectedAt),
    statedText(capture.place),
    statedText(capture.method),
    statedText(capture.device),
    statedText(capture.consent),
    statedText(capture.sensitivity ?? unknown),
    source.addedAt,
    original.name,
    original.mediaType,
    original.size,
    original.sha256,
    original.sha512,
    tagNames(named, source.tags),
    source.note,
    source.partOf ?? null,
    source.partName ?? null,
    source.starred ? 'yes' : null,
    source.readingStatus ?? null,
    within.get(source.id)?.join('; ') ?? null,
  ];
}

function namedIn({ quotes, sources, entities }: ClaimView): ClaimNamed {
  return { quote: byId(quotes), source: byId(sources), entity: byId(entities) };
}

/** Names of the collections that each source is in. */
function collectionNames({ gatherings }: ArchiveView): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const { name, sources } of gatherings)
    for (const id of sources) names.set(id, [...(names.get(id) ?? []), name]);
  return names;
}

const quoteHead = [
  'id',
  'source',
  'shelfmark',
  'exact',
  'start_utf16',
  'end_utf16',
  'region',
  'outline',
  'page',
  'seen',
  'language',
  'speaker_id',
  'speaker',
  'attribution',
  'said_on',
  'translation',
  'translation_language',
  'translator',
  'translation_status',
  'tags',
  'check',
  'confidence',
  'note',
  'created',
];

function quoteRow(quote: Quote, named: Named): Cell[] {
  const source = named.source(quote.source);
  const speaker = named.entity(quote.speaker);
  return [
    quote.id,
    quote.source,
    source?.shelfmark ?? null,
    ...anchorCells(quote.anchor, standsIn(quote, source?.text?.sha256)),
    quote.seen ?? null,
    quote.language,
    quote.speaker,
    speaker?.name ?? null,
    quote.attribution,
    quote.saidOn,
    quote.translation?.text ?? null,
    quote.translation?.language ?? null,
    quote.translation?.translator ?? null,
    quote.translation && statusOf(quote.translation),
    tagNames(named, quote.tags),
    quote.check,
    quote.confidence ?? null,
    quote.note,
    quote.createdAt,
  ];
}

const claimHead = [
  'claim',
  'question',
  'row',
  'kind',
  'from',
  'to',
  'written',
  'unit',
  'period_from',
  'period_to',
  'said_by',
  'in_doubt',
  'doubt',
  'origin',
  'quote',
  'shelfmark',
  'exact',
];

function claimRow(claim: Claim, row: ClaimRow, named: ClaimNamed): Cell[] {
  const { number } = row;
  const quote = named.quote(row.quote);
  const source = named.source(quote?.source);
  const period = row.period ?? claim.period;
  const origin = claim.origins.findIndex(({ id }) => id === row.origin);
  return [
    claim.id,
    claim.question,
    row.id,
    number?.kind ?? null,
    number === null ? null : number.kind === 'range' ? number.from : number.value,
    number === null ? null : number.kind === 'range' ? number.to : number.value,
    row.written,
    row.unit === '' ? claim.unit : row.unit,
    period?.from ?? null,
    period?.to ?? null,
    named.entity(row.saidBy)?.name ?? null,
    row.doubt === null ? 'no' : 'yes',
    row.doubt,
    origin < 0 ? null : originName(claim.origins[origin]?.name ?? '', origin),
    row.quote,
    source?.shelfmark ?? null,
    quote?.anchor.kind === 'text' ? quote.anchor.exact : null,
  ];
}

const originName = (name: string, index: number) => (name === '' ? String(index + 1) : name);

const NO_REGION = [null, null, null] as const;

/** A quote that has no place in the text of now has none here. */
function anchorCells(anchor: Anchor, placed: boolean): Cell[] {
  if (anchor.kind === 'text')
    return [anchor.exact, placed ? anchor.start : null, placed ? anchor.end : null, ...NO_REGION];
  const { x, y, width, height, polygon, page = 1 } = anchor;
  const outline = polygon?.map((corner) => corner.join(' ')).join('; ') ?? null;
  return [null, null, null, [x, y, width, height].join(' '), outline, page];
}

function tagNames({ tag }: Named, tags: readonly string[]): string {
  return tags.map((id) => tag(id)?.name ?? id).join('; ');
}

function statedText(stated: Stated): string {
  return stated.state === 'value' ? stated.value : stated.state;
}

/** The rows of some claims, but for those that rest on a quote which is to stay here. */
export function claimsTable(
  view: ClaimView,
  claims: readonly Claim[],
): { readonly bytes: Uint8Array; readonly rows: number } {
  const stays = new Set(view.quotes.filter(({ sensitive }) => sensitive).map(({ id }) => id));
  const named = namedIn(view);
  const rows = claims.flatMap((claim) =>
    claim.rows.filter(({ quote }) => !stays.has(quote)).map((row) => claimRow(claim, row, named)),
  );
  return { bytes: tableBytes(claimHead, rows), rows: rows.length };
}

/** A report on a list of names. */
export function namesTable(rows: readonly NameCells[]): Uint8Array {
  const head = ['name', 'found', 'spellings', 'shelfmarks'];
  const cells = rows.map(({ name, found, spellings, shelfmarks }) => {
    return [name, found, spellings, shelfmarks];
  });
  return tableBytes(head, cells);
}

function table(
  path: string,
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
): ExportedFile {
  return { path, bytes: tableBytes(head, rows) };
}
