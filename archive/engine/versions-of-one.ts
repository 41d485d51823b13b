/** A page that was collected several times is one page: its sources are versions of the first one. */
import type { Source, SourceId } from '../model/index.ts';
import type { Reading } from '../store/state.ts';

export function firstVersion(
  reading: Reading,
  { id, versionOf }: Pick<Source, 'id' | 'versionOf'>,
): SourceId {
  let first = id;
  const met = new Set([id]);
  for (let earlier = versionOf; earlier !== null && !met.has(earlier);) {
    met.add(earlier);
    first = earlier;
    earlier = reading.get('sources', earlier)?.versionOf ?? null;
  }
  return first;
}

/** Of versions of one page, through however many others, it is known what they are, however little they share. */
export function knownKind(
  reading: Reading,
  a: SourceId,
  b: SourceId,
): { readonly kind?: 'versions' } {
  const [left, right] = [reading.get('sources', a), reading.get('sources', b)];
  if (left === undefined || right === undefined) return {};
  return firstVersion(reading, left) === firstVersion(reading, right) ? { kind: 'versions' } : {};
}
