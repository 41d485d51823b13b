/** What stands on a timeline: each date of a source by what it is the date of, when quotes were said, and what rows of claims speak of. */
import type {
  Claim,
  ClaimId,
  ClaimRowId,
  EntityId,
  Quote,
  QuoteId,
  Source,
  SourceId,
  TagId,
} from '../model/index.ts';
import { stretchOf } from './stretch.ts';

/** Of what it is the date. They are kept apart: published is not happened. */
export type DateRole = 'event' | 'said' | 'claim' | 'published' | 'collected' | 'added';

export const dateRoles: readonly DateRole[] = [
  'event',
  'said',
  'claim',
  'published',
  'collected',
  'added',
];

export interface TimelineEntry {
  /** Stays the same as long as the record is there. */
  readonly id: string;
  readonly role: DateRole;
  /** As far as they are known; the same at both ends for one date. `null`: that end is not known. */
  readonly from: string | null;
  readonly to: string | null;
  readonly source: SourceId;
  readonly quote: QuoteId | null;
  readonly claim: ClaimId | null;
  readonly row: ClaimRowId | null;
  /** The title of the source, the words of the quote, or the value as it is written. */
  readonly words: string;
  /** What a row answers; empty for anything else. */
  readonly question: string;
  readonly who: EntityId | null;
  readonly tags: readonly TagId[];
}

export interface Dated {
  readonly sources: readonly Source[];
  readonly quotes: readonly Quote[];
  readonly claims: readonly Claim[];
}

/** In no order. What has no date, or none that can be read as one, is not there. */
export function entriesOf({ sources, quotes, claims }: Dated): TimelineEntry[] {
  const byQuote = new Map<string, Quote>(quotes.map((quote) => [quote.id, quote]));
  return [
    ...sources.flatMap(ofSource),
    ...quotes.flatMap(ofQuote),
    ...claims.flatMap((claim) => ofClaim(claim, byQuote)),
  ];
}

function ofSource({ id, title, metadata, capture, addedAt, tags }: Source): TimelineEntry[] {
  const { collectedAt } = capture;
  const dates: readonly (readonly [DateRole, string | null])[] = [
    ['event', metadata.event],
    ['published', metadata.published],
    ['collected', collectedAt.state === 'value' ? collectedAt.value : null],
    ['added', addedAt],
  ];
  return dates.flatMap(([role, date]): TimelineEntry[] =>
    date === null || !stretchOf(date)
      ? []
      : [
          {
            ...{ id: `${role} ${id}`, role, from: date, to: date, source: id },
            ...{ quote: null, claim: null, row: null, words: title, question: '' },
            ...{ who: null, tags },
          },
        ],
  );
}

function ofQuote({ id, source, saidOn, anchor, speaker, tags }: Quote): TimelineEntry[] {
  if (saidOn === null || !stretchOf(saidOn)) return [];
  const words = anchor.kind === 'text' ? anchor.exact : '';
  return [
    {
      ...{ id: `said ${id}`, role: 'said', from: saidOn, to: saidOn, source },
      ...{ quote: id, claim: null, row: null, words, question: '', who: speaker, tags },
    },
  ];
}

/** A row without a period of its own speaks of that of its claim. */
function ofClaim(claim: Claim, byQuote: ReadonlyMap<string, Quote>): TimelineEntry[] {
  return claim.rows.flatMap(({ id, quote, written, period, saidBy }): TimelineEntry[] => {
    const spoken = period ?? claim.period;
    const proof = byQuote.get(quote);
    if (!spoken || !proof) return [];
    return [
      {
        ...{ id: `claim ${id}`, role: 'claim', from: spoken.from, to: spoken.to },
        ...{ source: proof.source, quote, claim: claim.id, row: id, words: written },
        ...{ question: claim.question, who: saidBy, tags: proof.tags },
      },
    ];
  });
}
