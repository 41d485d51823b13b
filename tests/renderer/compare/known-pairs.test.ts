/** What is offered to be put side by side: decided together, together again; each sources once; the last decision first. */
import { expect, it } from 'vitest';
import type { Dossier, Pairing, PairingId, SourceId } from '../../../archive/model/index.ts';
import { knownPairs } from '../../../src/renderer/screens/compare/known-pairs.ts';

const id = (letter: string) => `src_${letter}` as SourceId;
let made = 0;
function decided(a: string, b: string, at: string): Pairing {
  const place = (letter: string) => ({
    source: id(letter),
    textSha256: '0'.repeat(64),
    start: 0,
    end: 2,
    exact: '40',
  });
  return {
    id: `pai_${++made}` as PairingId,
    decision: 'broken',
    kind: 'number',
    a: place(a),
    b: place(b),
    by: { state: 'unknown' },
    at: `2026-04-${at}T10:00:00.000Z`,
  };
}
const offered = (pairings: readonly Pairing[]) =>
  knownPairs({ pairings, sources: [], dossiers: [] }).map(({ sources }) =>
    sources.map((source) => source.slice(4)).join(''),
  );

it('three that were decided of together are offered together, from left to right', () => {
  // The third was parted from both others.
  expect(
    offered([decided('a', 'c', '09'), decided('b', 'c', '09'), decided('a', 'b', '10')]),
  ).toEqual(['abc']);
});

it('the first was parted from both others: they stand as they stood', () => {
  expect(
    offered([decided('a', 'b', '09'), decided('a', 'c', '09'), decided('a', 'b', '10')]),
  ).toEqual(['abc']);
});

it('what was decided last comes first', () => {
  expect(
    offered([decided('a', 'b', '09'), decided('x', 'y', '11'), decided('p', 'q', '10')]),
  ).toEqual(['xy', 'pq', 'ab']);
});

it('five that hang together have no room side by side: they are offered two by two', () => {
  const chain = ['ab', 'bc', 'cd', 'de'].map(([a = '', b = ''], day) => decided(a, b, `1${day}`));
  expect(offered(chain)).toEqual(['de', 'cd', 'bc', 'ab']);
});

it('the same sources are offered once, by the first reason', () => {
  const dossiers = [
    { title: 'Raids', sections: [{ kind: 'comparison', a: id('b'), b: id('a') }] },
  ] as unknown as Dossier[];
  const sources = [{ id: id('b'), versionOf: id('a') }];
  const [one, ...more] = knownPairs({ pairings: [], sources, dossiers });
  expect(one).toEqual({ sources: [id('a'), id('b')], from: { kind: 'versions' } });
  expect(more).toEqual([]);
});
