/** Keeps what a person decided about two facts, in the place of what was decided of them before, and forgets it. */
import type { SourceText } from '../../anchoring/index.ts';
import { fail, ok } from '../../lib/result.ts';
import {
  type FactPlace,
  limits,
  newPairingId,
  type Pairing,
  type PairingId,
  type SourceId,
} from '../../model/index.ts';
import type { PairingDraft } from '../../requests.ts';
import type { Command } from '../store.ts';
import type { TextsBySource } from './claim-proofs.ts';

export type DecideFailure =
  | 'source-missing'
  | 'no-text'
  | 'text-changed'
  | 'passage-differs'
  | 'same-source'
  | 'too-many-pairings';

export function decidePairing(
  draft: PairingDraft,
  texts: TextsBySource,
): Command<DecideFailure, Pairing> {
  return (reading, { now, actor }) => {
    const { a, b } = draft;
    if (a.source === b.source) return fail('same-source');
    for (const place of [a, b]) {
      const source = reading.get('sources', place.source);
      if (!source) return fail('source-missing');
      const text = texts.get(place.source);
      if (!text) return fail('no-text');
      if (text.sha256 !== source.text?.sha256) return fail('text-changed');
      const wrong = faultOf(place, text);
      if (wrong) return fail(wrong);
    }
    const ofPair = reading.all('pairings').filter((one) => isAbout(one, a.source, b.source));
    const replaced = ofPair.filter((one) => gives(one, draft));
    if (ofPair.length - replaced.length >= limits.pairings) return fail('too-many-pairings');
    const record: Pairing = { ...draft, id: newPairingId(), by: actor, at: now };
    return ok({
      value: record,
      change: {
        puts: [{ collection: 'pairings', record }],
        deletes: replaced.map(({ id }) => ({ collection: 'pairings' as const, id })),
        activity: {
          action: draft.decision === 'made' ? 'pair.make' : 'pair.break',
          subjects: [record.id, a.source, b.source],
          facts: { kind: draft.kind },
        },
      },
    });
  };
}

export function forgetPairing(id: PairingId): Command<'pairing-missing', null> {
  return (reading) => {
    const pairing = reading.get('pairings', id);
    if (!pairing) return fail('pairing-missing');
    return ok({
      value: null,
      change: {
        puts: [],
        deletes: [{ collection: 'pairings', id }],
        activity: {
          action: 'pair.forget',
          subjects: [id, pairing.a.source, pairing.b.source],
          facts: { kind: pairing.kind },
        },
      },
    });
  };
}

/** Whether a pairing is of these two sources, in whichever order. */
export function isAbout({ a, b }: Pairing, one: SourceId, other: SourceId): boolean {
  return (a.source === one && b.source === other) || (a.source === other && b.source === one);
}

function faultOf(place: FactPlace, text: SourceText): 'text-changed' | 'passage-differs' | null {
  if (place.textSha256 !== text.sha256) return 'text-changed';
  return text.text.slice(place.start, place.end) === place.exact ? null : 'passage-differs';
}

/**
 * Of the same two places there is one decision; and a fact that is paired now was paired with nothing else. Words may
 * tell of the same as several others.
 */
function gives(earlier: Pairing, { a, b, decision, kind }: PairingDraft): boolean {
  const [left, right] =
    earlier.a.source === a.source ? [earlier.a, earlier.b] : [earlier.b, earlier.a];
  const sameA = samePlace(left, a);
  const sameB = samePlace(right, b);
  if (sameA && sameB) return true;
  if (kind === 'words' || earlier.kind === 'words') return false;
  return decision === 'made' && earlier.decision === 'made' && (sameA || sameB);
}

function samePlace(one: FactPlace, other: FactPlace): boolean {
  return (
    one.source === other.source &&
    one.textSha256 === other.textSha256 &&
    one.start === other.start &&
    one.end === other.end
  );
}
