/** Keeps what a person decided about facts, in the place of what was decided of them before, and forgets it: one change a decision. */
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
import type { PairingsDraft } from '../../requests.ts';
import type { Reading } from '../state.ts';
import type { Command } from '../store.ts';
import type { TextsBySource } from './claim-proofs.ts';

export type DecideFailure =
  | 'source-missing'
  | 'no-text'
  | 'text-changed'
  | 'passage-differs'
  | 'same-source'
  | 'too-many-pairings';

export function decidePairings(
  { decision, kind, pairs }: PairingsDraft,
  texts: TextsBySource,
): Command<DecideFailure, readonly Pairing[]> {
  return (reading, { now, actor }) => {
    let kept: readonly Pairing[] = [];
    const replaced = new Set<PairingId>();
    for (const { a, b } of pairs) {
      const wrong = faultOfPair(a, b, reading, texts);
      if (wrong) return fail(wrong);
      const record: Pairing = { decision, kind, a, b, id: newPairingId(), by: actor, at: now };
      const ofPair = reading.all('pairings').filter((one) => isAbout(one, a.source, b.source));
      for (const one of ofPair) if (gives(one, record)) replaced.add(one.id);
      kept = [...kept.filter((one) => !gives(one, record)), record];
      const added = kept.filter((one) => isAbout(one, a.source, b.source));
      const stay = ofPair.filter(({ id }) => !replaced.has(id));
      if (stay.length + added.length > limits.pairings) return fail('too-many-pairings');
    }
    return ok({
      value: kept,
      change: {
        puts: kept.map((record) => ({ collection: 'pairings' as const, record })),
        deletes: deleted([...replaced]),
        activity: {
          action: decision === 'made' ? 'pair.make' : 'pair.break',
          subjects: subjectsOf(kept),
          facts: { kind, pairs: kept.length },
        },
      },
    });
  };
}

export function forgetPairings(ids: readonly PairingId[]): Command<'pairing-missing', null> {
  return (reading) => {
    const meant = [...new Set(ids)].map((id) => reading.get('pairings', id));
    const found = meant.filter((one) => one !== undefined);
    if (found.length < meant.length) return fail('pairing-missing');
    return ok({
      value: null,
      change: {
        puts: [],
        deletes: deleted(found.map(({ id }) => id)),
        activity: {
          action: 'pair.forget',
          subjects: subjectsOf(found),
          facts: {
            kind: [...new Set(found.map(({ kind }) => kind))].join(' '),
            pairs: found.length,
          },
        },
      },
    });
  };
}

export function sourcesOfPairs(pairs: readonly Pick<Pairing, 'a' | 'b'>[]): readonly SourceId[] {
  return [...new Set(pairs.flatMap(({ a, b }) => [a.source, b.source]))];
}

/** Whether a pairing is of these two sources, in whichever order. */
export function isAbout({ a, b }: Pairing, one: SourceId, other: SourceId): boolean {
  return (a.source === one && b.source === other) || (a.source === other && b.source === one);
}

const subjectsOf = (pairings: readonly Pairing[]): string[] => [
  ...pairings.map(({ id }) => id),
  ...sourcesOfPairs(pairings),
];

const deleted = (ids: readonly PairingId[]) =>
  ids.map((id) => ({ collection: 'pairings' as const, id }));

function faultOfPair(
  a: FactPlace,
  b: FactPlace,
  reading: Reading,
  texts: TextsBySource,
): DecideFailure | null {
  if (a.source === b.source) return 'same-source';
  for (const place of [a, b]) {
    const source = reading.get('sources', place.source);
    if (!source) return 'source-missing';
    const text = texts.get(place.source);
    if (!text) return 'no-text';
    if (text.sha256 !== source.text?.sha256) return 'text-changed';
    const wrong = faultOf(place, text);
    if (wrong) return wrong;
  }
  return null;
}

function faultOf(place: FactPlace, text: SourceText): 'text-changed' | 'passage-differs' | null {
  if (place.textSha256 !== text.sha256) return 'text-changed';
  return text.text.slice(place.start, place.end) === place.exact ? null : 'passage-differs';
}

/**
 * Of the same two places there is one decision; and a fact that is paired now was paired with nothing else. Words may
 * tell of the same as several others.
 */
function gives(earlier: Pairing, { a, b, decision, kind }: Pairing): boolean {
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
