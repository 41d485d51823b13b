/** Adds rows to a claim, changes one, removes one, and says where rows come from. */
import { fail, ok, type Result } from '../../lib/result.ts';
import {
  type Claim,
  type ClaimId,
  type ClaimRow,
  type ClaimRowId,
  limits,
  newOriginId,
  proves,
  type Put,
} from '../../model/index.ts';
import type { ClaimRowDraft, ClaimRowPatch, Tracing } from '../../requests.ts';
import type { Command } from '../store.ts';
import { inChronology } from './chronology-use.ts';
import { chosenSpeaker, type NewRowsFailure, newRows, type TextsBySource } from './claim-proofs.ts';
import { putClaim } from './claims.ts';
import { patched } from './patched.ts';

export function addClaimRows(
  id: ClaimId,
  drafts: readonly ClaimRowDraft[],
  texts: TextsBySource,
): Command<NewRowsFailure | 'claim-missing' | 'claim-full', Claim> {
  return (reading, { now }) => {
    const claim = reading.get('claims', id);
    if (!claim) return fail('claim-missing');
    if (claim.rows.length + drafts.length > limits.claimRows) return fail('claim-full');
    const made = newRows(reading, drafts, texts, now);
    if (!made.ok) return made;
    const { rows, puts } = made.value;
    const record = { ...claim, rows: [...claim.rows, ...rows], changedAt: now };
    return putClaim(record, 'claim.row-add', { puts, subjects: rows.map((row) => row.id) });
  };
}

export function editClaimRow(
  id: ClaimId,
  rowId: ClaimRowId,
  patch: ClaimRowPatch,
): Command<
  'claim-missing' | 'row-missing' | 'quote-missing' | 'words-not-in-quote' | 'entity-missing',
  Claim
> {
  return (reading, { now }) => {
    const claim = reading.get('claims', id);
    if (!claim) return fail('claim-missing');
    const row = claim.rows.find((one) => one.id === rowId);
    if (!row) return fail('row-missing');
    const { saidBy, ...rest } = patch;
    const puts: Put[] = [];
    const speaker = saidBy === undefined ? ok(row.saidBy) : chosenSpeaker(reading, saidBy, puts);
    if (!speaker.ok) return speaker;
    const changed: ClaimRow = { ...patched(row, rest), saidBy: speaker.value };
    if (changed.quote !== row.quote || changed.written !== row.written) {
      const quote = reading.get('quotes', changed.quote);
      if (!quote) return fail('quote-missing');
      if (!proves(quote, changed.written)) return fail('words-not-in-quote');
    }
    const rows = claim.rows.map((one) => (one === row ? changed : one));
    return putClaim({ ...claim, rows, changedAt: now }, 'claim.row-edit', {
      puts,
      subjects: [rowId],
    });
  };
}

export function deleteClaimRow(
  id: ClaimId,
  rowId: ClaimRowId,
): Command<'claim-missing' | 'row-missing' | 'claim-in-use', Claim> {
  return (reading, { now }) => {
    const claim = reading.get('claims', id);
    if (!claim) return fail('claim-missing');
    if (!claim.rows.some((row) => row.id === rowId)) return fail('row-missing');
    if (inChronology(reading, (entry) => entry.kind === 'claim-row' && entry.row === rowId))
      return fail('claim-in-use');
    const record = {
      ...claim,
      rows: claim.rows.filter((row) => row.id !== rowId),
      apart: claim.apart.filter((pair) => !pair.includes(rowId)),
      changedAt: now,
    };
    return putClaim(withUsedOrigins(record), 'claim.row-delete', { subjects: [rowId] });
  };
}

export function traceClaimRows(
  id: ClaimId,
  tracing: Tracing,
): Command<'claim-missing' | 'row-missing' | 'claim-full', Claim> {
  return (reading, { now }) => {
    const claim = reading.get('claims', id);
    if (!claim) return fail('claim-missing');
    const known = new Set(claim.rows.map((row) => row.id));
    if (!tracing.rows.every((row) => known.has(row))) return fail('row-missing');
    const traced = trace(claim, tracing);
    if (!traced.ok) return traced;
    const record = withUsedOrigins({ ...traced.value, changedAt: now });
    return putClaim(record, 'claim.trace', { subjects: tracing.rows });
  };
}

function trace(claim: Claim, tracing: Tracing): Result<Claim, 'claim-full'> {
  switch (tracing.kind) {
    case 'join':
      return ok(joined(claim, new Set(tracing.rows), tracing.name));
    case 'part': {
      const parted = new Set(tracing.rows);
      const rows = claim.rows.map((row) => (parted.has(row.id) ? { ...row, origin: null } : row));
      return ok({ ...claim, rows });
    }
    case 'apart': {
      const [a, b] = tracing.rows;
      if (claim.apart.some((pair) => pair.includes(a) && pair.includes(b))) return ok(claim);
      if (claim.apart.length >= limits.listLength) return fail('claim-full');
      return ok({ ...claim, apart: [...claim.apart, [a, b]] });
    }
  }
}

/** Whole groups come along: what one row shares with its group, all share now. */
function joined(claim: Claim, ids: ReadonlySet<ClaimRowId>, name: string | null): Claim {
  const before = new Set(
    claim.rows.flatMap((row) => (ids.has(row.id) && row.origin !== null ? [row.origin] : [])),
  );
  const old = claim.origins.filter((origin) => before.has(origin.id));
  const kept = old.find((origin) => origin.name !== '') ?? old[0];
  const origin = {
    id: kept?.id ?? newOriginId(),
    name: name ?? kept?.name ?? '',
  };
  const inside = (row: ClaimRow) =>
    ids.has(row.id) || (row.origin !== null && before.has(row.origin));
  const members = new Set(claim.rows.filter(inside).map((row) => row.id));
  return {
    ...claim,
    rows: claim.rows.map((row) => (members.has(row.id) ? { ...row, origin: origin.id } : row)),
    origins: [...claim.origins.filter((one) => !before.has(one.id)), origin],
    apart: claim.apart.filter(([a, b]) => !(members.has(a) && members.has(b))),
  };
}

export function withUsedOrigins(claim: Claim): Claim {
  const used = new Set(claim.rows.map((row) => row.origin));
  return { ...claim, origins: claim.origins.filter((origin) => used.has(origin.id)) };
}
