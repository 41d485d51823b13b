/** What a claim shows: its table, what speaks for one origin of several rows, and both as a dossier prints them. */
import { setImmediate } from 'node:timers/promises';
import {
  type ClaimTable,
  claimTable,
  type OriginOffer,
  originOffers,
  originsIfAgreed,
  type TableRow,
} from '../compare/index.ts';
import type { ClaimMaterial, ClaimMaterialRow } from '../dossier/index.ts';
import { type Job, quietJob } from '../lib/job.ts';
import {
  type Claim,
  type ClaimNumber,
  limits,
  type SourceId,
  type TextDocument,
} from '../model/index.ts';
import type { Reading } from '../store/state.ts';
import type { Texts } from './texts.ts';

export function tableOf(reading: Reading, claim: Claim): ClaimTable {
  return claimTable(
    claim,
    (id) => reading.get('quotes', id),
    (id) => reading.get('sources', id),
  );
}

/** A text that cannot be read is passed over: then nothing speaks for what it shares. Throws as `originOffers` does. */
export async function offersFor(
  { rows, claim }: Pick<ClaimTable, 'rows' | 'claim'>,
  texts: Texts,
  job: Job = quietJob,
): Promise<OriginOffer[]> {
  const documents = new Map<SourceId, TextDocument>();
  for (const { source } of rows) {
    if (documents.has(source.id) || documents.size >= limits.claimSources) continue;
    const stored = await texts.of(source);
    if (stored.ok && stored.value) documents.set(source.id, stored.value.document);
  }
  return originOffers(rows, claim.apart, documents, job, () => setImmediate());
}

export async function claimMaterial(
  reading: Reading,
  texts: Texts,
  claim: Claim,
): Promise<ClaimMaterial> {
  const table = tableOf(reading, claim);
  const offers = await offersFor(table, texts);
  const numberOf = (id: string | undefined): ClaimNumber | null =>
    claim.rows.find((row) => row.id === id)?.number ?? null;
  const rows = (of: readonly TableRow[]) => of.map((row) => materialRow(reading, row));
  return {
    id: claim.id,
    question: claim.question,
    unit: claim.unit,
    period: claim.period,
    note: claim.note,
    rows: rows(table.rows),
    doubted: rows(table.doubted),
    ranges: table.ranges.flatMap(({ unit, least, most }) => {
      const [low, high] = [numberOf(least[0]), numberOf(most[0])];
      return low && high ? [{ unit, least: low, most: high }] : [];
    }),
    origins: {
      count: table.origins,
      ifAgreed: originsIfAgreed(table.rows, offers),
      named: namedOrigins(table),
    },
  };
}

function materialRow(reading: Reading, { row, told, origin, doubts }: TableRow): ClaimMaterialRow {
  const { quote, written, number, unit, period, saidBy, doubt } = row;
  return {
    quote,
    written,
    number,
    unit,
    period,
    told,
    saidBy: saidBy === null ? null : (reading.get('entities', saidBy)?.name ?? null),
    origin: origin && { letter: origin.letter },
    doubts,
    doubt,
  };
}

/** Each once, by its letter; those without a name are told by the letter alone. */
function namedOrigins({ rows, doubted }: ClaimTable): { letter: string; name: string }[] {
  const named = new Map<string, string>();
  for (const { origin } of [...rows, ...doubted])
    if (origin && origin.name !== '') named.set(origin.letter, origin.name);
  return [...named].map(([letter, name]) => ({ letter, name })).sort(byLetter);
}

const byLetter = (a: { letter: string }, b: { letter: string }) =>
  a.letter.length - b.letter.length || (a.letter < b.letter ? -1 : 1);
