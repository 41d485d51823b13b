/** What offers itself to be put side by side: what was compared before, or is known to be versions of one page. Pure. */
import type { Dossier, Pairing, Source, SourceId } from '../../../../archive/model/index.ts';
import { MOST_COLUMNS } from './columns.ts';

export type KnownFrom =
  | { readonly kind: 'decided'; readonly count: number; readonly last: string }
  | { readonly kind: 'versions' }
  | { readonly kind: 'dossier'; readonly title: string };

export interface KnownPair {
  /** Two, or as many as stood side by side when something was decided of them. */
  readonly sources: readonly SourceId[];
  readonly from: KnownFrom;
}

interface Known {
  readonly pairings: Iterable<Pairing>;
  readonly sources: Iterable<Pick<Source, 'id' | 'versionOf'>>;
  readonly dossiers: Iterable<Dossier>;
}

/** Each sources once: what was decided last comes first, then versions, then what a dossier shows. */
export function knownPairs({ pairings, sources, dossiers }: Known): readonly KnownPair[] {
  const known: KnownPair[] = [...decidedOf([...pairings])];
  for (const { id, versionOf } of sources)
    if (versionOf) known.push({ sources: [versionOf, id], from: { kind: 'versions' } });
  for (const { title, sections } of dossiers)
    for (const section of sections)
      if (section.kind === 'comparison')
        known.push({ sources: [section.a, section.b], from: { kind: 'dossier', title } });
  const met = new Set<string>();
  return known.filter(({ sources: ids }) => {
    const key = ids.toSorted().join(' ');
    return !met.has(key) && met.add(key);
  });
}

interface Decided {
  readonly sources: Set<SourceId>;
  readonly pairings: Pairing[];
}

/** Sources that decisions tie together stand side by side again, unless they are more than have room. */
function decidedOf(pairings: readonly Pairing[]): readonly KnownPair[] {
  const groups: Decided[] = [];
  for (const pairing of pairings) {
    const both = [pairing.a.source, pairing.b.source];
    const met = groups.filter(({ sources }) => both.some((id) => sources.has(id)));
    const together = {
      sources: new Set([...met.flatMap(({ sources }) => [...sources]), ...both]),
      pairings: [...met.flatMap((group) => group.pairings), pairing],
    };
    groups.splice(0, groups.length, ...groups.filter((group) => !met.includes(group)), together);
  }
  return groups
    .flatMap((group) => (group.sources.size <= MOST_COLUMNS ? [group] : inPairs(group)))
    .map(({ sources, pairings: all }) => ({
      sources: fromTheLeft([...sources], all),
      from: {
        kind: 'decided' as const,
        count: all.length,
        last: all.reduce((last, { at }) => (at > last ? at : last), ''),
      },
    }))
    .sort((one, other) => other.from.last.localeCompare(one.from.last));
}

function inPairs({ pairings }: Decided): readonly Decided[] {
  const pairs = new Map<string, Decided>();
  for (const pairing of pairings) {
    const both = [pairing.a.source, pairing.b.source];
    const key = both.toSorted().join(' ');
    const pair = pairs.get(key) ?? { sources: new Set(both), pairings: [] };
    pair.pairings.push(pairing);
    pairs.set(key, pair);
  }
  return [...pairs.values()];
}

/** As they stood: the first one of a decision is to the left of the second, and what has most to its left comes last. */
function fromTheLeft(sources: readonly SourceId[], pairings: readonly Pairing[]): SourceId[] {
  const leftOf = (id: SourceId) =>
    new Set(pairings.flatMap(({ a, b }) => (b.source === id ? a.source : []))).size;
  return sources.toSorted((one, other) => leftOf(one) - leftOf(other));
}
