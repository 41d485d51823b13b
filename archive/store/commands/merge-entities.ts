/** Makes two entities one: its quotes, rows of claims and dossiers follow, and nothing that was written of it is lost. */
import { fail, ok, type Result } from '../../lib/result.ts';
import {
  type Claim,
  type Entity,
  limits,
  type Protection,
  type Put,
  type Quote,
  stricterProtection,
} from '../../model/index.ts';
import type { EntityMerge } from '../../requests.ts';
import type { Command } from '../store.ts';
import { followedInTrash } from './in-trash.ts';
import { mergeSharing, withSharing } from './merge-sharing.ts';

/** What became of it. */
export interface Merged {
  readonly entity: Entity;
  /** The protection that it has now in the place of a weaker one; `null` when it is as it was. */
  readonly stricter: Protection | null;
  readonly quotes: number;
  readonly rows: number;
  readonly dossiers: number;
}

export type MergeFailure = 'entity-missing' | 'same-entity' | 'kinds-differ' | 'too-large';

export function mergeEntities({
  from: fromId,
  into: intoId,
  despiteKinds,
}: EntityMerge): Command<MergeFailure, Merged> {
  return (reading, { now }) => {
    const from = reading.get('entities', fromId);
    const into = reading.get('entities', intoId);
    if (!from || !into) return fail('entity-missing');
    if (fromId === intoId) return fail('same-entity');
    if (from.kind !== into.kind && !despiteKinds) return fail('kinds-differ');
    const entity = joined(from, into);
    if (!entity.ok) return entity;
    const dossiers = withSharing(reading, now, (sharing) =>
      mergeSharing(sharing, from, into, entity.value),
    );
    if (!dossiers.ok) return dossiers;
    const quotes = reading
      .all('quotes')
      .filter(({ speaker }) => speaker === fromId)
      .map((quote): Quote => ({ ...quote, speaker: intoId, changedAt: now }));
    const claims = reading
      .all('claims')
      .filter(({ rows }) => rows.some(({ saidBy }) => saidBy === fromId))
      .map((claim): Claim => ({
        ...claim,
        rows: claim.rows.map((row) => (row.saidBy === fromId ? { ...row, saidBy: intoId } : row)),
        changedAt: now,
      }));
    const rows = reading
      .all('claims')
      .reduce((sum, claim) => sum + claim.rows.filter(({ saidBy }) => saidBy === fromId).length, 0);
    const { protection } = entity.value;
    const touched = [...quotes, ...claims, ...dossiers.value];
    const counts = { quotes: quotes.length, rows, dossiers: dossiers.value.length };
    return ok({
      value: {
        entity: entity.value,
        stricter: protection === into.protection ? null : protection,
        ...counts,
      },
      change: {
        puts: [
          { collection: 'entities' as const, record: entity.value },
          ...quotes.map((record): Put => ({ collection: 'quotes', record })),
          ...claims.map((record): Put => ({ collection: 'claims', record })),
          ...dossiers.value.map((record): Put => ({ collection: 'dossiers', record })),
          ...followedInTrash(reading, {
            quote: (quote) => (quote.speaker === fromId ? { ...quote, speaker: intoId } : quote),
            row: (row) => (row.saidBy === fromId ? { ...row, saidBy: intoId } : row),
          }),
        ],
        deletes: [{ collection: 'entities' as const, id: fromId }],
        activity: {
          action: 'entity.merge' as const,
          subjects: [intoId, fromId, ...touched.map(({ id }) => id)].slice(0, limits.listLength),
          facts: { ...counts, protection },
        },
      },
    });
  };
}

/** Refused rather than cut. */
function joined(from: Entity, into: Entity): Result<Entity, 'too-large'> {
  const spellings = [...new Set([...into.spellings, from.name, ...from.spellings])].filter(
    (spelling) => spelling !== into.name,
  );
  const role = appended(into.role, from.role, '; ');
  const note = appended(into.note, from.note, '\n\n');
  if (
    spellings.length > limits.listLength ||
    role.length > limits.shortText ||
    note.length > limits.longText
  )
    return fail('too-large');
  const protection = stricterProtection(into.protection, from.protection);
  return ok({ ...into, spellings, role, note, protection });
}

function appended(own: string, other: string, between: string): string {
  if (other.trim() === '' || other === own) return own;
  return own.trim() === '' ? other : own + between + other;
}
