/** Claims and pairings. */
import { originsIfAgreed } from '../../compare/index.ts';
import type { ClaimCalls, OriginOffers } from '../../face/index.ts';
import { type Job, quietJob } from '../../lib/job.ts';
import { fail, ok, type Result } from '../../lib/result.ts';
import type { Claim, ClaimId, SourceId } from '../../model/index.ts';
import type { ClaimRowDraft } from '../../requests.ts';
import {
  addClaimRows,
  deleteClaimRow,
  editClaimRow,
  traceClaimRows,
} from '../../store/commands/claim-rows.ts';
import { addClaim, deleteClaim, editClaim } from '../../store/commands/claims.ts';
import { decidePairings, forgetPairings, sourcesOfPairs } from '../../store/commands/pairings.ts';
import { offersFor, tableOf } from '../claim-material.ts';
import { leavingClaims, noteClaimsLeft } from '../claims-out.ts';
import { deliver, liesIn } from '../deliver.ts';
import type { OpenArchive } from '../open-archive.ts';
import { orCancelled } from '../or-cancelled.ts';
import type { StoredText } from '../texts.ts';

export function claimRoom(open: OpenArchive): ClaimCalls {
  const { reading } = open;
  return {
    async addClaim(draft) {
      const texts = await textsOf(open, sourcesIn(draft.rows));
      return texts.ok ? open.run(addClaim(draft, texts.value)) : texts;
    },
    editClaim: (id, patch) => open.run(editClaim(id, patch)),
    deleteClaim: (id) => open.run(deleteClaim(id)),
    async addClaimRows(id, rows) {
      const texts = await textsOf(open, sourcesIn(rows));
      return texts.ok ? open.run(addClaimRows(id, rows, texts.value)) : texts;
    },
    editClaimRow: (id, row, patch) => open.run(editClaimRow(id, row, patch)),
    deleteClaimRow: (id, row) => open.run(deleteClaimRow(id, row)),
    traceClaimRows: (id, tracing) => open.run(traceClaimRows(id, tracing)),

    claimTable: (id) =>
      Promise.resolve(withClaim(open, id, (claim) => ok(tableOf(reading, claim)))),
    offerOrigins: (id, job = quietJob) => offerOrigins(open, id, job),
    async claimsAsCsv(request) {
      const table = leavingClaims(open, request);
      if (!table.ok) return table;
      const noted = await noteClaimsLeft(open, table.value, request.claim === null);
      return noted.ok ? ok(table.value.bytes) : noted;
    },
    async exportClaims(request, path) {
      if (await liesIn(path, open.folder)) return fail('target-inside-archive');
      const table = leavingClaims(open, request);
      if (!table.ok) return table;
      const delivered = await deliver(path, table.value.bytes);
      return delivered.ok ? noteClaimsLeft(open, table.value, request.claim === null) : delivered;
    },

    async decidePairings(draft) {
      const texts = await textsOf(open, sourcesOfPairs(draft.pairs));
      return texts.ok ? open.run(decidePairings(draft, texts.value)) : texts;
    },
    forgetPairings: (ids) => open.run(forgetPairings(ids)),
  };
}

async function offerOrigins(
  open: OpenArchive,
  id: ClaimId,
  job: Job,
): Promise<Result<OriginOffers, 'claim-missing' | 'cancelled'>> {
  const claim = open.reading.get('claims', id);
  if (!claim) return fail('claim-missing');
  const table = tableOf(open.reading, claim);
  const offers = await orCancelled(() => offersFor(table, open.texts, job));
  if (!offers.ok) return offers;
  return ok({
    offers: offers.value,
    originsIfAgreed: originsIfAgreed(table.rows, offers.value),
  });
}

function withClaim<T>(
  { reading }: OpenArchive,
  id: ClaimId,
  work: (claim: Claim) => Result<T, never>,
): Result<T, 'claim-missing'> {
  const claim = reading.get('claims', id);
  return claim ? work(claim) : fail('claim-missing');
}

function sourcesIn(rows: readonly ClaimRowDraft[]): SourceId[] {
  return rows.flatMap(({ proof }) => (proof.kind === 'passage' ? [proof.source] : []));
}

/** Of a source that is not there, or has no text, the command says so. */
async function textsOf(
  open: OpenArchive,
  ids: readonly SourceId[],
): Promise<Result<Map<SourceId, StoredText>, 'closed' | 'damaged'>> {
  const texts = new Map<SourceId, StoredText>();
  for (const id of new Set(ids)) {
    const source = open.reading.get('sources', id);
    const text = source ? await open.texts.of(source) : ok(null);
    if (!text.ok) return text;
    if (text.value) texts.set(id, text.value);
  }
  return ok(texts);
}
