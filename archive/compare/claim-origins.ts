/** Which rows of a claim may go back to one origin, and what speaks for it. An offer: only a person says that they do. */
import { quietJob, type Job } from '../lib/job.ts';
import type { ClaimRowId, SourceId, TextDocument } from '../model/index.ts';
import { boundsOf, type TableRow } from './claim-table.ts';
import type { Range } from './comparison.ts';
import { findReuse } from './reuse.ts';

export type OriginReason =
  /** Both quotes stand in one source. */
  | 'same-source'
  /** One source is a later version of the other. */
  | 'version'
  /** The passage of one stands, word for word or nearly, in the source of the other. */
  | 'shared-passage'
  /** The same speaker gives the same number. */
  | 'same-speaker';

export interface OriginOffer {
  readonly a: ClaimRowId;
  readonly b: ClaimRowId;
  readonly reasons: readonly OriginReason[];
  /** Of a shared passage, as it stands in one of the sources. */
  readonly words: string;
}

/** Of a quote, what must stand in a shared passage for it to speak: so many of its letters. */
const COVERED = 0.6;
/** Letters of a shared passage that are shown. */
const SHOWN = 300;

/**
 * Pairs of rows that are not of one origin yet and were not kept apart; of rows that hang together already through
 * other offers, none. `documents` are the texts of their sources, as far as they can be read. `breathe` lets others have
 * a turn after each of them. Rejects with a `FailureError` with the code `cancelled` once the job is aborted.
 */
export async function originOffers(
  rows: readonly TableRow[],
  apart: readonly (readonly [ClaimRowId, ClaimRowId])[],
  documents: ReadonlyMap<SourceId, TextDocument>,
  job: Job = quietJob,
  breathe: () => Promise<unknown> = () => Promise.resolve(),
): Promise<OriginOffer[]> {
  const reused = await reusedPassages(rows, documents, job, breathe);
  const groups = new Groups(rows);
  const settled = new Set(apart.map(([a, b]) => pairKey(a, b)));
  const offers: OriginOffer[] = [];
  rows.forEach((a, index) => {
    for (const b of rows.slice(index + 1)) {
      if (a.row.origin !== null && a.row.origin === b.row.origin) continue;
      if (settled.has(pairKey(a.row.id, b.row.id))) continue;
      const words = reused.get(pairKey(a.row.id, b.row.id)) ?? '';
      const reasons = [...plainReasons(a, b), ...(words === '' ? [] : ['shared-passage' as const])];
      if (reasons.length > 0 && groups.join(a.row.id, b.row.id))
        offers.push({ a: a.row.id, b: b.row.id, reasons, words });
    }
  });
  return offers;
}

/** How many origins there would be if every offer were agreed to. */
export function originsIfAgreed(rows: readonly TableRow[], offers: readonly OriginOffer[]): number {
  const groups = new Groups(rows);
  for (const { a, b } of offers) groups.join(a, b);
  return groups.count;
}

/** Rows that hang together: by what was said of their origin, and by what is offered. */
class Groups {
  readonly #parents = new Map<string, string>();
  count: number;

  constructor(rows: readonly TableRow[]) {
    for (const { row } of rows) this.#parents.set(row.id, row.origin ?? row.id);
    this.count = new Set(rows.map(({ row }) => row.origin ?? row.id)).size;
  }

  /** Whether they did not hang together before. */
  join(a: string, b: string): boolean {
    const [one, other] = [this.#rootOf(a), this.#rootOf(b)];
    if (one === other) return false;
    this.#parents.set(one, other);
    this.count -= 1;
    return true;
  }

  #rootOf(id: string): string {
    let root = id;
    for (let up = this.#parents.get(root); up !== undefined && up !== root;) {
      root = up;
      up = this.#parents.get(root);
    }
    this.#parents.set(id, root);
    return root;
  }
}

const pairKey = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`);

function plainReasons(a: TableRow, b: TableRow): OriginReason[] {
  const reasons: OriginReason[] = [];
  if (a.source.id === b.source.id) reasons.push('same-source');
  else if (a.source.versionOf === b.source.id || b.source.versionOf === a.source.id)
    reasons.push('version');
  if (a.row.saidBy !== null && a.row.saidBy === b.row.saidBy && sameNumber(a, b))
    reasons.push('same-speaker');
  return reasons;
}

function sameNumber(a: TableRow, b: TableRow): boolean {
  if (a.row.number === null || b.row.number === null) return false;
  const [one, other] = [boundsOf(a.row.number), boundsOf(b.row.number)];
  return one[0] === other[0] && one[1] === other[1];
}

/** By pair of rows, the words that both sources have around the quote of one of them. */
async function reusedPassages(
  rows: readonly TableRow[],
  documents: ReadonlyMap<SourceId, TextDocument>,
  job: Job,
  breathe: () => Promise<unknown>,
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const bySource = new Map<SourceId, TableRow[]>();
  for (const row of rows)
    bySource.set(row.source.id, [...(bySource.get(row.source.id) ?? []), row]);
  const sources = [...bySource.keys()];
  const quiet = { ...job, progress: () => undefined };
  for (const [at, id] of sources.entries()) {
    job.progress(at, sources.length);
    await breathe();
    const document = documents.get(id);
    if (!document) continue;
    const later = sources.slice(at + 1).flatMap((other) => {
      const text = documents.get(other);
      return text ? [{ id: other, document: text }] : [];
    });
    for (const { id: other, shared } of findReuse(document, later, quiet))
      for (const one of bySource.get(id) ?? [])
        for (const rival of bySource.get(other) ?? []) {
          const passage = shared.find(({ a, b }) => holds(a, one) || holds(b, rival));
          if (!passage) continue;
          const words = document.text.slice(...passage.a).slice(0, SHOWN);
          found.set(pairKey(one.row.id, rival.row.id), words);
        }
  }
  return found;
}

/** Whether a passage holds most of the row's quote. */
function holds([start, end]: Range, { quote, source }: TableRow): boolean {
  const { anchor } = quote;
  if (anchor.kind !== 'text' || anchor.textSha256 !== source.text?.sha256) return false;
  const common = Math.min(end, anchor.end) - Math.max(start, anchor.start);
  return common >= COVERED * (anchor.end - anchor.start);
}
