/** Adds a claim with its first rows, changes what it asks, and removes it unless a dossier holds it. */
import { fail, ok } from '../../lib/result.ts';
import { type Claim, type ClaimId, newClaimId, type Put } from '../../model/index.ts';
import type { ClaimDraft, ClaimPatch } from '../../requests.ts';
import type { Command } from '../store.ts';
import { inChronology } from './chronology-use.ts';
import { type NewRowsFailure, newRows, type TextsBySource } from './claim-proofs.ts';
import { patched } from './patched.ts';

export function addClaim(draft: ClaimDraft, texts: TextsBySource): Command<NewRowsFailure, Claim> {
  return (reading, { now }) => {
    const made = newRows(reading, draft.rows, texts, now);
    if (!made.ok) return made;
    const record: Claim = {
      ...draft,
      id: newClaimId(),
      rows: [...made.value.rows],
      origins: [],
      apart: [],
      createdAt: now,
      changedAt: now,
    };
    return putClaim(record, 'claim.add', { puts: made.value.puts });
  };
}

export function editClaim(id: ClaimId, patch: ClaimPatch): Command<'claim-missing', Claim> {
  return (reading, { now }) => {
    const claim = reading.get('claims', id);
    if (!claim) return fail('claim-missing');
    return putClaim({ ...patched(claim, patch), changedAt: now }, 'claim.edit');
  };
}

export function deleteClaim(id: ClaimId): Command<'claim-missing' | 'claim-in-use', null> {
  return (reading) => {
    if (!reading.get('claims', id)) return fail('claim-missing');
    const used = reading
      .all('dossiers')
      .some(({ sections }) =>
        sections.some((section) => section.kind === 'claim' && section.claim === id),
      );
    const dated = inChronology(
      reading,
      (entry) => entry.kind === 'claim-row' && entry.claim === id,
    );
    if (used || dated) return fail('claim-in-use');
    return ok({
      value: null,
      change: {
        puts: [],
        deletes: [{ collection: 'claims', id }],
        activity: { action: 'claim.delete', subjects: [id], facts: {} },
      },
    });
  };
}

type ClaimAction = `claim.${'add' | 'edit' | 'row-add' | 'row-edit' | 'row-delete' | 'trace'}`;

/** The change that leaves a claim so, with what else it needs. */
export function putClaim(
  record: Claim,
  action: ClaimAction,
  {
    puts = [],
    subjects = [],
  }: { readonly puts?: readonly Put[]; readonly subjects?: readonly string[] } = {},
) {
  const made = puts.map((put) => put.record.id);
  return ok({
    value: record,
    change: {
      puts: [...puts, { collection: 'claims' as const, record }],
      deletes: [],
      activity: { action, subjects: [record.id, ...subjects, ...made], facts: {} },
    },
  });
}
