/** What chronologies of a dossier print: their entries with the dates that the records have now, in order of time. */
import type { ChronologyMaterial, ChronologyMaterialRow } from '../dossier/index.ts';
import type {
  ChronologyEntry,
  ClaimRowId,
  Dossier,
  Quote,
  QuoteId,
  Section,
  SourceId,
} from '../model/index.ts';
import type { Reading } from '../store/state.ts';
import { entriesOf, inTimeOrder, type TimelineEntry } from '../timeline/index.ts';

type Chronology = Extract<Section, { kind: 'chronology' }>;

export function chronologiesIn({ sections }: Pick<Dossier, 'sections'>): readonly Chronology[] {
  return sections.filter((section) => section.kind === 'chronology');
}

/** The source and the quote that an entry makes an exhibit of. `null`: what it names is gone. */
export function provedBy(
  reading: Reading,
  entry: ChronologyEntry,
): { readonly source: SourceId; readonly quote: QuoteId | null } | null {
  if (entry.kind === 'source') {
    return reading.get('sources', entry.source) ? { source: entry.source, quote: null } : null;
  }
  const id = entry.kind === 'quote' ? entry.quote : rowOf(reading, entry)?.quote;
  const quote = id === undefined ? undefined : reading.get('quotes', id);
  return quote ? { source: quote.source, quote: quote.id } : null;
}

function rowOf(reading: Reading, { claim, row }: { claim: string; row: ClaimRowId }) {
  return reading.get('claims', claim)?.rows.find(({ id }) => id === row);
}

export function chronologyMaterial(
  reading: Reading,
  { id, entries }: Chronology,
): ChronologyMaterial {
  const dated: TimelineEntry[] = [];
  const undated: ChronologyMaterialRow[] = [];
  for (const entry of entries) {
    const found = datedEntry(reading, entry);
    if (found) dated.push(found);
    else undated.push(...undatedRow(reading, entry));
  }
  return {
    section: id,
    rows: [...inTimeOrder(dated).map((entry) => rowFor(reading, entry)), ...undated],
  };
}

function datedEntry(reading: Reading, entry: ChronologyEntry): TimelineEntry | undefined {
  if (entry.kind === 'source') {
    const source = reading.get('sources', entry.source);
    return entriesOf({ sources: source ? [source] : [], quotes: [], claims: [] }).find(
      ({ role }) => role === entry.date,
    );
  }
  if (entry.kind === 'quote') {
    const quote = reading.get('quotes', entry.quote);
    return entriesOf({ sources: [], quotes: quote ? [quote] : [], claims: [] })[0];
  }
  const claim = reading.get('claims', entry.claim);
  const quotes = (claim?.rows ?? []).flatMap((row): Quote[] => {
    const quote = row.id === entry.row ? reading.get('quotes', row.quote) : undefined;
    return quote ? [quote] : [];
  });
  return entriesOf({ sources: [], quotes, claims: claim ? [claim] : [] }).find(
    ({ row }) => row === entry.row,
  );
}

function rowFor(reading: Reading, entry: TimelineEntry): ChronologyMaterialRow {
  const { role, from, to, source, quote, who, words, question } = entry;
  const isClaim = role === 'claim';
  return {
    ...{ role, from, to, source, quote: isClaim || role === 'said' ? quote : null },
    answer: isClaim ? { question, written: words } : null,
    by: who === null ? null : (reading.get('entities', who)?.name ?? null),
  };
}

/** Its date was taken away since it was chosen: it is told without one, at the end. */
function undatedRow(reading: Reading, entry: ChronologyEntry): ChronologyMaterialRow[] {
  const proof = provedBy(reading, entry);
  if (!proof) return [];
  const row = entry.kind === 'claim-row' ? rowOf(reading, entry) : undefined;
  const claim = entry.kind === 'claim-row' ? reading.get('claims', entry.claim) : undefined;
  const role =
    entry.kind === 'source' ? entry.date : entry.kind === 'quote' ? 'said' : ('claim' as const);
  const speaker = proof.quote === null ? null : reading.get('quotes', proof.quote)?.speaker;
  const who = row ? row.saidBy : speaker;
  return [
    {
      ...{ role, from: null, to: null, ...proof },
      answer: row && claim ? { question: claim.question, written: row.written } : null,
      by: who ? (reading.get('entities', who)?.name ?? null) : null,
    },
  ];
}
